using OfficeNode.Core;
using OfficeNode.Standards.Readers;

namespace OfficeNode.Host.Journey;

/// <summary>The reader for a source: the one that was asked for, else the one that its own bytes ask for.</summary>
/// <param name="Reader">Null when the source cannot be read; the findings say why.</param>
/// <param name="Extension">Under which a source of this format is kept.</param>
internal sealed record ChosenReader(ISourceReader? Reader, string Extension, IReadOnlyList<Finding> Findings)
{
    /// <summary>Chooses by content, whatever the file is called, unless a person said what it is.</summary>
    public static async Task<ChosenReader> ChooseAsync(Stream source, string file, ImportOrder order, CancellationToken cancellation)
    {
        var (format, finding) = order.Format is { } said ? (said, null) : await DetectAsync(source, file, cancellation);
        return format switch
        {
            SourceFormat.St36 => new ChosenReader(new St36Reader(), "xml", []),
            SourceFormat.St66 => new ChosenReader(new St66Reader(), "xml", []),
            SourceFormat.Csv when order.Mapping is { } mapping => new ChosenReader(new CsvRegisterReader(mapping), "csv", []),
            SourceFormat.Csv => Refuse(new Finding(JourneyFindings.MappingMissing, Severity.Error) { File = file }),
            _ => Refuse(finding ?? new Finding(ReaderFindings.FormatUnknown, Severity.Error) { File = file }),
        };
    }

    private static async Task<(SourceFormat Format, Finding? Finding)> DetectAsync(Stream source, string file, CancellationToken cancellation)
    {
        var head = new byte[SourceDetection.HeadBytes];
        var read = await source.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellation);
        return SourceDetection.Detect(head.AsSpan(0, read), file);
    }

    private static ChosenReader Refuse(Finding finding) => new(null, "", [finding]);
}

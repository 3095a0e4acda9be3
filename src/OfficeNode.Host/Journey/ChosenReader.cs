using OfficeNode.Core;
using OfficeNode.Standards.Readers;

namespace OfficeNode.Host.Journey;

/// <summary>The reader that a source's own bytes ask for.</summary>
/// <param name="Reader">Null when the source cannot be read; the findings say why.</param>
/// <param name="Extension">Under which a source of this format is kept.</param>
internal sealed record ChosenReader(ISourceReader? Reader, string Extension, IReadOnlyList<Finding> Findings)
{
    /// <summary>Chooses by content, whatever the file is called.</summary>
    public static async Task<ChosenReader> ChooseAsync(Stream source, string file, Mapping? mapping, CancellationToken cancellation)
    {
        var head = new byte[SourceDetection.HeadBytes];
        var read = await source.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellation);
        var (format, finding) = SourceDetection.Detect(head.AsSpan(0, read), file);
        return format switch
        {
            SourceFormat.St36 => new ChosenReader(new St36Reader(), "xml", []),
            SourceFormat.St66 => new ChosenReader(new St66Reader(), "xml", []),
            SourceFormat.Csv when mapping is not null => new ChosenReader(new CsvRegisterReader(mapping), "csv", []),
            SourceFormat.Csv => Refuse(new Finding(JourneyFindings.MappingMissing, Severity.Error) { File = file }),
            _ => Refuse(finding ?? new Finding(ReaderFindings.FormatUnknown, Severity.Error) { File = file }),
        };
    }

    private static ChosenReader Refuse(Finding finding) => new(null, "", [finding]);
}

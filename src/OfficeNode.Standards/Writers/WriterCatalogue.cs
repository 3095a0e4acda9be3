using OfficeNode.Core;

namespace OfficeNode.Standards.Writers;

/// <summary>Every writer there is, found by what a destination's profile says: right, standard, version.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class WriterCatalogue
{
    public WriterCatalogue(WriterSettings settings) => All =
    [
        new St96TrademarkWriter(St96Version.V6),
        new St96DesignWriter(St96Version.V6, settings),
        new St96PatentWriter(St96Version.V6),
        new St36PatentWriter(St36PatentWriter.Dtd15),
    ];

    public IReadOnlyList<IRecordWriter> All { get; }

    /// <summary>The writer for a right in a standard's version; refuses what is not written with the list of what is.</summary>
    public ParseResult<IRecordWriter> Find(Right right, string standard, string version)
    {
        var writer = All.FirstOrDefault(writer => writer.Standard == standard && writer.Version == version && writer.Rights.Contains(right));
        return writer is not null
            ? ParseResult<IRecordWriter>.Read(writer)
            : ParseResult<IRecordWriter>.Refuse($"for {right} one of " + string.Join(", ", All.Where(known => known.Rights.Contains(right)).Select(known => $"{known.Standard} {known.Version}")));
    }

    /// <summary>The writer that a right gets when the profile names none: ST.36 folders for PATENTSCOPE's rights, ST.96 for marks and designs.</summary>
    public IRecordWriter DefaultFor(Right right) => right is Right.Patent or Right.UtilityModel
        ? All.First(writer => writer is St36PatentWriter)
        : All.First(writer => writer.Rights.Contains(right));
}

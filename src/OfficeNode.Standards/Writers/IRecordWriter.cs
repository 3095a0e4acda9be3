using OfficeNode.Core;

namespace OfficeNode.Standards.Writers;

/// <summary>Writes the records of some rights as the XML of one version of one standard.</summary>
/// <remarks>
/// Stateless and thread-safe. The same export gives the same bytes on every system: UTF-8 without byte order mark, LF, no clock. A writer takes the
/// export as it is: gate and whitelist come before it, and nothing that is not in the export appears in what it writes.
/// </remarks>
public interface IRecordWriter
{
    /// <summary>The standard as people name it, for example <c>ST.96</c>.</summary>
    string Standard { get; }

    /// <summary>The version as the standard's documents name it, for example <c>V6_0</c>.</summary>
    string Version { get; }

    IReadOnlyList<Right> Rights { get; }

    /// <summary>Names the files of a record in a package.</summary>
    /// <param name="twin">As <see cref="Export.Twin"/>.</param>
    /// <param name="pages">The pages in the order of <see cref="Export.Pages"/>.</param>
    /// <exception cref="ArgumentException">The record's right is not one of <see cref="Rights"/>.</exception>
    ExportNames Name(Record record, int twin, IReadOnlyList<PagePlace> pages);

    /// <summary>Writes one of the files that <see cref="Name"/> gave.</summary>
    /// <returns>
    /// What could not be written as the register has it. An error means that the standard cannot carry this record and that nothing was written;
    /// a warning that one value was left out.
    /// </returns>
    /// <exception cref="ArgumentException">The record's right is not one of <see cref="Rights"/>.</exception>
    IReadOnlyList<Finding> Write(Export export, RecordFile file, Stream destination);
}

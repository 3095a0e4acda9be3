using OfficeNode.Core;

namespace OfficeNode.Standards.Writers;

/// <summary>What a receiver is to do with the record: take it in, put it in place of what it has, or take it out again (a retraction, never a lapse).</summary>
public enum Operation
{
    Insert,
    Update,
    Delete,
}

/// <summary>What leaves the node of one dossier for one destination: already past the gate (I13) and the whitelist (I14).</summary>
public sealed record Export
{
    /// <summary>The record, reduced to what may leave.</summary>
    public required Record Record { get; init; }

    /// <summary>The opened pages in document and page order, each with its file name inside the package.</summary>
    public required IReadOnlyList<ExportPage> Pages { get; init; }

    public required Operation Operation { get; init; }

    /// <summary>Which of the dossiers with this right and number as printed it is at this destination, counted from 1; old series repeat numbers.</summary>
    public int Twin { get; init; } = 1;
}

/// <summary>A page image as the package will hold it: after conversion to the destination's profile.</summary>
/// <param name="FileName">Name beside the record's XML file, as <see cref="IRecordWriter.Name"/> gave it.</param>
/// <param name="Facts">Of the converted image, not of the master.</param>
public sealed record ExportPage(DocumentCode Document, int Sequence, string FileName, ImageFacts Facts, int? DesignNumber = null);

using OfficeNode.Core;
using OfficeNode.Core.Batches;
using OfficeNode.Core.Keying;
using OfficeNode.Core.Ledgers;
using OfficeNode.Standards.Readers;

namespace OfficeNode.Host.Journey;

/// <summary>A folio as one person sees it now.</summary>
public sealed record FolioView
{
    public required Volume Volume { get; init; }

    public required Folio Folio { get; init; }

    /// <summary>How many folios the volume has, blank ones among them.</summary>
    public required long Count { get; init; }

    /// <summary>The columns of the grid.</summary>
    public required IReadOnlyList<FormField> Columns { get; init; }

    /// <summary>From top to bottom.</summary>
    public required IReadOnlyList<FolioRowView> Rows { get; init; }

    /// <summary>The number of the next row at the foot.</summary>
    public required int NextRow { get; init; }

    /// <summary>The numbers in the last rows of the folios before, the nearest last: the first row counts on from them.</summary>
    public required IReadOnlyList<string> NumbersBefore { get; init; }

    /// <summary>The label of the folio that follows; null on the last one.</summary>
    public string? NextLabel { get; init; }

    /// <summary>Whether a row was taken out that can be taken up again.</summary>
    public bool HasTaken { get; init; }

    /// <summary>Another person who holds it now; null where nobody else does.</summary>
    public Claim? Holder { get; init; }

    /// <summary>Why who asks cannot change it now; null when they can.</summary>
    public Finding? Refusal { get; init; }

    public bool MayEdit => Refusal is null;

    /// <summary>The rows that came from other folios, as they are told apart.</summary>
    public IEnumerable<int> Joined => Rows.Select(row => row.Row.Row).Where(row => row >= LedgerJourney.FirstJoined);
}

/// <summary>A row of a folio with the record in it.</summary>
public sealed record FolioRowView
{
    public required FolioRow Row { get; init; }

    /// <summary>Null while nothing was keyed in it.</summary>
    public Entry? Entry { get; init; }

    public IReadOnlyList<EntryValue> Values { get; init; } = [];

    public IReadOnlyList<FormFinding> Findings { get; init; } = [];

    /// <summary>The labels of earlier folios on which the record stands.</summary>
    public IReadOnlyList<string> Before { get; init; } = [];

    /// <summary>The labels of later folios on which the record goes on.</summary>
    public IReadOnlyList<string> After { get; init; } = [];

    /// <summary>Why it cannot be changed in the grid now; null when it can.</summary>
    public Finding? Refusal { get; init; }

    public bool MayEdit => Refusal is null;
}

/// <summary>What a person put into one cell.</summary>
/// <param name="Path">A column's, or <see cref="FolioCells.Region"/> as <c>x,y,width,height</c>, or <see cref="FolioCells.Note"/>.</param>
/// <param name="Was">What stood there when it was typed: what somebody else changed meanwhile is left to them.</param>
public sealed record CellChange(int Row, string Path, string Text, string Was);

/// <summary>Something that is wrong with one cell, or with a row as a whole.</summary>
/// <param name="Path">As <see cref="CellChange.Path"/>; null for the row.</param>
public sealed record CellFinding(int Row, string? Path, Finding Finding);

/// <summary>What became of cells that were typed. A cell that is refused keeps no other from being kept (I11).</summary>
/// <param name="Refused">Why nothing was kept; empty otherwise.</param>
/// <param name="Disputed">Cells that somebody else changed meanwhile; they were left as they are.</param>
/// <param name="Wrong">Cells that cannot be kept.</param>
public sealed record FolioAnswer(IReadOnlyList<Finding> Refused, IReadOnlyList<CellChange> Disputed, IReadOnlyList<CellFinding> Wrong);

/// <summary>What became of a folio that was said to be done.</summary>
/// <param name="Refused">Why the folio is not done; empty when it is.</param>
/// <param name="Left">The rows that did not go on, each with why. The others did (I11).</param>
public sealed record FolioDoneAnswer(IReadOnlyList<Finding> Refused, IReadOnlyList<CellFinding> Left)
{
    public bool IsDone => Refused.Count == 0 && Left.Count == 0;
}

/// <summary>A batch as it is declared a volume.</summary>
public sealed record NewVolume
{
    public required BatchId Batch { get; init; }

    public required string Name { get; init; }

    public required Right Right { get; init; }

    public required VolumeKind Kind { get; init; }

    public required FolioLayout Layout { get; init; }

    public string From { get; init; } = "";

    public string To { get; init; } = "";

    /// <summary>What is written on the first folio.</summary>
    public string FirstLabel { get; init; } = "";

    /// <summary>Paths of fields, in the order of the page.</summary>
    public required IReadOnlyList<string> Columns { get; init; }
}

/// <summary>A volume that was declared, or why not.</summary>
public sealed record VolumeAnswer(VolumeId? Volume, IReadOnlyList<Finding> Refused);

namespace OfficeNode.Core.Keying;

/// <summary>Who works on an entry now. It ends by leaving, or <see cref="Longest"/> after the last sign of life.</summary>
/// <param name="Person">The login name.</param>
/// <param name="Seen">The last sign of life.</param>
public sealed record Claim(string Person, DateTimeOffset Since, DateTimeOffset Seen)
{
    /// <summary>So long it lasts without a sign of life: six looks of an open page, so that a slow line loses nobody's place.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    /// <summary>Whether it still holds.</summary>
    public bool HoldsAt(DateTimeOffset now) => now - Seen < Longest;
}

/// <summary>The data of one dossier while people key it, until it is released.</summary>
public sealed record Entry
{
    public required EntryId Id { get; init; }

    public required Right Right { get; init; }

    public required EntryState State { get; init; }

    /// <summary>Grows with every change. Who saves says which one they changed.</summary>
    public required long Version { get; init; }

    /// <summary>The number it is known by so far, as printed; null while nobody knows it.</summary>
    public string? Number { get; init; }

    /// <summary>The first applicant or owner so far; null while nobody knows.</summary>
    public string? Applicant { get; init; }

    /// <summary>The batch whose draft it was; null for a correction or a reception without pages.</summary>
    public BatchIdentity? Batch { get; init; }

    /// <summary>The dossier as the separator sheet before its pages names it; null where no sheet names one.</summary>
    public DossierName? Sheet { get; init; }

    /// <summary>Whether a person keyed anything of it.</summary>
    public bool IsTouched { get; init; }

    /// <summary>The volume whose row it is; null for all others.</summary>
    public Ledgers.VolumeId? Volume { get; init; }

    /// <summary>The dossier that is corrected, or that its pages will be added to; null for a new one.</summary>
    public DossierId? Dossier { get; init; }

    /// <summary>The revision that its kept values were taken from.</summary>
    public RevisionId? Base { get; init; }

    /// <summary>Whether somebody waits for it: it goes before others.</summary>
    public bool IsHurried { get; init; }

    public required string MadeBy { get; init; }

    public required DateTimeOffset Made { get; init; }

    /// <summary>Who said last that it is done; null while nobody did.</summary>
    public string? KeyedBy { get; init; }

    public DateTimeOffset? Keyed { get; init; }

    /// <summary>Who keyed it a second time, blind.</summary>
    public string? SecondBy { get; init; }

    /// <summary>Who decided where the two keyings differed.</summary>
    public string? SettledBy { get; init; }

    /// <summary>What was said when it was sent back, dropped, or handed on in spite of findings.</summary>
    public string? Remark { get; init; }

    public string? RemarkBy { get; init; }

    public TextLevel Level { get; init; }

    /// <summary>Who holds it, whether or not the claim still holds.</summary>
    public Claim? Claim { get; init; }

    /// <summary>Whether keying, settling or releasing of it still lies ahead.</summary>
    public bool IsOpen => State is not (EntryState.Released or EntryState.Dropped);
}

/// <summary>Which draft of which batch an entry was.</summary>
/// <param name="Draft">Its place among the batch's drafts when it was handed over, counted from 1.</param>
public sealed record BatchIdentity(Batches.BatchId Batch, int Draft);

/// <summary>A page that belongs to an entry: scanned in a batch, or filed in the entry's dossier already.</summary>
public sealed record EntryPage
{
    /// <summary>Place within the entry, counted from 1; values name their page by it.</summary>
    public required int Number { get; init; }

    /// <summary>Null where nobody said what it is.</summary>
    public DocumentCode? Document { get; init; }

    public required Master Master { get; init; }

    public required int Frame { get; init; }

    public required ImageFacts Facts { get; init; }

    /// <summary>Quarter turns to the right, 0 to 3, that make its frame upright: as a person said, else as it was read.</summary>
    public int Turns { get; init; }

    /// <summary>Blank pages stay with their batch and are not filed.</summary>
    public bool IsBlank { get; init; }

    public required PageOrigin Origin { get; init; }

    /// <summary>The batch it was scanned in; null for a page that is filed already.</summary>
    public Batches.BatchId? Batch { get; init; }

    /// <summary>Its number within <see cref="Batch"/>.</summary>
    public int? BatchNumber { get; init; }

    /// <summary>The page of the dossier that it is; null until it is filed.</summary>
    public PageId? Filed { get; init; }
}

/// <summary>A part of a page that becomes a page of its own at release: the mark of a form, a view of a design.</summary>
/// <param name="Number">Place among the parts of an entry, counted from 1.</param>
/// <param name="Page">The number of the page it is cut from.</param>
/// <param name="Box">In the upright frame.</param>
/// <param name="Document"><c>MRK</c> or <c>VIE</c>.</param>
/// <param name="Design">For a view: the number of the design, counted from 1.</param>
/// <param name="IsProposed">Whether the machine found it and nobody confirmed it: it is not filed.</param>
public sealed record EntryCrop(int Number, int Page, PixelBox Box, DocumentCode Document, int? Design, bool IsProposed);

using OfficeNode.Core.Batches;
using OfficeNode.Core.Keying;

namespace OfficeNode.Core.Ledgers;

/// <summary>What a volume was on paper. The numbers are kept in the register and never change their meaning.</summary>
public enum VolumeKind
{
    /// <summary>A bound register: its folios are numbered.</summary>
    Ledger,

    /// <summary>A box of index cards.</summary>
    Cards,
}

/// <summary>How the folios lie on the pictures of a volume. The numbers are kept in the register and never change their meaning.</summary>
public enum FolioLayout
{
    /// <summary>Each picture is one folio.</summary>
    Single,

    /// <summary>Each picture is an opening: the left folio comes first.</summary>
    LeftFirst,

    /// <summary>Each picture is an opening of a book that is read from right to left.</summary>
    RightFirst,
}

/// <summary>Which part of its picture a folio is. The numbers are kept in the register and never change their meaning.</summary>
public enum FolioHalf
{
    Whole,
    Left,
    Right,
}

/// <summary>A bound register or a box of index cards: a batch whose pages hold many records each, keyed in rows.</summary>
public sealed record Volume
{
    public required VolumeId Id { get; init; }

    /// <summary>The batch that was declared a volume instead of being handed over dossier by dossier.</summary>
    public required BatchId Batch { get; init; }

    /// <summary>As on its spine: "Register of marks, vol. 3".</summary>
    public required string Name { get; init; }

    public required Right Right { get; init; }

    public required VolumeKind Kind { get; init; }

    /// <summary>The first number or year in it, as on its spine; null where it does not say.</summary>
    public string? From { get; init; }

    /// <summary>The last number or year in it.</summary>
    public string? To { get; init; }

    /// <summary>The fields that are keyed in columns, in the order of the page, as <see cref="FormField.Path"/>.</summary>
    public required IReadOnlyList<string> Columns { get; init; }

    public required string Author { get; init; }

    public required DateTimeOffset Made { get; init; }

    /// <summary>Fields that may be columns of a grid: those that are written in one line.</summary>
    public static IReadOnlyList<FormField> ColumnsOf(Right right) =>
        [.. Form.Of(right).Fields.Where(field => field.Kind is not (FieldKind.LongText or FieldKind.LongLocalText))];
}

/// <summary>One page of a volume, or one half of an opening.</summary>
public sealed record Folio
{
    public required VolumeId Volume { get; init; }

    /// <summary>Its place in the volume, counted from 1. It never changes.</summary>
    public required int Number { get; init; }

    /// <summary>What is written on it, as a person said or as it counts on from the one before.</summary>
    public required string Label { get; init; }

    /// <summary>Whether a person said <see cref="Label"/>.</summary>
    public bool IsLabelSaid { get; init; }

    public required FolioHalf Half { get; init; }

    /// <summary>The number within the batch of the page that shows it.</summary>
    public required int BatchPage { get; init; }

    public required Master Master { get; init; }

    public required int Frame { get; init; }

    public required ImageFacts Facts { get; init; }

    /// <summary>Quarter turns to the right, 0 to 3, that make its frame upright.</summary>
    public int Turns { get; init; }

    /// <summary>Whether nothing is written on it: it is kept and counted, and nobody has to key it (I10).</summary>
    public bool IsBlank { get; init; }

    /// <summary>Who said last that it is done; null while nobody did.</summary>
    public string? DoneBy { get; init; }

    public DateTimeOffset? Done { get; init; }

    /// <summary>Who holds it, whether or not the claim still holds.</summary>
    public Claim? Claim { get; init; }

    /// <summary>The width of its upright picture, in pixels.</summary>
    public int Width => Turns % 2 == 0 ? Facts.Width : Facts.Height;

    /// <summary>The height of its upright picture, in pixels.</summary>
    public int Height => Turns % 2 == 0 ? Facts.Height : Facts.Width;

    /// <summary>The part of the upright picture that is this folio.</summary>
    public PixelBox Area => Half switch
    {
        FolioHalf.Left => new PixelBox(0, 0, Width / 2, Height),
        FolioHalf.Right => new PixelBox(Width / 2, 0, Width - (Width / 2), Height),
        _ => new PixelBox(0, 0, Width, Height),
    };

    /// <summary>Whether a region can be drawn on its picture. It may reach beyond the folio: lines of ledgers run over the fold.</summary>
    public bool Holds(PixelBox box) =>
        box is { X: >= 0, Y: >= 0, Width: > 0, Height: > 0 } && box.Width <= Width && box.X <= Width - box.Width && box.Height <= Height && box.Y <= Height - box.Height;
}

/// <summary>One line of a folio: the place of a record, or of a part of it.</summary>
public sealed record FolioRow
{
    /// <summary>Tells it from the other rows of its folio; it never changes.</summary>
    public required int Row { get; init; }

    /// <summary>The record; null while nothing was keyed in the row.</summary>
    public EntryId? Entry { get; init; }

    /// <summary>Where it stands on the picture of the folio; null until somebody marked it. Regions may overlap.</summary>
    public PixelBox? Region { get; init; }

    /// <summary>What is written beside it: marginal notes, kept as they stand.</summary>
    public string Note { get; init; } = "";
}

/// <summary>A place of a record in a volume, with the picture that shows it.</summary>
/// <param name="Page">The page of the dossier that it became; null before release.</param>
public sealed record LedgerPlace(Volume Volume, Folio Folio, FolioRow Row, PageId? Page);

using OfficeNode.Core;

namespace OfficeNode.Capture.Fields;

/// <summary>How the words before a value end.</summary>
internal enum LabelEnd
{
    /// <summary>The value follows without a sign.</summary>
    None,

    /// <summary>A colon, or what a reading machine makes of it.</summary>
    Colon,

    /// <summary>Nothing follows in this run.</summary>
    Run,

    /// <summary>The label is a part of what a cell in a column of labels says.</summary>
    Cell,
}

/// <summary>A place on a form that says what stands behind, beside or below it.</summary>
internal sealed record Anchor
{
    /// <summary>One of <see cref="FieldName"/>.</summary>
    public required string Field { get; init; }

    /// <summary>What it was read from; a run of its own where it stands over several lines.</summary>
    public required TextRun Run { get; init; }

    /// <summary>The runs of the sheet that it stands in: none of them is a value.</summary>
    public IReadOnlyList<TextRun> SheetRuns { get => field ?? [Run]; init; }

    /// <summary>The code as ST.9, ST.60 or ST.80 writes it; null without one.</summary>
    public string? Inid { get; init; }

    /// <summary>Brackets of the code that were read.</summary>
    public int Brackets { get; init; }

    /// <summary>The label; null where the code stands alone or the label is not known.</summary>
    public LabelMatch? Label { get; init; }

    /// <summary>Where in the run's text the anchor begins.</summary>
    public int Start { get; init; }

    /// <summary>Where in the run's text the value begins.</summary>
    public required int ValueStart { get; init; }

    /// <summary>Where in the run's text the value ends: at the next anchor.</summary>
    public int ValueEnd { get; init; } = int.MaxValue;

    public LabelEnd End { get; init; }

    /// <summary>Where its code and label stand, without the value behind them.</summary>
    public PixelBox Box => Run.Between(Start, ValueStart).Select(word => word.Box).DefaultIfEmpty(Run.Box).Aggregate((all, box) => all.Union(box));

    /// <summary>How much it speaks for the page being a form: codes with labels twice as much as either alone.</summary>
    public int Weight => (Inid is null ? 0 : 1) + (Label is null ? 0 : 1);
}

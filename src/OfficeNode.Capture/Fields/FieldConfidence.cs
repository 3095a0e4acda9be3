using OfficeNode.Core;

namespace OfficeNode.Capture.Fields;

/// <summary>How sure a field is: how it was found, whether its value has the shape, and how well it was read.</summary>
internal static class FieldConfidence
{
    private const double CodeAndLabel = 98;
    private const double CodeAlone = 90;
    private const double LabelAlone = 88;
    private const double ShapeAlone = 55;

    // A code of which one bracket was read may be another number.
    private const double BracketMissing = 0.95;

    // The label is only a part of what its cell says: "Name and address of the applicant".
    private const double PartOfCell = 0.85;

    private const double NoShapeKnown = 0.97;
    private const double ShapeMissed = 0.6;

    // Half of it hangs on the reading: a word that the machine doubts is still found in the right place.
    private const double Reading = 0.5;

    /// <param name="fits">Whether the value has the shape; null when the field has none or letters were mended.</param>
    public static double Of(Anchor anchor, IReadOnlyList<TextWord> words, bool? fits)
    {
        var how = anchor switch
        {
            { Inid: not null, Label: not null } => CodeAndLabel,
            { Inid: not null } => CodeAlone,
            _ => LabelAlone,
        };
        var label = anchor.Label is { } match ? 1 - (double)match.Distance / match.Letters : 1;
        var brackets = anchor is { Inid: not null, Brackets: < 2 } ? BracketMissing : 1;
        var cell = anchor.End == LabelEnd.Cell ? PartOfCell : 1;
        var shape = fits switch { true => 1, null => NoShapeKnown, false => ShapeMissed };
        return Rounded(how * label * brackets * cell * shape * ReadingOf(words));
    }

    public static double OfShape(IReadOnlyList<TextWord> words) => Rounded(ShapeAlone * ReadingOf(words));

    private static double ReadingOf(IReadOnlyList<TextWord> words)
    {
        var letters = words.Sum(word => word.Text.Length);
        var mean = words.Sum(word => float.IsNaN(word.Confidence) ? 0 : Math.Clamp(word.Confidence, 0, 100) * word.Text.Length) / Math.Max(1, letters);
        return 1 - Reading + Reading * mean / 100;
    }

    private static double Rounded(double confidence) => Math.Round(Math.Clamp(confidence, 0, 100), 1);
}

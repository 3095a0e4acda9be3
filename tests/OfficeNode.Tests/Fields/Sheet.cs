using OfficeNode.Capture.Fields;
using OfficeNode.Core;
using OfficeNode.Core.Batches;

namespace OfficeNode.Tests.Fields;

/// <summary>A page text put together word by word, as a machine would give it that reads without a mistake.</summary>
internal sealed class Sheet
{
    private const int Width = 2480;
    private const int LetterWidth = 22;
    private const int LineHeight = 42;
    private const int Left = 263;
    private const int LineStep = 95;
    private const double SmallPrint = 0.65;

    private readonly List<TextLine> _lines = [];
    private readonly string _language;
    private int _y = 300;

    public Sheet(string language = "eng") => _language = language;

    /// <summary>One line below the other, each as far from the last as paragraphs are.</summary>
    public static Sheet Of(params IReadOnlyList<string> lines) => lines.Aggregate(new Sheet(), (sheet, line) => sheet.Line(line));

    /// <summary>A line at the left margin, or at another place.</summary>
    public Sheet Line(string text, int x = Left, int step = LineStep, float confidence = 95, bool small = false)
    {
        _lines.Add(LineAt(text, x, _y += step, confidence, small ? SmallPrint : 1));
        return this;
    }

    /// <summary>Two cells of a row; the right one may have several lines.</summary>
    public Sheet Row(string label, params IReadOnlyList<string> value)
    {
        _y += LineStep;
        _lines.Add(LineAt(label, Left, _y, 95));
        foreach (var (line, number) in value.Select((line, number) => (line, number)))
        {
            _lines.Add(LineAt(line, 950, _y + number * 60, 95));
        }

        _y += (value.Count - 1) * 60;
        return this;
    }

    public PageText Text() => new()
    {
        Width = Width,
        Height = 3508,
        Languages = [_language],
        Engine = "by hand",
        Blocks = [.. _lines.Select(line => new TextBlock(line.Box, [line]))],
    };

    public IReadOnlyList<ReadField> Find(Right right = Right.Patent, FieldRules? rules = null) => new FieldFinder(rules ?? FieldRules.BuiltIn, new()).Find([new(4, Text())], right);

    /// <summary>The value of the field, or those of all with a bar between them; null when it was not found.</summary>
    public string? ValueOf(string field, Right right = Right.Patent, FieldRules? rules = null)
    {
        var found = Find(right, rules).Where(one => one.Field == field).Select(one => one.Value).ToList();
        return found.Count == 0 ? null : string.Join(" | ", found);
    }

    private static TextLine LineAt(string text, int x, int y, float confidence, double size = 1)
    {
        var isArabic = text.Any(letter => letter is >= '\u0600' and <= '\u06FF');
        var words = new List<TextWord>();
        foreach (var word in text.Split(' '))
        {
            var width = (int)(word.Length * LetterWidth * size);
            words.Add(new(word, new(isArabic ? Width - x - width : x, y, width, (int)(LineHeight * size)), confidence));
            x += width + LetterWidth / 2;
        }

        return new(words.Select(word => word.Box).Aggregate((all, box) => all.Union(box)), words) { RightToLeft = isArabic };
    }
}

using System.Text.RegularExpressions;

namespace OfficeNode.Capture.Fields;

/// <summary>Finds the anchors of a sheet: INID codes first, labels second.</summary>
internal sealed partial class AnchorFinder
{
    // "Title of the invention in the language of the application:" goes on behind the label that is known.
    private const int MostWordsToColon = 7;
    private const int MostWordsOfSplitLabel = 4;
    private const int MostWordsOfCellLine = 8;
    private const int MostLinesOfCell = 3;

    private readonly FormSheet _sheet;
    private readonly RuleBook _book;
    private readonly HashSet<TextRun> _consumed = new(ReferenceEqualityComparer.Instance);

    public AnchorFinder(FormSheet sheet, RuleBook book)
    {
        _sheet = sheet;
        _book = book;
    }

    /// <summary>All anchors, from top to bottom.</summary>
    public IReadOnlyList<Anchor> Find()
    {
        var anchors = new List<Anchor>();
        foreach (var run in _sheet.Runs.Where(run => !_consumed.Contains(run)))
        {
            anchors.AddRange(FindIn(run));
        }

        return anchors;
    }

    private IEnumerable<Anchor> FindIn(TextRun run)
    {
        var behindSpecks = BehindSpecks(run);
        var first = behindSpecks is { Inid: not null } ? behindSpecks : WithWholeCell(At(run, 0)) ?? behindSpecks ?? OfCell(run) ?? OfSplitLabel(run);
        while (first is not null)
        {
            var next = first.Inid is null ? null : NextIn(first);
            yield return next is null ? first : first with { ValueEnd = next.Start };
            first = next;
        }
    }

    /// <summary>An anchor behind what the machine made of specks and shadows at the edge.</summary>
    private Anchor? BehindSpecks(TextRun run)
    {
        var specks = Specks().Match(run.Text);
        return specks.Length > 0 && At(run, specks.Length) is { } anchor && (anchor.Brackets > 0 || anchor.End == LabelEnd.Colon) ? anchor : null;
    }

    private Anchor? At(TextRun run, int from)
    {
        var code = InidReading.At(run.Text, from, _book);
        var behind = code?.End ?? Enumeration().Match(run.Text, from).Length + from;
        var label = _book.LabelAt(run.Text, behind);
        if (label is { } found && EndOf(found.Field, run.Text, found.End) is (var end, var value))
        {
            return OfLabel(run, from, code, found, end, value);
        }

        return code is { Brackets: > 0 } ? OfCode(run, from, code) : null;
    }

    private Anchor? OfLabel(TextRun run, int from, InidReading? code, LabelMatch label, LabelEnd end, int value)
    {
        if (code is null && end == LabelEnd.None && !FitsAt(label.Field, run.Text, value))
        {
            return null;
        }

        return new()
        {
            Field = FieldOf(code, label),
            Run = run,
            Inid = code?.Code,
            Brackets = code?.Brackets ?? 0,
            Label = label,
            Start = from,
            ValueStart = value,
            End = end,
        };
    }

    /// <summary>The label says more than the code where one code stands for a person's name and address; what it says of fields that no draft has weighs less.</summary>
    private string FieldOf(InidReading? code, LabelMatch label)
    {
        var ofCode = code is null ? null : _book.FieldOf(code.Code);
        return ofCode is not null and not FieldName.Other && (label.Field == FieldName.Name || (label.Field == FieldName.Other && !FieldName.IsParty(ofCode))) ? ofCode : label.Field;
    }

    private Anchor OfCode(TextRun run, int from, InidReading code)
    {
        var field = _book.FieldOf(code.Code)!;   // codes that the book does not know are not read
        var colon = FarColon(field, run.Text, code.End);
        var behind = colon is { } end && (field != FieldName.Title || IsOfTitle(run.Text[code.End..end])) ? colon : null;
        return new()
        {
            Field = field,
            Run = run,
            Inid = code.Code,
            Brackets = code.Brackets,
            Start = from,
            ValueStart = behind ?? code.End,
            End = behind is not null ? LabelEnd.Colon : code.End >= run.Text.Length ? LabelEnd.Run : LabelEnd.None,
        };
    }

    /// <summary>Another code within the same run: only where its label or the shape of its value bears it out, for drawings are described with numbers in brackets.</summary>
    private Anchor? NextIn(Anchor anchor)
    {
        foreach (var place in Opening().EnumerateMatches(anchor.Run.Text, anchor.ValueStart))
        {
            var next = At(anchor.Run, place.Index);
            if (next is { Brackets: 2 } && (next.Label is not null || FitsAt(next.Field, anchor.Run.Text, next.ValueStart)))
            {
                return next;
            }
        }

        return null;
    }

    /// <summary>A label among the words of a cell in a column of labels, over as many lines as the cell has.</summary>
    private Anchor? OfCell(TextRun run)
    {
        var isAbove = _sheet.IsLabelAbove(run);
        if ((!isAbove && !_sheet.IsLabelCell(run)) || run.Words.Count > MostWordsOfCellLine)
        {
            return null;
        }

        var lines = isAbove ? [run] : LinesOfCell(run);
        var cell = new TextRun([.. lines.SelectMany(line => line.Words)]);
        var behind = Enumeration().Match(cell.Text).Length;
        var atStart = _book.LabelAt(cell.Text, behind);
        var isField = atStart is { Field: not (FieldName.Name or FieldName.Other) };
        if ((isField ? atStart : _book.LabelWithin(cell.Text) ?? atStart) is not { } label)
        {
            return null;
        }

        _consumed.UnionWith(lines);
        return new() { Field = label.Field, Run = cell, SheetRuns = lines, Label = label, ValueStart = cell.Text.Length, End = EndOf(label.Field, cell.Text, label.End).End == LabelEnd.Run ? LabelEnd.Run : LabelEnd.Cell };
    }

    /// <summary>A label that fills the first line of its cell goes on in those below.</summary>
    private Anchor? WithWholeCell(Anchor? anchor)
    {
        // "Full name of the applicant" is more than a name; a name with a value behind it is no heading.
        if (anchor is { Field: FieldName.Name, Inid: null } && anchor.ValueStart >= anchor.Run.Text.Length && OfCell(anchor.Run) is { } fuller)
        {
            return fuller;
        }

        if (anchor is not { End: LabelEnd.Run } || !_sheet.IsLabelCell(anchor.Run) || _sheet.IsLabelAbove(anchor.Run))
        {
            return anchor;
        }

        var lines = LinesOfCell(anchor.Run);
        _consumed.UnionWith(lines);
        var cell = new TextRun([.. lines.SelectMany(line => line.Words)]);
        return anchor with { Run = cell, SheetRuns = lines, ValueStart = cell.Text.Length };
    }

    private List<TextRun> LinesOfCell(TextRun run)
    {
        var lines = new List<TextRun> { run };
        while (lines.Count < MostLinesOfCell && _sheet.Below(lines[^1], heights: 1) is { } below && _sheet.IsSameEdge(below, run.Box.X)
            && below.Words.Count <= MostWordsOfCellLine && Enumeration().Match(below.Text).Length == 0 && !(_sheet.IsLabelCell(below) && _book.LabelAt(below.Text, 0) is { Distance: 0 }))
        {
            lines.Add(below);
        }

        return lines;
    }

    /// <summary>A label that goes on in the line below, as in a narrow column.</summary>
    private Anchor? OfSplitLabel(TextRun run)
    {
        if (run.Words.Count > MostWordsOfSplitLabel || _sheet.Below(run, heights: 1) is not { } below || !_sheet.IsSameEdge(below, run.Box.X) || below.Words.Count > MostWordsOfSplitLabel)
        {
            return null;
        }

        var both = new TextRun([.. run.Words, .. below.Words]);
        if (At(both, 0) is not { Label: { } label, End: not LabelEnd.None } anchor || label.End <= run.Text.Length)
        {
            return null;
        }

        _consumed.Add(below);
        return anchor with { SheetRuns = [run, below] };
    }

    private bool FitsAt(string field, string text, int from) => from < text.Length && _book.TraitsOf(field).Fits(text[from..].TrimStart(' ', ':', '.', '-')) == true;

    /// <summary>How a label ends, and where the value begins.</summary>
    private (LabelEnd End, int Value) EndOf(string field, string text, int from)
    {
        var sign = Sign().Match(text, from);
        if (sign.Success)
        {
            return (sign.Index + sign.Length >= text.Length ? LabelEnd.Run : LabelEnd.Colon, sign.Index + sign.Length);
        }

        var behind = from + Bracketed().Match(text, from).Length;
        if (behind >= text.Length)
        {
            return (LabelEnd.Run, text.Length);
        }

        return FarColon(field, text, behind) is { } value ? (LabelEnd.Colon, value) : (LabelEnd.None, behind);
    }

    /// <summary>The place behind a colon that some words stand before; null where the words are the value already: a number, and a heading behind it.</summary>
    private int? FarColon(string field, string text, int from)
    {
        var colon = Colon().Match(text, from);
        return colon.Success && colon.Value.Count(letter => letter == ' ') <= MostWordsToColon && !FitsAt(field, colon.Value, 0) ? colon.Index + colon.Length : null;
    }

    /// <summary>Whether what stands before a colon is a label: a title may have a colon of its own.</summary>
    private bool IsOfTitle(string text) => !text.Any(char.IsLetterOrDigit) || _book.LabelWithin(text) is { Field: FieldName.Title };

    [GeneratedRegex(@"\G\s*(\(?\d{1,2}[.)]|[A-Za-zА-Яа-яأ-ي][.)]|[IVX]{1,4}[.)]|[•▪\-*])?\s*")]
    private static partial Regex Enumeration();

    // Signs, or words of at most two letters.
    [GeneratedRegex(@"^([^\p{L}\p{Nd}()\[\]{}]+|[^\s()\[\]{}]{1,2}\s+){1,3}")]
    private static partial Regex Specks();

    // Between digits it is the colon of a time.
    [GeneratedRegex(@"\G([^:：؛]|(?<=\d)[:：](?=\d)){0,80}(?!(?<=\d)[:：]\d)[:：]\s*", RegexOptions.ExplicitCapture)]
    private static partial Regex Colon();

    [GeneratedRegex(@"\G\s?([:;：؛=]|\.{2,}|[.…]$|\.(?=\s)|[-–—]\s)+\s*")]
    private static partial Regex Sign();

    [GeneratedRegex(@"\G\s*(\([^)]{0,60}\)|\*)?\s*")]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"(?<=\s)[(\[{]")]
    private static partial Regex Opening();
}

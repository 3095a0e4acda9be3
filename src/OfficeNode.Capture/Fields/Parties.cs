using OfficeNode.Core;

namespace OfficeNode.Capture.Fields;

/// <summary>Says which party of a form a name or an address belongs to.</summary>
internal sealed class Parties
{
    private readonly FormSheet _sheet;
    private readonly RuleBook _book;
    private readonly List<(string Party, PixelBox Box)> _headings = [];

    private Parties(FormSheet sheet, RuleBook book)
    {
        _sheet = sheet;
        _book = book;
    }

    /// <summary>For each anchor the party that it belongs to: the one of its code, of the heading above it in its column, or of the last heading; null before the first.</summary>
    /// <param name="anchors">All of a page, from top to bottom.</param>
    public static IReadOnlyList<string?> Of(IReadOnlyList<Anchor> anchors, FormSheet sheet, RuleBook book)
    {
        var parties = new Parties(sheet, book);
        return [.. anchors.Select(parties.Next)];
    }

    private string? Next(Anchor anchor)
    {
        var box = anchor.Box;
        if (FieldName.IsParty(anchor.Field))
        {
            _headings.Add((anchor.Field, box));
            return anchor.Field;
        }

        if (anchor.Inid is { } code && _book.FieldOf(code) is { } ofCode && FieldName.IsParty(ofCode))
        {
            return ofCode;
        }

        // Where applicant and agent stand side by side, the last heading in the order of reading is the right one's.
        var above = _headings.FindAll(heading => IsAbove(heading.Box, box));
        return above.Count > 0 ? above.MaxBy(heading => heading.Box.Y).Party : _headings.Count > 0 ? _headings[^1].Party : null;
    }

    private bool IsAbove(PixelBox heading, PixelBox box) =>
        heading.Y + heading.Height / 2 < box.Y && (_sheet.IsSameEdge(heading, box.X) || (heading.X < box.Right && heading.Right > box.X));
}

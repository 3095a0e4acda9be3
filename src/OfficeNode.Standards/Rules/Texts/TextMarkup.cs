using System.Text.RegularExpressions;
using OfficeNode.Core;

namespace OfficeNode.Standards.Rules.Texts;

/// <summary>No name, title or goods text holds remains of HTML.</summary>
internal sealed partial class TextMarkup : Rule
{
    public override string Id => "TEXT-MARKUP";

    public override Severity Severity => Severity.Warning;

    public override string Source => "facts/numbering-and-codes.md [V]";

    public override IEnumerable<Finding> Check(Subject subject)
    {
        foreach (var place in TextPlace.AllOf(subject.Record))
        {
            if (place.Text.AsSpan().IndexOfAny('&', '<') >= 0 && Remains().Match(place.Text) is { Success: true } remains)
            {
                yield return At(place.Path, place.Around(remains.Index), "plain text");
            }
        }
    }

    [GeneratedRegex(
        "&(#[0-9]{1,7}|#x[0-9a-fA-F]{1,6}|amp|lt|gt|quot|apos|nbsp|[a-zA-Z]{1,8}(acute|grave|circ|uml|tilde|cedil|slash|ring));"
        + "|</?(p|b|i|u|br|sub|sup|span|div|font|em|strong)\\b[^>]{0,200}>",
        RegexOptions.CultureInvariant)]
    private static partial Regex Remains();
}

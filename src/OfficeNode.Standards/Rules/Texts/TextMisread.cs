using System.Buffers;
using System.Text.RegularExpressions;
using OfficeNode.Core;

namespace OfficeNode.Standards.Rules.Texts;

/// <summary>No text shows UTF-8 that was read as a Western code page.</summary>
/// <remarks>Of Arabic and Cyrillic two pairs in a row are needed, because Ø and Ð are letters of their own.</remarks>
internal sealed partial class TextMisread : Rule
{
    private static readonly SearchValues<char> Leads = SearchValues.Create("ÃÂØÙâÐÑ");

    public override string Id => "TEXT-MISREAD";

    public override Severity Severity => Severity.Warning;

    public override string Source => "facts/numbering-and-codes.md [V]";

    public override IEnumerable<Finding> Check(Subject subject)
    {
        foreach (var place in TextPlace.AllOf(subject.Record))
        {
            if (place.Text.AsSpan().ContainsAny(Leads) && Pairs().Match(place.Text) is { Success: true } pair)
            {
                yield return At(place.Path, place.Around(pair.Index), "letters in their right encoding");
            }
        }
    }

    // UTF-8 of Latin letters begins with C3 or C2, of typographic signs with E2 80, of Arabic with D8 and D9, of Cyrillic with D0 and D1.
    [GeneratedRegex(
        "Ã[\\u0080-\\u00BF€™œŸŠ‰]|Â[\\u0080-\\u00BF]|â€[\\u0080-\\u00BF™œ˜“”]"
        + "|([ØÙÐÑ][\\u0080-\\u00BF€-™šžŸƒ„…†‡ˆ‰‹ŒŠŽ]){2}",
        RegexOptions.CultureInvariant)]
    private static partial Regex Pairs();
}

using OfficeNode.Core;

namespace OfficeNode.Standards.Rules.Texts;

/// <summary>No text holds the replacement character or three question marks in a row.</summary>
/// <remarks>They stand where a conversion lost the letters.</remarks>
internal sealed class TextReplaced : Rule
{
    public override string Id => "TEXT-REPLACED";

    public override Severity Severity => Severity.Warning;

    public override string Source => "facts/numbering-and-codes.md [V]";

    public override IEnumerable<Finding> Check(Subject subject)
    {
        foreach (var place in TextPlace.AllOf(subject.Record))
        {
            var at = place.Text.IndexOf('\uFFFD', StringComparison.Ordinal);
            at = at < 0 ? place.Text.IndexOf("???", StringComparison.Ordinal) : at;
            if (at >= 0)
            {
                yield return At(place.Path, place.Around(at), "the letters that a conversion lost");
            }
        }
    }
}

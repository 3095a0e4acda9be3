using System.Globalization;
using OfficeNode.Core;

namespace OfficeNode.Standards.Rules.Texts;

/// <summary>No text holds a control character or half of a character.</summary>
internal sealed class TextControl : Rule
{
    public override string Id => "TEXT-CONTROL";

    public override Severity Severity => Severity.Error;

    public override string Source => "OfficeNode, XML 1.0 cannot hold such characters";

    public override IEnumerable<Finding> Check(Subject subject)
    {
        foreach (var place in TextPlace.AllOf(subject.Record))
        {
            var at = XmlText.FirstUnclean(place.Text);
            if (at >= 0)
            {
                yield return At(place.Path, string.Create(CultureInfo.InvariantCulture, $"U+{(int)place.Text[at]:X4}"), "characters that XML can hold");
            }
        }
    }
}

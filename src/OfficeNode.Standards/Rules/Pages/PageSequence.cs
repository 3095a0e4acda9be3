using System.Globalization;
using OfficeNode.Core;

namespace OfficeNode.Standards.Rules.Pages;

/// <summary>The pages of a document count from 1 without gaps.</summary>
internal sealed class PageSequence : Rule
{
    public override string Id => "PAGE-SEQUENCE";

    public override Severity Severity => Severity.Warning;

    public override string Source => "OfficeNode, I10: nothing is dropped silently";

    public override IEnumerable<Finding> Check(Subject subject)
    {
        Page? last = null;
        foreach (var page in subject.Pages)
        {
            var due = last is not null && last.Document == page.Document ? last.Sequence + 1 : 1;
            if (page.Sequence != due)
            {
                yield return At(PagePath.Of(page), page.Sequence.ToString(CultureInfo.InvariantCulture), due.ToString(CultureInfo.InvariantCulture));
            }

            last = page;
        }
    }
}

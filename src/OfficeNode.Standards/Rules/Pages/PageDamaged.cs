using OfficeNode.Core;

namespace OfficeNode.Standards.Rules.Pages;

/// <summary>No page is damaged.</summary>
internal sealed class PageDamaged : Rule
{
    public override string Id => "PAGE-DAMAGED";

    public override Severity Severity => Severity.Error;

    public override string Source => "OfficeNode, I1: a master's name is its digest";

    public override IEnumerable<Finding> Check(Subject subject)
    {
        foreach (var page in subject.Pages)
        {
            if (page.Damaged)
            {
                yield return At(PagePath.Of(page), page.Master.Digest.Value);
            }
        }
    }
}

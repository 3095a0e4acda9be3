using OfficeNode.Core;

namespace OfficeNode.Standards.Rules.Pages;

/// <summary>Hague limits: the views of an application have one format.</summary>
internal sealed class HagueOneFormat : Rule
{
    public override string Id => "HAGUE-ONE-FORMAT";

    public override Severity Severity => Severity.Warning;

    public override string Source => "facts/brand-design-databases.md [V]";

    public override IReadOnlyList<Right> Rights => Designs;

    public override IEnumerable<Finding> Check(Subject subject)
    {
        Page? first = null;
        foreach (var page in subject.Pages.Where(PagePath.IsPicture))
        {
            first ??= page;
            if (page.Facts.Format != first.Facts.Format)
            {
                yield return At(PagePath.Of(page), page.Facts.Format.ToString(), first.Facts.Format.ToString());
                yield break;
            }
        }
    }
}

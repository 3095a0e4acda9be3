using System.Globalization;
using OfficeNode.Core;

namespace OfficeNode.Standards.Rules.Pages;

/// <summary>Hague limits: a view has at most 10 MB.</summary>
internal sealed class HagueFileSize : Rule
{
    private const long Most = 10_000_000;

    public override string Id => "HAGUE-FILE-SIZE";

    public override Severity Severity => Severity.Warning;

    public override string Source => "facts/brand-design-databases.md [V]";

    public override IReadOnlyList<Right> Rights => Designs;

    public override IEnumerable<Finding> Check(Subject subject)
    {
        foreach (var page in subject.Pages)
        {
            if (PagePath.IsPicture(page) && page.Master.Length > Most)
            {
                yield return At(PagePath.Of(page), string.Create(CultureInfo.InvariantCulture, $"{page.Master.Length / 1e6:0.0} MB"), "at most 10 MB");
            }
        }
    }
}

using System.Globalization;
using OfficeNode.Core;

namespace OfficeNode.Standards.Rules.Pages;

/// <summary>Hague limits: the views of an application have at most 100 MB together.</summary>
internal sealed class HagueTotalSize : Rule
{
    private const long Most = 100_000_000;

    public override string Id => "HAGUE-TOTAL-SIZE";

    public override Severity Severity => Severity.Warning;

    public override string Source => "facts/brand-design-databases.md [V]";

    public override IReadOnlyList<Right> Rights => Designs;

    public override IEnumerable<Finding> Check(Subject subject)
    {
        var total = subject.Pages.Where(PagePath.IsPicture).Sum(page => page.Master.Length);
        if (total > Most)
        {
            yield return At("designs", string.Create(CultureInfo.InvariantCulture, $"{total / 1e6:0.0} MB"), "at most 100 MB");
        }
    }
}

using System.Globalization;
using OfficeNode.Core;

namespace OfficeNode.Standards.Rules.Pages;

/// <summary>Hague limits: a view has 400 to 3780 pixels on each side.</summary>
internal sealed class HaguePixels : Rule
{
    private const int Fewest = 400;
    private const int Most = 3780;

    public override string Id => "HAGUE-PIXELS";

    public override Severity Severity => Severity.Warning;

    public override string Source => "facts/brand-design-databases.md [V]";

    public override IReadOnlyList<Right> Rights => Designs;

    public override IEnumerable<Finding> Check(Subject subject)
    {
        foreach (var page in subject.Pages)
        {
            var (width, height) = (page.Facts.Width, page.Facts.Height);
            var fits = Math.Min(width, height) >= Fewest && Math.Max(width, height) <= Most;
            if (PagePath.IsPicture(page) && page.Facts.Format != ImageFormat.Pdf && !fits)
            {
                yield return At(PagePath.Of(page), string.Create(CultureInfo.InvariantCulture, $"{width} x {height} pixels"), "400 to 3780 pixels");
            }
        }
    }
}

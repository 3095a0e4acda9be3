using System.Globalization;
using OfficeNode.Core;

namespace OfficeNode.Standards.Rules.Pages;

/// <summary>A patent page is not larger than A4; a larger one is scaled to fit.</summary>
internal sealed class PageSize : Rule
{
    private const double ShortSide = 210;
    private const double LongSide = 297;

    // Scanners give a few pixel lines more than the paper has.
    private const double Tolerance = 2;

    public override string Id => "PAGE-SIZE";

    public override Severity Severity => Severity.Info;

    public override string Source => "facts/patentscope.md [R]";

    public override IReadOnlyList<Right> Rights => Inventions;

    public override IEnumerable<Finding> Check(Subject subject)
    {
        foreach (var page in subject.Pages)
        {
            if (page.Facts is not { DpiX: > 0 and { } dpiX, DpiY: > 0 and { } dpiY } facts)
            {
                continue;
            }

            var width = ImageFacts.MillimetresOf(facts.Width, dpiX);
            var height = ImageFacts.MillimetresOf(facts.Height, dpiY);
            if (Math.Min(width, height) > ShortSide + Tolerance || Math.Max(width, height) > LongSide + Tolerance)
            {
                yield return At(PagePath.Of(page), string.Create(CultureInfo.InvariantCulture, $"{width:0} x {height:0} mm"), "210 x 297 mm");
            }
        }
    }
}

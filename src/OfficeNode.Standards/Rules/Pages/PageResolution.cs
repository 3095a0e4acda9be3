using System.Globalization;
using OfficeNode.Core;

namespace OfficeNode.Standards.Rules.Pages;

/// <summary>A patent page has at least 300 dpi.</summary>
/// <remarks>Of a PDF the header says nothing, so it is not judged; a resolution that is not given is.</remarks>
internal sealed class PageResolution : Rule
{
    private const double LowestDpi = 300;

    // Scanners write 299.99 for 300, and centimetres are rounded to 118 per centimetre (299.72).
    private const double Rounding = 0.5;

    public override string Id => "PAGE-RESOLUTION";

    public override Severity Severity => Severity.Warning;

    public override string Source => "facts/patentscope.md [R]";

    public override IReadOnlyList<Right> Rights => Inventions;

    public override IEnumerable<Finding> Check(Subject subject)
    {
        foreach (var page in subject.Pages)
        {
            var facts = page.Facts;
            var isEnough = facts is { DpiX: >= LowestDpi - Rounding, DpiY: >= LowestDpi - Rounding };
            if (!isEnough && facts.Format != ImageFormat.Pdf)
            {
                var found = facts is { DpiX: { } x, DpiY: { } y } ? string.Create(CultureInfo.InvariantCulture, $"{x:0.#} x {y:0.#} dpi") : "no resolution";
                yield return At(PagePath.Of(page), found, "at least 300 dpi");
            }
        }
    }
}

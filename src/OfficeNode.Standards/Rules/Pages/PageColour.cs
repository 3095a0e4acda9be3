using System.Globalization;
using OfficeNode.Core;

namespace OfficeNode.Standards.Rules.Pages;

/// <summary>A patent page is black and white; another one is converted.</summary>
internal sealed class PageColour : Rule
{
    public override string Id => "PAGE-COLOUR";

    public override Severity Severity => Severity.Info;

    public override string Source => "facts/patentscope.md [V]";

    public override IReadOnlyList<Right> Rights => Inventions;

    public override IEnumerable<Finding> Check(Subject subject)
    {
        foreach (var page in subject.Pages)
        {
            if (!page.Facts.IsBilevel && page.Facts.Format != ImageFormat.Pdf)
            {
                var bits = page.Facts.BitsPerSample * page.Facts.SamplesPerPixel;
                yield return At(PagePath.Of(page), string.Create(CultureInfo.InvariantCulture, $"{bits} bits per pixel"), "1 bit per pixel");
            }
        }
    }
}

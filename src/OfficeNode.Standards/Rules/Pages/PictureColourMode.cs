using OfficeNode.Core;

namespace OfficeNode.Standards.Rules.Pages;

/// <summary>The picture of a mark or design is black and white, grey or of three colours.</summary>
/// <remarks>JPEGs for printing have four colours, which many viewers show inverted. A PNG's fourth sample is transparency.</remarks>
internal sealed class PictureColourMode : Rule
{
    private const int Printing = 4;

    public override string Id => "PICTURE-COLOUR-MODE";

    public override Severity Severity => Severity.Warning;

    public override string Source => "facts/brand-design-databases.md [V]";

    public override IReadOnlyList<Right> Rights => MarksAndDesigns;

    public override IEnumerable<Finding> Check(Subject subject)
    {
        foreach (var page in subject.Pages)
        {
            if (PagePath.IsPicture(page) && page.Facts is { Format: ImageFormat.Jpeg, SamplesPerPixel: >= Printing })
            {
                yield return At(PagePath.Of(page), "four colours for printing", "black and white, grey or three colours");
            }
        }
    }
}

using OfficeNode.Core;

namespace OfficeNode.Standards.Rules.Pages;

/// <summary>The picture of a mark or design is a JPEG or PNG.</summary>
internal sealed class PictureFormat : Rule
{
    public override string Id => "PICTURE-FORMAT";

    public override Severity Severity => Severity.Warning;

    public override string Source => "WIPO ST.88, facts/brand-design-databases.md [V]";

    public override IReadOnlyList<Right> Rights => MarksAndDesigns;

    public override IEnumerable<Finding> Check(Subject subject)
    {
        foreach (var page in subject.Pages)
        {
            if (PagePath.IsPicture(page) && page.Facts.Format is not (ImageFormat.Jpeg or ImageFormat.Png))
            {
                yield return At(PagePath.Of(page), page.Facts.Format.ToString(), "JPEG or PNG");
            }
        }
    }
}

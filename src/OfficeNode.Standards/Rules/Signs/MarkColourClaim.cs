using OfficeNode.Core;

namespace OfficeNode.Standards.Rules.Signs;

/// <summary>A mark that claims colours shows them in a picture.</summary>
internal sealed class MarkColourClaim : Rule
{
    public override string Id => "MARK-COLOUR-CLAIM";

    public override Severity Severity => Severity.Warning;

    public override string Source => "OfficeNode, plausibility";

    public override IReadOnlyList<Right> Rights => Marks;

    public override IEnumerable<Finding> Check(Subject subject)
    {
        if (subject.Record.Mark is not { Colours.Count: > 0 } mark)
        {
            yield break;
        }

        var pictures = subject.Pages.Where(page => page.Document == DocumentCode.MarkImage);
        if (pictures.Any() && !pictures.Any(picture => MayBeColoured(picture.Facts)))
        {
            yield return At("mark.colours", mark.Colours[0].Text, "a picture in colour");
        }
    }

    // Of a PDF the header does not say.
    private static bool MayBeColoured(ImageFacts facts) =>
        facts.Format == ImageFormat.Pdf || facts.SamplesPerPixel >= 3 || facts.Photometric == Photometric.Palette;
}

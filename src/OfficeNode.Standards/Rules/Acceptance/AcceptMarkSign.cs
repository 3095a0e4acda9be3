using OfficeNode.Core;

namespace OfficeNode.Standards.Rules.Acceptance;

/// <summary>The mark can be seen or read: by words, a picture or a description.</summary>
internal sealed class AcceptMarkSign : Rule
{
    public override string Id => "ACC-MARK-SIGN";

    public override Severity Severity => Severity.Error;

    public override string Source => "OfficeNode, local acceptance profile; facts/brand-design-databases.md [V]";

    public override IReadOnlyList<Right> Rights => Marks;

    public override IReadOnlyList<string> Destinations => [Profiles.BrandDatabase];

    public override IEnumerable<Finding> Check(Subject subject)
    {
        var hasPicture = subject.Pages.Any(page => page.Document == DocumentCode.MarkImage);
        if (!hasPicture && subject.Record.Mark is not ({ Words.Count: > 0 } or { Descriptions.Count: > 0 }))
        {
            yield return At("mark", expected: "words, a picture or a description");
        }
    }
}

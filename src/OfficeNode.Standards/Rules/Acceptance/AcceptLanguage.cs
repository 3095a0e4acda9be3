using OfficeNode.Core;

namespace OfficeNode.Standards.Rules.Acceptance;

/// <summary>The record names the language of the filing or of a publication.</summary>
internal sealed class AcceptLanguage : Rule
{
    public override string Id => "ACC-LANGUAGE";

    public override Severity Severity => Severity.Error;

    public override string Source => "OfficeNode, local acceptance profile; facts/patentscope.md [I]";

    public override IReadOnlyList<string> Destinations => [Profiles.Patentscope, Profiles.BrandDatabase, Profiles.DesignDatabase];

    public override IEnumerable<Finding> Check(Subject subject)
    {
        if (subject.Record.Language is null && subject.Record.Publications.All(publication => publication.Language is null))
        {
            yield return At("language", expected: "a language code of ISO 639-1");
        }
    }
}

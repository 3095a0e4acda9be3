using OfficeNode.Core;

namespace OfficeNode.Standards.Rules.Acceptance;

/// <summary>The document has pages of opened types, or text.</summary>
internal sealed class AcceptPatentContent : Rule
{
    public override string Id => "ACC-PATENT-CONTENT";

    public override Severity Severity => Severity.Error;

    public override string Source => "OfficeNode, local acceptance profile";

    public override IReadOnlyList<Right> Rights => Inventions;

    public override IReadOnlyList<string> Destinations => [Profiles.Patentscope];

    public override IEnumerable<Finding> Check(Subject subject)
    {
        var record = subject.Record;
        var hasText = record.Abstracts.Count > 0 || record.Descriptions.Count > 0 || record.Claims.Count > 0;
        if (!hasText && subject.Pages.Count == 0)
        {
            yield return At("pages", expected: "pages of opened document types, or text");
        }
    }
}

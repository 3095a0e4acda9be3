using OfficeNode.Core;

namespace OfficeNode.Standards.Rules.Acceptance;

/// <summary>The record has a status that is mapped to one that receivers know.</summary>
internal sealed class AcceptStatus : Rule
{
    public override string Id => "ACC-STATUS";

    public override Severity Severity => Severity.Error;

    public override string Source => "OfficeNode, local acceptance profile; facts/brand-design-databases.md [V]";

    public override IReadOnlyList<Right> Rights => MarksAndDesigns;

    public override IReadOnlyList<string> Destinations => [Profiles.BrandDatabase, Profiles.DesignDatabase];

    public override IEnumerable<Finding> Check(Subject subject)
    {
        if (subject.Record.Status is null or { Category: StatusCategory.Unknown })
        {
            yield return At("status", subject.Record.Status?.Code ?? "no status", "a status of the office's code table");
        }
    }
}

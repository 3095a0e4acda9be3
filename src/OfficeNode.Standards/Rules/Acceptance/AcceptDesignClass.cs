using OfficeNode.Core;

namespace OfficeNode.Standards.Rules.Acceptance;

/// <summary>Every design has a Locarno class, its own or the application's.</summary>
internal sealed class AcceptDesignClass : Rule
{
    public override string Id => "ACC-DESIGN-CLASS";

    public override Severity Severity => Severity.Error;

    public override string Source => "OfficeNode, local acceptance profile; facts/brand-design-databases.md [V]";

    public override IReadOnlyList<Right> Rights => Designs;

    public override IReadOnlyList<string> Destinations => [Profiles.DesignDatabase];

    public override IEnumerable<Finding> Check(Subject subject)
    {
        for (var i = 0; subject.Record.Locarno.Count == 0 && i < subject.Record.Designs.Count; i++)
        {
            if (subject.Record.Designs[i].Locarno.Count == 0)
            {
                yield return At(Item("designs", i, "locarno"), expected: "a Locarno class");
            }
        }
    }
}

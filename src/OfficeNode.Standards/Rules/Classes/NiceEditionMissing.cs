using OfficeNode.Core;

namespace OfficeNode.Standards.Rules.Classes;

/// <summary>Every Nice class names the edition it was given by.</summary>
internal sealed class NiceEditionMissing : Rule
{
    public override string Id => "NICE-EDITION-MISSING";

    public override Severity Severity => Severity.Info;

    public override string Source => "facts/numbering-and-codes.md [V]";

    public override IReadOnlyList<Right> Rights => Marks;

    public override IEnumerable<Finding> Check(Subject subject)
    {
        for (var i = 0; i < subject.Record.Nice.Count; i++)
        {
            if (string.IsNullOrWhiteSpace(subject.Record.Nice[i].Edition))
            {
                yield return At(Item("nice", i, "edition"), subject.Record.Nice[i].Number, "an edition as 12-2023");
            }
        }
    }
}

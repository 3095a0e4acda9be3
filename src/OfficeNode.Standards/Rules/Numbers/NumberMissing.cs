using OfficeNode.Core;

namespace OfficeNode.Standards.Rules.Numbers;

/// <summary>The record has an application number or a registration number.</summary>
/// <remarks>ST.96 demands one of them of every mark; without any, nobody can name the dossier.</remarks>
internal sealed class NumberMissing : Rule
{
    public override string Id => "NUMBER-MISSING";

    public override Severity Severity => Severity.Error;

    public override string Source => "facts/brand-design-databases.md [V]";

    public override IEnumerable<Finding> Check(Subject subject)
    {
        if (subject.Record.IdentifyingNumber is null)
        {
            yield return At("applicationNumber", expected: "an application or registration number");
        }
    }
}

using OfficeNode.Core;

namespace OfficeNode.Standards.Rules.Priorities;

/// <summary>The office of a priority is an ST.3 code, in force or former.</summary>
/// <remarks>Old priorities carry codes such as SU and DD.</remarks>
internal sealed class PriorityOfficeListed : Rule
{
    public override string Id => "PRIORITY-OFFICE-LISTED";

    public override Severity Severity => Severity.Warning;

    public override string Source => "WIPO ST.3, facts/numbering-and-codes.md [V]";

    public override IEnumerable<Finding> Check(Subject subject)
    {
        for (var i = 0; i < subject.Record.Priorities.Count; i++)
        {
            if (subject.Record.Priorities[i].Office is { } office && !subject.Codes.Offices.IsListed(office) && !subject.Codes.Offices.IsFormer(office))
            {
                yield return At(Item("priorities", i, "office"), office.Value, "an office code of ST.3");
            }
        }
    }
}

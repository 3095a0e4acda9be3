using OfficeNode.Core;

namespace OfficeNode.Standards.Rules.Lists;

/// <summary>The record's office is an ST.3 code in force.</summary>
internal sealed class OfficeListed : Rule
{
    public override string Id => "OFFICE-LISTED";

    public override Severity Severity => Severity.Error;

    public override string Source => "WIPO ST.3, facts/numbering-and-codes.md [V]";

    public override IEnumerable<Finding> Check(Subject subject)
    {
        if (!subject.Codes.Offices.IsListed(subject.Record.Office))
        {
            yield return At("office", subject.Record.Office.Value, "an office code of ST.3 in force");
        }
    }
}

using OfficeNode.Core;

namespace OfficeNode.Standards.Rules.Statuses;

/// <summary>The office's status code is mapped to a status that receivers know.</summary>
internal sealed class StatusUnmapped : Rule
{
    public override string Id => "STATUS-UNMAPPED";

    public override Severity Severity => Severity.Warning;

    public override string Source => "facts/brand-design-databases.md [V]";

    public override IEnumerable<Finding> Check(Subject subject)
    {
        if (subject.Record.Status is { Category: StatusCategory.Unknown } status)
        {
            yield return At("status.code", status.Code, "a code of the office's code table");
        }
    }
}

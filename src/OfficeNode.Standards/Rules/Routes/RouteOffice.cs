using OfficeNode.Core;

namespace OfficeNode.Standards.Rules.Routes;

/// <summary>A regional filing names its regional office by an ST.3 code, in force or former.</summary>
internal sealed class RouteOffice : Rule
{
    public override string Id => "ROUTE-OFFICE";

    public override Severity Severity => Severity.Warning;

    public override string Source => "WIPO ST.3, facts/numbering-and-codes.md [V]";

    public override IEnumerable<Finding> Check(Subject subject)
    {
        if (subject.Record.Route is { Kind: RouteKind.Regional } route
            && (route.Office is not { } office || !(subject.Codes.Offices.IsListed(office) || subject.Codes.Offices.IsFormer(office))))
        {
            yield return At("route.office", route.Office?.Value ?? "nothing", "the ST.3 code of the regional office");
        }
    }
}

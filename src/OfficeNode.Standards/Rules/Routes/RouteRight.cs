using OfficeNode.Core;

namespace OfficeNode.Standards.Rules.Routes;

/// <summary>The PCT brings patents and utility models, Madrid marks, the Hague system designs.</summary>
internal sealed class RouteRight : Rule
{
    public override string Id => "ROUTE-RIGHT";

    public override Severity Severity => Severity.Error;

    public override string Source => "OfficeNode, each treaty serves its own rights";

    public override IEnumerable<Finding> Check(Subject subject)
    {
        if (subject.Record.Route is not { } route)
        {
            yield break;
        }

        var fits = route.Kind switch
        {
            RouteKind.Pct => subject.Record.Right is Right.Patent or Right.UtilityModel,
            RouteKind.Madrid => subject.Record.Right is Right.Trademark,
            RouteKind.Hague => subject.Record.Right is Right.Design,
            _ => true,
        };
        if (!fits)
        {
            yield return At("route.kind", route.Kind.ToString(), $"a route of the right {subject.Record.Right}");
        }
    }
}

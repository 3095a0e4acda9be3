using OfficeNode.Core;

namespace OfficeNode.Standards.Rules.Routes;

/// <summary>A filing by PCT, Madrid, Hague or a regional office carries the number it has there.</summary>
/// <remarks>The yearly statistics count filings by route.</remarks>
internal sealed class RouteNumberMissing : Rule
{
    public override string Id => "ROUTE-NUMBER-MISSING";

    public override Severity Severity => Severity.Warning;

    public override string Source => "facts/office-practice.md [I]";

    public override IEnumerable<Finding> Check(Subject subject)
    {
        if (subject.Record.Route is { } route && MissingOf(route) is var (part, expected))
        {
            yield return At("route." + part, expected: expected);
        }
    }

    private static (string Part, string Expected)? MissingOf(Route route) => route.Kind switch
    {
        RouteKind.Pct when route.ApplicationNumber is null && route.PublicationNumber is null => ("applicationNumber", "the PCT application or publication number"),
        RouteKind.Madrid when route.RegistrationNumber is null => ("registrationNumber", "the number of the international registration (Madrid)"),
        RouteKind.Hague when route.RegistrationNumber is null => ("registrationNumber", "the number of the international registration (Hague)"),
        RouteKind.Regional when route.ApplicationNumber is null && route.RegistrationNumber is null => ("applicationNumber", "the number at the regional office"),
        _ => null,
    };
}

using OfficeNode.Core.People;
using OfficeNode.Host.Kiosk.Help;
using OfficeNode.Host.Kiosk.Register;

namespace OfficeNode.Host.Kiosk;

/// <summary>One screen as the menu names it.</summary>
/// <param name="Name">The key of its words.</param>
internal sealed record MenuEntry(string Name, string Address, Permission Permission)
{
    /// <summary>Whether a path is this screen or one that hangs behind it.</summary>
    public bool IsAt(PathString path) => Address == "/" ? path == "/" : path.StartsWithSegments(Address);
}

/// <summary>What a person finds in the menu: the screens that carry the day, and what hangs behind; those alone that they may open.</summary>
internal static class KioskMenu
{
    private static readonly IReadOnlyList<MenuEntry> Screens =
    [
        new("kiosk.today", "/", Permission.SeeToday),
        new("counter.title", "/counter", Permission.Receive),
        new("batches.title", "/batches", Permission.Scan),
        new("keying.title", "/keying", Permission.Key),
        new("register.title", RegisterAddress.Screen, Permission.SeeRegister),
        new("tonight.title", "/tonight", Permission.SeeTonight),
    ];

    private static readonly IReadOnlyList<MenuEntry> More =
    [
        new("release.title", "/release", Permission.Release),
        new("ledger.title", "/ledgers", Permission.Key),
        new("closing.title", "/closing", Permission.CloseDay),
        new("paper.title", "/paper", Permission.TrackPaper),
        new("clock.title", "/clock", Permission.ConfirmClock),
        new("series.title", "/counter/series", Permission.ManageSeries),
        new("packages.title", "/packages", Permission.SeeTonight),
        new("publication.title", "/publication", Permission.DecidePublication),
        new("retraction.title", "/retractions", Permission.Retract),
        new("destinations.title", "/destinations", Permission.AgreeDestinations),
        new("kiosk.people", "/people", Permission.ManagePeople),
        new("help.title", HelpAddress.Roles, Permission.LookAfterSelf),
        new("me.title", "/me", Permission.LookAfterSelf),
    ];

    /// <summary>Whether the menu has a screen of an address for somebody.</summary>
    public static bool MayOpen(Person person, string address) => Screens.Concat(More).Any(entry => entry.Address == address && person.May(entry.Permission));

    public static IEnumerable<MenuEntry> ScreensOf(Person person) => Screens.Where(entry => person.May(entry.Permission));

    public static IEnumerable<MenuEntry> MoreOf(Person person) => More.Where(entry => person.May(entry.Permission));
}

using OfficeNode.Core.People;

namespace OfficeNode.Host.Kiosk;

/// <summary>One screen as the menu names it.</summary>
/// <param name="Name">The key of its words.</param>
internal sealed record MenuEntry(string Name, string Address, Permission Permission)
{
    /// <summary>Whether a path is this screen or one that hangs behind it.</summary>
    public bool IsAt(PathString path) => Address == "/" ? path == "/" : path.StartsWithSegments(Address);
}

/// <summary>The screens that a person finds in the menu: those that they may open, in the order of the day.</summary>
internal static class KioskMenu
{
    private static readonly IReadOnlyList<MenuEntry> All =
    [
        new("kiosk.today", "/", Permission.SeeToday),
        new("kiosk.people", "/people", Permission.ManagePeople),
    ];

    public static IEnumerable<MenuEntry> For(Person person) => All.Where(entry => person.May(entry.Permission));
}

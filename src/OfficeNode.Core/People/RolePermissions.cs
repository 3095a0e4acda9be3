namespace OfficeNode.Core.People;

/// <summary>Who may do what: the only table of it. A new permission is one row here.</summary>
public static class RolePermissions
{
    private static readonly Role[] Everybody = Enum.GetValues<Role>();

    private static readonly Role[] Desk = [Role.Clerk, Role.Supervisor];
    private static readonly Role[] House = [Role.Clerk, Role.Supervisor, Role.Head];

    private static readonly Dictionary<Permission, Role[]> Table = new()
    {
        [Permission.SeeToday] = Everybody,
        [Permission.LookAfterSelf] = Everybody,
        [Permission.ManagePeople] = [Role.Administrator],
        [Permission.SeePages] = House,
        [Permission.SeeRegister] = House,
        [Permission.Scan] = Desk,
        [Permission.Key] = Desk,
        [Permission.Receive] = Desk,
        [Permission.ManageSeries] = [Role.Administrator],
        [Permission.TrackPaper] = Desk,
        [Permission.CloseDay] = Desk,
        [Permission.Release] = [Role.Supervisor],
        [Permission.ConfirmClock] = [Role.Supervisor],
        [Permission.Certify] = [Role.Supervisor, Role.Head],
        [Permission.SeeTonight] = [Role.Supervisor, Role.Head],
        [Permission.SendPackages] = [Role.Supervisor],
        [Permission.DecidePublication] = [Role.Head],
        [Permission.Retract] = [Role.Head],
        [Permission.AgreeDestinations] = [Role.Administrator],
    };

    /// <summary>The roles that have a permission.</summary>
    public static IReadOnlyList<Role> RolesWith(Permission permission) => Table[permission];

    /// <summary>Whether somebody with these roles has a permission; nobody has one without a role.</summary>
    public static bool Allow(IEnumerable<Role> roles, Permission permission) => Table[permission].Intersect(roles).Any();
}

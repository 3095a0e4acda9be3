namespace OfficeNode.Core.People;

/// <summary>Who may do what: the only table of it. A new permission is one row here.</summary>
public static class RolePermissions
{
    private static readonly Role[] Everybody = Enum.GetValues<Role>();

    private static readonly Dictionary<Permission, Role[]> Table = new()
    {
        [Permission.SeeToday] = Everybody,
        [Permission.LookAfterSelf] = Everybody,
        [Permission.ManagePeople] = [Role.Administrator],
    };

    /// <summary>The roles that have a permission.</summary>
    public static IReadOnlyList<Role> RolesWith(Permission permission) => Table[permission];

    /// <summary>Whether somebody with these roles has a permission; nobody has one without a role.</summary>
    public static bool Allow(IEnumerable<Role> roles, Permission permission) => Table[permission].Intersect(roles).Any();
}

namespace OfficeNode.Core.People;

/// <summary>One thing that may be seen or done at the kiosk. Every screen and endpoint names one; <see cref="RolePermissions"/> says which roles have it.</summary>
public enum Permission
{
    /// <summary>See the first screen: how the node is.</summary>
    SeeToday,

    /// <summary>Change one's own secret.</summary>
    LookAfterSelf,

    /// <summary>See, add, change and disable people, and give them secrets.</summary>
    ManagePeople,
}

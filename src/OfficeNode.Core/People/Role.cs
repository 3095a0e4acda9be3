namespace OfficeNode.Core.People;

/// <summary>What a person is for the node. Roles are no hierarchy: what each may do stands in <see cref="RolePermissions"/>, and a person may have several.</summary>
public enum Role
{
    /// <summary>Scans and keys.</summary>
    Clerk,

    /// <summary>Checks and releases.</summary>
    Supervisor,

    /// <summary>Decides what is public, and what support may do.</summary>
    Head,

    /// <summary>Looks after people and settings.</summary>
    Administrator,

    /// <summary>Finds out from outside what is wrong.</summary>
    Support,
}

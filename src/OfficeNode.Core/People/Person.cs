namespace OfficeNode.Core.People;

/// <summary>Somebody who works at the kiosk. Nobody is ever deleted, so that an author in the audit log stays one person: who left is disabled.</summary>
public sealed record Person
{
    /// <summary>The most characters of a full name (UTF-16 code units): a line of a list, and more than passports print.</summary>
    public const int LongestFullName = 100;

    public required PersonId Id { get; init; }

    public required PersonName Name { get; init; }

    /// <summary>As the person is called; it stays on this node's screens and never enters the audit log.</summary>
    public required string FullName { get; init; }

    /// <summary>At least one, each once, in the order of <see cref="Role"/>.</summary>
    public required IReadOnlyList<Role> Roles { get; init; }

    /// <summary>Tag of the language of this person's screens (BCP 47); null for the office's.</summary>
    public string? Language { get; init; }

    /// <summary>Whether this person may not sign in.</summary>
    public bool IsDisabled { get; init; }

    /// <summary>Whether the secret is a password; a PIN is not enough for some roles (<see cref="SecretRules.NeedPassword"/>).</summary>
    public bool HasPassword { get; init; }

    /// <summary>Tries to sign in that failed since the last that did not.</summary>
    public FailedTries Tries { get; init; }

    /// <summary>Whether there is a role among this person's that has a permission. Whether the person is enabled is the sign-in's question.</summary>
    public bool May(Permission permission) => RolePermissions.Allow(Roles, permission);
}

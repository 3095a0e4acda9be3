using OfficeNode.Core.People;

namespace OfficeNode.Host.Kiosk.Help;

/// <summary>Where the help lies.</summary>
internal static class HelpAddress
{
    /// <summary>All roles, to choose one.</summary>
    public const string Roles = "/help";

    /// <summary>The two sheets of a role.</summary>
    public static string Of(Role role) => $"{Roles}/{role.ToString().ToLowerInvariant()}";

    /// <summary>The role that an address names; null when it names none.</summary>
    public static Role? RoleOf(string name)
    {
        var found = Enum.GetValues<Role>().Where(role => string.Equals(role.ToString(), name, StringComparison.OrdinalIgnoreCase)).ToList();
        return found.Count == 0 ? null : found[0];
    }
}

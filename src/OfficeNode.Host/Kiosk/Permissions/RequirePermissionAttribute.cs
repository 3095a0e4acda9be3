using Microsoft.AspNetCore.Authorization;
using OfficeNode.Core.People;

namespace OfficeNode.Host.Kiosk.Permissions;

/// <summary>Opens a screen or an address to whoever has a permission, and to nobody else. Every one has this or <see cref="AllowAnonymousAttribute"/>.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class RequirePermissionAttribute : AuthorizeAttribute, IAuthorizationRequirement, IAuthorizationRequirementData
{
    public RequirePermissionAttribute(Permission permission) => Permission = permission;

    public Permission Permission { get; }

    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [this];
}

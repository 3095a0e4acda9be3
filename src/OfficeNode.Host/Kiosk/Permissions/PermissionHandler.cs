using Microsoft.AspNetCore.Authorization;
using OfficeNode.Host.Journey;

namespace OfficeNode.Host.Kiosk.Permissions;

/// <summary>Judges <see cref="RequirePermissionAttribute"/> by the roles that the person has now: a role that was taken away counts from the next request on.</summary>
internal sealed class PermissionHandler : AuthorizationHandler<RequirePermissionAttribute>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, RequirePermissionAttribute requirement)
    {
        if (context.Resource is HttpContext http && http.Features.Get<SignedIn>() is { } signedIn && signedIn.Person.May(requirement.Permission))
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}

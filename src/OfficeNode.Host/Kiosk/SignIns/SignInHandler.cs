using System.Globalization;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using OfficeNode.Core.People;
using OfficeNode.Host.Kiosk.Live;

namespace OfficeNode.Host.Kiosk.SignIns;

/// <summary>Tells who asks, by the sign-in that the browser's cookie names; sends those whom nobody knows to the sign-in screen.</summary>
internal sealed class SignInHandler : AuthenticationHandler<AuthenticationSchemeOptions>
{
    public const string Name = "sign-in";

    /// <summary>The header of requests that a screen makes by itself: they are no use of the sign-in, which ends though a screen is left open.</summary>
    public const string NoUse = "X-No-Use";

    public SignInHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder)
        : base(options, loggers, encoder)
    {
    }

    private bool IsNoUse => Request.Headers.ContainsKey(NoUse) || Context.GetEndpoint()?.Metadata.GetMetadata<NoUseAttribute>() is not null;

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        // Where the node cannot be read, the screen that says so asks for nobody.
        if (Context.Features.Get<RequestFault>() is not null || SignInCookie.Read(Request) is not { } token)
        {
            return Task.FromResult(AuthenticateResult.NoResult());
        }

        var signIns = Context.RequestServices.GetRequiredService<KioskJourneys>().SignIns;
        if ((IsNoUse ? signIns.Glance(token) : signIns.Find(token)) is not { } signedIn)
        {
            return Task.FromResult(AuthenticateResult.NoResult());
        }

        Context.Features.Set(signedIn);
        return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(PrincipalOf(signedIn.Person), Name)));
    }

    /// <summary>
    /// A browser goes to the sign-in screen and comes back to where it was. A part of a page cannot, so that the whole page is sent there; but never one that holds what somebody typed: it says what
    /// happened and keeps it.
    /// </summary>
    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var screen = SignInAddress.For(Request);
        if (Request.Headers.ContainsKey("HX-Request"))
        {
            Response.StatusCode = StatusCodes.Status401Unauthorized;
            if (HttpMethods.IsGet(Request.Method))
            {
                Response.Headers["HX-Redirect"] = screen;
            }
        }
        else
        {
            Response.Redirect(screen);
        }

        return Task.CompletedTask;
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    // The protection of forms binds a form to whom this names: one that another person had open is not taken.
    private static ClaimsPrincipal PrincipalOf(Person person) => new(new ClaimsIdentity(
        [new Claim(ClaimTypes.NameIdentifier, person.Id.Value.ToString(CultureInfo.InvariantCulture)), new Claim(ClaimTypes.Name, person.Name.Value)],
        authenticationType: Name));
}

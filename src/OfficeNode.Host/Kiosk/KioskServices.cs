using System.Security.Cryptography;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Diagnostics;
using OfficeNode.Capture;
using OfficeNode.Core.Disk;
using OfficeNode.Core.People;
using OfficeNode.Host.Journey;
using OfficeNode.Host.Kiosk.Batches;
using OfficeNode.Host.Kiosk.Counter;
using OfficeNode.Host.Kiosk.Keying;
using OfficeNode.Host.Kiosk.Ledgers;
using OfficeNode.Host.Kiosk.Live;
using OfficeNode.Host.Kiosk.Pages;
using OfficeNode.Host.Kiosk.Permissions;
using OfficeNode.Host.Kiosk.Register;
using OfficeNode.Host.Kiosk.Screens;
using OfficeNode.Host.Kiosk.SignIns;
using OfficeNode.Host.Kiosk.Today;
using OfficeNode.Host.Texts;
using OfficeNode.Storage;

namespace OfficeNode.Host.Kiosk;

/// <summary>Puts the kiosk into the service: who asks, what they may do, and the screens.</summary>
internal static class KioskServices
{
    public static void AddKiosk(this IServiceCollection services, NodeFolder folder, IDisk disk)
    {
        services.AddHttpContextAccessor().AddScoped<OpenNode>().AddScoped<KioskJourneys>();
        services.AddSingleton(new LanguageFolder(folder.Languages));
        services.AddSingleton<SecretTurns>();
        services.AddSingleton(container => new ImageWorkerPool(ThisProgram.ImageWorkers() with { Workers = 1 }, container.GetRequiredService<TimeProvider>())).AddSingleton<ImageConverter>();
        services.AddSingleton<LiveStreams>();
        services.AddSingleton<BatchRemarks>();
        services.AddSingleton(new SecretOptions()).AddSingleton(_ => RandomNumberGenerator.Create());
        services.AddRazorComponents();
        services.AddDataProtection()
            .SetApplicationName("officenode")
            .AddKeyManagementOptions(keys => keys.XmlRepository = new FormKeyStore(folder, disk));
        services.AddAntiforgery(forms =>
        {
            forms.Cookie.Name = "officenode-forms";
            forms.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.AddAuthentication(SignInHandler.Name).AddScheme<AuthenticationSchemeOptions, SignInHandler>(SignInHandler.Name, _ => { });
        services.AddSingleton<IAuthorizationHandler, PermissionHandler>();

        // What names no permission is open to nobody.
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build());
    }

    public static void UseKiosk(this WebApplication app)
    {
        app.UseMiddleware<SecurityHeaders>();

        // In a scope of its own: a screen that finds nothing has used up its request's.
        app.UseStatusCodePagesWithReExecute("/problem/{0}", createScopeForStatusCodePages: true);
        app.Use(AskForProblems);
        app.UseMiddleware<RequestFaults>();
        app.UseRouting();
        app.UseAuthentication();
        app.UseMiddleware<RequestLanguage>();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.Use(RefuseStaleForms);
        app.UseMiddleware<DoneRequests>();
        app.MapRazorComponents<Document>();
        HealthEndpoint.Map(app);
        PagePictures.Map(app);
        CounterSeparators.Map(app);
        KeyingEndpoints.Map(app);
        LedgerEndpoints.Map(app);
        BatchEvents.Map(app);
        NamedDossier.Map(app);
        DossierCorrection.Map(app);
        ExtractFiles.Map(app);
        KioskAssets.Map(app).AllowAnonymous();
    }

    // Before the framework answers in words of its own.
    private static Task RefuseStaleForms(HttpContext context, RequestDelegate next)
    {
        if (HttpMethods.IsGet(context.Request.Method) || context.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: false })
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    }

    // The screen that says what is wrong with something that was sent is asked for, not sent to.
    private static Task AskForProblems(HttpContext context, RequestDelegate next)
    {
        if (context.Features.Get<IStatusCodeReExecuteFeature>() is not null)
        {
            context.Request.Method = HttpMethods.Get;
        }

        return next(context);
    }
}

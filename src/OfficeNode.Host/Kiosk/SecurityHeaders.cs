using OfficeNode.Host.Kiosk.Today;
using OfficeNode.Host.Service;

namespace OfficeNode.Host.Kiosk;

/// <summary>What every answer tells the browser: nothing from elsewhere, no script, no frame, nothing kept.</summary>
internal sealed class SecurityHeaders
{
    private const string Policy = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private readonly RequestDelegate _next;
    private readonly ILogger<SecurityHeaders> _log;

    public SecurityHeaders(RequestDelegate next, ILogger<SecurityHeaders> log)
    {
        _next = next;
        _log = log;
    }

    public async Task InvokeAsync(HttpContext context)
    {
        Set(context.Response.Headers, context.Request.Path);
        try
        {
            await _next(context);
        }
        catch (Exception error) when (!context.RequestAborted.IsCancellationRequested && !context.Response.HasStarted)
        {
            // The edge of a request: the browser learns nothing of the fault, the log all of it.
            _log.PageFailed(error);
            context.Response.Clear();
            Set(context.Response.Headers, context.Request.Path);
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        }
    }

    private static void Set(IHeaderDictionary headers, PathString path)
    {
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        headers.CacheControl = path == StatusEndpoints.Stylesheet ? "max-age=60" : "no-store";
    }
}

using OfficeNode.Core.Disk;
using OfficeNode.Host.Service;
using OfficeNode.Host.Settings;
using OfficeNode.Host.Texts;

namespace OfficeNode.Host.Kiosk;

/// <summary>What went wrong with a request, for the screen that says so.</summary>
/// <param name="Detail">In words for people; null for a fault of the program, of which the browser learns nothing.</param>
internal sealed record RequestFault(string? Detail);

/// <summary>The edge of a request: the log learns all of a fault, the browser what a person can do about it.</summary>
internal sealed class RequestFaults
{
    private readonly RequestDelegate _next;
    private readonly ILogger<RequestFaults> _log;

    public RequestFaults(RequestDelegate next, ILogger<RequestFaults> log)
    {
        _next = next;
        _log = log;
    }

    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await _next(context);
        }
        catch (Exception error) when (!context.RequestAborted.IsCancellationRequested && !context.Response.HasStarted)
        {
            _log.PageFailed(error);
            context.Response.Clear();
            context.Response.StatusCode = error is StorageException or SettingsException
                ? StatusCodes.Status503ServiceUnavailable
                : StatusCodes.Status500InternalServerError;
            context.Features.Set(new RequestFault(error switch
            {
                StorageException storage => StorageWords.Of(storage),
                SettingsException => error.Message,
                _ => null,
            }));
        }
    }
}

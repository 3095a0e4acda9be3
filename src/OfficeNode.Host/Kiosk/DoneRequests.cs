using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using OfficeNode.Core;
using OfficeNode.Host.Journey;

namespace OfficeNode.Host.Kiosk;

/// <summary>
/// Answers an act that a browser sends again, because its answer was lost, as it was answered the first time: nothing is done twice. The browser's name of the act is the header
/// <see cref="Header"/>; what counts as done is what led to another screen. One that is still under way is asked to come again.
/// </summary>
internal sealed class DoneRequests
{
    /// <summary>Carries a random name that a request keeps when it is tried again with the same values.</summary>
    public const string Header = "Kiosk-Request";

    /// <summary>The client's names have 36 characters (UUID); what is longer is none of them.</summary>
    private const int LongestName = 64;

    private const int SweptAtOnce = 50;

    // A browser tries again for as long as its screen is open: a working day.
    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(1);

    private readonly RequestDelegate _next;
    private readonly ConcurrentDictionary<Digest, bool> _underWay = new();

    public DoneRequests(RequestDelegate next) => _next = next;

    public async Task InvokeAsync(HttpContext context, OpenNode open)
    {
        if (NameOf(context) is not { } name)
        {
            await _next(context);
            return;
        }

        if (!_underWay.TryAdd(name, true))
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }

        try
        {
            await DoAsync(context, open, name);
        }
        finally
        {
            _underWay.TryRemove(name, out _);
        }
    }

    private async Task DoAsync(HttpContext context, OpenNode open, Digest name)
    {
        if (open.Node.Register.Read(session => session.DoneRequests.Find(name)) is { } before)
        {
            context.Response.Redirect(before);
            return;
        }

        await _next(context);
        if (context.Response.StatusCode == StatusCodes.Status302Found && context.Response.Headers.Location.ToString() is { Length: > 0 } location)
        {
            open.Node.Register.Note(session =>
            {
                session.DoneRequests.Add(name, location);
                session.DoneRequests.Sweep(open.Node.Time.GetUtcNow() - KeptFor, SweptAtOnce);
            });
        }
    }

    // A name counts for its person only: nobody learns from a guess what another did.
    private static Digest? NameOf(HttpContext context) =>
        HttpMethods.IsPost(context.Request.Method)
        && context.Features.Get<SignedIn>() is { } signedIn
        && context.Request.Headers[Header].ToString() is { Length: > 0 and <= LongestName } name
            ? Digest.Of(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{signedIn.Person.Id.Value} {name}")))
            : null;
}

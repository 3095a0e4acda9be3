using System.Text;
using OfficeNode.Host.Kiosk.SignIns;
using OfficeNode.Storage;

namespace OfficeNode.Host.Kiosk.Live;

/// <summary>One thing that an open screen shows, and how it stands: another text when the screen is to ask for it anew.</summary>
/// <param name="Name">Without blanks, as the screen names it.</param>
/// <param name="State">In one line.</param>
internal sealed record LiveTopic(string Name, string State);

/// <summary>Tells open screens by server-sent events that what they show has changed. Thread-safe.</summary>
/// <remarks>
/// The register is the source of truth: while somebody listens, it is asked twice a second. An event says how a topic stands, not what is new, so that none is missed for ever: each stream begins with
/// all topics, and a screen compares them with what it shows. Listening is no use of the sign-in, and ends with it.
/// </remarks>
internal sealed class LiveStreams
{
    /// <summary>How many screens may listen at once; the others are as they were loaded. Below the number of connections, so that there is always one for a person's act.</summary>
    internal const int Most = 60;

    /// <summary>How often the register is asked.</summary>
    internal static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(500);

    // A browser that is gone is noticed by writing to it.
    private const int SignOfLifeEvery = 20;

    private readonly IHostApplicationLifetime _life;
    private readonly TimeProvider _time;
    private int _listeners;

    public LiveStreams(IHostApplicationLifetime life, TimeProvider time)
    {
        _life = life;
        _time = time;
    }

    /// <summary>Answers a request with events until the browser goes, the sign-in ends or the service stops.</summary>
    /// <param name="look">How all topics stand now; called again and again.</param>
    public async Task SendAsync(HttpContext context, Func<RegisterSession, IReadOnlyList<LiveTopic>> look)
    {
        if (Interlocked.Increment(ref _listeners) > Most)
        {
            Interlocked.Decrement(ref _listeners);
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }

        using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, _life.ApplicationStopping);
        try
        {
            await SendAsync(context, look, end.Token);
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // The browser asks again where the service stops, and nobody does where the browser went.
        }
        finally
        {
            Interlocked.Decrement(ref _listeners);
        }
    }

    private async Task SendAsync(HttpContext context, Func<RegisterSession, IReadOnlyList<LiveTopic>> look, CancellationToken cancellation)
    {
        var journeys = context.RequestServices.GetRequiredService<KioskJourneys>();
        var register = context.RequestServices.GetRequiredService<OpenNode>().Node.Register;
        var said = new Dictionary<string, string>(StringComparer.Ordinal);
        context.Response.ContentType = "text/event-stream";
        using var timer = new PeriodicTimer(Pace, _time);
        var looks = 0;
        do
        {
            var news = register.Read(look).Where(topic => said.GetValueOrDefault(topic.Name) != topic.State).ToList();
            news.ForEach(topic => said[topic.Name] = topic.State);
            if (news.Count > 0 || looks % SignOfLifeEvery == 0)
            {
                await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(TextOf(news)), cancellation);
                await context.Response.Body.FlushAsync(cancellation);
            }

            looks++;
        }
        while (await timer.WaitForNextTickAsync(cancellation) && SignInCookie.Read(context.Request) is { } token && journeys.SignIns.Glance(token) is not null);
    }

    // A line that begins with a colon says nothing but that the service is there.
    private static string TextOf(List<LiveTopic> topics) =>
        topics.Count == 0 ? ":\n\n" : string.Concat(topics.Select(topic => $"event: {topic.Name}\ndata: {topic.State}\n\n"));
}

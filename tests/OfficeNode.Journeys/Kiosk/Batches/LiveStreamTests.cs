using System.Net;
using NUnit.Framework;
using OfficeNode.Journeys.Service;

namespace OfficeNode.Journeys.Kiosk.Batches;

/// <summary>What open screens are told by server-sent events, as a browser reads it.</summary>
[CancelAfter(120_000)]
[Parallelizable(ParallelScope.Self)]   // a node of its own
public sealed class LiveStreamTests : OneNodeTests
{
    private const string Events = "/batches/B-1/events";

    [Test]
    public async Task A_stream_begins_with_how_all_topics_stand_and_tells_each_change(CancellationToken cancellation)
    {
        await BatchNode.LayPagesAsync(Node, 2);
        await using var served = await ServedNode.StartAsync(Node, Node.Time, cancellation);
        using var stream = await OpenAsync(BatchNode.Clerk(served), cancellation);

        var before = await NextAsync(stream, "pages", cancellation);
        await Node.DoAsync("batch", "rotate", "B-1", "--pages", "1", "--right", "90");
        var after = await NextAsync(stream, "pages", cancellation);

        Assert.That(after, Is.Not.EqualTo(before));
    }

    [Test]
    public async Task Listening_ends_with_the_sign_in(CancellationToken cancellation)
    {
        await BatchNode.LayPagesAsync(Node, 1);
        await using var served = await ServedNode.StartAsync(Node, Node.Time, cancellation);
        var clerk = BatchNode.Clerk(served);
        using var stream = await OpenAsync(clerk, cancellation);
        await NextAsync(stream, "pages", cancellation);

        await clerk.FillAsync("/batches/B-1", "sign-out", [], cancellation);

        Assert.That(await NextAsync(stream, "nothing", cancellation), Is.Null);
    }

    private static async Task<StreamReader> OpenAsync(Visitor clerk, CancellationToken cancellation)
    {
        var answer = await clerk.Client.GetAsync(new Uri(Events, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, cancellation);
        Assert.That((answer.StatusCode, answer.Content.Headers.ContentType?.MediaType), Is.EqualTo((HttpStatusCode.OK, "text/event-stream")));
        return new StreamReader(await answer.Content.ReadAsStreamAsync(cancellation));
    }

    /// <summary>How a topic stands, by the next event about it; null when the stream ends before.</summary>
    private static async Task<string?> NextAsync(StreamReader stream, string topic, CancellationToken cancellation)
    {
        while (await stream.ReadLineAsync(cancellation) is { } line)
        {
            if (line == "event: " + topic)
            {
                return await stream.ReadLineAsync(cancellation);
            }
        }

        return null;
    }
}

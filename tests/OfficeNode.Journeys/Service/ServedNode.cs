using Microsoft.AspNetCore.Builder;
using OfficeNode.Core.Disk;
using OfficeNode.Host.Service;

namespace OfficeNode.Journeys.Service;

/// <summary>A node served by the real web server at a free port of this machine, with a browser's view of it.</summary>
internal sealed class ServedNode : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly RecordingLog _log;

    private ServedNode(WebApplication app, RecordingLog log)
    {
        _app = app;
        _log = log;
        Browser = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
    }

    public HttpClient Browser { get; }

    public static async Task<ServedNode> StartAsync(TestNode node, TimeProvider time, CancellationToken cancellation)
    {
        var log = new RecordingLog();
        var app = ServiceHost.Build(new NodeSource(node.Folder.Root, new PhysicalDisk(), time), [ServiceUrl.Loopback(0)], new NightOptions(), log);
        await app.StartAsync(cancellation);
        return new ServedNode(app, log);
    }

    public Task<string> PageAsync(CancellationToken cancellation) => Browser.GetStringAsync(new Uri("/", UriKind.Relative), cancellation);

    public async ValueTask DisposeAsync()
    {
        Browser.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        _log.Dispose();
    }
}

using System.Net;
using Microsoft.AspNetCore.Builder;
using OfficeNode.Core.Disk;
using OfficeNode.Core.People;
using OfficeNode.Host.Service;
using OfficeNode.Journeys.Kiosk;

namespace OfficeNode.Journeys.Service;

/// <summary>A node served by the real web server at a free port of this machine, with visitors of any role.</summary>
internal sealed class ServedNode : IAsyncDisposable
{
    private readonly TestNode _node;
    private readonly TimeProvider _time;
    private readonly RecordingLog _log;
    private readonly List<Visitor> _visitors = [];

    private ServedNode(TestNode node, TimeProvider time, WebApplication app, RecordingLog log)
    {
        _node = node;
        _time = time;
        App = app;
        _log = log;
    }

    public WebApplication App { get; }

    public Uri Address => new(App.Urls.First());

    /// <summary>Somebody who may do everything.</summary>
    public HttpClient Browser => As("omar", Enum.GetValues<Role>()).Client;

    public static async Task<ServedNode> StartAsync(TestNode node, TimeProvider time, CancellationToken cancellation)
    {
        var log = new RecordingLog();
        var app = ServiceHost.Build(new NodeSource(node.Folder.Root, new PhysicalDisk(), time), [ServiceUrl.Loopback(0)], certificate: null, new NightOptions(), log);
        await app.StartAsync(cancellation);
        return new ServedNode(node, time, app, log);
    }

    /// <summary>Somebody whom nobody knows.</summary>
    public Visitor Stranger()
    {
        var visitor = new Visitor(Address);
        _visitors.Add(visitor);
        return visitor;
    }

    /// <summary>A person who is signed in.</summary>
    public Visitor As(string name, params Role[] roles)
    {
        TestPeople.Add(_node, _node.Time, name, roles);
        var visitor = Stranger();
        visitor.Cookies.Add(Address, new Cookie("officenode", TestPeople.TokenOf(_node, _time, name)));
        return visitor;
    }

    /// <summary>The first screen.</summary>
    public Task<string> PageAsync(CancellationToken cancellation) => Browser.GetStringAsync(new Uri("/", UriKind.Relative), cancellation);

    public async ValueTask DisposeAsync()
    {
        _visitors.ForEach(visitor => visitor.Dispose());
        await App.StopAsync();
        await App.DisposeAsync();
        _log.Dispose();
    }
}

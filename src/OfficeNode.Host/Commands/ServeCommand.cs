using System.CommandLine;
using System.Net.Sockets;
using OfficeNode.Host.Service;
using OfficeNode.Host.Texts;

namespace OfficeNode.Host.Commands;

/// <summary><c>serve</c>: the service, with kiosk and nights, until it is asked to stop.</summary>
internal static class ServeCommand
{
    public static Command Create(CommandEdge edge)
    {
        var addresses = new Option<string?>("--urls") { Description = Words.Of("serve.urls") };
        var command = new Command("serve", Words.Of("serve.about")) { addresses };
        edge.Run(command, async (node, parsed, screen, cancellation) =>
        {
            using var lease = node.TakeLease("serve");
            var urls = Urls(parsed.GetValue(addresses), node.Settings.Port);
            var nodes = new NodeSource(node.Folder.Root, edge.Disk, edge.Time);
            await using var app = ServiceHost.Build(nodes, urls, new NightOptions(), log: null);
            if (!await TryStartAsync(app, screen, cancellation))
            {
                return ExitCode.Environment;
            }

            var listening = string.Join(' ', app.Urls);
            screen.Result(new { data = node.Folder.Root, urls = app.Urls }, [Words.Of("serve.ready", ("urls", listening))]);
            Log(app, node.Folder.Root, listening, urls);
            await app.WaitForShutdownAsync(cancellation);
            return ExitCode.Done;
        });
        return command;
    }

    private static IReadOnlyList<ServiceUrl> Urls(string? text, int port) => text is null ? [ServiceUrl.Loopback(port)] :
    [
        .. text.Split([';', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(address =>
            ServiceUrl.Parse(address) is var parsed && parsed.Success ? parsed.Value : throw Values.Unreadable("--urls", address, parsed.Expected ?? "")),
    ];

    private static async Task<bool> TryStartAsync(WebApplication app, Screen screen, CancellationToken cancellation)
    {
        try
        {
            await app.StartAsync(cancellation);
            return true;
        }
        catch (Exception error) when (error is IOException or SocketException)
        {
            // The address is in use, or may not be listened at.
            screen.Message(Words.Of("serve.address", ("detail", error.Message)));
            return false;
        }
    }

    private static void Log(WebApplication app, string data, string listening, IReadOnlyList<ServiceUrl> urls)
    {
        var log = app.Services.GetRequiredService<ILogger<NodeSource>>();
        app.Lifetime.ApplicationStopping.Register(log.Stopping);
        log.Serving(data, listening);
        if (!urls.All(url => url.IsLoopback))
        {
            log.OpenToOthers(listening);
        }
    }
}

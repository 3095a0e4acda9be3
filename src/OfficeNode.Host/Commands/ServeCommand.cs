using System.CommandLine;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using OfficeNode.Host.Kiosk;
using OfficeNode.Host.Service;
using OfficeNode.Host.Settings;
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
            var urls = Urls(parsed.GetValue(addresses), node.Settings);
            using var certificate = urls.Any(url => url.IsSecure) ? KioskCertificate.LoadOrMake(node.Folder, edge.Disk, edge.Time) : null;
            var nodes = new NodeSource(node.Folder.Root, edge.Disk, edge.Time);
            await using var app = ServiceHost.Build(nodes, urls, certificate, new NightOptions(), log: null);
            if (!await TryStartAsync(app, screen, cancellation))
            {
                return ExitCode.Environment;
            }

            var listening = string.Join(' ', app.Urls);
            screen.Result(new { data = node.Folder.Root, urls = app.Urls }, [Words.Of("serve.ready", ("urls", listening))]);
            Log(app, node.Folder.Root, listening, urls.All(url => url.IsLoopback) ? null : certificate);
            await app.WaitForShutdownAsync(cancellation);
            return ExitCode.Done;
        });
        return command;
    }

    private static IReadOnlyList<ServiceUrl> Urls(string? text, NodeSettings settings) => text is null
        ? settings.Addresses.Count == 0 ? [ServiceUrl.Loopback(settings.Port)] : [.. settings.Addresses.Select(address => Read("addresses", address))]
        : [.. text.Split([';', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(address => Read("--urls", address))];

    private static ServiceUrl Read(string name, string address) =>
        ServiceUrl.Parse(address) is var parsed && parsed.Success ? parsed.Value : throw Values.Unreadable(name, address, parsed.Expected ?? "");

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

    /// <param name="certificate">By which other machines know the node; null where none can reach it.</param>
    private static void Log(WebApplication app, string data, string listening, X509Certificate2? certificate)
    {
        var log = app.Services.GetRequiredService<ILogger<NodeSource>>();
        app.Lifetime.ApplicationStopping.Register(log.Stopping);
        log.Serving(data, listening);
        if (certificate is not null)
        {
            log.OpenToOthers(listening, certificate.GetCertHashString(HashAlgorithmName.SHA256));
        }
    }
}

using System.CommandLine;
using OfficeNode.Host.Journey;
using OfficeNode.Host.Settings;
using OfficeNode.Host.Texts;
using OfficeNode.Standards.Writers;
using OfficeNode.Sync;

namespace OfficeNode.Host.Commands;

/// <summary><c>destination set</c> and <c>destination list</c>: what the office settled about its receivers.</summary>
internal static class DestinationCommand
{
    public static Command Create(CommandEdge edge) => new("destination", Words.Of("destination.about")) { CreateSet(edge), CreateTest(edge), CreateList(edge) };

    private static Command CreateSet(CommandEdge edge)
    {
        var name = new Argument<string>("name") { Description = Words.Of("destination.name") };
        var options = new DestinationOptions();
        var command = new Command("set", Words.Of("destination.set.about")) { name };
        options.AddTo(command);
        edge.Run(command, async (node, parsed, screen, cancellation) =>
        {
            var receiver = parsed.GetRequiredValue(name);
            var changed = options.Apply(parsed, Values.Destination(node.Settings, receiver));
            DemandWriters(changed);
            if (changed.Transport.Kind == TransportKind.Sftp)
            {
                await PrepareLineAsync(node, receiver, changed.Transport, screen, cancellation);
            }

            var destinations = new Dictionary<string, DestinationSettings>(node.Settings.Destinations) { [receiver] = changed };
            new SettingsStore(node.Folder, node.Disk).Save(node.Settings with { Destinations = destinations });
            node.Register.Write(new Storage.Deed(Values.Author, "destination set", $"{receiver}: {changed.State}"), _ => { });
            Print(screen, receiver, changed);
            return ExitCode.Done;
        });
        return command;
    }

    private static Command CreateTest(CommandEdge edge)
    {
        var name = new Argument<string>("name") { Description = Words.Of("destination.name") };
        var command = new Command("test", Words.Of("destination.test.about")) { name };
        edge.Run(command, async (node, parsed, screen, cancellation) =>
        {
            var receiver = parsed.GetRequiredValue(name);
            Values.Destination(node.Settings, receiver);
            var findings = await new SyncJourney(node, new DeliveryRetryOptions(), ByteBudget.Unlimited(edge.Time)).TestAsync(receiver, cancellation);
            screen.Findings(findings);
            screen.Result(
                new { destination = receiver, reached = findings.Count == 0, findings = FindingJson.Of(findings) },
                findings.Count == 0 ? [Words.Of("destination.test.done", ("destination", receiver))] : []);
            return findings.Count == 0 ? ExitCode.Done : ExitCode.Environment;
        });
        return command;
    }

    private static void DemandWriters(DestinationSettings settings)
    {
        var writers = new WriterCatalogue(new WriterSettings());
        foreach (var right in settings.Rights)
        {
            var writer = writers.Find(right, settings.Standard, settings.StandardVersion);
            if (!writer.Success)
            {
                throw Values.Unreadable("--standard", $"{settings.Standard} {settings.StandardVersion}", writer.Expected ?? "");
            }
        }
    }

    /// <summary>Checks the line's settings, pins the server's key and says which public key the receiver needs from this node.</summary>
    private static async Task PrepareLineAsync(Node node, string receiver, TransportSettings transport, Screen screen, CancellationToken cancellation)
    {
        var keys = new LineKeys(node);
        keys.Prepare(receiver, transport);
        if (transport.KeyFile is null)
        {
            screen.Message(Words.Of("destination.public-key", ("key", await keys.EnsureOwnAsync(cancellation))));
        }

        if (transport.HostKey is null)
        {
            screen.Message(Words.Of("destination.host-key.missing"));
        }
    }

    private static Command CreateList(CommandEdge edge)
    {
        var command = new Command("list", Words.Of("destination.list.about"));
        edge.Run(command, (node, _, screen, _) =>
        {
            screen.Result(
                new { node.Settings.Destinations },
                node.Settings.Destinations.Select(pair => Line(pair.Key, pair.Value)));
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    private static void Print(Screen screen, string name, DestinationSettings settings) =>
        screen.Result(new { destination = name, settings }, [Line(name, settings)]);

    private static string Line(string name, DestinationSettings settings) => Words.Of(
        "destination.line",
        ("name", name),
        ("standard", $"{settings.Standard} {settings.StandardVersion}"),
        ("state", Words.Of("state." + settings.State)),
        ("transport", settings.Transport.Kind == TransportKind.None ? Words.Of("transport.None") : $"{settings.Transport.Kind} {settings.Transport.Host}{settings.Transport.Root}"),
        ("acknowledgement", Words.Of("acknowledgement." + settings.Acknowledgement)));
}

using System.CommandLine;
using OfficeNode.Host.Settings;
using OfficeNode.Host.Texts;

namespace OfficeNode.Host.Commands;

/// <summary><c>destination set</c> and <c>destination list</c>: what the office settled about its receivers.</summary>
internal static class DestinationCommand
{
    public static Command Create(CommandEdge edge) => new("destination", Words.Of("destination.about")) { CreateSet(edge), CreateList(edge) };

    private static Command CreateSet(CommandEdge edge)
    {
        var name = new Argument<string>("name") { Description = Words.Of("destination.name") };
        var options = new DestinationOptions();
        var command = new Command("set", Words.Of("destination.set.about")) { name };
        options.AddTo(command);
        edge.Run(command, (node, parsed, screen, _) =>
        {
            var receiver = parsed.GetRequiredValue(name);
            var changed = options.Apply(parsed, Values.Destination(node.Settings, receiver));
            var destinations = new Dictionary<string, DestinationSettings>(node.Settings.Destinations) { [receiver] = changed };
            new SettingsStore(node.Folder, node.Disk).Save(node.Settings with { Destinations = destinations });
            node.Register.Write(new Storage.Deed(Values.Author, "destination set", $"{receiver}: {changed.State}"), _ => { });
            Print(screen, receiver, changed);
            return Task.FromResult(ExitCode.Done);
        });
        return command;
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

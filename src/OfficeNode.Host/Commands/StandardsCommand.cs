using System.CommandLine;
using OfficeNode.Host.Journey;
using OfficeNode.Host.Texts;

namespace OfficeNode.Host.Commands;

/// <summary><c>standards add</c>: installs an official schema set.</summary>
internal static class StandardsCommand
{
    public static Command Create(CommandEdge edge) => new("standards", Words.Of("standards.about")) { CreateAdd(edge) };

    private static Command CreateAdd(CommandEdge edge)
    {
        var source = new Argument<string>("source") { Description = Words.Of("standards.source") };
        var command = new Command("add", Words.Of("standards.add.about")) { source };
        edge.Run(command, (node, parsed, screen, _) =>
        {
            var path = parsed.GetRequiredValue(source);
            if (!Path.Exists(path))
            {
                throw new UsageException(Words.Of("file.missing", ("file", path)));
            }

            var sets = Install(node, path);
            screen.Result(
                new { sets = sets.Select(set => new { name = set.Key, files = set.Value }) },
                sets.Select(set => Words.Of("standards.done", ("set", set.Key), ("count", set.Value.Count))));
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    private static IReadOnlyDictionary<string, IReadOnlyList<string>> Install(Node node, string path)
    {
        try
        {
            var sets = new StandardsJourney(node).Add(path);
            return sets.Count > 0 ? sets : throw new UsageException(Words.Of("standards.none", ("source", path)));
        }
        catch (InvalidDataException error)
        {
            throw new UsageException(Words.Of("standards.unusable", ("source", path), ("detail", error.Message)));
        }
    }
}

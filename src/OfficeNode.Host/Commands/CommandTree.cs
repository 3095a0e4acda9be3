using System.CommandLine;
using OfficeNode.Host.Texts;

namespace OfficeNode.Host.Commands;

/// <summary>All commands of <c>officenode</c>. A new one is one file beside this and one line here.</summary>
public static class CommandTree
{
    public static RootCommand Create(CommandEdge edge)
    {
        var root = new RootCommand(Words.Of("officenode.about")) { edge.Data, edge.Json };
        Command[] commands =
        [
            InitCommand.Create(edge),
            ImportCommand.Create(edge),
            PagesCommand.Create(edge),
            PublishCommand.Create(edge),
            HoldCommand.CreateHold(edge),
            HoldCommand.CreateUnhold(edge),
            ValidateCommand.Create(edge),
            PackageCommand.Create(edge),
            DestinationCommand.Create(edge),
            StandardsCommand.Create(edge),
            TrustCommand.Create(edge),
            KeysCommand.Create(edge),
            SyncCommand.Create(edge),
            StatusCommand.Create(edge),
            ImageWorkerHost.Create(edge),
        ];
        foreach (var command in commands)
        {
            root.Subcommands.Add(command);
        }

        return root;
    }

    /// <summary>Runs one command line to its end; what cannot be parsed is wrong use, as a command's own refusals are.</summary>
    public static async Task<int> RunAsync(CommandEdge edge, IReadOnlyList<string> arguments)
    {
        var parsed = Create(edge).Parse(arguments);
        var code = await parsed.InvokeAsync(edge.Invocation);
        return parsed.Errors.Count > 0 ? ExitCode.WrongUse : code;
    }
}

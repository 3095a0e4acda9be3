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
            AcknowledgeCommand.Create(edge),
            DoctorCommand.Create(edge),
            ServeCommand.Create(edge),
            ImageWorkerHost.Create(edge),
        ];
        foreach (var command in commands)
        {
            root.Subcommands.Add(command);
        }

        return root;
    }
}

using System.CommandLine;
using System.CommandLine.Parsing;
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
            ScanCommand.Create(edge),
            BatchCommand.Create(edge),
            ReadCommand.Create(edge),
            ScannersCommand.Create(edge),
            PublishCommand.Create(edge),
            HoldCommand.CreateHold(edge),
            HoldCommand.CreateUnhold(edge),
            SearchCommand.Create(edge),
            ValidateCommand.Create(edge),
            PackageCommand.Create(edge),
            DestinationCommand.Create(edge),
            StandardsCommand.Create(edge),
            TrustCommand.Create(edge),
            KeysCommand.Create(edge),
            SyncCommand.Create(edge),
            VerifyCommand.Create(edge),
            IntakeCommand.Create(edge),
            StatusCommand.Create(edge),
            AcknowledgeCommand.Create(edge),
            RetractCommand.Create(edge),
            DoctorCommand.Create(edge),
            SeparatorsCommand.Create(edge),
            UsersCommand.Create(edge),
            SeriesCommand.Create(edge),
            ServeCommand.Create(edge),
            LanguagesCommand.Create(edge),
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
        if (parsed.Errors.Count == 0 && UnknownOption(parsed) is { } unknown)
        {
            await edge.Invocation.Error.WriteLineAsync(Words.Of("option.unknown", ("option", unknown)));
            return ExitCode.WrongUse;
        }

        var code = await parsed.InvokeAsync(edge.Invocation);
        return parsed.Errors.Count > 0 ? ExitCode.WrongUse : code;
    }

    // A mistyped option before the files or dossiers of a command would pass for one of them. Behind "--" anything may stand.
    private static string? UnknownOption(ParseResult parsed) => parsed.Tokens
        .TakeWhile(token => token.Type != TokenType.DoubleDash)
        .Where(token => token.Type == TokenType.Argument)
        .Select(token => token.Value)
        .FirstOrDefault(value => value.Length > 2 && value.StartsWith("--", StringComparison.Ordinal) && char.IsAsciiLetter(value[2]));
}

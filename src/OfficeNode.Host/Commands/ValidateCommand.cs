using System.CommandLine;
using OfficeNode.Host.Journey;
using OfficeNode.Host.Texts;
using OfficeNode.Standards.Rules;

namespace OfficeNode.Host.Commands;

/// <summary><c>validate</c>: what the rules find in records, and what destinations refused.</summary>
internal static class ValidateCommand
{
    public static Command Create(CommandEdge edge)
    {
        var dossiers = new Argument<string[]>("dossier") { Description = Words.Of("publish.dossier"), Arity = ArgumentArity.ZeroOrMore };
        var all = new Option<bool>("--all") { Description = Words.Of("validate.all") };
        var destination = new Option<string?>("--destination") { Description = Words.Of("validate.destination") };
        var command = new Command("validate", Words.Of("validate.about")) { dossiers, all, destination };
        edge.Run(command, (node, parsed, screen, _) =>
        {
            var names = parsed.GetValue(dossiers) ?? [];
            if (names.Length == 0 != parsed.GetValue(all))
            {
                throw new UsageException(Words.Of("validate.which"));
            }

            var receiver = parsed.GetValue(destination);
            if (receiver is not null)
            {
                Values.Destination(node.Settings, receiver);
            }

            using var progress = screen.Progress(Words.Of("progress.records"), null, edge.Time);
            var result = new ValidateJourney(node, new Validator(node.Rules)).Run(
                names.Length == 0 ? null : DossierFinder.FindAll(node.Register, names), receiver, new Reporting(progress));
            screen.Findings(result.Findings);
            screen.Result(
                new { result.Records, result.Valid, findings = FindingJson.Of(result.Findings) },
                [Words.Of("validate.done", ("records", result.Records), ("valid", result.Valid), ("findings", result.Findings.Count))]);
            return Task.FromResult(result.Valid < result.Records ? ExitCode.DataErrors : ExitCode.Done);
        });
        return command;
    }
}

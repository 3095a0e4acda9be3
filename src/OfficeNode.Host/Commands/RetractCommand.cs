using System.CommandLine;
using OfficeNode.Host.Journey;
using OfficeNode.Host.Texts;

namespace OfficeNode.Host.Commands;

/// <summary><c>retract</c>: takes back what was sent by mistake.</summary>
internal static class RetractCommand
{
    public static Command Create(CommandEdge edge)
    {
        var dossiers = new Argument<string[]>("dossier") { Description = Words.Of("publish.dossier"), Arity = ArgumentArity.OneOrMore };
        var destination = new Option<string>("--destination") { Description = Words.Of("package.destination"), Required = true };
        var reason = new Option<string>("--reason") { Description = Words.Of("retract.reason"), Required = true };
        var person = new Option<string?>("--by") { Description = Words.Of("publish.by") };
        var command = new Command("retract", Words.Of("retract.about")) { dossiers, destination, reason, person };
        edge.Run(command, (node, parsed, screen, _) =>
        {
            var name = parsed.GetRequiredValue(destination);
            var found = DossierFinder.FindAll(node.Register, parsed.GetRequiredValue(dossiers));
            var result = new RetractJourney(node, Values.Author).Run(
                found, name, Values.Destination(node.Settings, name), parsed.GetRequiredValue(reason), parsed.GetValue(person) ?? Values.Author);
            screen.Findings(result.Findings);
            Print(screen, name, result);
            return Task.FromResult(Values.HasErrors(result.Findings) ? ExitCode.DataErrors : ExitCode.Done);
        });
        return command;
    }

    private static void Print(Screen screen, string destination, RetractionResult result) => screen.Result(
        new
        {
            destination,
            records = result.Records.Select(record => new
            {
                record = record.Dossier.ToString(),
                way = record.Way.ToString().ToLowerInvariant(),
                stopped = record.Stopped.Select(package => package.Value),
                delivered = record.Delivered.Select(package => package.Value),
            }),
            findings = FindingJson.Of(result.Findings),
        },
        result.Records.Select(record => Words.Of(
            "retract.line." + record.Way,
            ("dossier", record.Dossier), ("destination", destination), ("stopped", record.Stopped.Count), ("packages", string.Join(", ", record.Delivered)))));
}

using System.CommandLine;
using OfficeNode.Core;
using OfficeNode.Host.Journey;
using OfficeNode.Host.Texts;

namespace OfficeNode.Host.Commands;

/// <summary><c>publish</c>: records the act that opens dossiers (I13).</summary>
internal static class PublishCommand
{
    public static Command Create(CommandEdge edge)
    {
        var dossiers = new Argument<string[]>("dossier") { Description = Words.Of("publish.dossier"), Arity = ArgumentArity.OneOrMore };
        var act = new Option<string>("--act") { Description = Words.Of("publish.act"), Required = true };
        var date = new Option<string>("--date") { Description = Words.Of("publish.date"), Required = true };
        var person = new Option<string>("--by") { Description = Words.Of("publish.by"), Required = true };
        var gazette = new Option<string>("--gazette") { Description = Words.Of("publish.gazette"), Required = true };
        var opens = new Option<string?>("--opens") { Description = Words.Of("publish.opens") };
        var destinations = new Option<string?>("--for") { Description = Words.Of("publish.for") };
        var command = new Command("publish", Words.Of("publish.about")) { dossiers, act, date, person, gazette, opens, destinations };
        edge.Run(command, (node, parsed, screen, _) =>
        {
            var recorded = new PublicationAct
            {
                Kind = Values.Choice<OpeningPoint>("--act", parsed.GetRequiredValue(act)),
                Date = Values.Day("--date", parsed.GetRequiredValue(date)),
                Person = parsed.GetRequiredValue(person),
                Gazette = parsed.GetRequiredValue(gazette),
                Opens = Values.Documents("--opens", parsed.GetValue(opens)),
                Destinations = Values.List(parsed.GetValue(destinations)),
            };
            foreach (var destination in recorded.Destinations)
            {
                Values.Destination(node.Settings, destination);
            }

            var found = DossierFinder.FindAll(node.Register, parsed.GetRequiredValue(dossiers));
            var findings = new PublishJourney(node, Values.Author).Publish(found, recorded);
            screen.Findings(findings);
            screen.Result(
                new { dossiers = found.Select(dossier => dossier.Name.ToString()), findings = FindingJson.Of(findings) },
                [Words.Of("publish.done", ("count", found.Count), ("gazette", recorded.Gazette))]);
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }
}

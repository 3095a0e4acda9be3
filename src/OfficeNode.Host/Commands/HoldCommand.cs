using System.CommandLine;
using OfficeNode.Core;
using OfficeNode.Host.Journey;
using OfficeNode.Host.Texts;

namespace OfficeNode.Host.Commands;

/// <summary><c>hold</c> and <c>unhold</c>: keeps dossiers closed whatever acts say, and lets go again.</summary>
internal static class HoldCommand
{
    public static Command CreateHold(CommandEdge edge)
    {
        var dossiers = Dossiers();
        var reason = new Option<string>("--reason") { Description = Words.Of("hold.reason"), Required = true };
        var person = new Option<string>("--by") { Description = Words.Of("publish.by"), Required = true };
        var until = new Option<string?>("--until") { Description = Words.Of("hold.until") };
        var command = new Command("hold", Words.Of("hold.about")) { dossiers, reason, person, until };
        edge.Run(command, (node, parsed, screen, _) =>
        {
            var found = DossierFinder.FindAll(node.Register, parsed.GetRequiredValue(dossiers));
            var hold = new Hold
            {
                Reason = parsed.GetRequiredValue(reason),
                Person = parsed.GetRequiredValue(person),
                Since = node.Today,
                Until = parsed.GetValue(until) is { } day ? Values.Day("--until", day) : null,
            };
            new PublishJourney(node, Values.Author).Hold(found, hold);
            screen.Result(new { dossiers = found.Select(dossier => dossier.Name.ToString()) }, [Words.Of("hold.done", ("count", found.Count))]);
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    public static Command CreateUnhold(CommandEdge edge)
    {
        var dossiers = Dossiers();
        var command = new Command("unhold", Words.Of("unhold.about")) { dossiers };
        edge.Run(command, (node, parsed, screen, _) =>
        {
            var found = DossierFinder.FindAll(node.Register, parsed.GetRequiredValue(dossiers));
            var lifted = new PublishJourney(node, Values.Author).Unhold(found);
            screen.Result(new { lifted }, [Words.Of("unhold.done", ("count", lifted))]);
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    private static Argument<string[]> Dossiers() => new("dossier") { Description = Words.Of("publish.dossier"), Arity = ArgumentArity.OneOrMore };
}

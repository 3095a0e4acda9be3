using System.CommandLine;
using OfficeNode.Core;
using OfficeNode.Host.Journey;
using OfficeNode.Host.Texts;

namespace OfficeNode.Host.Commands;

/// <summary><c>pages add</c>: page images into a document of a dossier.</summary>
internal static class PagesCommand
{
    public static Command Create(CommandEdge edge) => new("pages", Words.Of("pages.about")) { CreateAdd(edge) };

    private static Command CreateAdd(CommandEdge edge)
    {
        var dossier = new Option<string>("--dossier") { Description = Words.Of("pages.dossier"), Required = true };
        var document = new Option<string>("--document") { Description = Words.Of("pages.document"), Required = true };
        var design = new Option<int?>("--design") { Description = Words.Of("pages.design") };
        var files = new Argument<string[]>("file") { Description = Words.Of("pages.file"), Arity = ArgumentArity.OneOrMore };
        var command = new Command("add", Words.Of("pages.add.about")) { dossier, document, design, files };
        edge.Run(command, async (node, parsed, screen, cancellation) =>
        {
            var code = Values.Code<DocumentCode>("--document", parsed.GetRequiredValue(document).ToUpperInvariant());
            var found = node.Register.Read(session => DossierFinder.Find(session, parsed.GetRequiredValue(dossier)));
            await using var checker = new PageChecker(edge.Time);
            var result = await new PagesJourney(node, checker).AddAsync(
                found, code, parsed.GetValue(design), parsed.GetRequiredValue(files), Values.Author, cancellation);
            screen.Findings(result.Findings);
            screen.Result(
                new { dossier = found.Name.ToString(), document = code.Value, result.Added, result.Known, result.Refused, findings = FindingJson.Of(result.Findings) },
                [Words.Of("pages.done", ("dossier", found.Name), ("document", code), ("added", result.Added), ("known", result.Known), ("refused", result.Refused))]);
            return result.Refused > 0 ? ExitCode.DataErrors : ExitCode.Done;
        });
        return command;
    }
}

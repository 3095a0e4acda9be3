using System.CommandLine;
using OfficeNode.Host.Kiosk.Register;
using OfficeNode.Host.Texts;

namespace OfficeNode.Host.Commands;

/// <summary><c>search</c>: dossiers by what people know of them, found as the kiosk finds them.</summary>
internal static class SearchCommand
{
    private const int DefaultRows = 20;
    private const int MostRows = 1000;

    public static Command Create(CommandEdge edge)
    {
        var text = new Argument<string[]>("text") { Description = Words.Of("search-command.text"), Arity = ArgumentArity.OneOrMore };
        var most = new Option<int>("--most") { Description = Words.Of("search-command.most"), DefaultValueFactory = _ => DefaultRows };
        var command = new Command("search", Words.Of("search-command.about")) { text, most };
        edge.Run(command, (node, parsed, screen, _) =>
        {
            var results = RegisterResults.Of(node, string.Join(' ', parsed.GetValue(text) ?? []), Math.Clamp(parsed.GetValue(most), 1, MostRows));
            screen.Result(
                new
                {
                    results.Answer.Found,
                    uncounted = results.Answer.IsUncounted,
                    partial = results.Answer.IsPartial,
                    dossiers = results.Rows.Select(row => new { dossier = row.Name, row.Number, row.Title, row.Applicant, row.Status }),
                },
                [.. results.Rows.Select(row => string.Join("  ", new[] { row.Name, row.Title, row.Applicant, row.Status }.Where(part => !string.IsNullOrEmpty(part)))), results.Count]);
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }
}

using System.CommandLine;
using OfficeNode.Core;
using OfficeNode.Core.Batches;
using OfficeNode.Host.Journey;
using OfficeNode.Host.Texts;
using OfficeNode.Storage.Tables;

namespace OfficeNode.Host.Commands;

/// <summary><c>batch list</c> and <c>batch show</c>: what was scanned, and the drafts it parts into.</summary>
internal static class BatchCommand
{
    private const int Newest = 100;

    public static Command Create(CommandEdge edge)
    {
        var command = new Command("batch", Words.Of("batch.about")) { CreateList(edge), CreateShow(edge), BatchExportCommand.Create(edge) };
        foreach (var edit in BatchEditCommands.Create(edge))
        {
            command.Subcommands.Add(edit);
        }

        return command;
    }

    private static Command CreateList(CommandEdge edge)
    {
        var command = new Command("list", Words.Of("batch.list.about"));
        edge.Run(command, (node, _, screen, _) =>
        {
            var batches = node.Register.Read(session => session.Batches.Newest(Newest));
            screen.Result(
                new
                {
                    batches = batches.Select(summary => new
                    {
                        batch = summary.Batch.Id.Value,
                        summary.Batch.Source,
                        summary.Batch.Author,
                        summary.Batch.Started,
                        summary.Batch.Ended,
                        summary.Pages,
                        summary.Unread,
                        stopped = summary.Batch.Fault?.Rule,
                    }),
                },
                batches.Select(summary => Words.Of(
                    "batch.line", ("batch", summary.Batch.Id), ("source", summary.Batch.Source), ("pages", summary.Pages), ("unread", summary.Unread), ("state", StateOf(summary.Batch)))));
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    private static string StateOf(Batch batch) => Words.Of(batch switch
    {
        { Fault: not null } => "batch.state.stopped",
        { Ended: null } => "batch.state.open",
        _ => "batch.state.ended",
    });

    private static Command CreateShow(CommandEdge edge)
    {
        var name = BatchOptions.Batch();
        var command = new Command("show", Words.Of("batch.show.about")) { name };
        edge.Run(command, (node, parsed, screen, _) =>
        {
            var view = new BatchJourney(node).View(BatchOptions.Find(node, parsed.GetRequiredValue(name)))
                ?? throw new InvalidOperationException("A batch that was there is gone.");
            var reader = new DraftReader(node);
            var texts = new BatchTexts(node, view);
            IReadOnlyList<Finding> findings = [.. view.Target?.Judged.Findings ?? [], .. view.Drafts.Findings, .. reader.Findings, .. view.Batch.Fault is { } fault ? [fault] : Array.Empty<Finding>()];
            screen.Findings(findings);
            var contents = view.Drafts.Dossiers.Select(dossier => reader.Of(dossier, texts)).ToList();
            screen.Result(Describe(view, BatchPages.Describe(view, texts, node.Settings.Quality), contents, findings), Lines(view, contents, node.Time.LocalTimeZone));
            return Task.FromResult(Values.HasErrors(findings) ? ExitCode.DataErrors : ExitCode.Done);
        });
        return command;
    }

    private static object Describe(BatchView view, IEnumerable<object> pages, IReadOnlyList<DraftContent> contents, IReadOnlyList<Finding> findings) => new
    {
        batch = view.Batch.Id.Value,
        view.Batch.Source,
        pages,
        failed = BatchPages.Failed(view).Select(reading => reading.Number),
        dossiers = view.Drafts.Dossiers.Zip(contents, (dossier, found) => new
        {
            dossier = dossier.Name?.ToString(),
            documents = dossier.Documents.Select(document => new { code = document.Code?.Value, pages = document.Pages.Select(page => page.Page.Number) }),
            fields = found.Fields.Select(field => new
            {
                field.Field,
                field.Inid,
                field.Value,
                confidence = Math.Round(field.Confidence, 1),
                field.Page,
                box = BoxOf(field.Box),
            }),
            pictures = found.Pictures.Select(found => new { page = found.Page.Number, box = BoxOf(found.Picture.Box), found.Picture.Confidence }),
        }),
        separators = view.Drafts.Separators.Select(page => page.Page.Number),
        nextSheet = view.NextSheet,
        targets = view.Drafts.Targets.Select(page => page.Page.Number),
        target = BatchGrades.Describe(view.Target),
        quality = view.Quality,
        replaced = view.Arrangement.Replaced.Select(page => page.Number),
        edits = view.Edits.Select(BatchHistory.Describe),
        findings = FindingJson.Of(findings),
    };

    private static int[] BoxOf(PixelBox box) => [box.X, box.Y, box.Width, box.Height];

    private static IEnumerable<string> Lines(BatchView view, IReadOnlyList<DraftContent> contents, TimeZoneInfo zone)
    {
        yield return Words.Of("batch.line", ("batch", view.Batch.Id), ("source", view.Batch.Source), ("pages", view.Arrangement.Pages.Count),
            ("unread", view.Readings.Values.Count(reading => reading.State == ReadingState.Waiting)), ("state", StateOf(view.Batch)));
        if (view.NextSheet is { } sheet)
        {
            yield return Words.Of("scan.sheet", ("batch", view.Batch.Id), ("sheet", sheet));
        }

        foreach (var line in BatchGrades.Lines(view).Concat(BatchPages.FailedLines(view)).Concat(view.Drafts.Dossiers.Zip(contents, Lines).SelectMany(lines => lines)))
        {
            yield return line;
        }

        foreach (var edit in view.Edits)
        {
            yield return BatchHistory.Line(edit, zone);
        }
    }

    private static IEnumerable<string> Lines(DraftDossier dossier, DraftContent found)
    {
        yield return dossier.Name?.ToString() ?? Words.Of("batch.unnamed");
        foreach (var document in dossier.Documents)
        {
            yield return Words.Of(
                "batch.document", ("code", document.Code?.Value ?? "---"), ("pages", string.Join(' ', document.Pages.Select(page => page.IsBlank ? $"({page.Page.Number})" : $"{page.Page.Number}"))));
        }

        foreach (var field in found.Fields)
        {
            yield return Words.Of("batch.field", ("field", field.Field), ("value", field.Value), ("confidence", Math.Round(field.Confidence)));
        }

        foreach (var (page, _, picture) in found.Pictures)
        {
            yield return Words.Of("batch.picture", ("page", page.Number), ("width", picture.Box.Width), ("height", picture.Box.Height), ("confidence", Math.Round(picture.Confidence)));
        }
    }
}

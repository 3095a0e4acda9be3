using System.CommandLine;
using OfficeNode.Core;
using OfficeNode.Core.Batches;
using OfficeNode.Host.Journey;
using OfficeNode.Host.Texts;

namespace OfficeNode.Host.Commands;

/// <summary><c>batch move</c>, <c>replace</c>, <c>rotate</c>, <c>blank</c>, <c>interleave</c>, <c>split</c>, <c>merge</c>, <c>undo</c>, <c>hurry</c>, <c>read</c>: what people do to the order of a batch, and to its place in the queue.</summary>
internal static class BatchEditCommands
{
    public static IEnumerable<Command> Create(CommandEdge edge) =>
    [
        CreateMove(edge), CreateReplace(edge), CreateRotate(edge), CreateBlank(edge), CreateInterleave(edge), CreateSplit(edge), CreateMerge(edge), CreateUndo(edge), CreateHurry(edge),
        BatchReadCommand.Create(edge),
    ];

    private static Command CreateMove(CommandEdge edge)
    {
        var (batch, pages) = (BatchOptions.Batch(), Required("--pages", "batch.pages"));
        var before = new Option<int?>("--before") { Description = Words.Of("batch.before") };
        var command = new Command("move", Words.Of("batch.move.about")) { batch, pages, before };
        return Edit(edge, command, batch, parsed => new MovePages(BatchOptions.Pages("--pages", parsed.GetRequiredValue(pages)), parsed.GetValue(before)));
    }

    private static Command CreateReplace(CommandEdge edge)
    {
        var (batch, page, by) = (BatchOptions.Batch(), Number("--page", "batch.page"), Number("--by", "batch.by"));
        var command = new Command("replace", Words.Of("batch.replace.about")) { batch, page, by };
        return Edit(edge, command, batch, parsed => new ReplacePage(parsed.GetRequiredValue(page), parsed.GetRequiredValue(by)));
    }

    private static Command CreateRotate(CommandEdge edge)
    {
        var (batch, pages) = (BatchOptions.Batch(), Required("--pages", "batch.pages"));
        var degrees = Number("--right", "batch.right");
        var command = new Command("rotate", Words.Of("batch.rotate.about")) { batch, pages, degrees };
        return Do(edge, command, batch, (journey, id, parsed) => journey.Turn(
            id,
            BatchOptions.Pages("--pages", parsed.GetRequiredValue(pages)),
            parsed.GetRequiredValue(degrees) switch
            {
                90 => 1,
                180 => 2,
                270 => 3,
                var other => throw Values.Unreadable("--right", FormattableString.Invariant($"{other}"), "90, 180, 270"),
            },
            Values.Author));
    }

    private static Command CreateBlank(CommandEdge edge)
    {
        var (batch, pages) = (BatchOptions.Batch(), Required("--pages", "batch.pages"));
        var not = new Option<bool>("--not") { Description = Words.Of("batch.not") };
        var command = new Command("blank", Words.Of("batch.blank.about")) { batch, pages, not };
        return Edit(edge, command, batch, parsed => new MarkPages(BatchOptions.Pages("--pages", parsed.GetRequiredValue(pages)), Blank: !parsed.GetValue(not)));
    }

    private static Command CreateInterleave(CommandEdge edge)
    {
        var (batch, first, last) = (BatchOptions.Batch(), Number("--first", "batch.first"), Number("--last", "batch.last"));
        var reversed = new Option<bool>("--backs-reversed") { Description = Words.Of("batch.reversed") };
        var command = new Command("interleave", Words.Of("batch.interleave.about")) { batch, first, last, reversed };
        return Edit(edge, command, batch, parsed => new InterleavePages(parsed.GetRequiredValue(first), parsed.GetRequiredValue(last), parsed.GetValue(reversed)));
    }

    private static Command CreateSplit(CommandEdge edge)
    {
        var (batch, page) = (BatchOptions.Batch(), Number("--page", "batch.page"));
        var code = new Option<string?>("--code") { Description = Words.Of("batch.code") };
        var command = new Command("split", Words.Of("batch.split.about")) { batch, page, code };
        return Edit(edge, command, batch, parsed => new SplitBatch(parsed.GetRequiredValue(page), parsed.GetValue(code) is { } text ? CodeOf(text) : null));
    }

    private static SeparatorCode CodeOf(string text)
    {
        var parsed = SeparatorCode.Parse(text);
        return parsed.Success ? parsed.Value : throw Values.Unreadable("--code", text, parsed.Expected ?? "");
    }

    private static Command CreateMerge(CommandEdge edge)
    {
        var (batch, page) = (BatchOptions.Batch(), Number("--page", "batch.page"));
        var command = new Command("merge", Words.Of("batch.merge.about")) { batch, page };
        return Edit(edge, command, batch, parsed => new MergeBatch(parsed.GetRequiredValue(page)));
    }

    private static Command CreateUndo(CommandEdge edge)
    {
        var batch = BatchOptions.Batch();
        var command = new Command("undo", Words.Of("batch.undo.about")) { batch };
        edge.Run(command, (node, parsed, screen, _) =>
        {
            var id = BatchOptions.Find(node, parsed.GetRequiredValue(batch));
            if (node.Register.Read(session => BatchJourney.HandedOver(session, id)) is { } refused)
            {
                throw new UsageException(FindingTexts.Message(refused));
            }

            var undone = new BatchJourney(node).Undo(id, Values.Author);
            screen.Result(
                new { batch = id.Value, undone = undone is null ? null : BatchHistory.NameOf(undone.Edit) },
                [undone is null ? Words.Of("batch.undo.nothing", ("batch", id)) : Words.Of("batch.undo.done", ("batch", id), ("edit", BatchHistory.Sentence(undone.Edit)))]);
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    private static Command CreateHurry(CommandEdge edge)
    {
        var batch = BatchOptions.Batch();
        var command = new Command("hurry", Words.Of("batch.hurry.about")) { batch };
        edge.Run(command, (node, parsed, screen, _) =>
        {
            var id = BatchOptions.Find(node, parsed.GetRequiredValue(batch));
            var pages = new BatchJourney(node).Hurry(id);
            screen.Result(new { batch = id.Value, pages }, [Words.Of("batch.hurry.done", ("batch", id), ("pages", pages))]);
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    private static Command Edit(CommandEdge edge, Command command, Argument<string> batch, Func<ParseResult, BatchEdit> read) =>
        Do(edge, command, batch, (journey, id, parsed) => journey.Edit(id, read(parsed), Values.Author));

    /// <summary>Runs an edit that says what it should have been instead, or null.</summary>
    private static Command Do(CommandEdge edge, Command command, Argument<string> batch, Func<BatchJourney, BatchId, ParseResult, string?> edit)
    {
        edge.Run(command, (node, parsed, screen, _) =>
        {
            var id = BatchOptions.Find(node, parsed.GetRequiredValue(batch));
            var journey = new BatchJourney(node);
            if (edit(journey, id, parsed) is { } complaint)
            {
                throw new UsageException(Words.Of("batch.edit.refused", ("batch", id), ("expected", complaint)));
            }

            var pages = journey.View(id)?.Arrangement.Pages.Select(page => page.Page.Number).ToList() ?? [];
            screen.Result(new { batch = id.Value, pages }, [Words.Of("batch.edit.done", ("batch", id), ("pages", string.Join(' ', pages)))]);
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    private static Option<string> Required(string name, string text) => new(name) { Description = Words.Of(text), Required = true };

    private static Option<int> Number(string name, string text) => new(name) { Description = Words.Of(text), Required = true };
}

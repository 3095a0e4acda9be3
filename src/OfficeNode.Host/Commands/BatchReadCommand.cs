using System.CommandLine;
using OfficeNode.Core.Batches;
using OfficeNode.Host.Journey;
using OfficeNode.Host.Texts;
using OfficeNode.Storage.Tables;

namespace OfficeNode.Host.Commands;

/// <summary><c>batch read</c>: asks for pages again that could not be read, or were read wrongly.</summary>
internal static class BatchReadCommand
{
    // So many pages in one transaction are far below the time that a kiosk may wait behind it.
    private const int PagesAtOnce = 500;

    public static Command Create(CommandEdge edge)
    {
        var batch = BatchOptions.Batch();
        var pages = new Option<string?>("--pages") { Description = Words.Of("batch.read.pages") };
        var command = new Command("read", Words.Of("batch.read.about")) { batch, pages };
        edge.Run(command, (node, parsed, screen, _) =>
        {
            var id = BatchOptions.Find(node, parsed.GetRequiredValue(batch));
            var asked = parsed.GetValue(pages) is { } text
                ? Ask(node, id, [.. BatchOptions.Pages("--pages", text).Distinct()])
                : node.Register.Note(session => session.Readings.AgainFailed(id, ReadingTable.AtTheScreen));
            screen.Result(new { batch = id.Value, pages = asked }, [Words.Of(asked > 0 ? "batch.read.done" : "batch.read.nothing", ("batch", id), ("pages", asked))]);
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    /// <summary>Asks for all of the pages or, where one of them is not in the batch, for none.</summary>
    private static int Ask(Node node, BatchId id, IReadOnlyList<int> pages)
    {
        var known = node.Register.Read(session => session.Batches.Pages(id)).Select(page => page.Number).ToHashSet();
        if (pages.FirstOrDefault(page => !known.Contains(page)) is > 0 and var unknown)
        {
            throw Values.Unreadable("--pages", FormattableString.Invariant($"{unknown}"), Words.Of("batch.read.known", ("batch", id), ("count", known.Count)));
        }

        foreach (var some in pages.Chunk(PagesAtOnce))
        {
            node.Register.Note(session =>
            {
                foreach (var page in some)
                {
                    session.Readings.Again(id, page, ReadingTable.AtTheScreen);
                }
            });
        }

        return pages.Count;
    }
}

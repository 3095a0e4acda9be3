using System.Globalization;
using OfficeNode.Core.Batches;
using OfficeNode.Core.Closing;
using OfficeNode.Host.Journey;
using OfficeNode.Host.Kiosk.Counter;
using OfficeNode.Host.Kiosk.Today;
using OfficeNode.Host.Texts;

namespace OfficeNode.Host.Kiosk.Closing;

/// <summary>What stands open at the end of a day, one sentence per thing, the worst first; and what the day came to.</summary>
internal static class ClosingSentences
{
    /// <summary>What somebody should look at before they leave.</summary>
    public static IReadOnlyList<Sentence> Open(OpenEnds ends, PersonNames names) =>
    [
        .. ends.BeingScanned.Select(batch => Batch(Words.Of("closing.scanning", ("batch", batch.Id)), Words.Of("closing.scanning.hint"), batch))
            .Concat(ends.Stopped.Select(batch => Batch(Words.Of("closing.stopped", ("batch", batch.Id)), Words.Of("closing.stopped.hint"), batch)))
            .Concat(ends.Blocks.Select(Block))
            .Concat(ends.Holders.Select(holder => new Sentence(Tone.Look, Words.OfCount("closing.held", holder.Entries, ("person", names.Of(holder.Person))))))
            .Concat(Work(ends.Counts))
            .Concat(Counted("closing.paper", ends.PaperOut, Tone.Good, "/paper"))
            .OrderByDescending(sentence => sentence.Tone),
    ];

    /// <summary>What waits for people, each kind of work with its screen.</summary>
    public static IEnumerable<Sentence> Work(DayCounts counts) =>
    [
        .. Counted("closing.to-arrange", counts.ToArrange, Tone.Look, "/batches"),
        .. Counted("closing.to-key", counts.ToKey, Tone.Good, "/keying"),
        .. Counted("closing.to-release", counts.ToRelease, Tone.Look, "/release"),
    ];

    /// <summary>What was done on a day; one sentence where that was nothing.</summary>
    public static IEnumerable<Sentence> Done(DayCounts counts)
    {
        List<Sentence> done =
        [
            .. Counted("closing.pages", counts.Pages, Tone.Good, "/batches"),
            .. Counted("closing.released", counts.Released, Tone.Good, "/register"),
            .. Counted("closing.delivered", counts.Delivered, Tone.Good, "/packages"),
            .. Counted("closing.accepted", counts.Accepted, Tone.Good, "/packages"),
        ];
        return done.Count > 0 ? done : [new Sentence(Tone.Good, Words.Of("closing.nothing"))];
    }

    private static IEnumerable<Sentence> Counted(string key, long count, Tone tone, string address) =>
        count == 0 ? [] : [new Sentence(tone, Words.OfCount(key, count)) { Address = address }];

    private static Sentence Block(BlockState state) => new(
        Tone.Look, Words.Of("block.left", ("first", state.Print(state.Block.First)), ("last", state.Print(state.Block.Last))), Words.Of("block.left.hint"))
    {
        Address = CounterAddress.Counter,
    };

    private static Sentence Batch(string text, string hint, Batch batch) => new(Tone.Act, text, hint)
    {
        Address = string.Create(CultureInfo.InvariantCulture, $"/batches/{batch.Id}"),
    };
}

using System.CommandLine;
using System.Globalization;
using OfficeNode.Core.Batches;
using OfficeNode.Host.Journey;
using OfficeNode.Host.Texts;

namespace OfficeNode.Host.Commands;

/// <summary>What the commands about batches share: the batch they name, and pages as people write them.</summary>
internal static class BatchOptions
{
    // A batch is one run of a feeder or one folder; more pages in one edit than this is a slip of the keyboard.
    private const int MostPages = 100_000;

    public static Argument<string> Batch() => new("batch") { Description = Words.Of("batch.name") };

    /// <summary>A batch that is there.</summary>
    public static BatchId Find(Node node, string text)
    {
        var id = Values.Code<BatchId>("batch", text);
        return node.Register.Read(session => session.Batches.Get(id)) is not null ? id : throw new UsageException(Words.Of("batch.unknown", ("batch", id)));
    }

    /// <summary>Page numbers as <c>3,7-9</c>; a falling range runs backwards.</summary>
    public static IReadOnlyList<int> Pages(string option, string text)
    {
        var pages = new List<int>();
        foreach (var part in Values.List(text))
        {
            var ends = part.Split('-');
            var (from, to) = (Number(option, text, ends[0]), Number(option, text, ends[^1]));
            if (ends.Length > 2 || pages.Count + Math.Abs(to - from) >= MostPages)
            {
                throw Unreadable(option, text);
            }

            pages.AddRange(from <= to ? Enumerable.Range(from, to - from + 1) : Enumerable.Range(to, from - to + 1).Reverse());
        }

        return pages.Count > 0 ? pages : throw Unreadable(option, text);
    }

    private static int Number(string option, string whole, string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : throw Unreadable(option, whole);

    private static UsageException Unreadable(string option, string text) => Values.Unreadable(option, text, Words.Of("batch.pages.form"));
}

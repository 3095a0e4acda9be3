using System.Diagnostics;
using OfficeNode.Core;
using OfficeNode.Core.Json;
using OfficeNode.Host.Journey;
using OfficeNode.Storage;
using OfficeNode.TestKit;
using OfficeNode.TestWorker;

namespace OfficeNode.Benchmarks;

/// <summary>Searching among a million trademarks while somebody types: one search per key, from the first letter on.</summary>
internal static class RegisterSearch
{
    public const string Name = "register-search";
    private const int Marks = 1_000_000;
    private const int Typed = 20;
    private const int WarmUp = 2;
    private const int Shown = 20;
    private const int Batch = 1_000;
    private const double Bar = 50;

    public static async Task<IReadOnlyList<Row>> RunAsync(CancellationToken cancellationToken)
    {
        using var folder = new TemporaryFolder();
        using var node = BenchmarkNode.Create(folder.Path);
        Fill(node);
        await KeepAsync(folder.Path, cancellationToken);
        await Cost.SettleAsync(cancellationToken);
        TypeAll(node, first: 1, WarmUp);   // compiles, and fills the page cache as a working day does
        var milliseconds = TypeAll(node, first: 1 + WarmUp, Typed).Order().ToList();
        var late = milliseconds[(int)(milliseconds.Count * 0.95)];
        return
        [
            new Row(
                FormattableString.Invariant($"register search: {Marks} trademarks, {milliseconds.Count} keys typed"),
                "milliseconds on the clock, 95th percentile",
                FormattableString.Invariant($"{late:F1} (median {milliseconds[milliseconds.Count / 2]:F1}, longest {milliseconds[^1]:F1})"),
                Bar: "<= 50",
                IsHeld: late <= Bar),
        ];
    }

    // For measures that need another program: a browser.
    private static async Task KeepAsync(string folder, CancellationToken cancellationToken)
    {
        if (Environment.GetEnvironmentVariable("OFFICENODE_KEEP") is { Length: > 0 } file)
        {
            await Cost.OfShellAsync($"sqlite3 register.db \"VACUUM INTO '{file}'\"", folder, cancellationToken);
        }
    }

    /// <summary>Fills a node with a million marks.</summary>
    internal static void Fill(Node node)
    {
        foreach (var numbers in Enumerable.Range(1, Marks).Chunk(Batch))
        {
            node.Register.Write(new Deed("benchmark", "import", "typical marks"), session =>
            {
                foreach (var record in numbers.Select(TypicalMarks.Mark))
                {
                    session.Save(null, record, RecordJson.Write(record), "benchmark", null);
                }
            });
            if (numbers[^1] % (Marks / 10) == 0)
            {
                Progress.Say($"{Name}: {numbers[^1]} of {Marks} marks saved");
            }
        }
    }

    /// <summary>Types the words, the holder and the number of some marks letter by letter; milliseconds for each key.</summary>
    private static List<double> TypeAll(Node node, int first, int count)
    {
        var milliseconds = new List<double>();
        for (var n = first; n < first + count; n++)
        {
            var mark = TypicalMarks.Mark(n * (Marks / (WarmUp + Typed)));
            foreach (var text in TextsOf(mark))
            {
                milliseconds.AddRange(Enumerable.Range(1, text.Length).Select(length => Search(node, text[..length])));
            }
        }

        return milliseconds;
    }

    // Every typical mark has words, a holder and an application number.
    private static IEnumerable<string> TextsOf(Record mark) => [mark.Mark!.Words[0].Text, mark.Parties[0].Names[0].Text, mark.ApplicationNumber!.AsPrinted];

    private static double Search(Node node, string text)
    {
        var clock = Stopwatch.StartNew();
        node.Register.Read(session => session.Search.Find(SearchWords.Parse(text), Shown).Dossiers.Select(id => session.Revisions.Current(id)).ToList());
        return clock.Elapsed.TotalMilliseconds;
    }
}

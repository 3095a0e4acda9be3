using OfficeNode.Core;
using OfficeNode.Host.Journey;
using OfficeNode.Standards.Readers;
using OfficeNode.TestKit;

namespace OfficeNode.Benchmarks;

/// <summary>A table of 100,000 marks into an empty node by the whole import, beside <c>sqlite3</c> filling the same rows into the same tables, indexes and full text.</summary>
/// <remarks>
/// What <c>sqlite3</c> gets has all values ready (keys, canonical records, digests), taken from what the import made; reading the table, mapping it and computing them
/// is ours alone. Both leave everything on the medium.
/// </remarks>
internal static class ImportBenchmark
{
    public const string Name = "import";
    private const int RowCount = 100_000;
    private const int Rounds = 3;
    private const double Bar = 2;
    private const string FillPlain = "cp empty.db plain.db && sqlite3 plain.db '.mode csv' '.import flat.csv flat' && sqlite3 plain.db < fill-import.sql > answers.txt && rm plain.db";

    public static async Task<IReadOnlyList<Row>> RunAsync(CancellationToken cancellationToken)
    {
        using var folder = new TemporaryFolder();
        var table = new GeneratedOffice(seed: 1).Write(Right.Trademark, folder.Path, RowCount);
        await PrepareAsync(folder, table, cancellationToken);
        var rounds = await Benchmarks.Rounds.RunAsync(
            Rounds,
            Name,
            () => ImportAsync(folder.PathOf("node"), table, cancellationToken),
            () => Cost.OfShellAsync(FillPlain, folder.Path, cancellationToken),
            cancellationToken);
        return [RowOf(rounds)];
    }

    private static Row RowOf(Rounds rounds) => new(
        FormattableString.Invariant($"import: {RowCount} rows of a table, from the file to the synced register"),
        "seconds on the clock (processor)",
        FormattableString.Invariant($"{rounds.Ours.Wall:F2} ({rounds.Ours.Processor:F2})"),
        FormattableString.Invariant($"`sqlite3` with `.import` and one script: {rounds.Theirs.Wall:F2} ({rounds.Theirs.Processor:F2})"),
        FormattableString.Invariant($"{rounds.WallRatio:F2} ({rounds.ProcessorRatio:F2})"),
        "<= 2",
        rounds.WallRatio <= Bar);

    /// <summary>Imports once, and has <c>sqlite3</c> take out of that register what it is to put in.</summary>
    private static async Task PrepareAsync(TemporaryFolder folder, GeneratedTable table, CancellationToken cancellationToken)
    {
        foreach (var script in new[] { "flatten.sql", "fill-import.sql" })
        {
            File.Copy(Path.Combine(AppContext.BaseDirectory, script), folder.PathOf(script));
        }

        using (BenchmarkNode.Create(folder.PathOf("empty")))
        {
        }

        File.Move(folder.PathOf("empty/register.db"), folder.PathOf("empty.db"));
        using (var node = BenchmarkNode.Create(folder.PathOf("full")))
        {
            await RunAsync(node, table, cancellationToken);
        }

        await Cost.OfShellAsync("sqlite3 full/register.db < flatten.sql > flat.csv && rm -r full", folder.Path, cancellationToken);
    }

    private static async Task<Cost> ImportAsync(string root, GeneratedTable table, CancellationToken cancellationToken)
    {
        var node = BenchmarkNode.Create(root);
        var cost = await Cost.OfAsync(async () =>
        {
            // Closing brings what was written out of the write-ahead log: that belongs to the work.
            using (node)
            {
                await RunAsync(node, table, cancellationToken);
            }
        });
        Directory.Delete(root, recursive: true);
        return cost;
    }

    private static async Task RunAsync(Node node, GeneratedTable table, CancellationToken cancellationToken)
    {
        var mapping = await File.ReadAllBytesAsync(table.Mapping, cancellationToken);
        var order = new ImportOrder
        {
            Paths = [table.Csv],
            Mapping = Mapping.Read(mapping, table.Mapping).Mapping,
            MappingDigest = Digest.Of(mapping).Value,
            Author = "benchmark",
        };
        var result = await new ImportJourney(node, progress: null).RunAsync(order, cancellationToken);
        if (result.Counts.New != RowCount)
        {
            throw new InvalidOperationException($"{result.Counts.New} of {RowCount} rows were new, {string.Join(' ', result.Findings)}.");
        }
    }
}

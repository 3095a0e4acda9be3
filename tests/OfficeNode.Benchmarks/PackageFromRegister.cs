using OfficeNode.Core;
using OfficeNode.Core.Json;
using OfficeNode.Host.Journey;
using OfficeNode.Host.Settings;
using OfficeNode.Storage;
using OfficeNode.Storage.Tables;
using OfficeNode.TestKit;

namespace OfficeNode.Benchmarks;

/// <summary>A full package of marks out of a real register, as the command <c>package</c> builds it: gate, rules, whitelist, writing, validation, compression, sealing.</summary>
internal static class PackageFromRegister
{
    public const string Name = "package-from-register";
    public const string Destination = "brand-database";
    private const int Records = 10_000;
    private const int Rounds = 5;
    private const int Batch = 500;
    private const double Bar = 1_000;

    public static async Task<IReadOnlyList<Row>> RunAsync(CancellationToken cancellationToken)
    {
        var schemas = SharedMaterial.Require("standards/st96/V6_0/schema");
        using var folder = new TemporaryFolder();
        using var node = BenchmarkNode.Create(folder.PathOf("node"));
        new StandardsJourney(node).Add(schemas);
        Fill(node);
        var (costs, package) = (new List<Cost>(), default(PackageRow));
        for (var round = 0; round <= Rounds; round++)
        {
            await Cost.SettleAsync(cancellationToken);
            var cost = await Cost.OfAsync(async () => package = await PackageAsync(node, cancellationToken));
            Progress.Say($"{Name}, round {round} of {Rounds}: {cost.Wall:F2} s, processor {cost.Processor:F2} s");
            costs.Add(cost);
            Forget(node, package!);   // the work has just set it
        }

        var warm = Benchmarks.Rounds.Median(costs.Skip(1));
        var phases = await PackagePhases.RunAsync(node, warm.Processor, cancellationToken);
        return [Result(warm, costs[0], phases.AverageBytes), .. phases.Rows];
    }

    private static Row Result(Cost cost, Cost first, double averageBytes)
    {
        var perCore = Records / cost.Processor;
        return new Row(
            FormattableString.Invariant($"package from register: {Records} marks of {averageBytes / 1000:F1} KB of XML"),
            "records per second of one core (processor time)",
            FormattableString.Invariant($"{perCore:F0}; {Records / cost.Wall:F0} per second on the clock; {Records / first.Processor:F0} the first time, when code is compiled"),
            Bar: ">= 1000",
            IsHeld: perCore >= Bar);
    }

    private static void Fill(Node node)
    {
        foreach (var numbers in Enumerable.Range(1, Records).Chunk(Batch))
        {
            node.Register.Write(new Deed("benchmark", "import", "long marks"), session =>
            {
                foreach (var record in numbers.Select(LongMarks.Mark))
                {
                    session.Acts.Record(session.Save(null, record, RecordJson.Write(record), "benchmark", null), LongMarks.CollectionAct);
                }
            });
        }
    }

    private static async Task<PackageRow> PackageAsync(Node node, CancellationToken cancellationToken)
    {
        await using var journey = new PackageJourney(node, "benchmark");
        var result = await journey.RunAsync(Destination, DestinationSettings.Defaults[Destination], PackageScope.Full, progress: null, cancellationToken);
        return result is { Skipped: [], Packages: [{ Records: Records } package] }
            ? package
            : throw new InvalidOperationException($"{result.Skipped.Count} marks were left out, {result.Skipped.SelectMany(skipped => skipped.Findings).FirstOrDefault()}.");
    }

    /// <summary>Takes the package back, so that the next round finds what this one found.</summary>
    private static void Forget(Node node, PackageRow package)
    {
        node.Register.Note(session => session.Exports.ClearQueued(package.Id));
        foreach (var file in Directory.EnumerateFiles(node.Folder.Packages, package.Name + ".*"))
        {
            File.Delete(file);
        }
    }
}

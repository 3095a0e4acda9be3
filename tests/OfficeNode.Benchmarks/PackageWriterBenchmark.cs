using System.Security.Cryptography;
using OfficeNode.Core;
using OfficeNode.Core.Disk;
using OfficeNode.Packaging;
using OfficeNode.Packaging.Signatures;
using OfficeNode.TestKit;

namespace OfficeNode.Benchmarks;

/// <summary>10,000 prepared documents and 1 GB of images into a sealed and synced package, beside OpenSSL hashing the same files.</summary>
/// <remarks>Both read files that are in the page cache; ours writes the package to the disk as well.</remarks>
internal static class PackageWriterBenchmark
{
    public const string Name = "package-writer";
    private const int Documents = 10_000;
    private const long ImageBytes = 1_000_000_000;
    private const int Rounds = 7;
    private const double Bar = 1.5;

    // One process over all files, as many at a time as a command line takes.
    private const string Hash = "find in -type f -print0 | xargs -0 openssl dgst -sha256 > /dev/null";

    public static async Task<IReadOnlyList<Row>> RunAsync(CancellationToken cancellationToken)
    {
        using var folder = new TemporaryFolder();
        var members = await Material.MakeAsync(Directory.CreateDirectory(folder.PathOf("in")).FullName, Documents, ImageBytes, cancellationToken);
        var building = Directory.CreateDirectory(folder.PathOf("building")).FullName;
        using var random = RandomNumberGenerator.Create();
        using var key = NodeKey.Create(BenchmarkNode.Office, "benchmark", TimeProvider.System, random);
        var rounds = await Benchmarks.Rounds.RunAsync(
            Rounds,
            Name,
            () => MeasureAsync(members, building, key, cancellationToken),
            () => Cost.OfShellAsync(Hash, folder.Path, cancellationToken),
            cancellationToken);
        return [RowOf(rounds)];
    }

    private static Row RowOf(Rounds rounds) => new(
        FormattableString.Invariant($"package writer: {Documents} prepared documents and 1 GB of images"),
        "seconds on the clock (processor)",
        FormattableString.Invariant($"{rounds.Ours.Wall:F2} ({rounds.Ours.Processor:F2})"),
        FormattableString.Invariant($"`openssl dgst -sha256`: {rounds.Theirs.Wall:F2} ({rounds.Theirs.Processor:F2})"),
        FormattableString.Invariant($"{rounds.WallRatio:F2} ({rounds.ProcessorRatio:F2})"),
        "<= 1.5",
        rounds.WallRatio <= Bar);

    /// <summary>Measures the writing alone: the package of the round before is taken away first, which a writer that finds its place empty has not to pay for.</summary>
    private static async Task<Cost> MeasureAsync(IReadOnlyList<PackageMember> members, string building, NodeKey key, CancellationToken cancellationToken)
    {
        foreach (var file in Directory.GetFiles(building))
        {
            File.Delete(file);
        }

        await Cost.SettleAsync(cancellationToken);
        return await Cost.OfAsync(() => WriteAsync(members, building, key, cancellationToken));
    }

    private static Task<SealedPackage> WriteAsync(IReadOnlyList<PackageMember> members, string building, NodeKey key, CancellationToken cancellationToken)
    {
        var order = new PackageOrder
        {
            Name = PackageName.Parse("xx-benchmark-test-20261120-0001").Value,
            Destination = "benchmark",
            Scope = PackageScope.Test,
            Office = BenchmarkNode.Office,
            Created = DateTimeOffset.UnixEpoch,
            Codec = "benchmark",
        };
        return new PackageWriter(new PhysicalDisk(), key).WriteAsync(order, members.ToAsyncEnumerable(), building, cancellationToken);
    }
}

using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using OfficeNode.Core;
using OfficeNode.Core.Disk;
using OfficeNode.Packaging;
using OfficeNode.Packaging.Signatures;
using OfficeNode.TestKit;

namespace OfficeNode.Benchmarks;

/// <summary>10,000 prepared documents and 1 GB of images into a sealed and synced package, against OpenSSL hashing the same files.</summary>
/// <remarks>
/// Both run in turn on files that are in the page cache; the medians are compared. The bar is 1.5. OpenSSL uses one thread and the writer up to
/// four, so the ratio means something only while two cores are free; the writer's processor time is printed to tell.
/// </remarks>
internal static class PackageWriterBenchmark
{
    private const int Documents = 10_000;
    private const long ImageBytes = 1_000_000_000;
    private const int Rounds = 7;
    private const double Bar = 1.5;

    public static async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        using var folder = new TemporaryFolder();
        var members = await Material.MakeAsync(Directory.CreateDirectory(folder.PathOf("in")).FullName, Documents, ImageBytes, cancellationToken);
        var building = Directory.CreateDirectory(folder.PathOf("building")).FullName;
        using var random = RandomNumberGenerator.Create();
        using var key = NodeKey.Create(OfficeCode.Parse("XX").Value, "benchmark", TimeProvider.System, random);

        var (writes, hashes) = (new List<double>(), new List<double>());
        for (var round = 0; round <= Rounds; round++)
        {
            var hash = HashWithOpenSsl(folder.Path);
            var before = Environment.CpuUsage.TotalTime;
            var write = await WriteAsync(members, building, key, cancellationToken);
            var processor = (Environment.CpuUsage.TotalTime - before).TotalSeconds;
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"round {round}: openssl {hash:F3} s, package {write:F3} s, of processors {processor:F3} s{(round == 0 ? " (warming up)" : "")}"));
            if (round > 0)
            {
                hashes.Add(hash);
                writes.Add(write);
            }
        }

        var ratio = Median(writes) / Median(hashes);
        Console.WriteLine("| work | package | openssl dgst -sha256 | ratio | bar |");
        Console.WriteLine("|---|---|---|---|---|");
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"| package writer, {Documents} documents and 1 GB of images | {Median(writes):F3} s | {Median(hashes):F3} s | {ratio:F2} | {Bar} |"));
        return ratio <= Bar ? 0 : 1;
    }

    private static async Task<double> WriteAsync(IReadOnlyList<PackageMember> members, string building, NodeKey key, CancellationToken cancellationToken)
    {
        var order = new PackageOrder
        {
            Name = PackageName.Parse("xx-benchmark-test-20261120-0001").Value,
            Destination = "benchmark",
            Scope = PackageScope.Test,
            Office = OfficeCode.Parse("XX").Value,
            Created = DateTimeOffset.UnixEpoch,
            Codec = "benchmark",
        };
        var watch = Stopwatch.StartNew();
        await new PackageWriter(new PhysicalDisk(), key).WriteAsync(order, members.ToAsyncEnumerable(), building, cancellationToken);
        return watch.Elapsed.TotalSeconds;
    }

    // One process over all files, as many at a time as a command line takes.
    private static double HashWithOpenSsl(string folder)
    {
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo("sh", ["-c", "find in -type f -print0 | xargs -0 openssl dgst -sha256 > /dev/null"]) { WorkingDirectory = folder })
            ?? throw new InvalidOperationException("sh did not start.");
        process.WaitForExit();
        return process.ExitCode == 0 ? watch.Elapsed.TotalSeconds : throw new InvalidOperationException("openssl failed.");
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}

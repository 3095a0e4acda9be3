using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using OfficeNode.Core;
using OfficeNode.Core.Disk;
using OfficeNode.Packaging;
using OfficeNode.Packaging.Signatures;
using OfficeNode.TestKit;

namespace OfficeNode.Benchmarks;

/// <summary>The peak of resident memory while a package of small members is written and verified: of a million members against a thousand, each in a process of its own.</summary>
internal static class PackageMemory
{
    public const string Name = "package-memory";
    public const string ChildCommand = "write-members";
    private const long Few = 1_000;
    private const long Many = 1_000_000;
    private const long Bar = 64;

    public static async Task<IReadOnlyList<Row>> RunAsync(CancellationToken cancellationToken)
    {
        var few = await PeaksOfAsync(Few, cancellationToken);
        var many = await PeaksOfAsync(Many, cancellationToken);
        return
        [
            RowOf("package writer: 1,000,000 members instead of 1,000", few.Written, many.Written),
            RowOf("– written, then verified in the same process", few.Verified, many.Verified) with { Bar = "", IsHeld = null },
        ];
    }

    /// <summary>Writes and verifies a package of so many members and returns the peak of this process in MB, after the one and after the other.</summary>
    public static async Task<string> WriteAsync(long members, CancellationToken cancellationToken)
    {
        using var folder = new TemporaryFolder();
        using var random = RandomNumberGenerator.Create();
        using var key = NodeKey.Create(BenchmarkNode.Office, "benchmark", TimeProvider.System, random);
        var order = new PackageOrder
        {
            Name = PackageName.Parse("xx-benchmark-test-20261120-0002").Value,
            Destination = "benchmark",
            Scope = PackageScope.Test,
            Office = BenchmarkNode.Office,
            Created = DateTimeOffset.UnixEpoch,
            Codec = "benchmark",
        };

        var package = await new PackageWriter(new PhysicalDisk(), key).WriteAsync(order, MembersAsync(members, cancellationToken), folder.Path, cancellationToken);
        var written = Peak();
        var check = await new PackageVerifier([key.Certificate], TimeProvider.System, PackagingLimits.Default).VerifyAsync(package.ZipPath, cancellationToken);
        return check.IsValid
            ? string.Create(CultureInfo.InvariantCulture, $"{written} {Peak()}")
            : throw new InvalidOperationException("The package is not valid.");
    }

    private static Row RowOf(string work, long few, long many) => new(
        work,
        "MB more of resident memory, at the peak",
        FormattableString.Invariant($"{many - few} ({many} instead of {few})"),
        Bar: "<= 64",
        IsHeld: many - few <= Bar);

    private static long Peak()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64 >> 20;
    }

    private static async Task<(long Written, long Verified)> PeaksOfAsync(long members, CancellationToken cancellationToken)
    {
        var answer = await ThisProgram.RunAsync([ChildCommand, members.ToString(CultureInfo.InvariantCulture)], cancellationToken);
        Progress.Say($"{Name}: {members} members, {answer.Trim()} MB written and verified");
        var peaks = answer.Split(' ').Select(peak => long.Parse(peak, CultureInfo.InvariantCulture)).ToList();
        return (peaks[0], peaks[1]);
    }

    private static async IAsyncEnumerable<PackageMember> MembersAsync(long count, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var content = await PreparedContent.PrepareAsync("<record>small</record>"u8.ToArray(), cancellationToken);
        for (var number = 0L; number < count; number++)
        {
            yield return new PackageMember(string.Create(CultureInfo.InvariantCulture, $"T-2026-{number:D8}/record.xml"), MemberKind.Record, content);
        }
    }
}

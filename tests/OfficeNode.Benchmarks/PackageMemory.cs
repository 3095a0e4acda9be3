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

/// <summary>The peak of resident memory while a package of so many small members is written and verified. Run it for 1,000 and 1,000,000: the bar is 64 MB more.</summary>
internal static class PackageMemory
{
    public static async Task<int> RunAsync(long members, CancellationToken cancellationToken)
    {
        using var folder = new TemporaryFolder();
        using var random = RandomNumberGenerator.Create();
        using var key = NodeKey.Create(OfficeCode.Parse("XX").Value, "benchmark", TimeProvider.System, random);
        var order = new PackageOrder
        {
            Name = PackageName.Parse("xx-benchmark-test-20261120-0002").Value,
            Destination = "benchmark",
            Scope = PackageScope.Test,
            Office = OfficeCode.Parse("XX").Value,
            Created = DateTimeOffset.UnixEpoch,
            Codec = "benchmark",
        };

        var package = await new PackageWriter(new PhysicalDisk(), key).WriteAsync(order, MembersAsync(members, cancellationToken), folder.Path, cancellationToken);
        var afterWriting = Peak();
        var check = await new PackageVerifier([key.Certificate], TimeProvider.System, PackagingLimits.Default).VerifyAsync(package.ZipPath, cancellationToken);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {members} members | {afterWriting} MB written | {Peak()} MB verified | valid: {check.IsValid} |"));
        return check.IsValid ? 0 : 1;
    }

    private static long Peak()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64 >> 20;
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

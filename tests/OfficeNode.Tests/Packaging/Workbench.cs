using System.IO.Pipelines;
using System.Security.Cryptography;
using System.Text;
using OfficeNode.Core;
using OfficeNode.Core.Disk;
using OfficeNode.Packaging;
using OfficeNode.Packaging.Signatures;
using OfficeNode.Packaging.Zip;
using OfficeNode.TestKit;

namespace OfficeNode.Tests.Packaging;

/// <summary>A folder, a key and a clock: what every test of packages needs.</summary>
internal sealed class Workbench : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static PackageName Name { get; } = PackageName.Parse("xx-patents-test-20261120-0001").Value;

    public NodeKey Key { get; } = NewKey();

    public PhysicalDisk Disk { get; } = new();

    public string Folder => _folder.Path;

    public static NodeKey NewKey(string name = "Test node")
    {
        using var random = RandomNumberGenerator.Create();
        return NodeKey.Create(OfficeCode.Parse("XX").Value, name, new FixedTime(), random);
    }

    public static PackageOrder Order() => new()
    {
        Name = Name,
        Destination = "patentscope",
        Scope = PackageScope.Test,
        Office = OfficeCode.Parse("XX").Value,
        Standards = [new StandardVersion("ST.36", "1.7")],
        NotValidatedBecause = "no schema set is installed",
        AuditHead = Digest.Of("head"u8),
        Created = FixedTime.Now,
        Codec = ".NET 10, zlib-ng",
    };

    public static byte[] Noise(int length, int seed)
    {
        var bytes = new byte[length];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }

    /// <summary>Five members: records, images, one empty, one with a name in Arabic.</summary>
    public static IReadOnlyList<PackageMember> Members()
    {
        var dossier = DossierName.Parse("P-2026-123").Value;
        return
        [
            new("P-2026-123/record.xml", MemberKind.Record, DeflatedContent.Of(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("<a>Chauffe-eau</a>", 100)))), dossier),
            new("P-2026-123/00000001.tif", MemberKind.Image, StoredContent.Of(Noise(5000, 1)), dossier),
            new("P-2026-123/00000002.tif", MemberKind.Image, StoredContent.Of(Noise(70_000, 2)), dossier),
            new("P-2026-123/empty.txt", MemberKind.Text, StoredContent.Of(Array.Empty<byte>()), dossier),
            new("وصف/سخان مياه.txt", MemberKind.Collection, DeflatedContent.Of(Array.Empty<byte>())),
        ];
    }

    public Task<SealedPackage> BuildAsync(IEnumerable<PackageMember>? members = null, IDisk? disk = null) =>
        new PackageWriter(disk ?? Disk, Key).WriteAsync(Order(), (members ?? Members()).ToAsyncEnumerable(), Folder, CancellationToken.None);

    public Task<PackageCheck> VerifyAsync(string? file = null, params IReadOnlyCollection<TrustedCertificate> trusted) =>
        new PackageVerifier(trusted.Count == 0 ? [Key.Certificate] : trusted, new FixedTime(), PackagingLimits.Default)
            .VerifyAsync(file ?? PathOf(Name.ZipFile), CancellationToken.None);

    public string PathOf(string file) => _folder.PathOf(file);

    /// <summary>Writes a ZIP alone.</summary>
    public async Task<byte[]> ZipAsync(IEnumerable<(string Path, MemberContent Content)> members)
    {
        using var output = new MemoryStream();
        var pipe = PipeWriter.Create(output, new StreamPipeWriterOptions(leaveOpen: true));
        await using (var zip = new ZipWriter(pipe, Disk, PathOf("work")))
        {
            foreach (var (path, content) in members)
            {
                await zip.AddAsync(path, content, CancellationToken.None);
            }

            await zip.CompleteAsync(CancellationToken.None);
        }

        await pipe.CompleteAsync();
        return output.ToArray();
    }

    /// <summary>Reads a ZIP alone.</summary>
    public static async Task<(IReadOnlyList<ZipMember> Members, IReadOnlyList<Finding> Findings)> ReadAsync(Stream zip, PackagingLimits? limits = null)
    {
        var findings = new FindingList("test.zip", limits ?? PackagingLimits.Default);
        using var reader = new ZipReader(PipeReader.Create(zip), limits ?? PackagingLimits.Default, findings);
        var members = new List<ZipMember>();
        await foreach (var member in reader.ReadAsync(CancellationToken.None))
        {
            members.Add(member);
        }

        return (members, findings.ToList());
    }

    public static Task<(IReadOnlyList<ZipMember> Members, IReadOnlyList<Finding> Findings)> ReadAsync(byte[] zip) => ReadAsync(new MemoryStream(zip));

    public void Dispose()
    {
        Key.Dispose();
        _folder.Dispose();
    }
}

/// <summary>A clock that stands.</summary>
internal sealed class FixedTime : TimeProvider
{
    public static DateTimeOffset Now { get; } = new(2026, 11, 20, 9, 30, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;
}

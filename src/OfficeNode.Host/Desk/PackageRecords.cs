using System.Security.Cryptography;
using System.Text;
using OfficeNode.Core;
using OfficeNode.Packaging;

namespace OfficeNode.Host.Desk;

/// <summary>Judges the records inside a verified package, one after the other; a bad one never hides its neighbours (I11).</summary>
/// <remarks>Memory: one document at a time, and 16 bytes for the path of each member.</remarks>
internal sealed class PackageRecords
{
    private readonly DocumentCheck _check;
    private readonly DeskLimits _limits;

    public PackageRecords(DocumentCheck check, DeskLimits limits)
    {
        _check = check;
        _limits = limits;
    }

    /// <summary>Reads all record documents and adds each record to the verdict; stops when the verdict can take no more refusals.</summary>
    /// <exception cref="PackageException">The package was exchanged since it was verified.</exception>
    public async Task JudgeAsync(PackageReader package, Manifest manifest, DeskVerdict verdict, CancellationToken cancellation)
    {
        var paths = new HashSet<UInt128>();
        await foreach (var member in package.ListAsync(cancellation))
        {
            paths.Add(KeyOf(member.Path));
        }

        string? record = null;
        var findings = new List<Finding>();
        await foreach (var (member, content) in package.ReadAsync(member => member.Kind == MemberKind.Record, cancellation))
        {
            if (record is not null && record != RecordOf(member.Path))
            {
                verdict.AddRecord(findings);
                findings = [];
            }

            if (verdict.IsFull)
            {
                return;
            }

            record = RecordOf(member.Path);
            findings.AddRange(await DocumentAsync(member, content, manifest, paths, cancellation));
        }

        if (record is not null)
        {
            verdict.AddRecord(findings);
        }
    }

    /// <summary>All documents in one folder are one record; at the top of a package each document is one.</summary>
    private static string RecordOf(string path) => path.LastIndexOf('/') is > 0 and var slash ? path[..slash] : path;

    private async Task<IEnumerable<Finding>> DocumentAsync(
        ListedMember member, Stream content, Manifest manifest, HashSet<UInt128> paths, CancellationToken cancellation)
    {
        if (member.Length > _limits.Document)
        {
            return [Place(new Finding(DeskFindings.TooLarge, Severity.Error) { Expected = FormattableString.Invariant($"at most {_limits.Document} bytes") }, member)];
        }

        var bytes = new byte[member.Length];
        var read = await content.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellation);
        if (read != bytes.Length || Digest.Of(bytes) != member.Sha256)
        {
            throw new PackageException(PackageFault.Changed, member.Path, $"{member.Path}: no longer what was verified.");
        }

        using var document = new MemoryStream(bytes, writable: false);
        var verdict = _check.Check(document);
        return verdict.Findings.Concat(OutOfPlace(verdict, member.Path, manifest, paths))
            .Take(_limits.FindingsPerDocument)
            .Select(finding => Place(finding, member));
    }

    private static Finding Place(Finding finding, ListedMember member) => finding with { File = member.Path, Dossier = member.Dossier };

    /// <summary>What is wrong with a document in this package, though by itself it may be right.</summary>
    private static IEnumerable<Finding> OutOfPlace(DocumentVerdict verdict, string path, Manifest manifest, HashSet<UInt128> paths)
    {
        if (verdict is not { Identity: { } identity, Scan: { Findings.Count: 0 } scan })
        {
            yield break;
        }

        if (manifest.Standards.Count > 0
            && !manifest.Standards.Any(announced => announced.Name == identity.Standard && (identity.Version is null || announced.Version == identity.Version)))
        {
            yield return new Finding(DeskFindings.DocumentStandard, Severity.Error)
            {
                Found = $"{identity.Standard ?? "XML"} {identity.Version ?? identity.Root}",
                Expected = string.Join(", ", manifest.Standards.Select(announced => $"{announced.Name} {announced.Version}")),
            };
        }

        if (scan.Office is { Length: > 0 } office && office != manifest.Office.Value)
        {
            yield return new Finding(DeskFindings.DocumentOffice, Severity.Error) { Found = office, Expected = manifest.Office.Value };
        }

        var folder = path[..(path.LastIndexOf('/') + 1)];
        foreach (var file in scan.Files.Where(file => file.Length > 0 && !paths.Contains(KeyOf(folder + file))))
        {
            yield return new Finding(DeskFindings.MemberMissing, Severity.Error) { Found = file };
        }
    }

    /// <summary>128 bits of the SHA-256 of a path: nobody finds two with the same.</summary>
    private static UInt128 KeyOf(string path)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(path), hash);
        return System.Buffers.Binary.BinaryPrimitives.ReadUInt128LittleEndian(hash);
    }
}

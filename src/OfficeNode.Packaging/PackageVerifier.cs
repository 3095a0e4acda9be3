using System.Globalization;
using System.IO.Pipelines;
using OfficeNode.Core;
using OfficeNode.Core.Disk;
using OfficeNode.Packaging.Signatures;
using OfficeNode.Packaging.Zip;

namespace OfficeNode.Packaging;

/// <summary>Checks a package with the sidecars that lie beside it; without them its structure and checksums.</summary>
/// <remarks>Reads the ZIP once and unpacks nothing to disk. Memory stays the same but for 24 bytes per member. Thread-safe.</remarks>
public sealed class PackageVerifier
{
    private const int ReadSize = 256 * 1024;

    private readonly IReadOnlyCollection<TrustedCertificate> _trusted;
    private readonly TimeProvider _time;
    private readonly PackagingLimits _limits;

    /// <summary>Makes a verifier that believes these signers only.</summary>
    public PackageVerifier(IReadOnlyCollection<TrustedCertificate> trusted, TimeProvider time, PackagingLimits limits)
    {
        _trusted = trusted;
        _time = time;
        _limits = limits;
    }

    /// <summary>How much a right signature by a signer who is not among those believed weighs. Default error: nobody answers for the package then.</summary>
    public Severity UnknownSigner { get; init; } = Severity.Error;

    /// <summary>Checks a package.</summary>
    /// <exception cref="StorageException">A file cannot be opened or read.</exception>
    public async Task<PackageCheck> VerifyAsync(string zipPath, CancellationToken cancellationToken)
    {
        try
        {
            return await CheckAsync(zipPath, cancellationToken);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            var fault = error is FileNotFoundException or DirectoryNotFoundException ? StorageFault.Missing
                : error is UnauthorizedAccessException ? StorageFault.Denied : StorageFault.Other;
            throw new StorageException(fault, zipPath, $"{zipPath}: {error.Message}", error);
        }
    }

    private async Task<PackageCheck> CheckAsync(string zipPath, CancellationToken cancellationToken)
    {
        var findings = new FindingList(Path.GetFileName(zipPath), _limits);
        await using var zip = new HashingStream(File.OpenRead(zipPath));
        var sidecars = await Sidecars.ReadAsync(zipPath, CheckSignature, _limits, findings, cancellationToken);
        await using var members = sidecars.MembersPath is { } path
            ? new ListComparison(File.OpenRead(path), _limits, findings, cancellationToken)
            : null;

        var count = await ReadZipAsync(zip, members, findings, cancellationToken);
        if (members is not null)
        {
            await members.FinishAsync(zip);
        }

        if (sidecars.Manifest is { } manifest)
        {
            Compare(manifest, zip, count, findings);
        }

        return new PackageCheck(sidecars.Exist ? PackageKind.Signed : PackageKind.Unsigned, sidecars.Manifest, zip.Passed, zip.Current(), count, findings.ToList())
        {
            IsValid = !findings.HasErrors,
            Signer = sidecars.Signer,
        };
    }

    private IReadOnlyList<Finding> CheckSignature(byte[] manifest, byte[] signature) =>
    [
        .. DetachedSignature.Check(manifest, signature, _trusted, _time.GetUtcNow())
            .Select(finding => finding.Rule == PackagingFindings.SignerUnknown ? finding with { Severity = UnknownSigner } : finding),
    ];

    private async Task<long> ReadZipAsync(HashingStream zip, ListComparison? members, FindingList findings, CancellationToken cancellationToken)
    {
        var pipe = PipeReader.Create(zip, new StreamPipeReaderOptions(bufferSize: ReadSize, minimumReadSize: ReadSize / 4, leaveOpen: true));
        using var reader = new ZipReader(pipe, _limits, findings);
        await foreach (var member in reader.ReadAsync(cancellationToken))
        {
            if (members is not null)
            {
                await members.CompareAsync(member);
            }
        }

        await pipe.CompleteAsync();
        await zip.CopyToAsync(Stream.Null, cancellationToken);      // after a fatal finding the rest still counts for the digest
        return reader.Count;
    }

    private static void Compare(Manifest manifest, HashingStream zip, long count, FindingList findings)
    {
        if (zip.Passed != manifest.Zip.Length)
        {
            findings.Add(new Finding(PackagingFindings.PackageLength, Severity.Error) { Found = Text(zip.Passed), Expected = Text(manifest.Zip.Length) });
        }
        else if (zip.Current() is var sha256 && sha256 != manifest.Zip.Sha256)
        {
            findings.Add(new Finding(PackagingFindings.PackageDigest, Severity.Error) { Found = sha256.Value, Expected = manifest.Zip.Sha256.Value });
        }

        if (manifest.Counts.TryGetValue("members", out var expected) && expected != count)
        {
            findings.Add(new Finding(PackagingFindings.MemberCount, Severity.Error) { Found = Text(count), Expected = Text(expected) });
        }
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}

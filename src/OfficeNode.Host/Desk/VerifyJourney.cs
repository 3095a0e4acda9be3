using OfficeNode.Core;
using OfficeNode.Core.Disk;
using OfficeNode.Host.Journey;
using OfficeNode.Packaging;
using OfficeNode.Packaging.Signatures;
using OfficeNode.Standards.Readers;
using OfficeNode.Standards.Rules;
using OfficeNode.Storage;

namespace OfficeNode.Host.Desk;

/// <summary>A file that was looked at.</summary>
/// <param name="Kind">A stable word: <c>package</c>, <c>unsigned-package</c>, <c>sidecar</c>, <c>st36</c>, <c>st66</c>, <c>st96</c>, <c>missing</c>, <c>unreadable</c>,
/// <c>unknown</c>, or the standard that is not checked yet.</param>
public sealed record VerifiedFile(string File, string Kind, IReadOnlyList<Finding> Findings)
{
    /// <summary>Whether no error was found.</summary>
    public bool IsValid => Findings.All(finding => finding.Severity != Severity.Error);
}

/// <summary>Checks files of any kind that offices and receivers exchange. Needs no node; where there is one, its schemas and pinned certificates are used.</summary>
/// <remarks>Reads only. Nothing is unpacked, and memory does not grow with a package.</remarks>
public sealed class VerifyJourney
{
    private static readonly string[] Sidecars = [".manifest.json", ".manifest.json.p7s", ".members.jsonl"];

    private readonly PackageVerifier _packages;
    private readonly DocumentCheck _documents;
    private readonly RecordReading _records;
    private readonly DeskLimits _limits;

    /// <param name="pinned">The signers to believe, any other being an error; null to believe those this node pins, any other being a warning.</param>
    public VerifyJourney(NodeFolder folder, IReadOnlyList<TrustedCertificate>? pinned, IDisk disk, TimeProvider time)
    {
        _limits = DeskLimits.Default;
        _packages = new PackageVerifier(pinned ?? PinnedBy(folder, disk), time, PackagingLimits.Default)
        {
            UnknownSigner = pinned is null ? Severity.Warning : Severity.Error,
        };
        _documents = new DocumentCheck(InstalledStandards.Open(folder), _limits);
        _records = new RecordReading(new Validator(RuleSet.Standard), DateOnly.FromDateTime(time.GetLocalNow().DateTime));
    }

    /// <summary>Checks one file. What cannot be read is a finding, so that its neighbours go on (I11).</summary>
    public async Task<VerifiedFile> CheckAsync(string file, CancellationToken cancellation)
    {
        if (!File.Exists(file))
        {
            var found = Directory.Exists(file) ? Texts.Words.Of("verify.folder") : null;
            return new VerifiedFile(file, "missing", [new Finding(DeskFindings.FileMissing, Severity.Error) { File = file, Found = found }]);
        }

        try
        {
            return Sidecars.FirstOrDefault(ending => file.EndsWith(ending, StringComparison.Ordinal)) is { } sidecar
                ? Sidecar(file, file[..^sidecar.Length] + ".zip")
                : await ContentAsync(file, cancellation);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or StorageException)
        {
            return new VerifiedFile(file, "unreadable", [new Finding(DeskFindings.FileUnreadable, Severity.Error) { File = file, Found = error.Message }]);
        }
    }

    /// <summary>The certificates that a node pins for packages, and its own; none where there is no node or where this user may not look.</summary>
    private static List<TrustedCertificate> PinnedBy(NodeFolder folder, IDisk disk)
    {
        var pinned = new List<TrustedCertificate>(new TrustStore(folder, disk).For(TrustStore.Intake));
        var own = Path.Combine(folder.Keys, NodeKey.CertificateFile);
        if (File.Exists(own) && TrustedCertificate.Parse(File.ReadAllBytes(own)) is { Success: true, Value: var certificate })
        {
            pinned.Add(certificate);
        }

        return pinned;
    }

    private static VerifiedFile Sidecar(string file, string zip) => new(file, "sidecar",
    [
        File.Exists(zip)
            ? new Finding(DeskFindings.Sidecar, Severity.Info) { File = file, Expected = Path.GetFileName(zip) }
            : new Finding(DeskFindings.SidecarAlone, Severity.Error) { File = file, Expected = Path.GetFileName(zip) },
    ]);

    private async Task<VerifiedFile> ContentAsync(string file, CancellationToken cancellation)
    {
        await using var stream = File.OpenRead(file);
        if (!stream.CanSeek)
        {
            return new VerifiedFile(file, "unreadable", [new Finding(DeskFindings.FileUnreadable, Severity.Error) { File = file, Found = Texts.Words.Of("verify.pipe") }]);
        }

        var head = new byte[SourceDetection.HeadBytes];
        var length = await stream.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellation);
        stream.Position = 0;
        if (IsPackage(file, head.AsSpan(0, length)))
        {
            var check = await _packages.VerifyAsync(file, cancellation);
            return new VerifiedFile(file, check.Kind == PackageKind.Signed ? "package" : "unsigned-package", check.Findings);
        }

        var (format, finding) = SourceDetection.Detect(head.AsSpan(0, length), file);
        return LooksLikeXml(head.AsSpan(0, length)) ? await DocumentAsync(file, stream, cancellation)
            : Unknown(file, format == SourceFormat.Csv ? Texts.Words.Of("verify.text") : finding?.Found);
    }

    /// <summary>A ZIP by its first bytes; by its name and sidecars too, so that one whose first bytes are damaged is judged as what it should be.</summary>
    private static bool IsPackage(string file, ReadOnlySpan<byte> head) =>
        head.StartsWith("PK"u8) || file.EndsWith(".zip", StringComparison.OrdinalIgnoreCase) || File.Exists(Path.ChangeExtension(file, null) + Sidecars[0]);

    /// <summary>The first sign, after a byte order mark in any encoding and blanks, is the opening bracket.</summary>
    private static bool LooksLikeXml(ReadOnlySpan<byte> head)
    {
        foreach (var one in head)
        {
            if (one is not (0 or 0xEF or 0xBB or 0xBF or 0xFE or 0xFF or 0x20 or 0x09 or 0x0A or 0x0D))
            {
                return one == '<';
            }
        }

        return false;
    }

    private async Task<VerifiedFile> DocumentAsync(string file, FileStream stream, CancellationToken cancellation)
    {
        var verdict = _documents.Check(stream);
        var findings = new FindingList(file, PackagingLimits.Default);
        foreach (var finding in verdict.Findings)
        {
            findings.Add(finding);
        }

        switch (verdict.Identity)
        {
            case null:
            case { Kind: DocumentKind.Unknown } when findings.HasErrors:
                return new VerifiedFile(file, "unknown", findings.ToList());
            case { Kind: DocumentKind.Unknown or DocumentKind.St36Contents, Root: var root }:
                return Unknown(file, Texts.Words.Of("verify.root", ("root", root)));
            case { Kind: DocumentKind.St26 or DocumentKind.St86 or DocumentKind.St37 } later:
                findings.Add(new Finding(DeskFindings.KindLater, Severity.Error) { Found = later.Standard });
                break;
            case { Kind: DocumentKind.St36 or DocumentKind.St66 } readable when !findings.HasErrors:
                stream.Position = 0;
                await _records.ReadAsync(stream, readable, file, findings, cancellation);
                break;
        }

        return new VerifiedFile(file, verdict.Identity.Kind.ToString().ToLowerInvariant(), findings.ToList());
    }

    private static VerifiedFile Unknown(string file, string? found) =>
        new(file, "unknown", [new Finding(DeskFindings.KindUnknown, Severity.Error) { File = file, Found = found, Expected = Texts.Words.Of("verify.accepted") }]);
}

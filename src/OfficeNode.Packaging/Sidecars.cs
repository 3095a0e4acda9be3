using OfficeNode.Core;
using OfficeNode.Packaging.Json;
using OfficeNode.Packaging.Signatures;

namespace OfficeNode.Packaging;

/// <summary>The three files beside a package, as they were found.</summary>
/// <param name="Exist">Whether any of them is there.</param>
/// <param name="Manifest">Null when it is missing or cannot be read.</param>
/// <param name="Signer">Whose signature fits the manifest; null when none does.</param>
/// <param name="MembersPath">Null when the list is missing or is not the one that the manifest describes.</param>
internal sealed record Sidecars(bool Exist, Manifest? Manifest, TrustedCertificate? Signer, string? MembersPath)
{
    /// <summary>Looks beside a ZIP; what is wrong goes to the findings.</summary>
    /// <param name="checkSignature">Judges the manifest's bytes by the signature file's.</param>
    public static async Task<Sidecars> ReadAsync(
        string zipPath, Func<byte[], byte[], IReadOnlyList<Finding>> checkSignature, PackagingLimits limits, FindingList findings, CancellationToken cancellationToken)
    {
        var stem = Path.Combine(Path.GetDirectoryName(zipPath) ?? "", Path.GetFileNameWithoutExtension(zipPath));
        var (manifestPath, signaturePath, membersPath) = (stem + ".manifest.json", stem + ".manifest.json.p7s", stem + ".members.jsonl");
        string[] all = [manifestPath, signaturePath, membersPath];
        var missing = all.Where(path => !File.Exists(path)).ToList();
        if (missing.Count == all.Length)
        {
            findings.Add(new Finding(PackagingFindings.Unsigned, Severity.Warning));
            return new Sidecars(false, null, null, null);
        }

        foreach (var path in missing)
        {
            findings.Add(new Finding(PackagingFindings.SidecarMissing, Severity.Error) { Expected = Path.GetFileName(path) });
        }

        var json = await ReadFileAsync(manifestPath, limits.Manifest, findings, cancellationToken);
        var signature = await ReadFileAsync(signaturePath, limits.Signature, findings, cancellationToken);
        TrustedCertificate? signer = null;
        if (json is not null && signature is not null)
        {
            var found = checkSignature(json, signature);
            AddAll(findings, found, Path.GetFileName(signaturePath));
            signer = found.Any(IsNoSignature) ? null : DetachedSignature.SignerOf(signature);
        }

        var manifest = json is null ? null : ReadManifest(json, zipPath, Path.GetFileName(manifestPath), findings);
        var isRightList = manifest is not null && File.Exists(membersPath) && await IsRightListAsync(membersPath, manifest, findings, cancellationToken);
        return new Sidecars(true, manifest, signer, isRightList ? membersPath : null);
    }

    private static bool IsNoSignature(Finding finding) => finding.Rule is PackagingFindings.SignatureMalformed or PackagingFindings.SignatureWrong;

    private static async Task<byte[]?> ReadFileAsync(string path, int most, FindingList findings, CancellationToken cancellationToken)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        await using var file = File.OpenRead(path);
        var bytes = new byte[most + 1];
        var length = await file.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellationToken);
        if (length <= most)
        {
            return bytes[..length];
        }

        findings.Add(new Finding(PackagingFindings.TooLarge, Severity.Error) { File = Path.GetFileName(path), Expected = FormattableString.Invariant($"{most}") });
        return null;
    }

    private static Manifest? ReadManifest(byte[] json, string zipPath, string file, FindingList findings)
    {
        var read = ManifestJson.Read(json);
        if (!read.Success)
        {
            findings.Add(new Finding(PackagingFindings.ManifestMalformed, Severity.Error) { File = file, Expected = read.Expected });
            return null;
        }

        var (manifest, zip) = (read.Value, Path.GetFileName(zipPath));
        if (manifest.Zip.File == zip && manifest.Package.ZipFile == zip && manifest.Members.File == manifest.Package.MembersFile)
        {
            return manifest;
        }

        findings.Add(new Finding(PackagingFindings.ManifestOtherPackage, Severity.Error) { File = file, Found = manifest.Package.Value, Expected = Path.GetFileNameWithoutExtension(zip) });
        return null;
    }

    private static async Task<bool> IsRightListAsync(string path, Manifest manifest, FindingList findings, CancellationToken cancellationToken)
    {
        await using var file = File.OpenRead(path);
        if (file.Length == manifest.Members.Length
            && Digest.FromHash(await System.Security.Cryptography.SHA256.HashDataAsync(file, cancellationToken)) == manifest.Members.Sha256)
        {
            return true;
        }

        findings.Add(new Finding(PackagingFindings.MembersDigest, Severity.Error) { File = Path.GetFileName(path), Expected = manifest.Members.Sha256.Value });
        return false;
    }

    private static void AddAll(FindingList findings, IEnumerable<Finding> found, string file)
    {
        foreach (var finding in found)
        {
            findings.Add(finding with { File = file });
        }
    }
}

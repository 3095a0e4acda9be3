using OfficeNode.Core;
using OfficeNode.Packaging.Json;
using OfficeNode.Packaging.Signatures;

namespace OfficeNode.Packaging;

/// <summary>A receipt that was looked at.</summary>
/// <param name="Receipt">Null when it could not be read or is not signed by a trusted desk: nothing of it is to be believed then.</param>
/// <param name="Findings">What is wrong; a warning alone does not make the receipt bad.</param>
public sealed record ReceiptCheck(Receipt? Receipt, IReadOnlyList<Finding> Findings)
{
    /// <summary>Whether a trusted desk says this of exactly these bytes (I7: only that is "verified").</summary>
    public bool IsVerified => Receipt is not null && Findings.All(finding => finding.Severity != Severity.Error);
}

/// <summary>The node's side of receipts. Thread-safe.</summary>
public sealed class ReceiptVerifier
{
    private readonly IReadOnlyCollection<TrustedCertificate> _desks;
    private readonly TimeProvider _time;
    private readonly PackagingLimits _limits;

    /// <summary>Makes a verifier that trusts these desks only.</summary>
    public ReceiptVerifier(IReadOnlyCollection<TrustedCertificate> desks, TimeProvider time, PackagingLimits limits)
    {
        _desks = desks;
        _time = time;
        _limits = limits;
    }

    /// <summary>Checks a receipt and its signature file for a package that was sent.</summary>
    /// <param name="sha256">Of the ZIP that was sent.</param>
    /// <param name="length">Of the ZIP that was sent.</param>
    public ReceiptCheck Check(ReadOnlySpan<byte> receipt, ReadOnlySpan<byte> signature, PackageName package, Digest sha256, long length)
    {
        var file = Receipt.FileOf(package);
        if (receipt.Length > _limits.Receipt || signature.Length > _limits.Signature)
        {
            return new ReceiptCheck(null, [new Finding(PackagingFindings.TooLarge, Severity.Error) { File = file }]);
        }

        var findings = DetachedSignature.Check(receipt, signature, _desks, _time.GetUtcNow()).Select(finding => finding with { File = file }).ToList();
        if (findings.Exists(finding => finding.Severity == Severity.Error))
        {
            return new ReceiptCheck(null, findings);
        }

        var read = ReceiptJson.Read(receipt, _limits);
        if (!read.Success)
        {
            return new ReceiptCheck(null, [.. findings, new Finding(PackagingFindings.ReceiptMalformed, Severity.Error) { File = file, Expected = read.Expected }]);
        }

        if (Difference(read.Value, package, sha256, length) is { } difference)
        {
            findings.Add(difference with { File = file });
        }

        return new ReceiptCheck(read.Value, findings);
    }

    private static Finding? Difference(Receipt receipt, PackageName package, Digest sha256, long length)
    {
        var other = new Finding(PackagingFindings.ReceiptOtherPackage, Severity.Error);
        return receipt.Package != package ? other with { Found = receipt.Package.Value, Expected = package.Value }
            : receipt.Sha256 != sha256 ? other with { Found = receipt.Sha256.Value, Expected = sha256.Value }
            : receipt.Length != length ? other with { Found = FormattableString.Invariant($"{receipt.Length}"), Expected = FormattableString.Invariant($"{length}") }
            : null;
    }
}

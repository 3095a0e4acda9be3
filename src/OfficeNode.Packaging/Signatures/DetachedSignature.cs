using System.Formats.Asn1;
using System.Numerics;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using OfficeNode.Core;

namespace OfficeNode.Packaging.Signatures;

/// <summary>The detached CMS signatures (RFC 5652) of manifests and receipts, in the one form that is allowed.</summary>
/// <remarks>
/// Form: DER; SignedData version 1; SHA-256 without parameters; content type data, no content; exactly one certificate; exactly one signer,
/// named by issuer and serial number, without signed or unsigned attributes; ecdsa-with-SHA256 without parameters over the content itself; of the
/// two values s and n - s that both verify, the smaller one. From certificate, r and s follows every byte of the file, so a signature
/// is accepted only when writing it again gives the same bytes: no changed bit passes, whatever field it hits. Thread-safe.
/// </remarks>
public static class DetachedSignature
{
    private const string SignedData = "1.2.840.113549.1.7.2";
    private const string Data = "1.2.840.113549.1.7.1";
    private const string Sha256 = "2.16.840.1.101.3.4.2.1";
    private const string EcdsaWithSha256 = "1.2.840.10045.4.3.2";
    private const string P256 = "1.2.840.10045.3.1.7";

    private static readonly Asn1Tag Explicit0 = new(TagClass.ContextSpecific, 0, isConstructed: true);

    // The order of the curve P-256 (SEC 2, section 2.4.2).
    private static readonly BigInteger Order = BigInteger.Parse(
        "0FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551", System.Globalization.NumberStyles.HexNumber, System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Checks a signature file against the content it stands for.</summary>
    /// <param name="trusted">The certificates that count, compared byte for byte.</param>
    /// <param name="now">For the warning about the certificate's dates; nothing else depends on a clock.</param>
    /// <returns>Nothing when all is well; otherwise what is wrong. A warning does not make the signature bad.</returns>
    public static IReadOnlyList<Finding> Check(
        ReadOnlySpan<byte> content, ReadOnlySpan<byte> signatureFile, IReadOnlyCollection<TrustedCertificate> trusted, DateTimeOffset now)
    {
        if (Read(signatureFile) is not { } parts)
        {
            return [new Finding(PackagingFindings.SignatureMalformed, Severity.Error)];
        }

        using var certificate = parts.Certificate;
        using var key = parts.Key;
        if (!key.VerifyData(content, parts.Signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence))
        {
            return [new Finding(PackagingFindings.SignatureWrong, Severity.Error)];
        }

        if (!trusted.Any(known => known.Is(certificate)))
        {
            // A pinned certificate is compared byte for byte; of any other, damage would only look like a stranger.
            if (!SelfSignature.IsRight(certificate.RawDataMemory, key))
            {
                return [new Finding(PackagingFindings.SignatureMalformed, Severity.Error)];
            }

            return [new Finding(PackagingFindings.SignerUnknown, Severity.Error) { Found = certificate.Subject, Arguments = FingerprintOf(certificate) }];
        }

        var isInDates = now >= certificate.NotBefore && now <= certificate.NotAfter;
        return isInDates ? [] : [new Finding(PackagingFindings.SignerDates, Severity.Warning) { Found = certificate.Subject, Arguments = FingerprintOf(certificate) }];
    }

    /// <summary>The certificate in a signature file; null when the file has not the one form. Says nothing about what was signed.</summary>
    public static TrustedCertificate? SignerOf(ReadOnlySpan<byte> signatureFile)
    {
        if (Read(signatureFile) is not { } parts)
        {
            return null;
        }

        using var certificate = parts.Certificate;
        using var key = parts.Key;
        var parsed = TrustedCertificate.Parse(certificate.RawDataMemory.Span);
        return parsed.Success ? parsed.Value : null;
    }

    /// <summary>Signs content with a P-256 key.</summary>
    internal static byte[] Sign(ReadOnlySpan<byte> content, ECDsa key, X509Certificate2 certificate) =>
        Encode(certificate, WithSmallerS(key.SignData(content, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence)));

    private static Dictionary<string, string> FingerprintOf(X509Certificate2 certificate) =>
        new() { ["fingerprint"] = Digest.Of(certificate.RawData).Value };

    /// <summary>Takes a signature file apart; null when it has not the one form.</summary>
    private static (X509Certificate2 Certificate, ECDsa Key, byte[] Signature)? Read(ReadOnlySpan<byte> file)
    {
        try
        {
            var cms = new SignedCms();
            cms.Decode(file);
            if (cms.SignerInfos.Count != 1 || cms.Certificates.Count != 1)
            {
                return null;
            }

            var certificate = cms.Certificates[0];
            var signature = cms.SignerInfos[0].GetSignature();
            var isSame = WithSmallerS(signature).AsSpan().SequenceEqual(signature) && file.SequenceEqual(Encode(certificate, signature));
            return isSame && KeyOf(certificate) is { } key ? (certificate, key, signature) : null;
        }
        catch (Exception error) when (error is CryptographicException or AsnContentException)
        {
            return null;        // reported by the caller as not having the form
        }
    }

    private static ECDsa? KeyOf(X509Certificate2 certificate)
    {
        var key = certificate.GetECDsaPublicKey();
        if (key?.ExportParameters(includePrivateParameters: false).Curve is { IsNamed: true } curve && curve.Oid.Value == P256)
        {
            return key;
        }

        key?.Dispose();
        return null;
    }

    private static byte[] WithSmallerS(byte[] signature)
    {
        var reader = new AsnReader(signature, AsnEncodingRules.DER);
        var values = reader.ReadSequence();
        var (r, s) = (values.ReadInteger(), values.ReadInteger());
        values.ThrowIfNotEmpty();
        reader.ThrowIfNotEmpty();

        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteInteger(r);
            writer.WriteInteger(s * 2 > Order ? Order - s : s);
        }

        return writer.Encode();
    }

    private static byte[] Encode(X509Certificate2 certificate, byte[] signature)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(SignedData);
            using (writer.PushSequence(Explicit0))
            {
                WriteSignedData(writer, certificate, signature);
            }
        }

        return writer.Encode();
    }

    private static void WriteSignedData(AsnWriter writer, X509Certificate2 certificate, byte[] signature)
    {
        using (writer.PushSequence())
        {
            writer.WriteInteger(1);
            using (writer.PushSetOf())
            {
                WriteAlgorithm(writer, Sha256);
            }

            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier(Data);
            }

            using (writer.PushSetOf(Explicit0))
            {
                writer.WriteEncodedValue(certificate.RawData);
            }

            using (writer.PushSetOf())
            {
                WriteSigner(writer, certificate, signature);
            }
        }
    }

    private static void WriteSigner(AsnWriter writer, X509Certificate2 certificate, byte[] signature)
    {
        using (writer.PushSequence())
        {
            writer.WriteInteger(1);
            using (writer.PushSequence())
            {
                writer.WriteEncodedValue(certificate.IssuerName.RawData);
                writer.WriteInteger(certificate.SerialNumberBytes.Span);
            }

            WriteAlgorithm(writer, Sha256);
            WriteAlgorithm(writer, EcdsaWithSha256);
            writer.WriteOctetString(signature);
        }
    }

    private static void WriteAlgorithm(AsnWriter writer, string algorithm)
    {
        using (writer.PushSequence())
        {
            writer.WriteObjectIdentifier(algorithm);
        }
    }
}

using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using OfficeNode.Core;

namespace OfficeNode.Packaging.Signatures;

/// <summary>A certificate that somebody decided to trust, by its exact bytes. No chain, no revocation list and no clock take part.</summary>
public sealed class TrustedCertificate
{
    // A certificate of ours takes about 500 bytes; anything near this is none that a node or desk made.
    private const int Longest = 16 * 1024;

    private readonly byte[] _der;

    private TrustedCertificate(byte[] der, string subject, string name)
    {
        _der = der;
        Subject = subject;
        Name = name;
        Fingerprint = Digest.Of(der);
    }

    /// <summary>Whose it says it is.</summary>
    public string Subject { get; }

    /// <summary>The subject's common name; of a node's or desk's certificate it is the office's code, a blank and the name.</summary>
    public string Name { get; }

    /// <summary>SHA-256 of the certificate: what two people compare by telephone.</summary>
    public Digest Fingerprint { get; }

    /// <summary>The certificate in DER.</summary>
    public ReadOnlyMemory<byte> Der => _der;

    /// <summary>Reads a certificate in DER or PEM.</summary>
    public static ParseResult<TrustedCertificate> Parse(ReadOnlySpan<byte> file)
    {
        if (file.Length > Longest)
        {
            return ParseResult<TrustedCertificate>.Refuse($"a certificate of at most {Longest} bytes");
        }

        try
        {
            using var certificate = X509CertificateLoader.LoadCertificate(file);
            return ParseResult<TrustedCertificate>.Read(new TrustedCertificate(
                certificate.RawData, certificate.Subject, certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false)));
        }
        catch (CryptographicException)
        {
            return ParseResult<TrustedCertificate>.Refuse("an X.509 certificate in DER or PEM");
        }
    }

    internal bool Is(X509Certificate2 certificate) => certificate.RawDataMemory.Span.SequenceEqual(_der);
}

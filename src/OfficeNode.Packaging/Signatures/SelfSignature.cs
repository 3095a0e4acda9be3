using System.Formats.Asn1;
using System.Security.Cryptography;

namespace OfficeNode.Packaging.Signatures;

/// <summary>Whether a certificate was signed with its own key, as those of nodes and desks are. It says nothing about who made it.</summary>
internal static class SelfSignature
{
    // AlgorithmIdentifier of ecdsa-with-SHA256, without parameters (RFC 5758, section 3.2), in DER.
    private static readonly byte[] EcdsaWithSha256 = [0x30, 0x0A, 0x06, 0x08, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x04, 0x03, 0x02];

    /// <param name="certificate">In DER: RFC 5280, section 4.1.</param>
    /// <param name="key">The public key that it holds.</param>
    public static bool IsRight(ReadOnlyMemory<byte> certificate, ECDsa key)
    {
        try
        {
            var reader = new AsnReader(certificate, AsnEncodingRules.DER);
            var parts = reader.ReadSequence();
            var content = parts.ReadEncodedValue();
            var algorithm = parts.ReadEncodedValue();
            var signature = parts.ReadBitString(out var unused);
            parts.ThrowIfNotEmpty();
            reader.ThrowIfNotEmpty();
            return unused == 0
                && algorithm.Span.SequenceEqual(EcdsaWithSha256)
                && key.VerifyData(content.Span, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        }
        catch (Exception error) when (error is AsnContentException or CryptographicException)
        {
            return false;       // the caller says that the signature file has not the one form
        }
    }
}

using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using OfficeNode.Core;

namespace OfficeNode.Sync.Sftp;

/// <summary>The public key of a server or of this node, as OpenSSH writes it: <c>ssh-ed25519 AAAA...</c>.</summary>
public sealed record HostKey
{
    // RFC 8709, RFC 5656, RFC 4253. Certificates and DSA are left out.
    private static readonly string[] Algorithms = ["ssh-ed25519", "ecdsa-sha2-nistp256", "ecdsa-sha2-nistp384", "ecdsa-sha2-nistp521", "ssh-rsa"];
    private const int LongestText = 4096;
    private const string Form = "a public key as 'ssh-ed25519 AAAA...'";

    private HostKey(string algorithm, byte[] bytes)
    {
        Algorithm = algorithm;
        Base64 = Convert.ToBase64String(bytes);
        Fingerprint = "SHA256:" + Convert.ToBase64String(SHA256.HashData(bytes)).TrimEnd('=');
    }

    public string Algorithm { get; }

    public string Base64 { get; }

    /// <summary>As ssh shows it and people compare it: <c>SHA256:</c> and 43 characters.</summary>
    public string Fingerprint { get; }

    /// <summary>Reads a public key, a line of a <c>.pub</c> file or a line of a known_hosts file; names and comments around the key are passed over.</summary>
    public static ParseResult<HostKey> Parse(string text)
    {
        var words = text.Length <= LongestText ? text.Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries) : [];
        var at = Array.FindIndex(words, word => Algorithms.Contains(word, StringComparer.Ordinal));
        if (at < 0 || at + 1 >= words.Length || words[0].StartsWith('@'))
        {
            return ParseResult<HostKey>.Refuse(Form);
        }

        var bytes = new byte[words[at + 1].Length];
        return Convert.TryFromBase64String(words[at + 1], bytes, out var length) && NamesItself(bytes.AsSpan(0, length), words[at])
            ? ParseResult<HostKey>.Read(new HostKey(words[at], bytes[..length]))
            : ParseResult<HostKey>.Refuse(Form);
    }

    public override string ToString() => $"{Algorithm} {Base64}";

    // A key's bytes begin with its algorithm's name (RFC 4253, 6.6); a torn or mistyped key hardly ever does.
    private static bool NamesItself(ReadOnlySpan<byte> key, string algorithm) =>
        key.Length > sizeof(uint) + algorithm.Length
        && BinaryPrimitives.ReadUInt32BigEndian(key) == (uint)algorithm.Length
        && key.Slice(sizeof(uint), algorithm.Length).SequenceEqual(Encoding.ASCII.GetBytes(algorithm));
}

using System.Security.Cryptography;
using System.Text.Json.Serialization;
using OfficeNode.Core.Json;

namespace OfficeNode.Core;

/// <summary>A SHA-256 as 64 lower-case hexadecimal digits.</summary>
[JsonConverter(typeof(TextValueConverter<Digest>))]
public readonly record struct Digest : ITextValue<Digest>
{
    private Digest(string value) => Value = value;

    public string Value { get; }

    public static ParseResult<Digest> Parse(string text) => text.Length == 64 && text.All(char.IsAsciiHexDigitLower)
        ? ParseResult<Digest>.Read(new(text))
        : ParseResult<Digest>.Refuse("64 lower-case hexadecimal digits (SHA-256)");

    /// <summary>Wraps a finished hash of 32 bytes.</summary>
    public static Digest FromHash(ReadOnlySpan<byte> hash)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(hash.Length, SHA256.HashSizeInBytes);
        return new(Convert.ToHexStringLower(hash));
    }

    /// <summary>Computes the digest of bytes in memory.</summary>
    public static Digest Of(ReadOnlySpan<byte> bytes) => FromHash(SHA256.HashData(bytes));

    public override string ToString() => Value;
}

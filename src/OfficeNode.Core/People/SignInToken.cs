using System.Buffers.Text;
using System.Security.Cryptography;

namespace OfficeNode.Core.People;

/// <summary>What a browser holds of a sign-in: 32 random bytes. The register keeps their SHA-256 alone, so that who reads the register cannot sign in by it.</summary>
public sealed class SignInToken
{
    private const int Size = 32;

    private readonly byte[] _bytes;

    private SignInToken(byte[] bytes) => _bytes = bytes;

    /// <summary>The text for a cookie: base64url. It is as good as a secret and stands in no log.</summary>
    public string Text => Base64Url.EncodeToString(_bytes);

    /// <summary>What the register knows the sign-in by.</summary>
    public Digest Digest => Digest.Of(_bytes);

    public static SignInToken New(RandomNumberGenerator random)
    {
        var bytes = new byte[Size];
        random.GetBytes(bytes);
        return new SignInToken(bytes);
    }

    /// <summary>Reads what a browser sent.</summary>
    public static ParseResult<SignInToken> Parse(string text)
    {
        var bytes = new byte[Size];
        return Base64Url.IsValid(text, out var length) && length == Size && Base64Url.TryDecodeFromChars(text, bytes, out var read) && read == Size
            ? ParseResult<SignInToken>.Read(new(bytes))
            : ParseResult<SignInToken>.Refuse("the token of a sign-in");
    }

    /// <summary>Says nothing of the token.</summary>
    public override string ToString() => nameof(SignInToken);
}

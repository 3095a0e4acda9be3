using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace OfficeNode.Core.People;

/// <summary>What is kept of a secret: its PBKDF2-HMAC-SHA256 with salt and iterations, in one text <c>pbkdf2-sha256$ITERATIONS$SALT$HASH</c>.</summary>
/// <remarks>It shows nothing of itself in messages: <see cref="ToString"/> leaves salt and hash out.</remarks>
public sealed class SecretDigest
{
    /// <summary>How often the hash is repeated unless options say otherwise. As recalled from OWASP's Password Storage Cheat Sheet (2023), which names 600,000 for this hash.</summary>
    public const int DefaultIterations = 600_000;

    /// <summary>The most that a stored text may ask for, about a second of a slow computer's core for each million: a damaged row keeps nobody waiting for ever.</summary>
    public const int MostIterations = 10_000_000;

    private const string Scheme = "pbkdf2-sha256";
    private const char Separator = '$';
    private const int SaltBytes = 16;   // NIST SP 800-132 asks for 128 bits (as recalled)
    private const int HashBytes = SHA256.HashSizeInBytes;

    private readonly byte[] _salt;
    private readonly byte[] _hash;

    private SecretDigest(int iterations, byte[] salt, byte[] hash)
    {
        Iterations = iterations;
        _salt = salt;
        _hash = hash;
    }

    public int Iterations { get; }

    /// <summary>The text that is stored.</summary>
    public string Value => string.Create(
        CultureInfo.InvariantCulture, $"{Scheme}{Separator}{Iterations}{Separator}{Convert.ToBase64String(_salt)}{Separator}{Convert.ToBase64String(_hash)}");

    /// <summary>Hashes a secret with a salt of its own. Takes as long as the iterations make it take: a tenth of a second or more.</summary>
    public static SecretDigest Of(string secret, int iterations, RandomNumberGenerator random)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(iterations);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(iterations, MostIterations);
        var salt = new byte[SaltBytes];
        random.GetBytes(salt);
        return new SecretDigest(iterations, salt, Hash(secret, salt, iterations));
    }

    /// <summary>A digest that no secret is known to have: compared with where there is no person, it takes the time that a real one would.</summary>
    public static SecretDigest OfNobody(int iterations) => new(iterations, new byte[SaltBytes], new byte[HashBytes]);

    /// <summary>Reads what <see cref="Value"/> wrote.</summary>
    public static ParseResult<SecretDigest> Parse(string text)
    {
        var parts = text.Split(Separator);
        return parts is [Scheme, var count, var salt, var hash]
            && int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var iterations)
            && iterations is > 0 and <= MostIterations
            && Bytes(salt, SaltBytes) is { } salted
            && Bytes(hash, HashBytes) is { } hashed
            ? ParseResult<SecretDigest>.Read(new(iterations, salted, hashed))
            : ParseResult<SecretDigest>.Refuse($"{Scheme}, iterations, {SaltBytes} bytes of salt and {HashBytes} of hash in base64, parted by {Separator}");
    }

    /// <summary>Whether this is the digest of a secret. The comparison takes the same time wherever the two differ.</summary>
    public bool Matches(string secret) => CryptographicOperations.FixedTimeEquals(Hash(secret, _salt, Iterations), _hash);

    /// <summary>Whether it should be made anew at the next chance, because more iterations are asked for by now.</summary>
    public bool IsOutdated(int iterations) => Iterations < iterations;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Scheme}, {Iterations} iterations");

    private static byte[] Hash(string secret, byte[] salt, int iterations) =>
        Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(SecretText.Of(secret)), salt, iterations, HashAlgorithmName.SHA256, HashBytes);

    private static byte[]? Bytes(string base64, int length)
    {
        var bytes = new byte[length];
        return base64.Length == Base64Length(length) && Convert.TryFromBase64String(base64, bytes, out var read) && read == length ? bytes : null;
    }

    private static int Base64Length(int bytes) => (bytes + 2) / 3 * 4;
}

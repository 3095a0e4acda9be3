using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using OfficeNode.TestKit;

namespace OfficeNode.Journeys.Gate;

/// <summary>Looks for forbidden words, numbers and picture bytes in whatever bytes it is shown.</summary>
/// <remarks>
/// Words are found glued to anything and in any case. Numbers count when they stand alone or behind letters, as file names write them; within a digest
/// they mean nothing. Pictures are found by their first pixels.
/// </remarks>
internal sealed class LeakSearch
{
    private const int WordLength = 11;
    private const int LongestNumber = 24;   // longer runs of letters and digits are digests and base64
    private const int MarkerHead = sizeof(ulong);

    private readonly HashSet<string> _words = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _numbers = [];
    private readonly Dictionary<ulong, byte[]> _markers = [];

    public void ForbidWord(string word) => _words.Add(word);

    /// <summary>Forbids a row's number in every spelling.</summary>
    public void ForbidNumber(GeneratedRow row)
    {
        var parts = row.Number.Split('/');
        _numbers.UnionWith([parts[2], parts[1] + parts[2]]);
    }

    public void ForbidPicture(byte[] marker) => _markers[MemoryMarshal.Read<ulong>(marker)] = marker;

    /// <summary>What is forbidden and stands in these bytes.</summary>
    public IEnumerable<string> FindIn(byte[] bytes) => [.. Words(bytes), .. Numbers(bytes), .. Pictures(bytes)];

    /// <summary>What is forbidden and stands in this text.</summary>
    public IEnumerable<string> FindIn(string text) => FindIn(Encoding.UTF8.GetBytes(text));

    private List<string> Words(ReadOnlySpan<byte> bytes)
    {
        var found = new List<string>();
        for (var at = 0; at + WordLength <= bytes.Length; at++)
        {
            if ((bytes[at] | 0x20) == 'q' && (bytes[at + 1] | 0x20) == 'x' && Encoding.Latin1.GetString(bytes.Slice(at, WordLength)) is var word && _words.Contains(word))
            {
                found.Add(word);
            }
        }

        return found;
    }

    private List<string> Numbers(ReadOnlySpan<byte> bytes)
    {
        var found = new List<string>();
        for (var at = 0; at < bytes.Length; at++)
        {
            var start = at;
            while (at < bytes.Length && char.IsAsciiLetterOrDigit((char)bytes[at]))
            {
                at++;
            }

            if (at - start is > 0 and <= LongestNumber && DigitsOf(bytes[start..at]) is { } number && _numbers.Contains(number))
            {
                found.Add(number);
            }
        }

        return found;
    }

    /// <summary>The digits behind the letters that a token begins with, without those it ends with: <c>P20150000123A1</c>.</summary>
    private static string? DigitsOf(ReadOnlySpan<byte> token)
    {
        var first = token.IndexOfAnyInRange((byte)'0', (byte)'9');
        if (first < 0)
        {
            return null;
        }

        var digits = token[first..];
        var end = digits.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        return Encoding.ASCII.GetString(end < 0 ? digits : digits[..end]);
    }

    private List<string> Pictures(ReadOnlySpan<byte> bytes)
    {
        var found = new List<string>();
        for (var at = 0; at + MarkerHead <= bytes.Length; at++)
        {
            if (_markers.TryGetValue(MemoryMarshal.Read<ulong>(bytes[at..]), out var marker) && bytes[at..].StartsWith(marker))
            {
                found.Add(string.Create(CultureInfo.InvariantCulture, $"picture {Convert.ToHexString(marker[..MarkerHead])} at {at}"));
            }
        }

        return found;
    }
}

using System.Buffers;
using System.Text;

namespace OfficeNode.Standards.Readers;

/// <summary>How the encoding of a text source was known.</summary>
internal enum EncodingOrigin
{
    /// <summary>The file says it: a byte order mark, or nothing but ASCII and valid UTF-8.</summary>
    Certain,

    /// <summary>The mapping says it.</summary>
    Told,

    /// <summary>Guessed from the bytes.</summary>
    Guessed,
}

/// <summary>The encoding of a text source, with the number of bytes of its mark.</summary>
internal sealed record TextEncoding(Encoding Encoding, EncodingOrigin Origin, int MarkLength)
{
    /// <summary>What stands where bytes did not fit the encoding: a code point that no text has, so that it is told apart from a replacement sign in the source.</summary>
    public const char Unfit = '\uFFFF';

    /// <summary>An encoding by its registered name; null when this system has none of that name.</summary>
    public static Encoding? Named(string name)
    {
        try
        {
            var found = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
            return Marking(found);
        }
        catch (ArgumentException)
        {
            return null;   // the only way .NET answers whether a name is known
        }
    }

    public static TextEncoding Told(Encoding encoding, ReadOnlySpan<byte> head)
    {
        var mark = encoding.Preamble;
        return new(encoding, EncodingOrigin.Told, mark.Length > 0 && head.StartsWith(mark) ? mark.Length : 0);
    }

    /// <summary>Tells the encoding from the first bytes of a source.</summary>
    public static TextEncoding Detect(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith(Encoding.UTF8.Preamble))
        {
            return new(Marking(Encoding.UTF8), EncodingOrigin.Certain, 3);
        }

        if (head.Length >= 2 && (head[0], head[1]) is (0xFF, 0xFE) or (0xFE, 0xFF))
        {
            return new(Marking(head[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode), EncodingOrigin.Certain, 2);
        }

        return WideWithoutMark(head) is { } wide
            ? new(Marking(wide), EncodingOrigin.Guessed, 0)
            : Utf8OrSingleByte(head);
    }

    // Half of the bytes of Latin text in UTF-16 are zero, all on the same side.
    private static Encoding? WideWithoutMark(ReadOnlySpan<byte> head)
    {
        Span<int> zeros = [0, 0];
        for (var i = 0; i < head.Length; i++)
        {
            zeros[i & 1] += head[i] == 0 ? 1 : 0;
        }

        var enough = head.Length / 8;
        return (zeros[0] > enough, zeros[1] > enough) switch
        {
            (false, true) => Encoding.Unicode,
            (true, false) => Encoding.BigEndianUnicode,
            _ => null,
        };
    }

    private static TextEncoding Utf8OrSingleByte(ReadOnlySpan<byte> head)
    {
        var good = 0;
        var bad = 0;
        for (var rest = head; !rest.IsEmpty;)
        {
            var status = Rune.DecodeFromUtf8(rest, out _, out var consumed);
            good += status == OperationStatus.Done && consumed > 1 ? 1 : 0;
            bad += status == OperationStatus.InvalidData ? 1 : 0;
            rest = rest[consumed..];
        }

        // One stray byte among many good sequences is a damaged row of a UTF-8 file, not a reason to spoil all the others.
        const int GoodPerBad = 10;
        var isUtf8 = good >= bad * GoodPerBad;
        return isUtf8
            ? new(Marking(Encoding.UTF8), bad == 0 ? EncodingOrigin.Certain : EncodingOrigin.Guessed, 0)
            : new(Marking(SingleByteGuess.Of(head)), EncodingOrigin.Guessed, 0);
    }

    private static Encoding Marking(Encoding encoding)
    {
        var marking = (Encoding)encoding.Clone();
        marking.DecoderFallback = new DecoderReplacementFallback(Unfit.ToString());
        return marking;
    }
}

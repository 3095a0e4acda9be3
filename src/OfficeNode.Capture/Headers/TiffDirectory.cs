using System.Buffers.Binary;

namespace OfficeNode.Capture.Headers;

/// <summary>One directory (IFD) of a TIFF or of the EXIF part of a JPEG: its tags and the numbers they hold.</summary>
internal sealed class TiffDirectory
{
    private const int EntryLength = 12;

    private readonly HeaderWindow _window;
    private readonly long _origin;
    private readonly bool _littleEndian;
    private readonly SortedDictionary<int, Entry> _entries;

    private TiffDirectory(HeaderWindow window, long origin, bool littleEndian, SortedDictionary<int, Entry> entries)
    {
        _window = window;
        _origin = origin;
        _littleEndian = littleEndian;
        _entries = entries;
    }

    private readonly record struct Entry(int Type, uint Count, long ValueOffset);

    /// <summary>Offset of the next directory from the origin; 0 after the last.</summary>
    public long Next { get; private init; }

    public IEnumerable<int> Tags => _entries.Keys;

    /// <summary>Reads the directory at an offset from the origin; null when the file ends in it or it has no or too many entries.</summary>
    public static TiffDirectory? Read(HeaderWindow window, long origin, long offset, bool littleEndian, int mostTags)
    {
        Span<byte> word = stackalloc byte[4];
        if (!window.TryRead(origin + offset, word[..2]) || UInt16(word, littleEndian) is var count && (count == 0 || count > mostTags))
        {
            return null;
        }

        var entries = new SortedDictionary<int, Entry>();
        Span<byte> bytes = stackalloc byte[EntryLength];
        for (var i = 0; i < count; i++)
        {
            var at = origin + offset + 2 + (long)i * EntryLength;
            if (!window.TryRead(at, bytes))
            {
                return null;
            }

            AddEntry(entries, bytes, at, origin, littleEndian);
        }

        // Some writers forget the four bytes after the last directory: that means "no next".
        var next = window.TryRead(origin + offset + 2 + (long)count * EntryLength, word) ? UInt32(word, littleEndian) : 0;
        return new(window, origin, littleEndian, entries) { Next = next };
    }

    public bool Has(int tag) => _entries.ContainsKey(tag);

    /// <summary>How many values a tag has; 0 when it is not there.</summary>
    public uint CountOf(int tag) => _entries.TryGetValue(tag, out var entry) ? entry.Count : 0;

    /// <summary>A whole number of a tag; null when it is not there, of another type, or beyond the file's end.</summary>
    public long? Number(int tag, uint index = 0)
    {
        if (!_entries.TryGetValue(tag, out var entry) || index >= entry.Count || entry.Type is not (1 or 3 or 4 or 13))
        {
            return null;
        }

        var size = SizeOf(entry.Type);
        Span<byte> bytes = stackalloc byte[4];
        if (!_window.TryRead(entry.ValueOffset + (long)index * size, bytes[..size]))
        {
            return null;
        }

        return size switch { 1 => bytes[0], 2 => UInt16(bytes, _littleEndian), _ => UInt32(bytes, _littleEndian) };
    }

    /// <summary>An unsigned fraction; null when it is not there or its denominator is 0.</summary>
    public double? Fraction(int tag)
    {
        Span<byte> bytes = stackalloc byte[8];
        if (!_entries.TryGetValue(tag, out var entry) || entry.Type != 5 || entry.Count == 0 || !_window.TryRead(entry.ValueOffset, bytes))
        {
            return null;
        }

        var denominator = UInt32(bytes[4..], _littleEndian);
        return denominator == 0 ? null : (double)UInt32(bytes, _littleEndian) / denominator;
    }

    private static void AddEntry(SortedDictionary<int, Entry> entries, ReadOnlySpan<byte> bytes, long at, long origin, bool littleEndian)
    {
        var type = UInt16(bytes[2..], littleEndian);
        var count = UInt32(bytes[4..], littleEndian);
        var inside = SizeOf(type) * (long)count <= 4;
        entries.TryAdd(UInt16(bytes, littleEndian), new(type, count, inside ? at + 8 : origin + UInt32(bytes[8..], littleEndian)));
    }

    private static int SizeOf(int type) => type switch
    {
        3 or 8 => 2,
        4 or 9 or 11 or 13 => 4,
        5 or 10 or 12 => 8,
        _ => 1,
    };

    private static ushort UInt16(ReadOnlySpan<byte> bytes, bool littleEndian) =>
        littleEndian ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);

    private static uint UInt32(ReadOnlySpan<byte> bytes, bool littleEndian) =>
        littleEndian ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes);
}

using System.Buffers.Binary;

namespace OfficeNode.Packaging.Zip;

/// <summary>The records of a ZIP, byte for byte as a package has them.</summary>
/// <remarks>
/// PKWARE APPNOTE 6.3: local header 4.3.7, central header 4.3.12, zip64 end 4.3.14 and 4.3.15, end 4.3.16, zip64 extra field 4.5.3. What the
/// format leaves free is fixed here, so that equal members give equal bytes: host Unix, mode 0644, 1980-01-01 00:00, names marked as UTF-8.
/// The zip64 forms stand only where a number does not fit; where one length needs it, both take it.
/// </remarks>
internal static class ZipRecords
{
    public const uint LocalSignature = 0x04034b50;
    public const uint CentralSignature = 0x02014b50;
    public const uint LargeEndSignature = 0x06064b50;
    public const uint LargeEndLocatorSignature = 0x07064b50;
    public const uint EndSignature = 0x06054b50;

    public const int LocalSize = 30;
    public const int CentralSize = 46;
    public const int LargeEndSize = 56;
    public const int LargeEndLocatorSize = 20;
    public const int EndSize = 22;

    /// <summary>The most that any record but its name takes.</summary>
    public const int LargestFixedPart = CentralSize + 4 + (3 * 8);

    public const ushort LargeExtra = 0x0001;
    public const uint InExtra = uint.MaxValue;
    public const ushort CountInLargeEnd = ushort.MaxValue;

    public const ushort Utf8Names = 1 << 11;
    public const ushort PlainVersion = 20;
    public const ushort LargeVersion = 45;

    private const ushort MadeBy = (3 << 8) | LargeVersion;            // host 3: Unix
    private const uint Attributes = 0x81A40000;                       // regular file, 0644, in the upper half
    private const ushort Date = (0 << 9) | (1 << 5) | 1;              // 1980-01-01
    private const ushort Time = 0;

    /// <summary>Whether the lengths need the zip64 extra field.</summary>
    public static bool HasLargeLengths(in ZipEntry entry) => entry.Length >= InExtra || entry.StoredLength >= InExtra;

    /// <summary>Writes a local header with its name; gives its size.</summary>
    public static int WriteLocal(Span<byte> target, in ZipEntry entry)
    {
        var isLarge = HasLargeLengths(entry);
        var output = new RecordWriter(target);
        output.Write(LocalSignature);
        WriteCommon(ref output, entry, isLarge, isLarge);
        output.Write((ushort)(isLarge ? 20 : 0));
        output.Write(entry.Name.Span);
        if (isLarge)
        {
            output.Write(LargeExtra);
            output.Write((ushort)16);
            output.Write((ulong)entry.Length);
            output.Write((ulong)entry.StoredLength);
        }

        return output.Written;
    }

    /// <summary>Writes a central header with its name; gives its size.</summary>
    public static int WriteCentral(Span<byte> target, in ZipEntry entry)
    {
        var isLarge = HasLargeLengths(entry);
        var isFar = entry.Offset >= InExtra;
        var extra = (isLarge ? 16 : 0) + (isFar ? 8 : 0);
        var output = new RecordWriter(target);
        output.Write(CentralSignature);
        output.Write(MadeBy);
        WriteCommon(ref output, entry, isLarge, isLarge || isFar);
        output.Write((ushort)(extra == 0 ? 0 : extra + 4));
        output.Write((ushort)0);        // comment
        output.Write((ushort)0);        // disk
        output.Write((ushort)0);        // internal attributes
        output.Write(Attributes);
        output.Write(isFar ? InExtra : (uint)entry.Offset);
        output.Write(entry.Name.Span);
        WriteCentralExtra(ref output, entry, isLarge, isFar);
        return output.Written;
    }

    /// <summary>Writes the records that close a ZIP; gives their size.</summary>
    public static int WriteEnd(Span<byte> target, long count, long directoryOffset, long directorySize)
    {
        var output = new RecordWriter(target);
        if (count >= CountInLargeEnd || directoryOffset >= InExtra || directorySize >= InExtra)
        {
            WriteLargeEnd(ref output, count, directoryOffset, directorySize);
        }

        var shortCount = (ushort)Math.Min(count, CountInLargeEnd);
        output.Write(EndSignature);
        output.Write((ushort)0);
        output.Write((ushort)0);
        output.Write(shortCount);
        output.Write(shortCount);
        output.Write((uint)Math.Min(directorySize, InExtra));
        output.Write((uint)Math.Min(directoryOffset, InExtra));
        output.Write((ushort)0);
        return output.Written;
    }

    private static void WriteCommon(ref RecordWriter output, in ZipEntry entry, bool isLarge, bool needsLargeVersion)
    {
        output.Write(needsLargeVersion ? LargeVersion : PlainVersion);
        output.Write(Utf8Names);
        output.Write((ushort)entry.Method);
        output.Write(Time);
        output.Write(Date);
        output.Write(entry.Checksum);
        output.Write(isLarge ? InExtra : (uint)entry.StoredLength);
        output.Write(isLarge ? InExtra : (uint)entry.Length);
        output.Write((ushort)entry.Name.Length);
    }

    private static void WriteCentralExtra(ref RecordWriter output, in ZipEntry entry, bool isLarge, bool isFar)
    {
        if (!isLarge && !isFar)
        {
            return;
        }

        output.Write(LargeExtra);
        output.Write((ushort)((isLarge ? 16 : 0) + (isFar ? 8 : 0)));
        if (isLarge)
        {
            output.Write((ulong)entry.Length);
            output.Write((ulong)entry.StoredLength);
        }

        if (isFar)
        {
            output.Write((ulong)entry.Offset);
        }
    }

    private static void WriteLargeEnd(ref RecordWriter output, long count, long directoryOffset, long directorySize)
    {
        output.Write(LargeEndSignature);
        output.Write((ulong)LargeEndSize - 12);     // the size counts from after itself
        output.Write(MadeBy);
        output.Write(LargeVersion);
        output.Write(0u);
        output.Write(0u);
        output.Write((ulong)count);
        output.Write((ulong)count);
        output.Write((ulong)directorySize);
        output.Write((ulong)directoryOffset);

        output.Write(LargeEndLocatorSignature);
        output.Write(0u);
        output.Write((ulong)(directoryOffset + directorySize));
        output.Write(1u);
    }

    /// <summary>Writes little-endian numbers one after the other.</summary>
    private ref struct RecordWriter(Span<byte> target)
    {
        private readonly Span<byte> _target = target;

        public int Written { get; private set; }

        public void Write(ushort value)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(_target[Written..], value);
            Written += 2;
        }

        public void Write(uint value)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(_target[Written..], value);
            Written += 4;
        }

        public void Write(ulong value)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(_target[Written..], value);
            Written += 8;
        }

        public void Write(ReadOnlySpan<byte> bytes)
        {
            bytes.CopyTo(_target[Written..]);
            Written += bytes.Length;
        }
    }
}

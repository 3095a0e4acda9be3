using System.Buffers.Binary;

namespace OfficeNode.Packaging.Zip;

/// <summary>A header as it was read, before anything in it is believed.</summary>
/// <param name="Entry">What it says, zip64 forms resolved.</param>
/// <param name="Flags">The general purpose flags.</param>
/// <param name="HasGoodExtra">Whether the extra fields are whole, and the zip64 one holds what the header leaves to it.</param>
/// <param name="IsUsual">Whether the bytes are exactly those that a package has for this entry.</param>
internal readonly record struct ZipHeader(ZipEntry Entry, ushort Flags, bool HasGoodExtra, bool IsUsual)
{
    private const int LocalVariable = 26;       // where the lengths of name and extra fields stand
    private const int CentralVariable = 28;

    /// <summary>Bytes of name and extra fields that follow the fixed part of a local header.</summary>
    public static int VariableSizeOfLocal(ReadOnlySpan<byte> header) => U16(header, LocalVariable) + U16(header, LocalVariable + 2);

    /// <summary>Bytes of name, extra fields and comment that follow the fixed part of a central header.</summary>
    public static int VariableSizeOfCentral(ReadOnlySpan<byte> header) =>
        U16(header, CentralVariable) + U16(header, CentralVariable + 2) + U16(header, CentralVariable + 4);

    /// <summary>Reads a whole local header that begins at <paramref name="offset"/>.</summary>
    public static ZipHeader ReadLocal(ReadOnlySpan<byte> header, long offset)
    {
        var nameLength = U16(header, LocalVariable);
        var entry = ReadCommon(header[4..]) with { Name = Name(header, ZipRecords.LocalSize, nameLength) };
        var isGood = ApplyExtra(header[(ZipRecords.LocalSize + nameLength)..], ref entry);
        entry = entry with { Offset = offset };
        Span<byte> usual = stackalloc byte[ZipRecords.LargestFixedPart + MemberPath.Longest];
        var isUsual = isGood && nameLength <= MemberPath.Longest && header.SequenceEqual(usual[..ZipRecords.WriteLocal(usual, entry)]);
        return new ZipHeader(entry, U16(header, 6), isGood, isUsual);
    }

    /// <summary>Reads a whole central header.</summary>
    public static ZipHeader ReadCentral(ReadOnlySpan<byte> header)
    {
        var nameLength = U16(header, CentralVariable);
        var extraLength = U16(header, CentralVariable + 2);
        var entry = ReadCommon(header[6..]) with { Name = Name(header, ZipRecords.CentralSize, nameLength), Offset = U32(header, 42) };
        var isGood = ApplyExtra(header.Slice(ZipRecords.CentralSize + nameLength, extraLength), ref entry);
        Span<byte> usual = stackalloc byte[ZipRecords.LargestFixedPart + MemberPath.Longest];
        var isUsual = isGood && nameLength <= MemberPath.Longest && header.SequenceEqual(usual[..ZipRecords.WriteCentral(usual, entry)]);
        return new ZipHeader(entry, U16(header, 8), isGood, isUsual);
    }

    // From "version needed" on, both headers run alike for 22 bytes.
    private static ZipEntry ReadCommon(ReadOnlySpan<byte> common) =>
        new(default, (ZipMethod)U16(common, 4), U32(common, 10), U32(common, 14), U32(common, 18), 0);

    private static byte[] Name(ReadOnlySpan<byte> header, int start, int length) => header.Slice(start, length).ToArray();

    /// <summary>Takes from the zip64 extra field the numbers that the header leaves to it, in the order of the format.</summary>
    private static bool ApplyExtra(ReadOnlySpan<byte> extra, ref ZipEntry entry)
    {
        var needs = entry.Length == ZipRecords.InExtra || entry.StoredLength == ZipRecords.InExtra || entry.Offset == ZipRecords.InExtra;
        while (extra.Length >= 4)
        {
            var size = U16(extra, 2);
            if (extra.Length < 4 + size)
            {
                return false;
            }

            if (needs && U16(extra, 0) == ZipRecords.LargeExtra)
            {
                needs = false;
                if (!ApplyLarge(extra.Slice(4, size), ref entry))
                {
                    return false;
                }
            }

            extra = extra[(4 + size)..];
        }

        return extra.IsEmpty && !needs;
    }

    private static bool ApplyLarge(ReadOnlySpan<byte> values, ref ZipEntry entry)
    {
        var isGood = true;
        entry = entry with
        {
            Length = Take(ref values, entry.Length, ref isGood),
            StoredLength = Take(ref values, entry.StoredLength, ref isGood),
            Offset = Take(ref values, entry.Offset, ref isGood),
        };
        return isGood;
    }

    private static long Take(ref ReadOnlySpan<byte> values, long inHeader, ref bool isGood)
    {
        if (inHeader != ZipRecords.InExtra)
        {
            return inHeader;
        }

        if (values.Length < 8)
        {
            isGood = false;
            return inHeader;
        }

        var value = BinaryPrimitives.ReadInt64LittleEndian(values);
        values = values[8..];
        isGood &= value >= 0;
        return value;
    }

    private static ushort U16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    private static uint U32(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);
}

using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using OfficeNode.Core;

namespace OfficeNode.Packaging.Zip;

/// <summary>Reads the central directory and the end, and compares both with the members that came before.</summary>
/// <param name="buffer">Shared with the reader of the members; holds the signature of the directory's first record when reading begins.</param>
internal sealed class DirectoryReader(ZipInput input, FindingList findings, byte[] buffer)
{
    // 64 bits of the SHA-256 of each expected central header: enough to name the first that differs, at 8 bytes per member.
    private readonly List<ulong> _expected = [];
    private long _unusual;
    private long _firstUnusual;

    /// <summary>Members announced by <see cref="Expect"/>.</summary>
    public long Expected => _expected.Count;

    /// <summary>Announces a member in its order.</summary>
    public void Expect(in ZipEntry entry) => _expected.Add(Fingerprint(entry));

    /// <summary>Notes a header that differs from a package's where it does not matter.</summary>
    public void CountUnusual(long offset)
    {
        if (_unusual++ == 0)
        {
            _firstUnusual = offset;
        }
    }

    /// <summary>Reads from the record whose signature is in the buffer to the end of the input.</summary>
    public async Task ReadAsync(CancellationToken cancellationToken)
    {
        var start = input.Position - 4;
        var count = 0;
        while (BinaryPrimitives.ReadUInt32LittleEndian(buffer) == ZipRecords.CentralSignature)
        {
            if (!await ReadHeaderAsync(count++, cancellationToken) || !await input.FillAsync(buffer.AsMemory(0, 4), cancellationToken))
            {
                findings.AddAt(PackagingFindings.Truncated, input.Position);
                return;
            }
        }

        var end = input.Position - 4;
        if (count != _expected.Count)
        {
            findings.AddAt(PackagingFindings.Directory, end, found: Text(count), expected: Text(_expected.Count));
        }

        await ReadEndAsync(count, start, end - start, cancellationToken);
        if (_unusual > 0)
        {
            findings.AddAt(PackagingFindings.Unusual, _firstUnusual, found: Text(_unusual), severity: Severity.Warning);
        }
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static ulong Fingerprint(in ZipEntry entry)
    {
        if (entry.Name.Length > MemberPath.Longest)
        {
            return 0;       // a path that is refused anyway
        }

        Span<byte> record = stackalloc byte[ZipRecords.LargestFixedPart + MemberPath.Longest];
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(record[..ZipRecords.WriteCentral(record, entry)], hash);
        return BinaryPrimitives.ReadUInt64LittleEndian(hash);
    }

    private async Task<bool> ReadHeaderAsync(int index, CancellationToken cancellationToken)
    {
        var offset = input.Position - 4;
        if (!await input.FillAsync(buffer.AsMemory(4, ZipRecords.CentralSize - 4), cancellationToken))
        {
            return false;
        }

        var variable = ZipHeader.VariableSizeOfCentral(buffer);
        if (!await input.FillAsync(buffer.AsMemory(ZipRecords.CentralSize, variable), cancellationToken))
        {
            return false;
        }

        var header = ZipHeader.ReadCentral(buffer.AsSpan(0, ZipRecords.CentralSize + variable));
        if (index < _expected.Count && (!header.HasGoodExtra || Fingerprint(header.Entry) != _expected[index]))
        {
            var name = Encoding.UTF8.GetString(header.Entry.Name.Span);
            findings.AddAt(PackagingFindings.Directory, offset, name, found: name);
        }
        else if (!header.IsUsual)
        {
            CountUnusual(offset);
        }

        return true;
    }

    /// <summary>Compares the end with the one that a package of these members has; the signature of its first record is in the buffer.</summary>
    private async Task ReadEndAsync(long count, long start, long size, CancellationToken cancellationToken)
    {
        var offset = input.Position - 4;
        var usual = new byte[ZipRecords.LargeEndSize + ZipRecords.LargeEndLocatorSize + ZipRecords.EndSize];
        var length = ZipRecords.WriteEnd(usual, count, start, size);
        if (!await input.FillAsync(buffer.AsMemory(4, length - 4), cancellationToken))
        {
            findings.AddAt(PackagingFindings.Truncated, offset);
            return;
        }

        if (!IsSameEnd(buffer.AsSpan(0, length), usual.AsSpan(0, length), offset))
        {
            findings.AddAt(PackagingFindings.End, offset);
            return;
        }

        if (await input.ReadAsync(buffer.AsMemory(0, 1), cancellationToken) != 0)
        {
            findings.AddAt(PackagingFindings.Trailing, offset + length);
        }
    }

    // The versions in a zip64 end record say who wrote it and nothing about the content.
    private bool IsSameEnd(Span<byte> found, ReadOnlySpan<byte> usual, long offset)
    {
        if (found.SequenceEqual(usual))
        {
            return true;
        }

        if (found.Length > ZipRecords.EndSize)
        {
            usual.Slice(12, 4).CopyTo(found[12..]);
            CountUnusual(offset);
        }

        return found.SequenceEqual(usual);
    }
}

using System.Buffers;
using System.IO.Compression;
using System.Security.Cryptography;
using OfficeNode.Core;
using OfficeNode.Core.Checksums;

namespace OfficeNode.Packaging.Zip;

/// <summary>Reads the content of one member after the other and compares it with its header.</summary>
internal sealed class MemberReader(ZipInput input, FindingList findings) : IDisposable
{
    private static readonly Digest OfNothing = Digest.Of([]);

    private readonly byte[] _piece = ArrayPool<byte>.Shared.Rent(64 * 1024);
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private uint _checksum;
    private long _length;

    /// <summary>Reads and checks the content; null when the file ends before the member does.</summary>
    public async Task<ZipMember?> ReadAsync(string path, ZipEntry entry, CancellationToken cancellationToken)
    {
        (_checksum, _length) = (0, 0);
        var rule = entry.Method == ZipMethod.Stored
            ? await ReadStoredAsync(entry, cancellationToken)
            : await ReadDeflatedAsync(entry, cancellationToken);
        var sha256 = Digest.FromHash(_hash.GetHashAndReset());
        if (rule == PackagingFindings.Truncated)
        {
            findings.AddAt(rule, input.Position, path);
            return null;
        }

        var isIntact = IsIntact(path, entry, rule);
        return new ZipMember(path, _length, _checksum, sha256, entry.Method, entry.StoredLength, entry.Offset) { IsIntact = isIntact };
    }

    /// <summary>Steps over content that must not be looked at; null when the file ends before.</summary>
    public async Task<ZipMember?> SkipAsync(string path, ZipEntry entry, CancellationToken cancellationToken)
    {
        if (await input.VisitAsync(entry.StoredLength, null, cancellationToken) == entry.StoredLength)
        {
            return new ZipMember(path, 0, 0, OfNothing, entry.Method, entry.StoredLength, entry.Offset) { IsIntact = false };
        }

        findings.AddAt(PackagingFindings.Truncated, input.Position, path);
        return null;
    }

    public void Dispose()
    {
        _hash.Dispose();
        ArrayPool<byte>.Shared.Return(_piece);
    }

    private bool IsIntact(string path, in ZipEntry entry, string? rule)
    {
        if (rule == PackagingFindings.Deflate)
        {
            findings.AddAt(rule, entry.Offset, path);
        }
        else if (_length != entry.Length)
        {
            findings.AddAt(PackagingFindings.Length, entry.Offset, path, FormattableString.Invariant($"{_length}"), FormattableString.Invariant($"{entry.Length}"));
        }
        else if (_checksum != entry.Checksum)
        {
            findings.AddAt(PackagingFindings.Checksum, entry.Offset, path, FormattableString.Invariant($"{_checksum:x8}"), FormattableString.Invariant($"{entry.Checksum:x8}"));
        }
        else
        {
            return true;
        }

        return false;
    }

    private async Task<string?> ReadStoredAsync(ZipEntry entry, CancellationToken cancellationToken) =>
        await input.VisitAsync(entry.Length, Take, cancellationToken) == entry.Length ? null : PackagingFindings.Truncated;

    private async Task<string?> ReadDeflatedAsync(ZipEntry entry, CancellationToken cancellationToken)
    {
        var compressed = new MemberBytes(input, entry.StoredLength);
        var isWhole = await InflateAsync(compressed, entry.Length, cancellationToken);
        var left = compressed.Left;
        var isExact = isWhole && left == 0 && !compressed.AskedForMore;
        if (compressed.IsTruncated || await input.VisitAsync(left, null, cancellationToken) != left)
        {
            return PackagingFindings.Truncated;
        }

        return isExact || _length > entry.Length ? null : PackagingFindings.Deflate;
    }

    /// <summary>Unpacks to the end or one piece beyond the length announced, so that a lying header costs no more than its lie.</summary>
    private async Task<bool> InflateAsync(MemberBytes compressed, long announced, CancellationToken cancellationToken)
    {
        await using var inflater = new DeflateStream(compressed, CompressionMode.Decompress);
        try
        {
            int read;
            while ((read = await inflater.ReadAsync(_piece, cancellationToken)) > 0)
            {
                Take(_piece.AsSpan(0, read));
                if (_length > announced)
                {
                    return false;
                }
            }

            return true;
        }
        catch (InvalidDataException)
        {
            return false;       // the caller reports it as a finding, with the member's name
        }
    }

    private void Take(ReadOnlySpan<byte> bytes)
    {
        _checksum = Crc32.Append(_checksum, bytes);
        _hash.AppendData(bytes);
        _length += bytes.Length;
    }
}

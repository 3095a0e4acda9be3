using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Text;

namespace OfficeNode.Packaging.Zip;

/// <summary>Reads a ZIP from its first byte to its last in one pass and checks everything that can be checked without a manifest.</summary>
/// <remarks>
/// Members must follow one another without gap, each header must say exactly what follows, the central directory must repeat the headers in
/// their order, and nothing may follow the end. Nothing is unpacked to disk. Memory grows by 24 bytes per member at most, up to the limit on
/// members. Not thread-safe; good for one ZIP.
/// </remarks>
public sealed class ZipReader : IDisposable
{
    private const int LongestHeader = ZipRecords.CentralSize + (3 * ushort.MaxValue);

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly ZipInput _input;
    private readonly PackagingLimits _limits;
    private readonly FindingList _findings;
    private readonly MemberReader _content;
    private readonly DirectoryReader _directory;
    private readonly PathSet _paths = new();
    private readonly byte[] _header = ArrayPool<byte>.Shared.Rent(LongestHeader);
    private long _contentLength;
    private bool _isStopped;

    /// <summary>Makes a reader; what it finds goes to <paramref name="findings"/>. The owner of the pipe completes it.</summary>
    public ZipReader(PipeReader input, PackagingLimits limits, FindingList findings)
    {
        _input = new ZipInput(input);
        _limits = limits;
        _findings = findings;
        _content = new MemberReader(_input, findings);
        _directory = new DirectoryReader(_input, findings, _header);
    }

    /// <summary>Members found so far.</summary>
    public long Count => _directory.Expected;

    /// <summary>Gives the members in their order, then checks directory and end. Damage is a finding; reading goes on where the next header can be found.</summary>
    public async IAsyncEnumerable<ZipMember> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (await NextIsMemberAsync(cancellationToken))
        {
            if (await ReadMemberAsync(cancellationToken) is { } member)
            {
                yield return member;
            }
        }

        if (!_isStopped)
        {
            await _directory.ReadAsync(cancellationToken);
        }
    }

    public void Dispose()
    {
        _content.Dispose();
        ArrayPool<byte>.Shared.Return(_header);
    }

    /// <summary>Takes the next signature; true when it is a member's.</summary>
    private async Task<bool> NextIsMemberAsync(CancellationToken cancellationToken)
    {
        if (_isStopped)
        {
            return false;
        }

        var offset = _input.Position;
        if (!await _input.FillAsync(_header.AsMemory(0, 4), cancellationToken))
        {
            Stop(offset == 0 ? PackagingFindings.NotZip : PackagingFindings.Truncated, offset);
            return false;
        }

        var signature = BitConverter.ToUInt32(_header, 0);
        if (signature is not (ZipRecords.LocalSignature or ZipRecords.CentralSignature or ZipRecords.LargeEndSignature or ZipRecords.EndSignature))
        {
            Stop(offset == 0 ? PackagingFindings.NotZip : PackagingFindings.Gap, offset, Convert.ToHexStringLower(_header, 0, 4));
            return false;
        }

        return signature == ZipRecords.LocalSignature;
    }

    private async Task<ZipMember?> ReadMemberAsync(CancellationToken cancellationToken)
    {
        var offset = _input.Position - 4;
        if (await ReadHeaderAsync(offset, cancellationToken) is not { } header)
        {
            return null;
        }

        _directory.Expect(header.Entry);
        var path = ReadPath(header, offset);
        if (!CanGoOn(header, path, offset))
        {
            _isStopped = true;
            return null;
        }

        var isUnfit = IsUnfit(header, path, offset);
        var member = isUnfit
            ? await _content.SkipAsync(path, header.Entry, cancellationToken)
            : await _content.ReadAsync(path, header.Entry, cancellationToken);
        _isStopped = member is null;
        return member;
    }

    private async Task<ZipHeader?> ReadHeaderAsync(long offset, CancellationToken cancellationToken)
    {
        if (await _input.FillAsync(_header.AsMemory(4, ZipRecords.LocalSize - 4), cancellationToken))
        {
            var variable = ZipHeader.VariableSizeOfLocal(_header);
            if (await _input.FillAsync(_header.AsMemory(ZipRecords.LocalSize, variable), cancellationToken))
            {
                return ZipHeader.ReadLocal(_header.AsSpan(0, ZipRecords.LocalSize + variable), offset);
            }
        }

        Stop(PackagingFindings.Truncated, offset);
        return null;
    }

    private string ReadPath(in ZipHeader header, long offset)
    {
        var name = header.Entry.Name.Span;
        var isMarked = (header.Flags & ZipRecords.Utf8Names) != 0;
        string path;
        try
        {
            path = StrictUtf8.GetString(name);
        }
        catch (DecoderFallbackException)
        {
            path = Encoding.Latin1.GetString(name);
            _findings.AddAt(PackagingFindings.Name, offset, path, found: path, expected: "a path in UTF-8");
            return path;
        }

        var complaint = isMarked || Ascii.IsValid(name) ? MemberPath.Complaint(path) : "the mark for UTF-8";
        if (complaint is not null)
        {
            _findings.AddAt(PackagingFindings.Name, offset, path, found: path, expected: complaint);
        }
        else if (!_paths.Add(path))
        {
            _findings.AddAt(PackagingFindings.Duplicate, offset, path, found: path);
        }

        return path;
    }

    /// <summary>Whether the header says where the next one is; without that nothing more can be read.</summary>
    private bool CanGoOn(in ZipHeader header, string path, long offset)
    {
        if ((header.Flags & Flags.Descriptor) != 0)
        {
            _findings.AddAt(PackagingFindings.Descriptor, offset, path);
            return false;
        }

        if (!header.HasGoodExtra)
        {
            _findings.AddAt(PackagingFindings.Header, offset, path, found: "extra fields that do not fit");
            return false;
        }

        if (_directory.Expected > _limits.Members)
        {
            _findings.AddAt(PackagingFindings.Limit, offset, path, expected: FormattableString.Invariant($"at most {_limits.Members} members"));
            return false;
        }

        if (!header.IsUsual)
        {
            _directory.CountUnusual(offset);
        }

        return true;
    }

    /// <summary>Whether the content must not be looked at; the member is stepped over and its neighbours are read (I11).</summary>
    private bool IsUnfit(in ZipHeader header, string path, long offset)
    {
        var entry = header.Entry;
        if ((header.Flags & Flags.Encrypted) != 0)
        {
            _findings.AddAt(PackagingFindings.Encrypted, offset, path);
            return true;
        }

        if ((header.Flags & ~Flags.Harmless) != 0)
        {
            _findings.AddAt(PackagingFindings.Header, offset, path, found: FormattableString.Invariant($"flags {header.Flags:x4}"));
            return true;
        }

        if (entry.Method is not (ZipMethod.Stored or ZipMethod.Deflated))
        {
            _findings.AddAt(PackagingFindings.Method, offset, path, found: FormattableString.Invariant($"{(int)entry.Method}"));
            return true;
        }

        if (entry.Method == ZipMethod.Stored && entry.StoredLength != entry.Length)
        {
            _findings.AddAt(PackagingFindings.Length, offset, path, FormattableString.Invariant($"{entry.StoredLength}"), FormattableString.Invariant($"{entry.Length}"));
            return true;
        }

        return IsTooLarge(entry, path, offset);
    }

    private bool IsTooLarge(in ZipEntry entry, string path, long offset)
    {
        if (entry.Length > _limits.AnyRatioUpTo && entry.Length / _limits.Ratio > entry.StoredLength)
        {
            _findings.AddAt(
                PackagingFindings.Bomb, offset, path, FormattableString.Invariant($"{entry.Length}"), FormattableString.Invariant($"{entry.StoredLength * _limits.Ratio}"));
            return true;
        }

        _contentLength += Math.Min(entry.Length, _limits.ContentLength);
        if (entry.Length <= _limits.MemberLength && _contentLength <= _limits.ContentLength)
        {
            return false;
        }

        var expected = entry.Length > _limits.MemberLength ? _limits.MemberLength : _limits.ContentLength;
        _findings.AddAt(PackagingFindings.Limit, offset, path, expected: FormattableString.Invariant($"at most {expected} bytes"));
        return true;
    }

    private void Stop(string rule, long offset, string? found = null)
    {
        _findings.AddAt(rule, offset, found: found);
        _isStopped = true;
    }

    /// <summary>Bits of the general purpose flags (APPNOTE 4.4.4).</summary>
    private static class Flags
    {
        public const int Descriptor = 1 << 3;
        public const int Encrypted = 1 | (1 << 6) | (1 << 13);
        public const int Harmless = (1 << 1) | (1 << 2) | ZipRecords.Utf8Names;     // the compressor's level
    }
}

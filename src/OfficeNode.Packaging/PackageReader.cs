using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text;
using OfficeNode.Packaging.Zip;

namespace OfficeNode.Packaging;

/// <summary>Reads what is inside a package that <see cref="PackageVerifier"/> found to be valid, with its sidecars beside it.</summary>
/// <remarks>
/// Walks through list and ZIP side by side and steps over members that nobody wants; memory does not grow with the package. What is read is
/// compared with the manifest again: a package that somebody exchanges after it was verified is noticed. Not thread-safe.
/// </remarks>
public sealed class PackageReader : IDisposable
{
    private readonly FileStream _zip;
    private readonly FileStream _list;
    private readonly Manifest _manifest;
    private readonly PackagingLimits _limits;
    private readonly byte[] _header = new byte[ZipRecords.LocalSize + (2 * ushort.MaxValue)];

    /// <summary>Opens a package.</summary>
    /// <param name="manifest">The one that its verification gave.</param>
    /// <exception cref="IOException">A file cannot be opened.</exception>
    public PackageReader(string zipPath, Manifest manifest, PackagingLimits limits)
    {
        _manifest = manifest;
        _limits = limits;
        _zip = File.OpenRead(zipPath);
        try
        {
            _list = File.OpenRead(Path.Combine(Path.GetDirectoryName(zipPath) ?? "", manifest.Members.File));
        }
        catch
        {
            _zip.Dispose();
            throw;
        }
    }

    /// <summary>All members in their order, by the list alone.</summary>
    /// <exception cref="PackageException">The list is no longer the one that was verified.</exception>
    public async IAsyncEnumerable<ListedMember> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        _list.Position = 0;
        var hashed = new HashingStream(_list);      // not disposed: the file stays open for the next reading
        await foreach (var line in MemberListReader.ReadAsync(hashed, _limits, cancellationToken))
        {
            if (line.Member is { } member)
            {
                yield return new ListedMember(member.Path, member.Kind, member.Length, member.Sha256, member.Dossier);
            }
        }

        if (hashed.Passed != _manifest.Members.Length || hashed.Current() != _manifest.Members.Sha256)
        {
            throw PackageException.Changed(_manifest.Members.File);
        }
    }

    /// <summary>The members that are wanted, each with its content, which is good until the next is asked for.</summary>
    /// <exception cref="PackageException">List or ZIP are no longer those that were verified.</exception>
    public async IAsyncEnumerable<(ListedMember Member, Stream Content)> ReadAsync(
        Func<ListedMember, bool> isWanted, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var offset = 0L;
        await foreach (var member in ListAsync(cancellationToken))
        {
            var (entry, start) = ReadHeader(offset, member);
            offset = start + entry.StoredLength;
            if (isWanted(member))
            {
                await using var content = Open(entry, start);
                yield return (member, content);
            }
        }
    }

    public void Dispose()
    {
        _zip.Dispose();
        _list.Dispose();
    }

    private (ZipEntry Entry, long Start) ReadHeader(long offset, ListedMember member)
    {
        _zip.Position = offset;
        if (_zip.ReadAtLeast(_header.AsSpan(0, ZipRecords.LocalSize), ZipRecords.LocalSize, throwOnEndOfStream: false) == ZipRecords.LocalSize
            && BitConverter.ToUInt32(_header, 0) == ZipRecords.LocalSignature)
        {
            var variable = ZipHeader.VariableSizeOfLocal(_header);
            var size = ZipRecords.LocalSize + variable;
            if (_zip.ReadAtLeast(_header.AsSpan(ZipRecords.LocalSize, variable), variable, throwOnEndOfStream: false) == variable
                && ZipHeader.ReadLocal(_header.AsSpan(0, size), offset) is { HasGoodExtra: true, Entry: var entry }
                && entry.Length == member.Length
                && entry.Name.Span.SequenceEqual(Encoding.UTF8.GetBytes(member.Path)))
            {
                return (entry, offset + size);
            }
        }

        throw PackageException.Changed(member.Path);
    }

    private Stream Open(in ZipEntry entry, long start)
    {
        var slice = new FileSlice(_zip, start, entry.StoredLength);
        return entry.Method == ZipMethod.Stored ? slice : new DeflateStream(slice, CompressionMode.Decompress);
    }
}

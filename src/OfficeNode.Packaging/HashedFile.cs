using System.Security.Cryptography;
using OfficeNode.Core;
using OfficeNode.Core.Disk;

namespace OfficeNode.Packaging;

/// <summary>A new file whose digest is known when it is finished. Not thread-safe.</summary>
internal sealed class HashedFile : IDisposable
{
    private readonly IDisk _disk;
    private readonly Stream _file;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public HashedFile(IDisk disk, string path)
    {
        _disk = disk;
        _file = disk.CreateFile(path);
    }

    /// <summary>Bytes written so far.</summary>
    public long Length { get; private set; }

    public void Write(ReadOnlySpan<byte> bytes)
    {
        _hash.AppendData(bytes);
        _file.Write(bytes);
        Length += bytes.Length;
    }

    /// <summary>The digest of the bytes written so far; writing may go on.</summary>
    public Digest Current() => Digest.FromHash(_hash.GetCurrentHash());

    /// <summary>Brings the bytes to the medium.</summary>
    public void Sync() => _disk.Sync(_file);

    public void Dispose()
    {
        _hash.Dispose();
        _file.Dispose();
    }
}

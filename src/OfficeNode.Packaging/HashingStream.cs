using System.Security.Cryptography;
using OfficeNode.Core;
using OfficeNode.Packaging.Json;

namespace OfficeNode.Packaging;

/// <summary>Reads a stream on and hashes what passes, noting the digests of its beginnings as <see cref="PackageSink"/> does.</summary>
internal sealed class HashingStream(Stream inner) : Stream
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly Dictionary<long, Digest> _prefixes = [];

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    /// <summary>Bytes that have passed.</summary>
    public long Passed { get; private set; }

    public override long Position
    {
        get => Passed;
        set => throw new NotSupportedException();
    }

    /// <summary>The digest of all that has passed.</summary>
    public Digest Current() => Digest.FromHash(_hash.GetCurrentHash());

    /// <summary>Whether the bytes that have passed begin as a prefix line says, as far as its digest was noted on the way.</summary>
    public bool Fits(PrefixLine line) => line.Prefix == Passed
        ? Current() == line.Sha256
        : line.Prefix < Passed && (!_prefixes.TryGetValue(line.Prefix, out var sha256) || sha256 == line.Sha256);

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await inner.ReadAsync(buffer, cancellationToken);
        Take(buffer.Span[..read]);
        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = inner.Read(buffer, offset, count);
        Take(buffer.AsSpan(offset, read));
        return read;
    }

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _hash.Dispose();
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Take(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            var taken = (int)Math.Min(bytes.Length, PackageSink.PrefixStep - (Passed % PackageSink.PrefixStep));
            _hash.AppendData(bytes[..taken]);
            Passed += taken;
            bytes = bytes[taken..];
            if (Passed % PackageSink.PrefixStep == 0)
            {
                _prefixes[Passed] = Current();
            }
        }
    }
}

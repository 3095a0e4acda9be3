namespace OfficeNode.Packaging.Zip;

/// <summary>The compressed bytes of one member, as a stream for the decompressor.</summary>
/// <remarks>
/// The last byte is handed out alone: a decompressor that never asks for it has finished before the member does, and one that asks for
/// more wants what is not there. The platform's decompressor does not say so itself.
/// </remarks>
internal sealed class MemberBytes(ZipInput input, long length) : Stream
{
    /// <summary>Bytes not taken yet.</summary>
    public long Left { get; private set; } = length;

    /// <summary>Whether more was asked for than there is.</summary>
    public bool AskedForMore { get; private set; }

    /// <summary>Whether the file ended before the member.</summary>
    public bool IsTruncated { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (Left == 0)
        {
            AskedForMore = true;
            return 0;
        }

        var most = (int)Math.Min(buffer.Length, Math.Max(1, Left - 1));
        var read = await input.ReadAsync(buffer[..most], cancellationToken);
        Left -= read;
        IsTruncated |= read == 0;
        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}

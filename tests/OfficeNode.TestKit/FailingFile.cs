namespace OfficeNode.TestKit;

/// <summary>A file of a <see cref="FailingDisk"/>.</summary>
internal sealed class FailingFile : Stream
{
    private readonly FailingDisk _disk;

    public FailingFile(FailingDisk disk, string path, Stream inner)
    {
        _disk = disk;
        Path = path;
        Inner = inner;
    }

    public string Path { get; }

    public Stream Inner { get; }

    public override bool CanRead => Inner.CanRead;

    public override bool CanSeek => Inner.CanSeek;

    public override bool CanWrite => Inner.CanWrite;

    public override long Length => Inner.Length;

    public override long Position
    {
        get => Inner.Position;
        set => Inner.Position = value;
    }

    public override void Flush()
    {
        _disk.Count($"Flush {Path}", Path);
        Inner.Flush();
    }

    public override async Task FlushAsync(CancellationToken cancellationToken)
    {
        _disk.Count($"Flush {Path}", Path);
        await Inner.FlushAsync(cancellationToken);
    }

    public override int Read(byte[] buffer, int offset, int count) => Inner.Read(buffer, offset, count);

    public override int Read(Span<byte> buffer) => Inner.Read(buffer);

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        Inner.ReadAsync(buffer, cancellationToken);

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        Inner.ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override long Seek(long offset, SeekOrigin origin) => Inner.Seek(offset, origin);

    public override void SetLength(long value)
    {
        _disk.Count($"SetLength {value} {Path}", Path);
        Inner.SetLength(value);
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        var (written, failure) = _disk.CountWrite(Path, buffer.Length);
        Inner.Write(buffer[..written]);
        if (failure is not null)
        {
            throw failure;
        }
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var (written, failure) = _disk.CountWrite(Path, buffer.Length);
        await Inner.WriteAsync(buffer[..written], cancellationToken);
        if (failure is not null)
        {
            throw failure;
        }
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Inner.Dispose();
        }

        base.Dispose(disposing);
    }
}

namespace OfficeNode.Packaging;

/// <summary>Some bytes of a file as a stream of their own. Not thread-safe; the file must not be read elsewhere meanwhile, and stays open.</summary>
internal sealed class FileSlice : Stream
{
    private readonly Stream _file;
    private readonly long _start;
    private long _at;

    public FileSlice(Stream file, long start, long length)
    {
        _file = file;
        _start = start;
        Length = length;
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length { get; }

    public override long Position
    {
        get => _at;
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        var most = (int)Math.Min(buffer.Length, Length - _at);
        if (most == 0)
        {
            return 0;
        }

        _file.Position = _start + _at;
        var read = _file.Read(buffer[..most]);
        _at += read;
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}

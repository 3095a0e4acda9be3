namespace OfficeNode.Standards.Readers;

/// <summary>A stream that ends in an error when more is read between two pauses than allowed: a parser that buffers one giant value is stopped.</summary>
internal sealed class MeteredStream : Stream
{
    private readonly Stream _source;
    private readonly long _allowance;
    private long _left;

    public MeteredStream(Stream source, long allowance)
    {
        _source = source;
        _allowance = allowance;
        _left = allowance;
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Grants the allowance anew.</summary>
    public void Pause() => _left = _allowance;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        Spend(await _source.ReadAsync(buffer, cancellationToken));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => Spend(_source.Read(buffer, offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private int Spend(int bytes)
    {
        _left -= bytes;
        return _left >= 0 ? bytes : throw new XmlLimitException($"one value of more than {_allowance} bytes", _allowance.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }
}

/// <summary>A limit of an XML source is passed. Never leaves the readers: it becomes a finding.</summary>
internal sealed class XmlLimitException(string found, string limit) : IOException($"The XML has {found}; the limit is {limit}.")
{
    public string Found { get; } = found;

    public string Limit { get; } = limit;
}

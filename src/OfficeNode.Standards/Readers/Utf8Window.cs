using System.Text;

namespace OfficeNode.Standards.Readers;

/// <summary>A text source as a stream of UTF-8 that can go back as far as its reader asked it to keep.</summary>
/// <remarks>
/// Positions are byte offsets in the UTF-8 form. Memory is what lies between <see cref="KeepFrom"/> and the place read up to. Bytes that do not
/// fit the encoding come out as <see cref="TextEncoding.Unfit"/>.
/// </remarks>
internal sealed class Utf8Window : Stream
{
    private const int Portion = 32 * 1024;

    private readonly Stream _rest;
    private readonly Decoder _decoder;
    private readonly byte[] _bytes;
    private readonly char[] _chars;
    private ReadOnlyMemory<byte> _head;
    private byte[] _window = new byte[4 * Portion];
    private long _start;
    private int _length;
    private long _position;
    private long _keep;
    private bool _ended;

    public Utf8Window(ReadOnlyMemory<byte> head, Stream rest, Encoding encoding)
    {
        _head = head;
        _rest = rest;
        _decoder = encoding.GetDecoder();
        _bytes = new byte[Portion];
        _chars = new char[encoding.GetMaxCharCount(Portion)];
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _position;
        set => throw new NotSupportedException();
    }

    /// <summary>Lets go of everything before an offset.</summary>
    public void KeepFrom(long offset) => _keep = Math.Max(_keep, offset);

    /// <summary>Goes back to an offset that is still kept.</summary>
    public void Rewind(long offset)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(offset, _start);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(offset, _start + _length);
        _position = offset;
    }

    /// <summary>Moves behind the next line break from an offset that is still kept, however far it is; returns the offset there, or the end.</summary>
    public async ValueTask<long> SkipLineAsync(long offset, CancellationToken cancellationToken)
    {
        Rewind(offset);
        KeepFrom(offset);
        while (_position < _start + _length || await FillAsync(cancellationToken))
        {
            var ahead = _window.AsSpan((int)(_position - _start), (int)(_start + _length - _position));
            var lineBreak = ahead.IndexOfAny((byte)'\r', (byte)'\n');
            if (lineBreak >= 0)
            {
                _position += lineBreak + 1;
                return ahead[lineBreak] == '\r' ? await SkipFeedAsync(cancellationToken) : _position;
            }

            _position += ahead.Length;
            _keep = _position;
        }

        return _position;
    }

    /// <summary>The kept bytes from an offset on, at most so many.</summary>
    public ReadOnlySpan<byte> Peek(long offset, int most)
    {
        var from = (int)(offset - _start);
        return _window.AsSpan(from, Math.Min(most, _length - from));
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_position == _start + _length && !await FillAsync(cancellationToken))
        {
            return 0;
        }

        var count = (int)Math.Min(buffer.Length, _start + _length - _position);
        _window.AsSpan((int)(_position - _start), count).CopyTo(buffer.Span);
        _position += count;
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Sources are read asynchronously.");

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private async ValueTask<long> SkipFeedAsync(CancellationToken cancellationToken)
    {
        var more = _position < _start + _length || await FillAsync(cancellationToken);
        _position += more && _window[_position - _start] == '\n' ? 1 : 0;
        return _position;
    }

    private async ValueTask<bool> FillAsync(CancellationToken cancellationToken)
    {
        while (!_ended)
        {
            var portion = await NextBytesAsync(cancellationToken);
            _ended = portion.IsEmpty;
            var chars = _decoder.GetChars(portion.Span, _chars, flush: _ended);
            if (chars > 0)
            {
                Append(_chars.AsSpan(0, chars));
                return true;
            }
        }

        return false;
    }

    private async ValueTask<ReadOnlyMemory<byte>> NextBytesAsync(CancellationToken cancellationToken)
    {
        if (_head.IsEmpty)
        {
            return _bytes.AsMemory(0, await _rest.ReadAsync(_bytes, cancellationToken));
        }

        var portion = _head[..Math.Min(Portion, _head.Length)];
        _head = _head[portion.Length..];
        return portion;
    }

    private void Append(ReadOnlySpan<char> text)
    {
        MakeRoom(Encoding.UTF8.GetMaxByteCount(text.Length));
        _length += Encoding.UTF8.GetBytes(text, _window.AsSpan(_length));
    }

    private void MakeRoom(int needed)
    {
        if (_window.Length - _length >= needed)
        {
            return;
        }

        var dropped = (int)(Math.Min(_keep, _position) - _start);
        var kept = _length - dropped;
        var target = _window.Length - kept >= needed ? _window : new byte[Math.Max(_window.Length * 2, kept + needed)];
        _window.AsSpan(dropped, kept).CopyTo(target);
        _window = target;
        _start += dropped;
        _length = kept;
    }
}

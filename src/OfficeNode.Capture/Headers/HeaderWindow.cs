namespace OfficeNode.Capture.Headers;

/// <summary>Reads a foreign file here and there: never beyond its end, and never more than a budget in all.</summary>
/// <remarks>Not for several threads. I/O errors of the stream pass through: they are the disk's, not the file's.</remarks>
internal sealed class HeaderWindow
{
    // Small, because headers lie scattered: a larger window would spend the budget on pixels.
    private const int WindowSize = 1_024;

    private readonly Stream _stream;
    private readonly byte[] _window = new byte[WindowSize];
    private long _start;
    private int _filled;
    private long _budget;

    public HeaderWindow(Stream stream, long budget)
    {
        _stream = stream;
        _budget = budget;
        Length = stream.Length;
    }

    public long Length { get; }

    /// <summary>A read failed because the budget is used up, not because the file ends.</summary>
    public bool BudgetSpent { get; private set; }

    /// <summary>Fills the destination from an offset; false when the file ends before or the budget is spent.</summary>
    public bool TryRead(long offset, Span<byte> destination)
    {
        if (offset < 0 || offset > Length - destination.Length)
        {
            return false;
        }

        while (!destination.IsEmpty)
        {
            if ((offset < _start || offset >= _start + _filled) && !Fetch(offset))
            {
                return false;
            }

            var from = (int)(offset - _start);
            var count = Math.Min(destination.Length, _filled - from);
            _window.AsSpan(from, count).CopyTo(destination);
            destination = destination[count..];
            offset += count;
        }

        return true;
    }

    private bool Fetch(long offset)
    {
        var wanted = (int)Math.Min(WindowSize, Length - offset);
        if (_budget < wanted)
        {
            BudgetSpent = true;
            return false;
        }

        _stream.Position = offset;
        _filled = _stream.ReadAtLeast(_window.AsSpan(0, wanted), wanted, throwOnEndOfStream: false);
        _start = offset;
        _budget -= wanted;
        return _filled > 0;
    }
}

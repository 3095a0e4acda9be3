using System.Text;

namespace OfficeNode.Sync.Sftp;

/// <summary>Reads lines and keeps of each no more than a given length: a line without an end does not fill the memory.</summary>
internal sealed class BoundedLineReader
{
    private readonly TextReader _source;
    private readonly int _longest;
    private readonly char[] _buffer = new char[1024];
    private int _next;
    private int _end;

    public BoundedLineReader(TextReader source, int longest)
    {
        _source = source;
        _longest = longest;
    }

    /// <summary>The next line, cut to the length; null at the end.</summary>
    public async Task<string?> ReadAsync()
    {
        var line = new StringBuilder();
        while (true)
        {
            if (_next == _end)
            {
                _next = 0;
                _end = await _source.ReadAsync(_buffer.AsMemory(), CancellationToken.None);   // ends with the process
                if (_end == 0)
                {
                    return line.Length > 0 ? line.ToString() : null;
                }
            }

            var character = _buffer[_next++];
            if (character == '\n')
            {
                return line.ToString();
            }

            if (line.Length < _longest)
            {
                line.Append(character);
            }
        }
    }
}

using System.Text;

namespace OfficeNode.Capture.Workers.Poppler;

/// <summary>Empties the standard error of a program and keeps the first of it: full, it would block the program; whole, a damaged file would fill the memory.</summary>
internal sealed class FirstWords : IDisposable
{
    private readonly StreamReader _errors;
    private readonly int _most;
    private readonly StringBuilder _words = new();
    private readonly Thread _reading;

    public FirstWords(StreamReader errors, int most)
    {
        (_errors, _most) = (errors, most);
        _reading = new(Empty) { IsBackground = true };
        _reading.Start();
    }

    /// <summary>What was kept; waits until the program writes no more, which its end sees to.</summary>
    public string Read()
    {
        _reading.Join();
        return _words.ToString();
    }

    public void Dispose()
    {
        _reading.Join();
        _errors.Dispose();
    }

    private void Empty()
    {
        var buffer = new char[1_024];
        for (int read; (read = _errors.Read(buffer)) > 0;)
        {
            _words.Append(buffer, 0, Math.Min(read, _most - _words.Length));
        }
    }
}

using System.Globalization;
using OfficeNode.Host.Texts;

namespace OfficeNode.Host.Commands;

/// <summary>Progress of long work: on a terminal one line that is rewritten, with bar, rate and time left; elsewhere a plain line now and then.</summary>
public sealed class ProgressLine : IDisposable
{
    private static readonly TimeSpan OnTerminal = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Elsewhere = TimeSpan.FromSeconds(10);
    private const int BarWidth = 30;

    private readonly TextWriter _writer;
    private readonly bool _terminal;
    private readonly string _what;
    private readonly long? _total;
    private readonly TimeProvider _time;
    private readonly long _start;
    private long _lastShown;
    private bool _shown;

    internal ProgressLine(TextWriter writer, bool terminal, string what, long? total, TimeProvider time)
    {
        _writer = writer;
        _terminal = terminal;
        _what = what;
        _total = total;
        _time = time;
        _start = time.GetTimestamp();
        _lastShown = _start;
    }

    /// <summary>Says how far the work is; shown only as often as a person can read.</summary>
    public void Report(long done)
    {
        if (_time.GetElapsedTime(_lastShown) < (_terminal ? OnTerminal : Elsewhere))
        {
            return;
        }

        _lastShown = _time.GetTimestamp();
        _shown = true;
        var line = Line(done, _time.GetElapsedTime(_start));
        _writer.Write(_terminal ? $"\r{line}\u001b[K" : line + Environment.NewLine);
    }

    public void Dispose()
    {
        if (_terminal && _shown)
        {
            _writer.Write("\r\u001b[K");
        }
    }

    private string Line(long done, TimeSpan elapsed)
    {
        var rate = done / Math.Max(elapsed.TotalSeconds, 0.001);
        var text = Words.Of("progress.rate", ("what", _what), ("done", done.ToString("N0", CultureInfo.CurrentCulture)), ("rate", rate.ToString("N0", CultureInfo.CurrentCulture)));
        if (_total is not > 0)
        {
            return text;
        }

        var filled = (int)Math.Min(BarWidth, done * BarWidth / _total.Value);
        var left = rate > 0 ? TimeSpan.FromSeconds(Math.Max(0, _total.Value - done) / rate) : TimeSpan.Zero;
        return $"[{new string('#', filled)}{new string('.', BarWidth - filled)}] {text} {Words.Of("progress.left", ("left", left.ToString(@"h\:mm\:ss", CultureInfo.InvariantCulture)))}";
    }
}

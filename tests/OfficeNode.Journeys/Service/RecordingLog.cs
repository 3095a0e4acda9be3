using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace OfficeNode.Journeys.Service;

/// <summary>One line of the service's log.</summary>
internal sealed record LogLine(int Event, string Text, IReadOnlyDictionary<string, object?> Values);

/// <summary>Keeps what the service logs, so that a test can wait for an event instead of for time.</summary>
internal sealed class RecordingLog : ILoggerProvider, ILogger
{
    private readonly Channel<LogLine> _lines = Channel.CreateUnbounded<LogLine>();

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        var values = state as IReadOnlyList<KeyValuePair<string, object?>> ?? [];
        _lines.Writer.TryWrite(new LogLine(eventId.Id, $"{formatter(state, exception)} {exception}", values.ToDictionary()));
    }

    /// <summary>The next line, when there is one.</summary>
    public async Task<LogLine> NextAsync(CancellationToken cancellation) => await _lines.Reader.ReadAsync(cancellation);

    /// <summary>The lines that nobody has had yet.</summary>
    public IEnumerable<LogLine> Rest()
    {
        while (_lines.Reader.TryRead(out var line))
        {
            yield return line;
        }
    }

    public void Dispose() => _lines.Writer.TryComplete();
}

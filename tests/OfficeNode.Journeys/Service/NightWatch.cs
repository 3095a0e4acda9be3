using Microsoft.Extensions.Logging;
using NUnit.Framework;
using OfficeNode.Core.Disk;
using OfficeNode.Host.Service;
using OfficeNode.Storage;
using OfficeNode.Sync;
using OfficeNode.TestKit;

namespace OfficeNode.Journeys.Service;

/// <summary>The nights of a node under a clock that the test moves from one rest of the service to the next.</summary>
internal sealed class NightWatch : IAsyncDisposable
{
    /// <summary>Stable numbers of the log: see the service's log messages.</summary>
    public const int Begins = 2001;
    public const int Ends = 2002;
    public const int Rests = 2003;
    private const int Idle = 2010;

    private readonly TestNode _node;
    private readonly RecordingLog _log = new();
    private readonly List<LogLine> _seen = [];
    private NightService? _service;

    /// <param name="now">What the clock says at first, UTC; the office lives by it, too.</param>
    public NightWatch(TestNode node, DateTimeOffset now)
    {
        _node = node;
        Time.Advance(now - Time.GetUtcNow());
    }

    public ManualTime Time { get; } = new();

    /// <summary>All that was logged up to the line last waited for.</summary>
    public IReadOnlyList<LogLine> Seen => _seen;

    /// <summary>How the last night went.</summary>
    public NightResult Result => Read(NightBook.Result) ?? throw new InvalidOperationException("There was no night.");

    public NodeSource Source => new(_node.Folder.Root, new PhysicalDisk(), Time);

    /// <summary>Starts the service, as at power-up.</summary>
    public Task PowerUpAsync(CancellationToken cancellation)
    {
        var log = LoggerFactory.Create(logging => logging.SetMinimumLevel(LogLevel.Debug).AddProvider(_log)).CreateLogger<NightService>();
        // Two tries without a pause to speak of: the rounds of the night are what is watched here.
        var options = new NightOptions { Patience = new DeliveryRetryOptions { FruitlessTries = 2, FirstDelay = TimeSpan.FromMilliseconds(1) } };
        _service = new NightService(Source, options, log);
        return _service.StartAsync(cancellation);
    }

    /// <summary>Stops the service, as SIGTERM does.</summary>
    public async Task StopAsync(CancellationToken cancellation)
    {
        if (_service is { } service)
        {
            await service.StopAsync(cancellation);
            service.Dispose();
            _service = null;
        }
    }

    /// <summary>Moves the clock from rest to rest until an event is logged; returns its line.</summary>
    public async Task<LogLine> UntilAsync(int wanted, CancellationToken cancellation)
    {
        while (true)
        {
            var line = await _log.NextAsync(cancellation);
            _seen.Add(line);
            TestContext.Out.WriteLine($"{Time.GetUtcNow():u} {line.Event} {line.Text}");
            if (line.Event == wanted)
            {
                return line;
            }

            if (line.Event is Idle or Rests)
            {
                Continue(line);
            }
        }
    }

    /// <summary>Moves the clock to the end of the rest that a line speaks of.</summary>
    public void Continue(LogLine rest) => Time.Advance((DateTimeOffset)rest.Values["Next"]! - Time.GetUtcNow());   // lines of rest carry it

    public T Read<T>(Func<RegisterSession, T> work)
    {
        using var register = Register.Open(_node.Folder, Time);
        return register.Read(work);
    }

    public void Note(Action<RegisterSession> work)
    {
        using var register = Register.Open(_node.Folder, Time);
        register.Note(work);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync(CancellationToken.None);
        _log.Dispose();
    }
}

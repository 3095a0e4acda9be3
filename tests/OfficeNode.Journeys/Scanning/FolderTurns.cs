using Microsoft.Extensions.Logging;
using OfficeNode.Core.Disk;
using OfficeNode.Host.Service;
using OfficeNode.Journeys.Service;
using OfficeNode.TestKit;

namespace OfficeNode.Journeys.Scanning;

/// <summary>The service's watch over folders, under a clock that the test moves from look to look.</summary>
internal sealed class FolderTurns : IAsyncDisposable
{
    /// <summary>Stable numbers of the log: see the service's log messages.</summary>
    public const int Scanned = 4001;
    public const int Failed = 4003;
    public const int Left = 4004;

    private readonly ManualTime _time = new();
    private readonly RecordingLog _log = new();
    private readonly List<LogLine> _said = [];
    private readonly ScanFolderService _service;

    public FolderTurns(TestNode node, IDisk disk)
    {
        _time.Advance(node.Time.GetUtcNow() - _time.GetUtcNow());
        var log = LoggerFactory.Create(logging => logging.SetMinimumLevel(LogLevel.Debug).AddProvider(_log)).CreateLogger<ScanFolderService>();
        _service = new ScanFolderService(new NodeSource(node.Folder.Root, disk, _time), log);
    }

    /// <summary>Starts the service and comes back after its first look.</summary>
    public async Task StartAsync(CancellationToken cancellation)
    {
        var rests = _time.TimerSet(ScanFolderService.Glance);
        await _service.StartAsync(cancellation);
        await rests.WaitAsync(cancellation);
    }

    /// <summary>Lets the service look for a time.</summary>
    /// <param name="beforeEach">What happens in the folder before each look.</param>
    public async Task LookAsync(TimeSpan time, Action? beforeEach, CancellationToken cancellation)
    {
        for (var left = time; left > TimeSpan.Zero; left -= ScanFolderService.Glance)
        {
            beforeEach?.Invoke();
            var rests = _time.TimerSet(ScanFolderService.Glance);
            _time.Advance(ScanFolderService.Glance);
            await rests.WaitAsync(cancellation);
        }
    }

    /// <summary>All that was logged under a number so far.</summary>
    public IReadOnlyList<string> Said(int number)
    {
        _said.AddRange(_log.Rest());
        return [.. _said.Where(line => line.Event == number).Select(line => line.Text)];
    }

    public async ValueTask DisposeAsync()
    {
        await _service.StopAsync(CancellationToken.None);
        _service.Dispose();
        _log.Dispose();
    }
}

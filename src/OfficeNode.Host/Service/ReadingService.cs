using OfficeNode.Capture;
using OfficeNode.Capture.Reading;
using OfficeNode.Core.Disk;
using OfficeNode.Host.Journey;
using OfficeNode.Host.Settings;

namespace OfficeNode.Host.Service;

/// <summary>Reads in the background what scanning left to be read, with fewer workers while somebody scans.</summary>
/// <remarks>State is in the register: a stop costs the pages under way. A machine that cannot read says so once an hour; the pages wait.</remarks>
internal sealed class ReadingService : TurnService
{
    /// <summary>How long the service goes without looking for pages: a clerk who has scanned a batch sorts it for longer than that.</summary>
    private static readonly TimeSpan Glance = TimeSpan.FromSeconds(5);

    /// <summary>The rest after a fault that a person must mend.</summary>
    private static readonly TimeSpan LongRest = TimeSpan.FromHours(1);

    private readonly NodeSource _nodes;

    public ReadingService(NodeSource nodes, ILogger<ReadingService> log)
        : base(nodes.Time, log)
    {
        _nodes = nodes;
    }

    /// <summary>Reads what waits; how long to rest then.</summary>
    protected override async Task<TimeSpan> TurnAsync(CancellationToken cancellation)
    {
        try
        {
            using var node = _nodes.Open();
            if (!node.Register.Read(session => session.Readings.AnyWaiting()))
            {
                return Glance;
            }

            var workers = ReadJourney.WorkersFor(node);
            await using var pool = new ImageWorkerPool(ReadingWorkers.Of(ThisProgram.ImageWorkers(), workers), node.Time);
            var result = await new ReadJourney(
                node, new TesseractEngine(pool), node.Settings.Reading.LanguagesFor(node.Settings.Language), workers, null).RunAsync(cancellation);
            Log.PagesRead(result.Read, result.Failed, result.Time.TotalSeconds);
            return Glance;
        }
        catch (StorageException held) when (held.Fault == StorageFault.Held)
        {
            return Glance;   // somebody reads by command
        }
        catch (Exception error) when (error is StorageException or SettingsException or ImageWorkerException)
        {
            Log.ReadingFailed(error);
            return LongRest;
        }
    }
}

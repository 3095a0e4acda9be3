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

    /// <summary>The rest after a fault that a person must mend: what is mended is gone on with within a minute.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(1);

    /// <summary>A fault that lasts is said again after this.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromHours(1);

    private readonly NodeSource _nodes;
    private Complaint? _said;

    public ReadingService(NodeSource nodes, ILogger<ReadingService> log)
        : base(nodes.Time, log)
    {
        _nodes = nodes;
    }

    /// <summary>Reads what waits, for a while; how long to rest then.</summary>
    protected override async Task<TimeSpan> TurnAsync(CancellationToken cancellation)
    {
        try
        {
            using var node = _nodes.Open();
            if (!node.Register.Read(session => session.Readings.AnyWaiting()))
            {
                return Glance;
            }

            return RestAfter(await ReadAsync(node, cancellation));
        }
        catch (StorageException held) when (held.Fault == StorageFault.Held)
        {
            return Glance;   // somebody reads by command
        }
        catch (Exception error) when (error is StorageException or SettingsException or ImageWorkerException)
        {
            Complain(error);
            return Rest;
        }
    }

    private async Task<ReadResult> ReadAsync(Node node, CancellationToken cancellation)
    {
        var turn = new ReadingTurn(node);
        await using var pool = new ImageWorkerPool(ReadingWorkers.Of(ThisProgram.ImageWorkers(), turn.Workers), node.Time);
        var languages = node.Settings.Reading.LanguagesFor(node.Settings.Language);
        var journey = new ReadJourney(node, new TesseractEngine(pool), languages, turn.Workers, null) { IsOver = () => turn.IsOver };
        var result = await journey.RunAsync(cancellation);
        if (result.Pages > 0)
        {
            Log.PagesRead(result.Read, result.Failed, result.Time.TotalSeconds, turn.Workers);
        }

        return result;
    }

    private TimeSpan RestAfter(ReadResult result)
    {
        if (result.Fault is { } fault)
        {
            Complain(fault);
        }
        else
        {
            _said = null;
        }

        return result.Pages > 0 ? TimeSpan.Zero
            : result.Fault is null ? Glance
            : Rest;
    }

    /// <summary>Says what is wrong once, and again when something else is wrong or it lasts.</summary>
    private void Complain(Exception error)
    {
        var what = error is StorageException storage ? storage.Fault.ToString() : error.Message;
        if (_said is not { } said || said.What != what || _nodes.Time.GetElapsedTime(said.At) >= Silence)
        {
            _said = new Complaint(what, _nodes.Time.GetTimestamp());
            Log.ReadingFailed(error);
        }
    }

    /// <summary>What was said last, and when by the clock's timestamps.</summary>
    private sealed record Complaint(string What, long At);
}

using System.Threading.Channels;
using OfficeNode.Capture;
using OfficeNode.Capture.Scanners;
using OfficeNode.Core;
using OfficeNode.Core.Batches;
using OfficeNode.Core.Disk;
using OfficeNode.Host.Journey;
using OfficeNode.Host.Settings;
using OfficeNode.Storage;

namespace OfficeNode.Host.Service;

/// <summary>What became of asking for a scan.</summary>
/// <param name="Batch">The batch that pages come into; null when none do.</param>
/// <param name="Findings">Why none do.</param>
internal sealed record ScanAnswer(BatchId? Batch, IReadOnlyList<Finding> Findings);

/// <summary>Runs the scans that people start at the kiosk, one at a time, whatever becomes of their browsers. Thread-safe.</summary>
/// <remarks>
/// What was scanned, why it stopped and where its pages go are in the register. A stop of the service is one of the scan: the batch stays open, and going on takes what lay finished in the spool.
/// A person's own stop is noted as the reason why the batch ended.
/// </remarks>
internal sealed class ScanService : BackgroundService
{
    // What is refused is put aside under its name; a stack of the same kind says the same.
    private const int MostWords = 20;

    private readonly NodeSource _nodes;
    private readonly ILogger<ScanService> _log;
    private readonly Channel<AskedScan> _asked = Channel.CreateBounded<AskedScan>(1);
    private AskedScan? _running;

    public ScanService(NodeSource nodes, ILogger<ScanService> log)
    {
        _nodes = nodes;
        _log = log;
    }

    /// <summary>The batch that pages come into now by this service's doing; null when there is none.</summary>
    public BatchId? Running => Volatile.Read(ref _running)?.Batch;

    /// <summary>Begins a scan; it goes on after this comes back.</summary>
    /// <param name="aim">Where its pages go; null keeps what a scan under way in the same batch was asked for.</param>
    public async Task<ScanAnswer> BeginAsync(IScanner scanner, ScanRequest request, ScanAim? aim, CancellationToken cancellation)
    {
        var asked = new AskedScan(scanner, request, aim);
        if (Interlocked.CompareExchange(ref _running, asked, null) is { } other)
        {
            return new ScanAnswer(null, [new(ScanFindings.Held, Severity.Error) { Found = other.Request.Author }]);
        }

        _asked.Writer.TryWrite(asked);   // one at a time, and there is room for one
        return await asked.Answer.WaitAsync(cancellation);
    }

    /// <summary>Stops the scan into a batch, if it is one of this service's.</summary>
    public void Stop(BatchId batch)
    {
        if (Volatile.Read(ref _running) is { } running && running.Batch == batch)
        {
            running.Stop();
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        ForgetHolder();
        try
        {
            await foreach (var asked in _asked.Reader.ReadAllAsync(stoppingToken))
            {
                await TryRunAsync(asked, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The service stops; the batch stays open, and going on finds everything as it stands now.
        }
    }

    /// <summary>A scan that was killed leaves its name behind, and screens would say for ever that it runs.</summary>
    private void ForgetHolder()
    {
        try
        {
            using var node = _nodes.Open();
            node.TakeLease("scan").Dispose();
        }
        catch (StorageException error) when (error.Fault == StorageFault.Held)
        {
            // A command scans: its name is right.
        }
        catch (Exception error) when (error is StorageException or SettingsException)
        {
            _log.ScanFailed("", error);
        }
    }

    private async Task TryRunAsync(AskedScan asked, CancellationToken stopping)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(stopping, asked.Stopped);
        try
        {
            using var node = _nodes.Open();
            await RunAsync(node, asked, stop.Token);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception error)
        {
            // The edge of this work: past it, the host would end the whole service.
            asked.Refuse(FindingOf(error));
            if (error is not StorageException { Fault: StorageFault.Held })
            {
                _log.ScanFailed(asked.Batch?.Value ?? "", error);
            }
        }
        finally
        {
            asked.Refuse(new(ScanFindings.Failed, Severity.Error));   // after any other answer this says nothing
            Volatile.Write(ref _running, null);
            asked.Dispose();
        }
    }

    private async Task RunAsync(Node node, AskedScan asked, CancellationToken cancellation)
    {
        await using var intake = new SideIntake(node.Pages, node.Previews, node.Settings.Quality, node.Time);
        await intake.CheckMachineAsync(cancellation);   // where no page can be looked at, no batch is begun
        try
        {
            var result = await new ScanJourney(node, intake, null) { Begun = batch => Begin(node, asked, batch) }.RunAsync(asked.Scanner, asked.Request, cancellation);
            _log.KioskScanned(result.Batch.Value, result.Pages, asked.Request.Source, result.Refused);
            End(node, asked, result.Batch, result.Findings.Where(finding => finding.Severity == Severity.Error), result.Refused, result.Fault is not null);
        }
        catch (OperationCanceledException) when (asked is { IsStopped: true, Batch: not null })
        {
            var batch = asked.Batch.Value;
            var fault = new Finding(ScanFindings.Stopped, Severity.Warning) { File = batch.Value, Found = asked.Request.Author };
            node.Register.Write(new Deed(asked.Request.Author, "scan end", batch.Value), session => session.Batches.End(batch, fault));
            End(node, asked, batch, [], 0, goesOn: true);
        }
        catch (Exception error) when (asked.Batch is { } batch && error is StorageException or ImageWorkerException or IOException)
        {
            TrySay(node, asked.Batch.Value, FindingOf(error));
            throw;
        }
    }

    private static void Begin(Node node, AskedScan asked, BatchId batch)
    {
        node.Register.Note(session =>
        {
            ScanBook.SetWords(session, batch, null);
            if (asked.Aim is { } aim)
            {
                ScanBook.SetAim(session, batch, aim);
            }
        });
        asked.Grant(batch);
    }

    private static void End(Node node, AskedScan asked, BatchId batch, IEnumerable<Finding> findings, int refused, bool goesOn)
    {
        var placed = new ScanPlacing(node, batch, asked.Request.Author).Place(goesOn);
        IReadOnlyList<Finding> said = [.. placed, .. findings.Take(MostWords)];
        if (said.Count > 0)
        {
            node.Register.Note(session => ScanBook.SetWords(session, batch, new ScanWords(said, refused)));
        }
    }

    // The disk that failed the scan may fail this too; the log has the first reason.
    private void TrySay(Node node, BatchId batch, Finding finding)
    {
        try
        {
            node.Register.Note(session => ScanBook.SetWords(session, batch, new ScanWords([finding], 0)));
        }
        catch (StorageException error)
        {
            _log.ScanFailed(batch.Value, error);
        }
    }

    private static Finding FindingOf(Exception error) => error switch
    {
        StorageException { Fault: StorageFault.Held } held => new(ScanFindings.Held, Severity.Error) { Found = held.Holder },
        StorageException or SettingsException or IOException => new(ScanFindings.Disk, Severity.Error) { Found = error.Message.TrimEnd('.') },
        ImageWorkerException => new(ScanFindings.Machine, Severity.Error) { Found = error.Message.TrimEnd('.') },
        _ => new(ScanFindings.Failed, Severity.Error),
    };
}

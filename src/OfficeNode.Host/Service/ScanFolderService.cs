using OfficeNode.Capture;
using OfficeNode.Capture.Scanners;
using OfficeNode.Core.Disk;
using OfficeNode.Host.Journey;
using OfficeNode.Host.Settings;

namespace OfficeNode.Host.Service;

/// <summary>Takes what scanners save into the office's folders, a batch each time a folder rests.</summary>
/// <remarks>
/// A folder is watched without any lease, so that a person can scan meanwhile; only taking its files holds one. What a scan left lying, because it is
/// out of reach, is not tried again before something changes. After a stop the next look goes on with the batch that was under way.
/// </remarks>
internal sealed class ScanFolderService : TurnService
{
    private const string Author = "service";

    /// <summary>How often folders are looked at; what rests for ten seconds is found within fifteen.</summary>
    private static readonly TimeSpan Glance = TimeSpan.FromSeconds(5);

    private readonly NodeSource _nodes;
    private readonly Dictionary<string, Sight> _seen = new(StringComparer.Ordinal);

    public ScanFolderService(NodeSource nodes, ILogger<ScanFolderService> log)
        : base(nodes.Time, log)
    {
        _nodes = nodes;
    }

    protected override async Task<TimeSpan> TurnAsync(CancellationToken cancellation)
    {
        try
        {
            using var node = _nodes.Open();
            foreach (var folder in node.Settings.ScanFolders)
            {
                await LookAsync(node, folder, cancellation);
            }
        }
        catch (Exception error) when (error is StorageException or SettingsException)
        {
            Log.ScanFolderFailed("", error);
        }

        return Glance;
    }

    private async Task LookAsync(Node node, ScanFolder folder, CancellationToken cancellation)
    {
        try
        {
            var scanner = new FolderScanner(folder.Path, new ScannerOptions { RestTime = TimeSpan.Zero }, node.Disk, node.Time);
            if (!IsDue(folder, scanner.Waiting()))
            {
                return;
            }

            await ScanAsync(node, folder, scanner, cancellation);
            _seen[folder.Path] = new Sight(scanner.Waiting(), node.Time.GetTimestamp(), IsDone: true);
        }
        catch (StorageException held) when (held.Fault == StorageFault.Held)
        {
            _seen.Remove(folder.Path);   // somebody scans: it has to rest anew, and then its turn comes
        }
        catch (Exception error) when (error is ScannerException or StorageException or ImageWorkerException)
        {
            Complain(folder, error);
        }
    }

    /// <summary>Whether the folder holds what nobody tried to take yet, and has rested.</summary>
    private bool IsDue(ScanFolder folder, string waiting)
    {
        if (!_seen.TryGetValue(folder.Path, out var seen) || seen.Waiting != waiting)
        {
            _seen[folder.Path] = seen = new Sight(waiting, _nodes.Time.GetTimestamp(), IsDone: false);
        }

        return waiting.Length > 0 && !seen.IsDone && _nodes.Time.GetElapsedTime(seen.Since) >= TimeSpan.FromSeconds(folder.RestSeconds);
    }

    private async Task ScanAsync(Node node, ScanFolder folder, FolderScanner scanner, CancellationToken cancellation)
    {
        await using var intake = new SideIntake(node.Pages, node.Settings.Quality, node.Time);
        var request = new ScanRequest { Source = "folder:" + folder.Path, Order = new ScanOrder { Spool = node.Folder.Spool }, Author = Author };
        var result = await new ScanJourney(node, intake, null).RunAsync(scanner, request, cancellation);
        Log.FolderScanned(result.Batch.Value, result.Pages, folder.Path, result.Refused);
        foreach (var finding in result.Findings.Where(finding => finding.Severity == Core.Severity.Error).Concat(result.Fault is { } fault ? [fault] : []))
        {
            Log.PageRefused(result.Batch.Value, finding.File ?? "", finding.Rule, finding.Found ?? "");
        }
    }

    /// <summary>Says what is wrong with a folder once, and again only after it was right.</summary>
    private void Complain(ScanFolder folder, Exception error)
    {
        if (!_seen.TryGetValue(folder.Path, out var seen) || seen.Waiting != error.Message)
        {
            _seen[folder.Path] = new Sight(error.Message, _nodes.Time.GetTimestamp(), IsDone: true);
            Log.ScanFolderFailed(folder.Path, error);
        }
    }

    /// <summary>What was seen of a folder.</summary>
    /// <param name="IsDone">What waits there was tried.</param>
    private sealed record Sight(string Waiting, long Since, bool IsDone);
}

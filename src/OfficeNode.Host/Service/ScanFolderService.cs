using OfficeNode.Capture;
using OfficeNode.Capture.Scanners;
using OfficeNode.Core;
using OfficeNode.Core.Disk;
using OfficeNode.Host.Journey;
using OfficeNode.Host.Settings;

namespace OfficeNode.Host.Service;

/// <summary>Takes what scanners save into the office's folders, a batch each time a folder rests.</summary>
/// <remarks>
/// A folder is watched without any lease, so that a person can scan meanwhile; only taking its files holds one. What comes while a batch is taken rests
/// anew and is the next batch. What failed is said once and tried again when something changed there, or after a long rest. After a stop the next look
/// goes on with the batch that was under way.
/// </remarks>
internal sealed class ScanFolderService : TurnService
{
    /// <summary>How often folders are looked at; what rests for ten seconds is found within fifteen.</summary>
    internal static readonly TimeSpan Glance = TimeSpan.FromSeconds(5);

    private const string Author = "service";

    private readonly NodeSource _nodes;
    private readonly Dictionary<string, FolderSight> _sights = new(StringComparer.Ordinal);

    // Why the node could not be opened, as it was said last; null while it can be.
    private string? _said;

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
            _said = null;
            foreach (var sight in SightsOf(node))
            {
                await LookAsync(node, sight, cancellation);
            }
        }
        catch (Exception error) when (error is StorageException or SettingsException)
        {
            if (_said != error.Message)
            {
                _said = error.Message;
                Log.ScanFolderFailed("", error);
            }
        }

        return Glance;
    }

    /// <summary>The folders as the settings name them now; what is known of others is forgotten.</summary>
    private List<FolderSight> SightsOf(Node node)
    {
        var folders = node.Settings.ScanFolders;
        foreach (var other in _sights.Values.Where(sight => !folders.Contains(sight.Folder)).ToList())
        {
            _sights.Remove(other.Folder.Path);
        }

        foreach (var folder in folders.Where(folder => !_sights.ContainsKey(folder.Path)))
        {
            _sights.Add(folder.Path, new FolderSight(folder, node));
        }

        return [.. _sights.Values];
    }

    private async Task LookAsync(Node node, FolderSight sight, CancellationToken cancellation)
    {
        var ready = "";
        try
        {
            ready = sight.Look();
            if (sight.Scanner.Complaint() is { } left)
            {
                Log.FilesLeft(sight.Folder.Path, left.ToFinding().Rule, left.Message);
            }

            if (sight.IsDue(ready))
            {
                await ScanAsync(node, sight, cancellation);
                sight.Took();
            }
        }
        catch (StorageException held) when (held.Fault == StorageFault.Held)
        {
            sight.Leave(ready, TimeSpan.FromSeconds(sight.Folder.RestSeconds));   // somebody scans: then its turn comes
        }
        catch (Exception error) when (error is ScannerException or StorageException or ImageWorkerException or IOException or UnauthorizedAccessException)
        {
            sight.Leave(ready, FolderSight.LongRest);
            if (sight.IsNews(error.Message))
            {
                Log.ScanFolderFailed(sight.Folder.Path, error);
            }
        }
    }

    private async Task ScanAsync(Node node, FolderSight sight, CancellationToken cancellation)
    {
        await using var intake = new SideIntake(node.Pages, node.Previews, node.Settings.Quality, node.Time);
        await intake.CheckMachineAsync(cancellation);   // where no page can be looked at, no batch is begun each time that is found out
        var request = new ScanRequest { Source = ScannerSource.Canonical("folder:" + sight.Folder.Path), Order = new ScanOrder { Spool = node.Folder.Spool }, Author = Author };
        var result = await new ScanJourney(node, intake, null).RunAsync(sight.Scanner, request, cancellation);
        Log.FolderScanned(result.Batch.Value, result.Pages, sight.Folder.Path, result.Refused);
        foreach (var finding in result.Findings.Where(IsSaid).Concat(result.Fault is { } fault ? [fault] : []))
        {
            Log.PageRefused(result.Batch.Value, finding.File ?? "", finding.Rule, finding.Found ?? "");
        }
    }

    /// <summary>Files that became no page; what is to be said of pages stands in their batch.</summary>
    private static bool IsSaid(Finding finding) => finding.Severity == Severity.Error || finding.Rule == CaptureFindings.Vanished;
}

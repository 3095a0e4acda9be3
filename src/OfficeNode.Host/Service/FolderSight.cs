using OfficeNode.Capture.Scanners;
using OfficeNode.Host.Journey;
using OfficeNode.Host.Settings;

namespace OfficeNode.Host.Service;

/// <summary>What the service knows of one watched folder from look to look: what rests there, what was tried in vain, what was said.</summary>
internal sealed class FolderSight
{
    /// <summary>How long what failed is left alone while nothing changes: a person mends it meanwhile, or does not, and neither log nor register fills.</summary>
    internal static readonly TimeSpan LongRest = TimeSpan.FromMinutes(10);

    private readonly TimeProvider _time;

    // What was ready when it could not be taken, and for how long it is left alone since.
    private (string Ready, long Since, TimeSpan Left)? _failed;

    // The fault that was said last and has not been right since.
    private string? _said;

    private long _lastMove;

    public FolderSight(ScanFolder folder, Node node)
    {
        Folder = folder;
        _time = node.Time;
        _lastMove = _time.GetTimestamp();
        Scanner = new(folder.Path, new ScannerOptions { RestTime = TimeSpan.FromSeconds(folder.RestSeconds) }, node.Disk, node.Time);
    }

    public ScanFolder Folder { get; }

    public FolderScanner Scanner { get; }

    /// <summary>What may be taken now, as <see cref="FolderScanner.Ready"/> says it; what could not be moved is tried again after a long rest.</summary>
    /// <exception cref="ScannerException">The folder is not there, or may not be read.</exception>
    public string Look()
    {
        if (_time.GetElapsedTime(_lastMove) >= LongRest)
        {
            _lastMove = _time.GetTimestamp();
            Scanner.MoveStuck();
        }

        var ready = Scanner.Ready();
        _said = _failed is null ? null : _said;   // a folder that was gone is there again
        return ready;
    }

    /// <summary>Whether there is something to take that is not just left alone.</summary>
    public bool IsDue(string ready) =>
        ready.Length > 0 && !(_failed is { } failed && failed.Ready == ready && _time.GetElapsedTime(failed.Since) < failed.Left);

    public void Took() => (_failed, _said) = (null, null);

    /// <summary>Leaves what was ready alone for a time, unless it changes.</summary>
    public void Leave(string ready, TimeSpan rest) => _failed = ready.Length == 0 ? _failed : (ready, _time.GetTimestamp(), rest);

    /// <summary>Whether a fault is another than the one said last.</summary>
    public bool IsNews(string fault)
    {
        var isNews = _said != fault;
        _said = fault;
        return isNews;
    }
}

using OfficeNode.Capture;
using OfficeNode.Core;
using OfficeNode.Core.Disk;
using OfficeNode.Host.Journey;
using OfficeNode.Host.Settings;
using OfficeNode.Storage.Tables;

namespace OfficeNode.Host.Service;

/// <summary>Makes previews before anybody looks: what screens asked for, then the pages that came last. Sweeps what is too much.</summary>
/// <remarks>
/// One page at a time, and one in each turn while somebody scans or waits for a page to be read. Where it stands is in memory: after a start the last pages are gone through once more, which
/// costs a look at names. A page that cannot be drawn is left to whoever opens it.
/// </remarks>
internal sealed class PreviewService : TurnService
{
    /// <summary>How often it looks for pages: a clerk is with a dossier for longer than that before the next one.</summary>
    internal static readonly TimeSpan Glance = TimeSpan.FromSeconds(2);

    /// <summary>The rest after a fault that a person must mend.</summary>
    internal static readonly TimeSpan Rest = TimeSpan.FromMinutes(1);

    // What comes in an hour from the fastest scanners, a few thousand pages, is a fraction of the limit as it stands by default.
    private static readonly TimeSpan BetweenSweeps = TimeSpan.FromHours(1);

    // So many at a time, then the settings and what screens ask for count anew.
    private const int PagesPerTurn = 50;

    private readonly NodeSource _nodes;
    private readonly PagePreviews _previews;
    private long _last;
    private long? _swept;
    private string? _said;

    public PreviewService(NodeSource nodes, PagePreviews previews, ILogger<PreviewService> log)
        : base(nodes.Time, log)
    {
        _nodes = nodes;
        _previews = previews;
    }

    protected override async Task<TimeSpan> TurnAsync(CancellationToken cancellation)
    {
        try
        {
            using var node = _nodes.Open();
            Sweep(node, cancellation);
            return await MakeAsync(node, cancellation);
        }
        catch (Exception error) when (error is StorageException or SettingsException)
        {
            if (IsNews(error.Message))
            {
                Log.PreviewsFailed(error);
            }

            return Rest;
        }
    }

    /// <summary>Makes a few; how long to rest then.</summary>
    private async Task<TimeSpan> MakeAsync(Node node, CancellationToken cancellation)
    {
        var pages = new Queue<NewestPage>(node.Register.Read(session => session.Batches.NewestPages(_last, node.Settings.Previews.PagesAhead)));
        for (var made = 0; made < PagesPerTurn; made++)
        {
            if (Next(node, pages) is not { } wanted)
            {
                return Glance;
            }

            var answer = await _previews.GetAsync(node, wanted, PreviewUrgency.Ahead, cancellation);
            if (answer.IsForWantOfAll)
            {
                Complain(answer.Findings[0]);
                return Rest;
            }

            _said = null;
            if (IsOthersTurn(node))
            {
                return Glance;
            }
        }

        return TimeSpan.Zero;
    }

    /// <summary>What a screen asked for, else the next page that came; null when there is nothing to do.</summary>
    private WantedPreview? Next(Node node, Queue<NewestPage> pages)
    {
        if (_previews.NextWanted() is { } asked)
        {
            return asked;
        }

        while (pages.TryDequeue(out var page))
        {
            // Passed before it is made: what cannot be made must not keep the pages behind it waiting.
            _last = page.Key;
            if (!node.Previews.Has(ScreenOf(page)))
            {
                return ScreenOf(page);
            }
        }

        return null;
    }

    private static WantedPreview ScreenOf(NewestPage page) => new(page.Master, page.Frame, PreviewSize.Screen);

    /// <summary>Whether to leave the machine to others for a while. A scan that was killed leaves its name until the next one; till then this is slower, which harms nobody.</summary>
    private static bool IsOthersTurn(Node node) => node.Register.Read(session => session.Leases.HolderOf("scan") is not null || session.Readings.AnyAtTheScreen());

    private void Sweep(Node node, CancellationToken cancellation)
    {
        if (_swept is { } at && _nodes.Time.GetElapsedTime(at) < BetweenSweeps)
        {
            return;
        }

        _swept = _nodes.Time.GetTimestamp();
        var swept = new PreviewSweep(node).Run(node.Settings.Previews.MostMegabytes * 1_000_000L, _previews.FilesInUse(), cancellation);
        if (swept.Files > 0)
        {
            Log.PreviewsSwept(swept.Files, swept.Bytes / 1_000_000);
        }
    }

    private void Complain(Finding finding)
    {
        if (IsNews(finding.Rule))
        {
            Log.PreviewNotMade(finding.Rule, finding.Found ?? "");
        }
    }

    /// <summary>What is wrong is said once, and again when something else is, or it was mended meanwhile.</summary>
    private bool IsNews(string fault)
    {
        var isNews = _said != fault;
        _said = fault;
        return isNews;
    }
}

using System.Collections.Concurrent;
using System.Threading.Channels;
using OfficeNode.Capture;
using OfficeNode.Core;
using OfficeNode.Core.Disk;

namespace OfficeNode.Host.Journey;

/// <summary>Gives previews of pages: made once, kept, and made again where they are missing or not whole. One for the whole service; thread-safe.</summary>
/// <remarks>
/// Previews show a page turned as its file says; turns by people and by reading are the browser's, so that turning a page costs no new preview. Whatever is wrong with a page is a finding and keeps no
/// other page from being shown (I11). Its workers are its own: what is scanned and read has others. Disposing kills them.
/// </remarks>
public sealed class PagePreviews : IAsyncDisposable
{
    /// <summary>Whoever was given a file has this long at least to open it.</summary>
    internal static readonly TimeSpan InUse = TimeSpan.FromHours(1);

    // Two pages side by side; each worker may take a gigabyte.
    private const int MostWorkers = 2;

    // Somebody who keys looks at a new page within that. Starting a worker takes longer than what people notice.
    private static readonly TimeSpan IdleTime = TimeSpan.FromMinutes(10);

    // Files that were found whole, and pages that cannot be drawn: what is forgotten is found out again.
    private const int MostRemembered = 20_000;

    // A clerk's next dossiers. Whoever opens the hundredth has forgotten the first.
    private const int MostWanted = 1_000;

    private readonly TimeProvider _time;
    private readonly ImageWorkerPool _pool;
    private readonly ImageConverter _converter;
    private readonly PreviewQueue _queue;
    private readonly ConcurrentDictionary<WantedPreview, Given> _given = new();
    private readonly ConcurrentDictionary<WantedPreview, PreviewAnswer> _refused = new();
    private readonly Channel<WantedPreview> _wanted = Channel.CreateBounded<WantedPreview>(new BoundedChannelOptions(MostWanted) { FullMode = BoundedChannelFullMode.DropOldest });

    public PagePreviews(ImageWorkerOptions workers, TimeProvider time)
    {
        _time = time;
        _pool = new ImageWorkerPool(workers with { Workers = Math.Min(workers.Workers, MostWorkers), IdleTime = IdleTime }, time);
        _converter = new ImageConverter(_pool);
        _queue = new PreviewQueue(_pool.Workers);
    }

    /// <summary>The preview, made if need be; it waits for those that are more urgent.</summary>
    /// <param name="node">May be disposed as soon as this comes back, also by cancellation.</param>
    /// <exception cref="OperationCanceledException">The caller gave up. Nothing else is thrown for any page, disk or machine.</exception>
    public async Task<PreviewAnswer> GetAsync(Node node, WantedPreview wanted, PreviewUrgency urgency, CancellationToken cancellation)
    {
        if (Known(node, wanted) is { } known)
        {
            return known;
        }

        var answer = await _queue.RunAsync(wanted, urgency, stop => MakeAsync(node, wanted, stop), cancellation);
        if (answer.Findings.Any(finding => finding.Rule == JourneyFindings.MasterDamaged))
        {
            TryMark(node, wanted.Master);
        }

        return answer;
    }

    /// <summary>Asks for previews that will be looked at soon, as those of the next dossier: they are made in the background, when nothing is more urgent. Beyond a thousand the oldest wishes go.</summary>
    public void Prepare(IEnumerable<WantedPreview> wanted)
    {
        foreach (var one in wanted)
        {
            _wanted.Writer.TryWrite(one);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _queue.DisposeAsync();
        await _pool.DisposeAsync();
    }

    /// <summary>The oldest wish of <see cref="Prepare"/> that nobody has taken; null when there is none.</summary>
    internal WantedPreview? NextWanted() => _wanted.Reader.TryRead(out var wanted) ? wanted : null;

    /// <summary>The files that were handed out within the last hour.</summary>
    internal HashSet<string> FilesInUse() => [.. _given.Values.Where(given => _time.GetElapsedTime(given.At) < InUse).Select(given => given.File.Path)];

    private PreviewAnswer? Known(Node node, WantedPreview wanted)
    {
        if (_refused.TryGetValue(wanted, out var refused))
        {
            return refused;
        }

        // What was whole once stays whole until the power goes, and with it this memory; but it may be swept.
        var file = _given.TryGetValue(wanted, out var given) && File.Exists(given.File.Path) ? given.File : node.Previews.Find(wanted);
        return file is null ? null : Give(wanted, file);
    }

    private PreviewAnswer Give(WantedPreview wanted, PreviewFile file)
    {
        if (_given.Count >= MostRemembered)
        {
            _given.Clear();
        }

        _given[wanted] = new Given(file, _time.GetTimestamp());
        return new PreviewAnswer(file, []);
    }

    /// <summary>Makes a preview and keeps it. Uses of the node only what outlives its register: whoever asked first may have gone.</summary>
    private async Task<PreviewAnswer> MakeAsync(Node node, WantedPreview wanted, CancellationToken stop)
    {
        if (node.Previews.Find(wanted) is { } there)
        {
            return Give(wanted, there);
        }

        try
        {
            return await DrawAsync(node, wanted, stop);
        }
        catch (StorageException error)
        {
            return NotNow(new(PreviewFindings.Disk, Severity.Error) { Found = error.Message });
        }
        catch (ImageWorkerException error)
        {
            return NotNow(new(PreviewFindings.Machine, Severity.Error) { Found = error.Message, Expected = error.Hint });
        }
    }

    private async Task<PreviewAnswer> DrawAsync(Node node, WantedPreview wanted, CancellationToken stop)
    {
        var path = node.Pages.PathOf(wanted.Master);
        var made = await _converter.ToPreviewAsync(path, wanted.Frame, wanted.Size, stop);
        if (!Directory.Exists(Path.GetDirectoryName(path)))
        {
            // Every node has all folders of masters: it is the disk that is not there, and no page of it is damaged.
            return NotNow(new(PreviewFindings.Disk, Severity.Error) { Found = path });
        }

        if (!await node.Pages.IsIntactAsync(wanted.Master, stop))
        {
            return NotNow(new(JourneyFindings.MasterDamaged, Severity.Error) { Expected = wanted.Master.Digest.Value });
        }

        return made is { Bytes: { } bytes, Extension: { } extension }
            ? Give(wanted, node.Previews.Keep(wanted, bytes, extension))
            : Refuse(wanted, made.Findings);
    }

    /// <summary>A page that cannot be drawn is not tried again until the service starts anew: it might take two minutes and a worker each time.</summary>
    private PreviewAnswer Refuse(WantedPreview wanted, IReadOnlyList<Finding> findings)
    {
        if (_refused.Count >= MostRemembered)
        {
            _refused.Clear();
        }

        return _refused[wanted] = new PreviewAnswer(null, findings);
    }

    private static PreviewAnswer NotNow(Finding finding) => new(null, [finding]);

    private static void TryMark(Node node, Master master)
    {
        try
        {
            node.Register.Note(session => session.Masters.MarkDamaged(master.Digest));
        }
        catch (StorageException)
        {
            // The finding says it all the same, and the next look marks it.
        }
    }

    /// <summary>A file that was handed out.</summary>
    /// <param name="At">When last, by the clock's timestamps.</param>
    private sealed record Given(PreviewFile File, long At);
}

using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using OfficeNode.Capture.Reading;
using OfficeNode.Core;
using OfficeNode.Core.Disk;
using OfficeNode.Storage.Tables;

namespace OfficeNode.Host.Journey;

/// <summary>What reading brought.</summary>
/// <param name="Pages">Pages that were tried.</param>
/// <param name="Failed">Pages that cannot be read; they are kept and shown, and the findings say why.</param>
public sealed record ReadResult(int Pages, int Read, int Failed, TimeSpan Time, IReadOnlyList<Finding> Findings)
{
    /// <summary>Why pages were left waiting whose turn it was: the disk did not give their masters. Null when it gave all.</summary>
    public StorageException? Fault { get; init; }

    /// <summary>Pages that wait now.</summary>
    public required long Waiting { get; init; }
}

/// <summary>Reads what waits, the most urgent first, on several workers at once.</summary>
/// <remarks>
/// A page's text is durable before its row says so (I2): a stop costs the pages under way, which wait again. A page that cannot be read never
/// keeps the next ones waiting (I11); one whose master the disk does not give is left out of this run and waits behind all others. Memory does not grow with what waits.
/// </remarks>
public sealed class ReadJourney
{
    // A flood of pages that cannot be read says the same as the first of them.
    private const int MostFindings = 200;

    // Where so many masters cannot be opened the disk is at fault, and the next run tries again. Each costs a row more to look for the next page.
    private const int MostLeft = 1_000;

    private readonly Node _node;
    private readonly IOcrEngine _engine;
    private readonly IReadOnlyList<string> _languages;
    private readonly int _workers;
    private readonly IProgress<long>? _progress;
    private readonly ConcurrentDictionary<long, bool> _underWay = new();
    private readonly ConcurrentQueue<Finding> _findings = new();
    private int _read;
    private int _failed;
    private int _left;
    private StorageException? _fault;
    private volatile bool _isDiskGone;

    /// <param name="languages">Of the office's papers, the likeliest first.</param>
    /// <param name="workers">Pages that are read at once.</param>
    /// <param name="progress">Told the pages done so far; may be null.</param>
    public ReadJourney(Node node, IOcrEngine engine, IReadOnlyList<string> languages, int workers, IProgress<long>? progress)
    {
        _node = node;
        _engine = engine;
        _languages = languages;
        _workers = workers;
        _progress = progress;
    }

    /// <summary>Asked before each page: whether to end though pages wait. Null reads until nothing waits.</summary>
    public Func<bool>? IsOver { get; init; }

    /// <summary>Pages to read at once: as the office set, else one on each core, and one less while somebody scans.</summary>
    /// <remarks>A scan that was killed leaves its name until the next one; till then reading is a little slower, which harms nobody.</remarks>
    public static int WorkersFor(Node node) =>
        node.Settings.Reading.Workers ?? Math.Max(1, Environment.ProcessorCount - (node.Register.Read(session => session.Leases.HolderOf("scan")) is null ? 0 : 1));

    /// <summary>Reads until nothing waits that can be read, or it is over.</summary>
    /// <exception cref="StorageException">What was read cannot be kept, or the register failed; what was kept stays read.</exception>
    /// <exception cref="Capture.ImageWorkerException">This machine can read no page at all; all of them go on waiting.</exception>
    public async Task<ReadResult> RunAsync(CancellationToken cancellation)
    {
        using var lease = _node.TakeLease("read");
        var began = _node.Time.GetTimestamp();
        var options = new ParallelOptions { MaxDegreeOfParallelism = _workers, CancellationToken = cancellation };
        await Parallel.ForEachAsync(WaitingAsync(cancellation), options, async (page, token) => await ReadAsync(page, token));
        return new ReadResult(_read + _failed, _read, _failed, _node.Time.GetElapsedTime(began), [.. _findings])
        {
            Fault = _fault,
            Waiting = _node.Register.Read(session => session.Readings.CountWaiting()),
        };
    }

    /// <summary>What waits, asked for anew page by page: what becomes urgent meanwhile goes first.</summary>
    private async IAsyncEnumerable<WaitingPage> WaitingAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        while (!_isDiskGone && IsOver?.Invoke() != true)
        {
            cancellation.ThrowIfCancellationRequested();
            var next = _node.Register.Read(session => session.Readings.Waiting(1, [.. _underWay.Keys]));
            if (next.Count == 0)
            {
                yield break;
            }

            _underWay[next[0].Key] = true;
            yield return next[0];
            await Task.Yield();
        }
    }

    private async Task ReadAsync(WaitingPage page, CancellationToken cancellation)
    {
        var order = new ReadOrder { Languages = _languages, Turns = _node.Register.Read(session => session.Batches.TurnsOf(page.Batch, page.Number)) };
        var path = _node.Pages.PathOf(page.Master);
        try
        {
            await KeepAsync(page, await _engine.ReadAsync(path, page.Frame, order, cancellation), cancellation);
        }
        catch (StorageException fault) when (fault.Path == path)
        {
            Leave(page, fault);
            return;
        }

        // Only now: a row that still waits must not be handed out again.
        _underWay.TryRemove(page.Key, out _);
        _progress?.Report(_read + _failed);
    }

    /// <summary>Leaves a page waiting whose master the disk does not give. It stays under way, so that this run does not hand it out again.</summary>
    private void Leave(WaitingPage page, StorageException fault)
    {
        Interlocked.CompareExchange(ref _fault, fault, null);

        // A master that is missing is one page's trouble. Where the folder of all masters is missing too, the disk is not there.
        if (!Directory.Exists(_node.Folder.Masters))
        {
            _isDiskGone = true;
            return;
        }

        _node.Register.Note(session => session.Readings.Postpone(page));
        if (Interlocked.Increment(ref _left) >= MostLeft)
        {
            _isDiskGone = true;
        }
    }

    private async Task KeepAsync(WaitingPage page, ReadPage read, CancellationToken cancellation)
    {
        var findings = read.Findings.Select(finding => Place(finding, page)).ToList();
        if (read.Text is { } text)
        {
            var digest = await _node.Pages.AddTextAsync(text, cancellation);
            _node.Register.Note(session => session.Readings.Done(page, digest, findings));
            Interlocked.Increment(ref _read);
        }
        else
        {
            _node.Register.Note(session => session.Readings.Fail(page, findings));
            Interlocked.Increment(ref _failed);
        }

        foreach (var finding in findings.Where(_ => _findings.Count < MostFindings))
        {
            _findings.Enqueue(finding);
        }
    }

    private static Finding Place(Finding finding, WaitingPage page) => finding with
    {
        File = $"{page.Batch} {page.Number}",
        Arguments = new Dictionary<string, string>(finding.Arguments ?? new Dictionary<string, string>())
        {
            ["batch"] = page.Batch.Value,
            ["page"] = page.Number.ToString(CultureInfo.InvariantCulture),
        },
    };
}

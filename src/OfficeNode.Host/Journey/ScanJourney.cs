using System.Globalization;
using System.Security.Cryptography;
using OfficeNode.Capture.Scanners;
using OfficeNode.Core;
using OfficeNode.Core.Batches;
using OfficeNode.Core.Disk;
using OfficeNode.Storage;
using OfficeNode.Storage.Tables;

namespace OfficeNode.Host.Journey;

/// <summary>What a person asked a scan to do.</summary>
public sealed record ScanRequest
{
    /// <summary>The scanner or folder, as the command names it.</summary>
    public required string Source { get; init; }

    /// <summary>The batch to go on with; null goes on with the one that a stop left open at this source, or begins another.</summary>
    public BatchId? Into { get; init; }

    /// <summary>Leaves a batch that a stop left open at this source as it is, and begins another.</summary>
    public bool BeginAnother { get; init; }

    /// <summary>Old paper, that is to be read when nothing else waits.</summary>
    public bool IsBackFile { get; init; }

    /// <summary>How to scan; spool and first sheet are the journey's.</summary>
    public required ScanOrder Order { get; init; }

    public required string Author { get; init; }
}

/// <summary>What a scan brought.</summary>
/// <param name="Pages">Pages taken in this run.</param>
/// <param name="Refused">Files that were put aside; the findings say why.</param>
/// <param name="Findings">All errors, and the first of the others.</param>
/// <param name="LeftOut">How many more findings there were.</param>
/// <param name="Fault">Why the scanner stopped; null when it came to its end.</param>
public sealed record ScanResult(BatchId Batch, int Pages, int Refused, IReadOnlyList<Finding> Findings, int LeftOut, Finding? Fault);

/// <summary>Takes one batch in: each sheet judged, made durable and entered before the scanner hears that it was taken (I2). For one scan.</summary>
/// <remarks>
/// After a stop the same command goes on with the same batch: what was entered and not yet taken away is recognised, what lay complete in the
/// spool is entered, and no page is lost, doubled or moved. Front and back of a sheet are entered together. One bad side never keeps the next ones out (I11).
/// </remarks>
public sealed class ScanJourney
{
    // A stack of dusty pages says the same as the first of them; the batch keeps what each shows.
    private const int MostRemarks = 200;

    private readonly Node _node;
    private readonly SideIntake _intake;
    private readonly IProgress<long>? _progress;
    private readonly List<Finding> _findings = [];
    private int _pages;
    private int _refused;
    private int _leftOut;

    /// <param name="progress">Told the pages taken so far; may be null.</param>
    public ScanJourney(Node node, SideIntake intake, IProgress<long>? progress)
    {
        _node = node;
        _intake = intake;
        _progress = progress;
    }

    /// <summary>Told, before any paper moves, which batch goes on after a stop, and the sheet that goes on top of the feeder.</summary>
    public Action<BatchId, int>? GoesOn { get; init; }

    /// <summary>Told which batch pages come into, before the first of them.</summary>
    public Action<BatchId>? Begun { get; init; }

    /// <summary>The sheet that goes on top of the feeder, where something stopped the scan of a batch; null for others, and where nobody puts paper in.</summary>
    public static int? NextSheet(Node node, Batch batch) =>
        batch.IsUnfinished && Directory.Exists(SpoolOf(node, batch.Id)) && ScannerOf(node, batch) is { } scanner
            ? scanner.NextSheet(OrderOf(node, batch, new ScanOrder { Spool = SpoolOf(node, batch.Id) }))
            : null;

    /// <exception cref="StorageException">The disk or the register failed; what was entered stays, and the same command goes on from there.</exception>
    /// <exception cref="ArgumentException">There is no such batch.</exception>
    public async Task<ScanResult> RunAsync(IScanner scanner, ScanRequest request, CancellationToken cancellation)
    {
        using var lease = _node.TakeLease("scan", request.Author);
        _node.Pages.SweepIncoming(_node.Time.GetUtcNow().AddDays(-1));
        var known = Find(request);
        var fault = known is null ? null : await TakeLeftAsync(known, request, cancellation);
        var batch = Begin(request, known);
        Begun?.Invoke(batch.Id);
        var order = OrderOf(_node, batch, request.Order);
        _node.Disk.CreateFolder(order.Spool);
        if (fault is null && order.FirstSheet > order.BeganWith && scanner.NextSheet(order) is { } next)
        {
            GoesOn?.Invoke(batch.Id, next);
        }

        fault ??= await TakeAsync(scanner, scanner.ScanAsync(order, cancellation), batch, request, cancellation);
        _node.Register.Write(new Deed(request.Author, "scan end", $"{batch.Id}: {_pages} pages"), session => session.Batches.End(batch.Id, fault));
        return new ScanResult(batch.Id, _pages, _refused, _findings, _leftOut, fault);
    }

    private static string SpoolOf(Node node, BatchId batch) => Path.Combine(node.Folder.Spool, batch.Value);

    private static ScanOrder OrderOf(Node node, Batch batch, ScanOrder order) => order with
    {
        Spool = SpoolOf(node, batch.Id),
        FirstSheet = 1 + node.Register.Read(session => session.Batches.LastSheet(batch.Id)),
        BeganWith = batch.ScanSheet,
    };

    /// <summary>The scanner or folder of a batch's last scan; null where this program knows no such source.</summary>
    private static IScanner? ScannerOf(Node node, Batch batch) =>
        ScannerSource.Open(batch.ScanSource, new(), node.Disk, node.Time) is { Success: true } scanner ? scanner.Value : null;

    /// <summary>The batch to go on with; null where one is to be begun.</summary>
    private Batch? Find(ScanRequest request) => _node.Register.Read(session => request.Into is { } id
        ? BatchJourney.HandedOver(session, id) is not null ? throw new ArgumentException($"{id} was handed over: no page comes into it any more.", nameof(request))
        : session.Batches.Get(id) ?? throw new ArgumentException($"There is no batch {id}.", nameof(request))
        : request.BeginAnother ? null : session.Batches.Open().LastOrDefault(batch => batch.ScanSource == request.Source));

    /// <summary>Takes what the scan before left in the spool, whatever it came from: sheets of another order must not be mistaken for those of this one, nor wait for it.</summary>
    private async Task<Finding?> TakeLeftAsync(Batch batch, ScanRequest request, CancellationToken cancellation) =>
        Directory.Exists(SpoolOf(_node, batch.Id)) && ScannerOf(_node, batch) is { } scanner
            ? await TakeAsync(scanner, scanner.LeftAsync(OrderOf(_node, batch, request.Order), cancellation), batch, request, cancellation)
            : null;

    private Batch Begin(ScanRequest request, Batch? known) => _node.Register.Write(new Deed(request.Author, "scan", request.Source), session =>
    {
        var id = known?.Id ?? session.Batches.Begin(request.Source, request.Author);
        if (known is not null)
        {
            session.Batches.TakeOver(id, request.Author);
            if (known.IsUnfinished && known.ScanSource == request.Source)
            {
                session.Batches.GoOn(id);
            }
            else
            {
                session.Batches.Extend(id, request.Source);
            }
        }

        return session.Batches.Get(id) ?? throw new InvalidOperationException($"{id} was begun and is not there.");
    });

    /// <summary>Takes sheet by sheet; why the scanner stopped, or null when it came to its end.</summary>
    private async Task<Finding?> TakeAsync(IScanner scanner, IAsyncEnumerable<ScannedSide> sides, Batch batch, ScanRequest request, CancellationToken cancellation)
    {
        var priority = request.IsBackFile ? ReadingTable.BackFile : ReadingTable.Fresh;
        var sheet = new List<JudgedSide>();
        try
        {
            await foreach (var side in sides)
            {
                sheet.Add(await JudgeAsync(batch, side, cancellation));
                if (!side.BackFollows)
                {
                    Enter(batch, [.. sheet.SelectMany(judged => judged.Pages)], priority);
                    sheet.ForEach(judged => Settle(scanner, judged));
                    sheet.Clear();
                    _progress?.Report(_pages);
                }
            }

            return null;
        }
        catch (ScannerException stopped)
        {
            return stopped.ToFinding() with { File = batch.Id.Value };
        }
    }

    private async Task<JudgedSide> JudgeAsync(Batch batch, ScannedSide side, CancellationToken cancellation)
    {
        var name = side.File ?? $"{batch.Id} {side.Sheet}";
        var (stamp, known) = await RecogniseAsync(batch, side, cancellation);
        if (known is not null)
        {
            Note(side.File is null ? [] : [KnownFile(known, batch.Id) with { File = name }]);
            return new JudgedSide(side, [], IsRefused: false);
        }

        var (pages, findings) = await _intake.JudgeAsync(side, stamp, cancellation);
        Note(findings.Select(finding => finding with { File = name }));
        return new JudgedSide(side, pages, pages.Count == 0 && findings.Any(finding => finding.Severity == Severity.Error));
    }

    /// <summary>Whether a file is one that has become pages already, and what tells it from all others.</summary>
    private async Task<(string Stamp, KnownPage? Known)> RecogniseAsync(Batch batch, ScannedSide side, CancellationToken cancellation)
    {
        var file = new FileInfo(side.Path);
        var stamp = string.Create(CultureInfo.InvariantCulture, $"{side.File ?? file.Name}|{file.LastWriteTimeUtc:O}|{(file.Exists ? file.Length : 0)}");
        var known = Known(batch, stamp);
        if (known is null || side.File is null)
        {
            // The spool is this batch's alone; in others its files have the same names, and their times are as good as the clock.
            return (stamp, known?.Batch == batch.Id ? known : null);
        }

        // A camera without a clock begins to count anew: the same name, time and length, and another picture.
        var digest = await DigestOfAsync(side.Path, cancellation);
        var other = $"{stamp}|{digest}";
        return digest == known.Master ? (stamp, known) : (other, Known(batch, other));
    }

    /// <summary>Null for a file that cannot be read: judging it says so.</summary>
    private static async Task<Digest?> DigestOfAsync(string path, CancellationToken cancellation)
    {
        try
        {
            await using var file = File.OpenRead(path);
            return Digest.FromHash(await SHA256.HashDataAsync(file, cancellation));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private KnownPage? Known(Batch batch, string stamp) => _node.Register.Read(session => session.Batches.Known(batch.Id, batch.ScanSource, stamp));

    /// <summary>After a stop that is as it should be; a person who puts a file back to have it in another batch has to be told that it is not.</summary>
    private static Finding KnownFile(KnownPage known, BatchId batch) =>
        new(BatchFindings.FileKnown, known.Batch == batch ? Severity.Info : Severity.Warning) { Found = FormattableString.Invariant($"{known.Batch} {known.Number}") };

    private void Enter(Batch batch, IReadOnlyList<NewBatchPage> pages, int priority)
    {
        if (pages.Count == 0)
        {
            return;
        }

        var source = batch.ScanSource == batch.Source ? null : batch.ScanSource;
        _node.Register.Note(session =>
        {
            foreach (var page in pages)
            {
                session.Masters.Enter(page.Master);
                var number = session.Batches.Append(batch.Id, page with { Source = source });
                if (page.Look is not { IsBlank: true } && page.Look?.Codes.Any(code => code.Text.StartsWith(SeparatorCode.Prefix, StringComparison.OrdinalIgnoreCase)) != true)
                {
                    session.Readings.Queue(batch.Id, number, priority);
                }
            }
        });
        _pages += pages.Count;
    }

    private void Settle(IScanner scanner, JudgedSide judged)
    {
        if (judged.IsRefused)
        {
            scanner.Refuse(judged.Side);
            _refused++;
        }
        else
        {
            scanner.Take(judged.Side);
        }
    }

    private void Note(IEnumerable<Finding> findings)
    {
        foreach (var finding in findings)
        {
            if (finding.Severity == Severity.Error || _findings.Count < MostRemarks)
            {
                _findings.Add(finding);
            }
            else
            {
                _leftOut++;
            }
        }
    }

    /// <summary>A side before it is entered.</summary>
    /// <param name="Pages">None also of a file that is known, or that somebody took away meanwhile.</param>
    private sealed record JudgedSide(ScannedSide Side, IReadOnlyList<NewBatchPage> Pages, bool IsRefused);
}

using System.Globalization;
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
/// <param name="Fault">Why the scanner stopped; null when it came to its end.</param>
public sealed record ScanResult(BatchId Batch, int Pages, int Refused, IReadOnlyList<Finding> Findings, Finding? Fault);

/// <summary>Takes one batch in: each side judged, made durable and entered before the scanner hears that it was taken (I2).</summary>
/// <remarks>
/// After a stop the same command goes on with the same batch: what was entered and not yet taken away is recognised, what lay complete in the
/// spool is entered, and no page is lost, doubled or moved. One bad side never keeps the next ones out (I11).
/// </remarks>
public sealed class ScanJourney
{
    private readonly Node _node;
    private readonly SideIntake _intake;
    private readonly IProgress<long>? _progress;

    /// <param name="progress">Told the pages taken so far; may be null.</param>
    public ScanJourney(Node node, SideIntake intake, IProgress<long>? progress)
    {
        _node = node;
        _intake = intake;
        _progress = progress;
    }

    /// <exception cref="StorageException">The disk or the register failed; what was entered stays, and the same command goes on from there.</exception>
    /// <exception cref="ArgumentException">There is no such batch.</exception>
    public async Task<ScanResult> RunAsync(IScanner scanner, ScanRequest request, CancellationToken cancellation)
    {
        using var lease = _node.TakeLease("scan");
        _node.Pages.SweepIncoming(_node.Time.GetUtcNow().AddDays(-1));
        var batch = Begin(request);
        var spool = Path.Combine(_node.Folder.Spool, batch.Value);
        _node.Disk.CreateFolder(spool);
        var order = request.Order with { Spool = spool, FirstSheet = 1 + _node.Register.Read(session => session.Batches.LastSheet(batch)) };
        var result = new ScanResult(batch, 0, 0, [], null);
        try
        {
            await foreach (var side in scanner.ScanAsync(order, cancellation))
            {
                result = await TakeAsync(scanner, request, side, result, cancellation);
                _progress?.Report(result.Pages);
            }
        }
        catch (ScannerException stopped)
        {
            result = result with { Fault = Place(stopped.ToFinding(), batch) };
        }

        _node.Register.Write(new Deed(request.Author, "scan end", $"{batch}: {result.Pages} pages"), session => session.Batches.End(batch, result.Fault));
        return result;
    }

    private BatchId Begin(ScanRequest request)
    {
        var open = request.Into ?? (request.BeginAnother ? null : LeftOpen(request.Source));
        return _node.Register.Write(new Deed(request.Author, "scan", request.Source), session =>
        {
            if (open is not { } known)
            {
                return session.Batches.Begin(request.Source, request.Author);
            }

            if (session.Batches.Get(known) is null)
            {
                throw new ArgumentException($"There is no batch {known}.", nameof(request));
            }

            session.Batches.Reopen(known);
            return known;
        });
    }

    private BatchId? LeftOpen(string source) =>
        _node.Register.Read(session => session.Batches.Open()).LastOrDefault(batch => batch.Source == source)?.Id;

    private async Task<ScanResult> TakeAsync(IScanner scanner, ScanRequest request, ScannedSide side, ScanResult result, CancellationToken cancellation)
    {
        var file = new FileInfo(side.Path);
        var stamp = string.Create(CultureInfo.InvariantCulture, $"{side.File ?? file.Name}|{file.LastWriteTimeUtc:O}|{file.Length}");
        if (_node.Register.Read(session => session.Batches.Knows(request.Source, stamp)))
        {
            scanner.Take(side);
            return result;
        }

        var (pages, findings) = await _intake.JudgeAsync(side, stamp, cancellation);
        var placed = findings.Select(finding => finding with { File = side.File ?? $"{result.Batch} {side.Sheet}" });
        if (pages.Count == 0)
        {
            scanner.Refuse(side);
            return result with { Refused = result.Refused + 1, Findings = [.. result.Findings, .. placed] };
        }

        Enter(result.Batch, pages, request.IsBackFile ? ReadingTable.BackFile : ReadingTable.Fresh);
        scanner.Take(side);
        return result with { Pages = result.Pages + pages.Count, Findings = [.. result.Findings, .. placed] };
    }

    private void Enter(BatchId batch, IReadOnlyList<NewBatchPage> pages, int priority) => _node.Register.Note(session =>
    {
        session.Masters.Enter(pages[0].Master);
        foreach (var page in pages)
        {
            var number = session.Batches.Append(batch, page);
            if (page.Look is not { IsBlank: true } && page.Look?.Codes.Any(code => code.Text.StartsWith(SeparatorCode.Prefix, StringComparison.OrdinalIgnoreCase)) != true)
            {
                session.Readings.Queue(batch, number, priority);
            }
        }
    });

    /// <summary>Says at which page the batch goes on.</summary>
    private Finding Place(Finding fault, BatchId batch)
    {
        var last = _node.Register.Read(session => session.Batches.LastSheet(batch));
        return fault with { File = batch.Value, Path = string.Create(CultureInfo.InvariantCulture, $"sheet {last}") };
    }
}

using OfficeNode.Core.Disk;

namespace OfficeNode.Host.Journey;

/// <summary>Brings register data in: each source kept once, each entry a revision, a finding or both; idempotent and resumable.</summary>
/// <remarks>
/// A second run over the same source changes nothing. After a stop the same command goes on behind the last committed entry. One bad entry
/// never keeps its neighbours out (I11), and none is dropped silently (I10).
/// </remarks>
public sealed class ImportJourney
{
    private readonly Node _node;
    private readonly IProgress<long>? _progress;

    /// <param name="progress">Told the entries read so far, over all sources.</param>
    public ImportJourney(Node node, IProgress<long>? progress)
    {
        _node = node;
        _progress = progress;
    }

    /// <exception cref="StorageException">The disk or the register failed; what was committed stays, and the same command goes on from there.</exception>
    public async Task<ImportResult> RunAsync(ImportOrder order, CancellationToken cancellation)
    {
        using var lease = _node.TakeLease("import");
        _node.Pages.SweepIncoming(_node.Time.GetUtcNow().AddDays(-1));
        var result = new ImportResult(new ImportCounts(), [], []);
        foreach (var file in order.Paths.SelectMany(FilesOf))
        {
            var read = result.Counts.Read;
            var one = await new SourceImport(_node, order, file, Offset(read)).RunAsync(cancellation);
            result = new ImportResult(
                result.Counts.Plus(one.Counts),
                [.. result.RejectFiles, .. one.RejectFiles],
                [.. result.Findings, .. one.Findings]);
        }

        return result;
    }

    private static IEnumerable<string> FilesOf(string path) => Directory.Exists(path)
        ? Directory.EnumerateFiles(path).Order(StringComparer.Ordinal)
        : [path];

    private Progress? Offset(long before) => _progress is null ? null : new Progress(_progress, before);

    private sealed class Progress(IProgress<long> inner, long before) : IProgress<long>
    {
        public void Report(long value) => inner.Report(before + value);
    }
}

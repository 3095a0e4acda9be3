using System.Runtime.CompilerServices;
using OfficeNode.Core;
using OfficeNode.Host.Settings;
using OfficeNode.Standards.Readers;
using OfficeNode.Storage;
using OfficeNode.Storage.Tables;

namespace OfficeNode.Host.Journey;

/// <summary>Imports one source: keeps its bytes, reads its entries, commits them in batches with the point to go on from.</summary>
internal sealed class SourceImport
{
    /// <summary>Entries per batch: far below what <see cref="Register.LongestWrite"/> allows, and enough to make the commit's sync cheap.</summary>
    private const int BatchEntries = 500;

    private readonly Node _node;
    private readonly ImportOrder _order;
    private readonly string _file;
    private readonly IProgress<long>? _progress;

    public SourceImport(Node node, ImportOrder order, string file, IProgress<long>? progress)
    {
        _node = node;
        _order = order;
        _file = file;
        _progress = progress;
    }

    public async Task<ImportResult> RunAsync(CancellationToken cancellation)
    {
        Stream source;
        try
        {
            source = File.OpenRead(_file);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Refuse(new Finding(JourneyFindings.FileUnreadable, Severity.Error) { File = _file, Found = error.Message });
        }

        await using (source)
        {
            var chosen = await ChosenReader.ChooseAsync(source, _file, _order, cancellation);
            if (chosen.Reader is null)
            {
                return Refuse([.. chosen.Findings]);
            }

            source.Position = 0;
            var kept = await _node.Pages.AddSourceAsync(source, chosen.Extension, cancellation);
            var id = _node.Register.Note(session => session.Sources.Enter(kept.Digest, chosen.Extension, Path.GetFileName(_file), kept.Length));
            source.Position = 0;
            return await ReadAsync(source, chosen.Reader, id, cancellation);
        }
    }

    private static ImportResult Refuse(params IReadOnlyList<Finding> findings) => new(new ImportCounts(), [], findings);

    private async Task<ImportResult> ReadAsync(Stream source, ISourceReader reader, long id, CancellationToken cancellation)
    {
        var run = Start(id);
        var counts = SettingsStore.Read<ImportCounts>(run.Counts);
        var options = new ReadOptions { File = _file, Office = _node.Settings.Office, After = run.Done };
        var images = new SourceImages(_node.Pages, _node.Time, _file);
        var whole = new List<Finding>();
        await foreach (var batch in BatchesAsync(reader.ReadAsync(source, options, cancellation), whole, cancellation))
        {
            var entries = new List<IncomingEntry>(batch.Count);
            foreach (var item in batch)
            {
                entries.Add(await IncomingEntry.PrepareAsync(item, images, cancellation));
            }

            run = Commit(id, entries, counts);
            counts = SettingsStore.Read<ImportCounts>(run.Counts);
            _progress?.Report(counts.Read);
        }

        _node.Register.Note(session => session.Sources.SetRun(id, _order.MappingDigest, run with { Finished = true }));
        return new ImportReport(_node, id, _order.MappingDigest, _file).Make(counts, whole);
    }

    private ImportRun Commit(long id, IReadOnlyList<IncomingEntry> entries, ImportCounts counts)
    {
        var deed = new Deed(_order.Author, "import", Path.GetFileName(_file));
        return _node.Register.Write(deed, session =>
        {
            var batch = new ImportBatch(session, _node.Settings, _order, id);
            foreach (var entry in entries)
            {
                batch.Take(entry);
            }

            var run = new ImportRun(entries[^1].Item.Ordinal, Finished: false, SettingsStore.Write(counts.Plus(batch.Counts)));
            session.Sources.SetRun(id, _order.MappingDigest, run);
            return run;
        });
    }

    /// <summary>Where to go on: behind what an unfinished run committed, or at the beginning.</summary>
    private ImportRun Start(long id) => _node.Register.Note(session =>
    {
        var earlier = session.Sources.Run(id, _order.MappingDigest);
        if (earlier is { Finished: false })
        {
            return earlier;
        }

        session.Sources.ClearNotes(id, _order.MappingDigest);
        var fresh = new ImportRun(0, Finished: false, SettingsStore.Write(new ImportCounts()));
        session.Sources.SetRun(id, _order.MappingDigest, fresh);
        return fresh;
    });

    private static async IAsyncEnumerable<IReadOnlyList<SourceItem>> BatchesAsync(
        IAsyncEnumerable<SourceItem> items, List<Finding> whole, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var batch = new List<SourceItem>(BatchEntries);
        await foreach (var item in items.WithCancellation(cancellation))
        {
            if (item.Ordinal == 0)
            {
                whole.AddRange(item.Findings);
                continue;
            }

            batch.Add(item);
            if (batch.Count == BatchEntries)
            {
                yield return batch;
                batch = new List<SourceItem>(BatchEntries);
            }
        }

        if (batch.Count > 0)
        {
            yield return batch;
        }
    }
}

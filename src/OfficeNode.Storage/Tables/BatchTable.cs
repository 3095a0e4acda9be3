using OfficeNode.Core;
using OfficeNode.Core.Batches;
using OfficeNode.Storage.Sqlite;

namespace OfficeNode.Storage.Tables;

/// <summary>A page to be entered into a batch: all but its number, which the table gives.</summary>
public sealed record NewBatchPage
{
    public required int Sheet { get; init; }

    public required Side Side { get; init; }

    public required Master Master { get; init; }

    public required int Frame { get; init; }

    public required ImageFacts Facts { get; init; }

    /// <summary>As <see cref="BatchPage.File"/>.</summary>
    public string? File { get; init; }

    /// <summary>Tells its file from all others that came under the same name.</summary>
    public required string Stamp { get; init; }

    public PageLook? Look { get; init; }

    /// <summary>Where its file came from; null for the batch's own source.</summary>
    public string? Source { get; init; }
}

/// <summary>A batch in a list, with what a person wants to know of it first.</summary>
public sealed record BatchSummary(Batch Batch, int Pages, int Unread);

/// <summary>How a batch stands, without its pages: while two of these are equal, a screen that shows it need not be made anew.</summary>
/// <param name="LastEdit">As <see cref="BatchTable.LastEdit"/>.</param>
/// <param name="Unread">Pages that wait to be read.</param>
/// <param name="Failed">Pages that could not be read.</param>
/// <param name="Ended">When its last scan ended and when it was handed over, as they are stored; empty while pages may still come.</param>
public sealed record BatchPulse(int Pages, long LastEdit, int Unread, int Failed, int Damaged, string Ended);

/// <summary>A page that a file became before.</summary>
public sealed record KnownPage(BatchId Batch, int Number, Digest Master);

/// <summary>A page that came, with the key by which pages are in order.</summary>
public sealed record NewestPage(long Key, Master Master, int Frame);

/// <summary>An edit with its key and whether it still stands.</summary>
public sealed record KeptEdit(long Id, BatchEdit Edit, string Author, DateTimeOffset At, bool IsUndone);

/// <summary>Batches: their pages as they came, which nobody changes, and the edits over them.</summary>
public sealed class BatchTable
{
    private const string Fields = "b.id, b.source, b.author, b.started_at, b.ended_at, b.fault, coalesce(b.scan_source, b.source), b.scan_sheet, b.handed_at";
    private const string Columns = "SELECT " + Fields + " FROM batch b";

    private readonly Database _database;
    private readonly TimeProvider _time;

    internal BatchTable(Database database, TimeProvider time)
    {
        _database = database;
        _time = time;
    }

    private string Now => Sqlite.Columns.Text(_time.GetUtcNow());

    public BatchId Begin(string source, string author) =>
        new(_database.Insert("INSERT INTO batch (source, author, started_at, scan_sheet) VALUES (?1, ?2, ?3, 1)", source, author, Now));

    public Batch? Get(BatchId id) => _database.First(Columns + " WHERE b.id = ?1", ReadBatch, id.Number);

    /// <summary>The newest batches first.</summary>
    public IReadOnlyList<BatchSummary> Newest(int count) => _database.Query(
        "SELECT " + Fields + """
        ,
          (SELECT count(*) FROM batch_page p WHERE p.batch = b.id),
          (SELECT count(*) FROM batch_page p JOIN reading r ON r.page = p.id WHERE p.batch = b.id AND r.state = 0)
        FROM batch b ORDER BY b.id DESC LIMIT ?1
        """,
        row => new BatchSummary(ReadBatch(row), row.Int(9), row.Int(10)),
        count);

    /// <summary>Batches into which pages may still come, because nobody ended them: scanning goes on, or was stopped.</summary>
    public IReadOnlyList<Batch> Open() => _database.Query(Columns + " WHERE b.ended_at IS NULL ORDER BY b.id", ReadBatch);

    /// <summary>No more pages come; null when the scanner came to its end.</summary>
    public void End(BatchId id, Finding? fault) => _database.Execute(
        "UPDATE batch SET ended_at = ?2, fault = ?3 WHERE id = ?1", id.Number, Now, fault is null ? null : StoredJson.Write(fault));

    /// <summary>A batch into which nothing came, as from an empty feeder, is theirs who scan into it at last; one with pages stays whose it is.</summary>
    public void TakeOver(BatchId id, string author) => _database.Execute(
        "UPDATE batch SET author = ?2, started_at = ?3 WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM batch_page WHERE batch = ?1)", id.Number, author, Now);

    /// <summary>More pages come, of the order that something stopped.</summary>
    public void GoOn(BatchId id) => _database.Execute("UPDATE batch SET ended_at = NULL, fault = NULL WHERE id = ?1", id.Number);

    /// <summary>More pages come, of a new order: to be inserted, or to stand for others.</summary>
    public void Extend(BatchId id, string source) => _database.Execute(
        "UPDATE batch SET ended_at = NULL, fault = NULL, scan_source = ?2, scan_sheet = ?3 WHERE id = ?1", id.Number, source, LastSheet(id) + 1);

    /// <summary>Ends the arranging of a batch of so many drafts.</summary>
    public void HandOver(BatchId id, int drafts) => _database.Execute("UPDATE batch SET handed_at = ?2, handed_drafts = ?3 WHERE id = ?1", id.Number, Now, drafts);

    /// <summary>Lets a batch be arranged again, before anybody keyed anything of it.</summary>
    public void TakeBack(BatchId id)
    {
        new VolumeTable(_database, _time).Remove(id);
        new EntryTable(_database, _time).Remove(id);
        _database.Execute("UPDATE batch SET handed_at = NULL, handed_drafts = NULL WHERE id = ?1", id.Number);
    }

    /// <summary>Notes that all drafts of a batch are entries, once they are.</summary>
    public void NoteMade(BatchId id) => _database.Execute(
        "UPDATE batch SET handed_drafts = NULL WHERE id = ?1 AND handed_drafts <= (SELECT count(*) FROM entry e WHERE e.batch = ?1)", id.Number);

    /// <summary>Batches of which not all drafts are entries yet, though they were handed over: a stop came between.</summary>
    public IReadOnlyList<BatchId> HalfHandedOver() => _database.Query(
        "SELECT id FROM batch b WHERE b.handed_drafts > 0 AND b.handed_drafts > (SELECT count(*) FROM entry e WHERE e.batch = b.id) ORDER BY id",
        row => new BatchId(row.Long(0)));

    /// <summary>Enters a page whose master is durable (I2) at the end of a batch.</summary>
    /// <returns>Its number.</returns>
    public int Append(BatchId id, NewBatchPage page)
    {
        var number = 1 + (int)_database.Count("SELECT coalesce(max(number), 0) FROM batch_page WHERE batch = ?1", id.Number);
        _database.Execute(
            """
            INSERT INTO batch_page (batch, number, sheet, side, master, frame, facts, file, stamp, scanned_at, look, source)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
            """,
            id.Number, number, page.Sheet, (int)page.Side, page.Master.Digest.Value, page.Frame, StoredJson.Write(page.Facts), page.File, page.Stamp, Now,
            page.Look is { } look ? StoredJson.Write(look) : null, page.Source);
        return number;
    }

    /// <summary>The first page that came from a file of this stamp, in a batch or else from this source in any other; null for a file that is new.</summary>
    public KnownPage? Known(BatchId id, string source, string stamp) => _database.First(
        """
        SELECT p.batch, p.number, p.master FROM batch_page p JOIN batch b ON b.id = p.batch
        WHERE p.stamp = ?3 AND (b.id = ?1 OR coalesce(p.source, b.source) = ?2) ORDER BY b.id = ?1 DESC, p.batch, p.number
        """,
        row => new KnownPage(new BatchId(row.Long(0)), row.Int(1), row.Digest(2)),
        id.Number, source, stamp);

    /// <summary>The last sheet of a batch; 0 for an empty one.</summary>
    public int LastSheet(BatchId id) => (int)_database.Count("SELECT coalesce(max(sheet), 0) FROM batch_page WHERE batch = ?1", id.Number);

    /// <summary>The pages in the order in which they came.</summary>
    public IReadOnlyList<BatchPage> Pages(BatchId id) => _database.Query(
        """
        SELECT p.number, p.sheet, p.side, p.frame, p.facts, p.file, p.scanned_at, p.look, m.digest, m.extension, m.length, m.crc32
        FROM batch_page p JOIN master m ON m.digest = p.master WHERE p.batch = ?1 ORDER BY p.number
        """,
        row => new BatchPage
        {
            Number = row.Int(0),
            Sheet = row.Int(1),
            Side = (Side)row.Int(2),
            Frame = row.Int(3),
            Facts = StoredJson.Read<ImageFacts>(row.Text(4)),
            File = row.TextOrNull(5),
            Time = row.Time(6),
            Look = row.TextOrNull(7) is { } look ? StoredJson.Read<PageLook>(look) : null,
            Master = MasterTable.ReadMaster(row, 8),
        },
        id.Number);

    /// <summary>How a batch stands.</summary>
    public BatchPulse Pulse(BatchId id) => _database.First(
        """
        SELECT count(p.id), coalesce(sum(r.state = 0), 0), coalesce(sum(r.state = 2), 0), coalesce(sum(m.damaged_at IS NOT NULL), 0),
          coalesce((SELECT coalesce(ended_at, '') || coalesce(handed_at, '') FROM batch WHERE id = ?1), '')
        FROM batch_page p JOIN master m ON m.digest = p.master LEFT JOIN reading r ON r.page = p.id WHERE p.batch = ?1
        """,
        row => new BatchPulse(row.Int(0), LastEdit(id), row.Int(1), row.Int(2), row.Int(3), row.Text(4)),
        id.Number)!;   // sums over nothing are a row too

    /// <summary>How all batches together stand: a text that is another one when pages, edits or states of any batch are.</summary>
    public string PulseOfAll() => _database.First(
        """
        SELECT (SELECT coalesce(max(id), 0) FROM batch_page) || '.' || (SELECT coalesce(max(id), 0) FROM batch_edit) || '.' || coalesce(max(id), 0) || '.'
          || sum(ended_at IS NULL) || '.' || coalesce(max(ended_at), '') || '.' || (SELECT coalesce(max(undone_at), '') FROM batch_edit)
          || '.' || coalesce(max(handed_at), '') || '.' || count(handed_at)
        FROM batch
        """,
        row => row.TextOrNull(0)) ?? "";

    /// <summary>Numbers of the pages whose masters were found damaged: they are to be scanned again.</summary>
    public IReadOnlySet<int> Damaged(BatchId id) => _database.Query(
        "SELECT p.number FROM batch_page p JOIN master m ON m.digest = p.master WHERE p.batch = ?1 AND m.damaged_at IS NOT NULL", row => row.Int(0), id.Number).ToHashSet();

    /// <summary>Where pages came from so far, the source used last first.</summary>
    public IReadOnlyList<string> Sources(int most) => _database.Query(
        "SELECT coalesce(scan_source, source) FROM batch GROUP BY 1 ORDER BY max(id) DESC LIMIT ?1", row => row.Text(0), most);

    /// <summary>The last pages that came, of all batches, in the order in which they came.</summary>
    /// <param name="after">The key of a page; only those that came after it.</param>
    public IReadOnlyList<NewestPage> NewestPages(long after, int most) => _database.Query(
        """
        SELECT p.id, p.frame, m.digest, m.extension, m.length, m.crc32
        FROM (SELECT id, frame, master FROM batch_page WHERE id > ?1 ORDER BY id DESC LIMIT ?2) p JOIN master m ON m.digest = p.master ORDER BY p.id
        """,
        row => new NewestPage(row.Long(0), MasterTable.ReadMaster(row, 2), row.Int(1)),
        after, most);

    /// <summary>Keeps an edit, after <see cref="Arrangement.Complaint"/> had nothing against it, as <see cref="Arrangement.Settle"/> gives it.</summary>
    public long Keep(BatchId id, BatchEdit edit, string author) => _database.Insert(
        "INSERT INTO batch_edit (batch, edit, author, at) VALUES (?1, ?2, ?3, ?4)", id.Number, StoredJson.Write(edit), author, Now);

    /// <summary>All edits of a batch, undone ones among them, in the order they were made.</summary>
    public IReadOnlyList<KeptEdit> Edits(BatchId id) => _database.Query(
        "SELECT id, edit, author, at, undone_at IS NOT NULL FROM batch_edit WHERE batch = ?1 ORDER BY id",
        row => new KeptEdit(row.Long(0), StoredJson.Read<BatchEdit>(row.Text(1)), row.Text(2), row.Time(3), row.Bool(4)),
        id.Number);

    /// <summary>The key of the last edit that stands; 0 when none does. Edits are taken back from the last on: while the key is the same, the same edits stand.</summary>
    public long LastEdit(BatchId id) => _database.Count("SELECT coalesce(max(id), 0) FROM batch_edit WHERE batch = ?1 AND undone_at IS NULL", id.Number);

    /// <summary>Quarter turns to the right that make the frame of a page upright because a person said so; null leaves it to the machine.</summary>
    public int? TurnsOf(BatchId id, int number) =>
        Edits(id).Where(edit => !edit.IsUndone).Select(edit => edit.Edit).OfType<RotatePages>().Aggregate((int?)null, (turns, edit) => edit.After(number, turns));

    /// <summary>Takes the last edit that stands back; it stays in the history.</summary>
    /// <returns>Null when none stands.</returns>
    public KeptEdit? Undo(BatchId id, string author)
    {
        var last = Edits(id).LastOrDefault(edit => !edit.IsUndone);
        if (last is not null)
        {
            _database.Execute("UPDATE batch_edit SET undone_at = ?2, undone_by = ?3 WHERE id = ?1", last.Id, Now, author);
        }

        return last;
    }

    /// <summary>The order of a batch after all edits that stand.</summary>
    public Arrangement Arrange(BatchId id) => Arrangement.Of(Pages(id), Edits(id).Where(edit => !edit.IsUndone).Select(edit => edit.Edit));

    private static Batch ReadBatch(Row row) => new()
    {
        Id = new BatchId(row.Long(0)),
        Source = row.Text(1),
        Author = row.Text(2),
        Started = row.Time(3),
        Ended = row.TimeOrNull(4),
        Fault = row.TextOrNull(5) is { } fault ? StoredJson.Read<Finding>(fault) : null,
        ScanSource = row.Text(6),
        ScanSheet = (int?)row.LongOrNull(7),
        HandedOver = row.TimeOrNull(8),
    };
}

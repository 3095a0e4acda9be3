using OfficeNode.Core;
using OfficeNode.Core.Batches;
using OfficeNode.Storage.Sqlite;

namespace OfficeNode.Storage.Tables;

/// <summary>Whether a page has been read.</summary>
public enum ReadingState
{
    Waiting,
    Read,

    /// <summary>The page cannot be read; its findings say why. It is kept and shown.</summary>
    Failed,
}

/// <summary>A page that waits to be read.</summary>
/// <param name="Number">Of the page within its batch.</param>
/// <param name="Asked">How often it was asked for: what was read for an earlier time does not count any more.</param>
public sealed record WaitingPage(long Key, BatchId Batch, int Number, Master Master, int Frame, int Asked);

/// <summary>What became of reading a page.</summary>
/// <param name="Text">The file of its page text; null unless read.</param>
public sealed record PageReading(int Number, ReadingState State, Digest? Text, IReadOnlyList<Finding> Findings);

/// <summary>How many pages wait to be read, and how many could not be.</summary>
public readonly record struct ReadingCounts(long Waiting, long Failed);

/// <summary>What waits for OCR, what somebody waits for first, and what was read.</summary>
public sealed class ReadingTable
{
    /// <summary>A page somebody looks at right now.</summary>
    public const int AtTheScreen = 0;

    /// <summary>What was scanned today.</summary>
    public const int Fresh = 10;

    /// <summary>The back-file.</summary>
    public const int BackFile = 20;

    private readonly Database _database;
    private readonly TimeProvider _time;

    internal ReadingTable(Database database, TimeProvider time)
    {
        _database = database;
        _time = time;
    }

    private string Now => Sqlite.Columns.Text(_time.GetUtcNow());

    /// <summary>Lets a page wait; one that is queued already keeps its place, one that was read stays read.</summary>
    public void Queue(BatchId batch, int number, int priority) => _database.Execute(
        """
        INSERT INTO reading (page, state, priority, attempts, findings, at)
        SELECT id, 0, ?3, 0, '[]', ?4 FROM batch_page WHERE batch = ?1 AND number = ?2
        ON CONFLICT (page) DO UPDATE SET priority = excluded.priority WHERE excluded.priority < reading.priority
        """,
        batch.Number, number, priority, Now);

    /// <summary>Lets a page be read again, because it is to be read otherwise or because its text is gone; what was read before serves until then.</summary>
    public void Again(BatchId batch, int number, int priority)
    {
        Queue(batch, number, priority);
        _database.Execute(
            """
            UPDATE reading SET state = 0, priority = ?3, attempts = attempts + 1, at = ?4
            WHERE page = (SELECT id FROM batch_page WHERE batch = ?1 AND number = ?2)
            """,
            batch.Number, number, priority, Now);
    }

    /// <summary>Lets all pages of a batch that could not be read be tried again.</summary>
    /// <returns>How many there are.</returns>
    public int AgainFailed(BatchId batch, int priority) => _database.Execute(
        "UPDATE reading SET state = 0, priority = ?2, attempts = attempts + 1, at = ?3 WHERE state = 2 AND page IN (SELECT id FROM batch_page WHERE batch = ?1)",
        batch.Number, priority, Now);

    /// <summary>Pages that wait, the most urgent first.</summary>
    /// <param name="except">Keys of pages that are being read just now.</param>
    public IReadOnlyList<WaitingPage> Waiting(int count, IReadOnlyCollection<long> except) =>
    [
        .. _database.Query(
            """
            SELECT p.id, p.batch, p.number, p.frame, r.attempts, m.digest, m.extension, m.length, m.crc32
            FROM reading r JOIN batch_page p ON p.id = r.page JOIN master m ON m.digest = p.master
            WHERE r.state = 0 ORDER BY r.priority, r.page LIMIT ?1
            """,
            row => new WaitingPage(row.Long(0), new BatchId(row.Long(1)), row.Int(2), MasterTable.ReadMaster(row, 5), row.Int(3), row.Int(4)),
            count + except.Count).Where(page => !except.Contains(page.Key)).Take(count),
    ];

    /// <summary>Lets all pages of a batch that wait go before others.</summary>
    /// <returns>How many there are.</returns>
    public int Hurry(BatchId batch, int priority) => _database.Execute(
        "UPDATE reading SET priority = ?2 WHERE state = 0 AND priority > ?2 AND page IN (SELECT id FROM batch_page WHERE batch = ?1)", batch.Number, priority);

    public bool AnyWaiting() => _database.Count("SELECT EXISTS (SELECT 1 FROM reading WHERE state = 0)") > 0;

    /// <summary>Whether a page waits that somebody looks at right now.</summary>
    public bool AnyAtTheScreen() => _database.Count("SELECT EXISTS (SELECT 1 FROM reading WHERE state = 0 AND priority <= ?1)", AtTheScreen) > 0;

    public long CountWaiting() => _database.Count("SELECT count(*) FROM reading WHERE state = 0");

    /// <summary>How much there is to do and could not be done, from the index by state alone: some 50 ms where a million pages wait.</summary>
    public ReadingCounts Counts() => new(CountWaiting(), _database.Count("SELECT count(*) FROM reading WHERE state = 2"));

    /// <summary>Batches with pages that could not be read.</summary>
    /// <param name="most">So many at most: the search ends with the last of them.</param>
    public IReadOnlyList<BatchId> FailedIn(int most) => _database.Query(
        "SELECT DISTINCT p.batch FROM reading r JOIN batch_page p ON p.id = r.page WHERE r.state = 2 LIMIT ?1", row => new BatchId(row.Long(0)), most);

    /// <summary>The page was read; its text's file is durable (I2). Nothing changes where it was asked for again meanwhile.</summary>
    public void Done(WaitingPage page, Digest text, IReadOnlyList<Finding> findings) => _database.Execute(
        "UPDATE reading SET state = 1, attempts = attempts + 1, text = ?3, findings = ?4, at = ?5 WHERE page = ?1 AND attempts = ?2",
        page.Key, page.Asked, text.Value, StoredJson.Write(findings), Now);

    /// <summary>The page cannot be read: it is skipped, and shown. Nothing changes where it was asked for again meanwhile.</summary>
    public void Fail(WaitingPage page, IReadOnlyList<Finding> findings) => _database.Execute(
        "UPDATE reading SET state = 2, attempts = attempts + 1, findings = ?3, at = ?4 WHERE page = ?1 AND attempts = ?2",
        page.Key, page.Asked, StoredJson.Write(findings), Now);

    /// <summary>Lets a page wait behind all others that wait: it cannot be tried now. Nothing changes where it was asked for again meanwhile.</summary>
    public void Postpone(WaitingPage page) => _database.Execute(
        "UPDATE reading SET priority = max(priority, ?3) + 1 WHERE page = ?1 AND attempts = ?2 AND state = 0", page.Key, page.Asked, BackFile);

    /// <summary>All that is known of the pages of a batch, by page number.</summary>
    public IReadOnlyDictionary<int, PageReading> Of(BatchId batch) => _database.Query(
        "SELECT p.number, r.state, r.text, r.findings FROM reading r JOIN batch_page p ON p.id = r.page WHERE p.batch = ?1",
        row => new PageReading(row.Int(0), (ReadingState)row.Int(1), row.DigestOrNull(2), StoredJson.Read<IReadOnlyList<Finding>>(row.Text(3))),
        batch.Number).ToDictionary(reading => reading.Number);
}

using OfficeNode.Core.Closing;
using OfficeNode.Storage.Sqlite;

namespace OfficeNode.Storage.Tables;

/// <summary>What days came to, and how they were closed.</summary>
public sealed class DayTable
{
    private readonly Database _database;
    private readonly TimeProvider _time;

    internal DayTable(Database database, TimeProvider time)
    {
        _database = database;
        _time = time;
    }

    /// <summary>Counts what was done since a moment, and what is still to be done.</summary>
    public DayCounts CountSince(DateTimeOffset since) => _database.First(
        """
        SELECT (SELECT count(*) FROM batch_page WHERE scanned_at >= ?1),
          (SELECT count(*) FROM entry_release WHERE at >= ?1),
          (SELECT count(*) FROM delivery WHERE delivered_at >= ?1),
          (SELECT count(*) FROM delivery WHERE state = 2 AND since >= ?1),
          (SELECT count(*) FROM batch WHERE handed_at IS NULL AND EXISTS (SELECT 1 FROM batch_page p WHERE p.batch = batch.id)),
          (SELECT count(*) FROM entry WHERE state IN (0, 1, 2, 4)),
          (SELECT count(*) FROM entry WHERE state = 3)
        """,
        row => new DayCounts
        {
            Pages = row.Long(0),
            Released = row.Long(1),
            Delivered = row.Long(2),
            Accepted = row.Long(3),
            ToArrange = row.Long(4),
            ToKey = row.Long(5),
            ToRelease = row.Long(6),
        },
        Columns.Text(since)) ?? new DayCounts();

    public void Close(DateOnly day, string author, bool isFeederEmpty, string remark, DayCounts counts) => _database.Execute(
        "INSERT INTO day_close (day, author, at, feeder, remark, counts) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        Columns.Text(day), author, Columns.Text(_time.GetUtcNow()), isFeederEmpty ? 1 : 0, remark, StoredJson.Write(counts));

    /// <summary>How a day was closed, the last time where it was closed several times; null for a day that is open.</summary>
    public DayClose? Of(DateOnly day) => _database.First(
        "SELECT day, author, at, feeder, remark, counts FROM day_close WHERE day = ?1 ORDER BY id DESC LIMIT 1", Read, Columns.Text(day));

    /// <summary>The days closed last, the newest first.</summary>
    public IReadOnlyList<DayClose> Newest(int count) => _database.Query(
        "SELECT day, author, at, feeder, remark, counts FROM day_close WHERE id IN (SELECT max(id) FROM day_close GROUP BY day) ORDER BY day DESC LIMIT ?1", Read, count);

    private static DayClose Read(Row row) =>
        new(row.Day(0), row.Text(1), row.Time(2), row.Bool(3), row.Text(4), StoredJson.Read<DayCounts>(row.Text(5)));
}

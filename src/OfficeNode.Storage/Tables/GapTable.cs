using OfficeNode.Core.Counter;
using OfficeNode.Storage.Sqlite;

namespace OfficeNode.Storage.Tables;

/// <summary>Numbers that were skipped, with the reason and who says so. Rows are only ever added.</summary>
public sealed class GapTable
{
    private readonly Database _database;
    private readonly TimeProvider _time;

    internal GapTable(Database database, TimeProvider time)
    {
        _database = database;
        _time = time;
    }

    /// <summary>Explains numbers that follow each other.</summary>
    /// <param name="year">That they show.</param>
    /// <param name="request">As <see cref="NewReception.Request"/>; null where another act explains them.</param>
    public void Add(NumberSeries series, int year, (long First, long Last) numbers, GapReason reason, string? remark, string author, string? request) => _database.Execute(
        "INSERT INTO number_gap (series, first_printed, last_printed, numbers, reason, remark, author, at, request) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        series.Id.Value, series.Pattern.Print(year, numbers.First), series.Pattern.Print(year, numbers.Last), numbers.Last - numbers.First + 1, (int)reason, remark, author,
        Columns.Text(_time.GetUtcNow()), request);

    /// <summary>Whether an act of this name was done before.</summary>
    public bool HasRequest(string request) => _database.Count("SELECT count(*) FROM number_gap WHERE request = ?1", request) > 0;

    /// <summary>The newest, those of receptions that were taken back among them.</summary>
    public IReadOnlyList<NumberGap> Newest(int count) => _database.Query(
        """
        SELECT series, first_printed, last_printed, numbers, reason, remark, author, at FROM number_gap
        UNION ALL SELECT series, printed, printed, 1, 0, taken_back_why, taken_back_by, taken_back_at FROM reception WHERE taken_back_at IS NOT NULL
        ORDER BY 8 DESC, 2 DESC LIMIT ?1
        """,
        row => new NumberGap
        {
            Series = new SeriesId(row.Long(0)),
            First = row.Text(1),
            Last = row.Text(2),
            Count = row.Long(3),
            Reason = (GapReason)row.Int(4),
            Remark = row.TextOrNull(5),
            Author = row.Text(6),
            At = row.Time(7),
        },
        count);
}

using OfficeNode.Core.Counter;
using OfficeNode.Storage.Sqlite;

namespace OfficeNode.Storage.Tables;

/// <summary>A block to be reserved: all but its numbers.</summary>
public sealed record NewBlock
{
    public required int Count { get; init; }

    public required DateOnly FirstDay { get; init; }

    public required DateOnly LastDay { get; init; }

    public required string Author { get; init; }

    /// <summary>As <see cref="NewReception.Request"/>.</summary>
    public required string Request { get; init; }
}

/// <summary>Blocks of numbers that were reserved for days without power.</summary>
public sealed class BlockTable
{
    private const string Fields = "SELECT id, series, year, first, last, first_day, last_day, author, reserved_at, closed_at, closed_by FROM number_block";

    private readonly Database _database;
    private readonly TimeProvider _time;

    internal BlockTable(Database database, TimeProvider time)
    {
        _database = database;
        _time = time;
    }

    public NumberBlock? Get(BlockId id) => _database.First(Fields + " WHERE id = ?1", Read, id.Value);

    /// <summary>What an act of this name did before.</summary>
    public NumberBlock? OfRequest(string request) => _database.First(Fields + " WHERE request = ?1", Read, request);

    /// <summary>The newest first, open ones before all others.</summary>
    public IReadOnlyList<NumberBlock> Newest(int count) => _database.Query(Fields + " ORDER BY closed_at IS NOT NULL, id DESC LIMIT ?1", Read, count);

    /// <summary>Open blocks whose last day is a day, or before it; the oldest first.</summary>
    public IReadOnlyList<NumberBlock> OpenUntil(DateOnly day) => _database.Query(
        Fields + " WHERE closed_at IS NULL AND last_day <= ?1 ORDER BY id", Read, Columns.Text(day));

    /// <param name="first">The first of its numbers, which were taken out of the series in this transaction.</param>
    public BlockId Add(NumberSeries series, long first, NewBlock block) => new(_database.Insert(
        """
        INSERT INTO number_block (series, count_year, year, first, last, first_day, last_day, author, reserved_at, request)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
        """,
        series.Id.Value, series.CountYear(block.FirstDay.Year), block.FirstDay.Year, first, first + block.Count - 1, Columns.Text(block.FirstDay), Columns.Text(block.LastDay),
        block.Author, Columns.Text(_time.GetUtcNow()), block.Request));

    /// <summary>The numbers of a block that no filing got so far.</summary>
    public IReadOnlyList<long> Unused(NumberBlock block)
    {
        var used = _database.Query("SELECT ordinal FROM reception WHERE block = ?1", row => row.Long(0), block.Id.Value).ToHashSet();
        return [.. LongRange(block.First, block.Last).Where(ordinal => !used.Contains(ordinal))];
    }

    public void Close(BlockId id, string author) => _database.Execute(
        "UPDATE number_block SET closed_at = ?2, closed_by = ?3 WHERE id = ?1", id.Value, Columns.Text(_time.GetUtcNow()), author);

    private static IEnumerable<long> LongRange(long first, long last)
    {
        for (var number = first; number <= last; number++)
        {
            yield return number;
        }
    }

    private static NumberBlock Read(Row row) => new()
    {
        Id = new BlockId(row.Long(0)),
        Series = new SeriesId(row.Long(1)),
        Year = row.Int(2),
        First = row.Long(3),
        Last = row.Long(4),
        FirstDay = row.Day(5),
        LastDay = row.Day(6),
        Author = row.Text(7),
        ReservedAt = row.Time(8),
        ClosedAt = row.TimeOrNull(9),
        ClosedBy = row.TextOrNull(10),
    };
}

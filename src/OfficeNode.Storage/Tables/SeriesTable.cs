using OfficeNode.Core;
using OfficeNode.Core.Counter;
using OfficeNode.Storage.Sqlite;

namespace OfficeNode.Storage.Tables;

/// <summary>What an administrator settles about a series.</summary>
public sealed record SeriesFacts
{
    public required Right Right { get; init; }

    public required string Name { get; init; }

    public required int FirstYear { get; init; }

    public int? LastYear { get; init; }

    public required SeriesPattern Pattern { get; init; }

    public required bool IsYearly { get; init; }
}

/// <summary>Series of numbers and how far each has come: a few dozen, never deleted.</summary>
public sealed class SeriesTable
{
    private const string Fields = "SELECT id, right, name, first_year, last_year, pattern, yearly FROM series";

    private readonly Database _database;
    private readonly TimeProvider _time;

    internal SeriesTable(Database database, TimeProvider time)
    {
        _database = database;
        _time = time;
    }

    public NumberSeries? Get(SeriesId id) => _database.First(Fields + " WHERE id = ?1", Read, id.Value);

    /// <summary>All of them, by right, the newest law first.</summary>
    public IReadOnlyList<NumberSeries> All() => _database.Query(Fields + " ORDER BY right, first_year DESC, id DESC", Read);

    /// <summary>The series of a right with a name, however it is written.</summary>
    public NumberSeries? Find(Right right, string name) => _database.First(Fields + " WHERE right = ?1 AND name_key = ?2", Read, (int)right, NameKey.Of(name));

    public SeriesId Add(SeriesFacts facts) => new(_database.Insert(
        "INSERT INTO series (right, name, name_key, first_year, last_year, pattern, yearly, added_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        (int)facts.Right, facts.Name, NameKey.Of(facts.Name), facts.FirstYear, facts.LastYear, facts.Pattern.Text, facts.IsYearly ? 1 : 0, Columns.Text(_time.GetUtcNow())));

    /// <summary>Changes all but the right, which is settled once and for ever.</summary>
    public void Change(SeriesId id, SeriesFacts facts) => _database.Execute(
        "UPDATE series SET name = ?2, name_key = ?3, first_year = ?4, last_year = ?5, pattern = ?6, yearly = ?7 WHERE id = ?1",
        id.Value, facts.Name, NameKey.Of(facts.Name), facts.FirstYear, facts.LastYear, facts.Pattern.Text, facts.IsYearly ? 1 : 0);

    /// <summary>The number that comes next in a year.</summary>
    public long Next(NumberSeries series, int year) =>
        _database.First("SELECT next FROM series_count WHERE series = ?1 AND year = ?2", row => (long?)row.Long(0), series.Id.Value, series.CountYear(year)) ?? 1;

    /// <summary>Whether numbers of it have been given, skipped or reserved in any year.</summary>
    public bool IsInUse(SeriesId id) => _database.Count("SELECT count(*) FROM series_count WHERE series = ?1 AND next > first", id.Value) > 0;

    /// <summary>Says where a series that gave none yet begins, in a year, and forgets what was said before.</summary>
    public void Begin(NumberSeries series, int year, long next)
    {
        _database.Execute("DELETE FROM series_count WHERE series = ?1 AND next = first", series.Id.Value);
        _database.Execute("INSERT INTO series_count (series, year, first, next) VALUES (?1, ?2, ?3, ?3)", series.Id.Value, series.CountYear(year), next);
    }

    /// <summary>Takes the next numbers out of a series; the first of them. What becomes of each is written in the same transaction.</summary>
    public long Take(NumberSeries series, int year, long count)
    {
        var first = Next(series, year);
        _database.Execute(
            "INSERT INTO series_count (series, year, first, next) VALUES (?1, ?2, ?3, ?4) ON CONFLICT (series, year) DO UPDATE SET next = excluded.next",
            series.Id.Value, series.CountYear(year), first, first + count);
        return first;
    }

    /// <summary>How many numbers of a series nobody can account for: neither given, nor skipped with a reason, nor reserved in an open block. Always 0, unless the file was tampered with.</summary>
    public long Unexplained(SeriesId id) => _database.Count(
        """
        SELECT (SELECT coalesce(sum(next - first), 0) FROM series_count WHERE series = ?1)
             - (SELECT count(*) FROM reception r LEFT JOIN number_block b ON b.id = r.block WHERE r.series = ?1 AND (b.id IS NULL OR b.closed_at IS NOT NULL))
             - (SELECT coalesce(sum(numbers), 0) FROM number_gap WHERE series = ?1)
             - (SELECT coalesce(sum(last - first + 1), 0) FROM number_block WHERE series = ?1 AND closed_at IS NULL)
        """,
        id.Value);

    private static NumberSeries Read(Row row) => new()
    {
        Id = new SeriesId(row.Long(0)),
        Right = (Right)row.Int(1),
        Name = row.Text(2),
        FirstYear = row.Int(3),
        LastYear = (int?)row.LongOrNull(4),
        Pattern = SeriesPattern.Parse(row.Text(5)).Value,
        IsYearly = row.Bool(6),
    };
}

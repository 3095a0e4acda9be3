using System.Globalization;
using OfficeNode.Core;
using OfficeNode.Core.Counter;
using OfficeNode.Storage.Sqlite;

namespace OfficeNode.Storage.Tables;

/// <summary>A filing to be entered: all but its number.</summary>
public sealed record NewReception
{
    public required ReceptionFacts Facts { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The office's day then; the year of its number is this day's.</summary>
    public required DateOnly Day { get; init; }

    public required string Author { get; init; }

    /// <summary>The name of the act: asked for again under this name, it is not done again.</summary>
    public required string Request { get; init; }
}

/// <summary>Filings that were taken in at the counter. Rows stay; one that was taken back says so.</summary>
public sealed class ReceptionTable
{
    private const string Fields = """
        SELECT id, series, right, printed, year, applicant, papers, fee_receipt, remark, received_at, day, author, entered_at, block, taken_back_at, taken_back_by, taken_back_why FROM reception
        """;

    private readonly Database _database;
    private readonly TimeProvider _time;

    internal ReceptionTable(Database database, TimeProvider time)
    {
        _database = database;
        _time = time;
    }

    public Reception? Get(ReceptionId id) => _database.First(Fields + " WHERE id = ?1", Read, id.Value);

    /// <summary>What an act of this name did before.</summary>
    public Reception? OfRequest(string request) => _database.First(Fields + " WHERE request = ?1", Read, request);

    /// <summary>The filings of a day, the newest first.</summary>
    public IReadOnlyList<Reception> Of(DateOnly day) => _database.Query(Fields + " WHERE day = ?1 ORDER BY received_at DESC, id DESC", Read, Columns.Text(day));

    /// <summary>The filings that got their numbers from a block, in the order of their numbers.</summary>
    public IReadOnlyList<Reception> Of(BlockId block) => _database.Query(Fields + " WHERE block = ?1 ORDER BY ordinal", Read, block.Value);

    /// <summary>The newest day with filings before another.</summary>
    public DateOnly? DayBefore(DateOnly day) => _database.First("SELECT max(day) FROM reception WHERE day < ?1", row => row.DayOrNull(0), Columns.Text(day));

    /// <summary>The filing of a right that got a number, as printed.</summary>
    public Reception? Find(Right right, string printed) => _database.First(Fields + " WHERE printed = ?2 AND right = ?1 ORDER BY id LIMIT 1", Read, (int)right, printed);

    public ReceptionId Add(NumberSeries series, long ordinal, NewReception reception, BlockId? block)
    {
        var number = series.NumberOf(reception.Day.Year, ordinal);
        var facts = reception.Facts;
        return new(_database.Insert(
            """
            INSERT INTO reception (series, count_year, ordinal, right, printed, year, applicant, papers, fee_receipt, remark, received_at, day, author, entered_at, block, request)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)
            """,
            series.Id.Value, series.CountYear(reception.Day.Year), ordinal, (int)series.Right, number.AsPrinted, reception.Day.Year, facts.Applicant, Text(facts.Papers), facts.FeeReceipt, facts.Remark,
            Columns.Text(reception.ReceivedAt), Columns.Text(reception.Day), reception.Author, Columns.Text(_time.GetUtcNow()), block?.Value, reception.Request));
    }

    /// <summary>Says that a filing counts no more.</summary>
    public void TakeBack(ReceptionId id, string author, string why) => _database.Execute(
        "UPDATE reception SET taken_back_at = ?2, taken_back_by = ?3, taken_back_why = ?4 WHERE id = ?1", id.Value, Columns.Text(_time.GetUtcNow()), author, why);

    private static string Text(IEnumerable<ReceivedPapers> papers) =>
        string.Join(' ', papers.Select(paper => string.Create(CultureInfo.InvariantCulture, $"{paper.Document} {paper.Sheets}")));

    private static Reception Read(Row row) => new()
    {
        Id = new ReceptionId(row.Long(0)),
        Series = new SeriesId(row.Long(1)),
        Right = (Right)row.Int(2),
        Number = Number.Of(row.Text(3), row.Int(4)),
        Facts = new ReceptionFacts { Applicant = row.Text(5), Papers = PapersOf(row.Text(6)), FeeReceipt = row.TextOrNull(7), Remark = row.TextOrNull(8) },
        ReceivedAt = row.Time(9),
        Day = row.Day(10),
        Author = row.Text(11),
        EnteredAt = row.Time(12),
        Block = row.LongOrNull(13) is { } block ? new BlockId(block) : null,
        TakenBack = row.TimeOrNull(14) is { } at ? new TakenBack(at, row.Text(15), row.Text(16)) : null,
    };

    private static List<ReceivedPapers> PapersOf(string text) => [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Chunk(2).Select(pair =>
        new ReceivedPapers(DocumentCode.Parse(pair[0]).Value, int.Parse(pair[1], CultureInfo.InvariantCulture)))];
}

using OfficeNode.Storage.Sqlite;

namespace OfficeNode.Storage.Tables;

/// <summary>A destination's answer by letter or mail, as a person entered it.</summary>
public sealed record RecordedAnswer
{
    /// <summary>The day of the letter.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Who answered, as the letter says.</summary>
    public required string Sender { get; init; }

    /// <summary>Who entered it.</summary>
    public required string Person { get; init; }

    /// <summary>How many records the sender says it took; null when it does not say.</summary>
    public long? Records { get; init; }

    /// <summary>The letter or mail itself, a row of the sources; null when none was attached.</summary>
    public long? Source { get; init; }
}

/// <summary>Answers that people entered, one per package; an answer that is in is never changed.</summary>
public sealed class AnswerTable
{
    private readonly Database _database;
    private readonly TimeProvider _time;

    internal AnswerTable(Database database, TimeProvider time)
    {
        _database = database;
        _time = time;
    }

    public RecordedAnswer? Of(long package) => _database.First(
        "SELECT day, sender, person, records, source FROM answer WHERE package = ?1",
        row => new RecordedAnswer { Day = row.Day(0), Sender = row.Text(1), Person = row.Text(2), Records = row.LongOrNull(3), Source = row.LongOrNull(4) },
        package);

    public void Enter(long package, RecordedAnswer answer) => _database.Execute(
        "INSERT INTO answer (package, day, sender, person, records, source, recorded_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        package, Columns.Text(answer.Day), answer.Sender, answer.Person, answer.Records, answer.Source,
        Columns.Text(_time.GetUtcNow()));
}

using OfficeNode.Core;
using OfficeNode.Storage.Sqlite;

namespace OfficeNode.Storage.Tables;

/// <summary>What people ask the service to do at once.</summary>
public enum ErrandKind
{
    /// <summary>Deliver what waits for a destination, and fetch its receipts.</summary>
    Send,

    /// <summary>Package what is new for a destination.</summary>
    Build,

    /// <summary>See whether a destination can be reached.</summary>
    TestLine,
}

/// <summary>What came of an errand.</summary>
public sealed record ErrandResult
{
    public int Packages { get; init; }

    public long Records { get; init; }

    /// <summary>Records that were left out for a reason.</summary>
    public int LeftOut { get; init; }

    public int Delivered { get; init; }

    public int Accepted { get; init; }

    public int Refused { get; init; }

    public int Waiting { get; init; }

    public long BytesOnWire { get; init; }
}

/// <summary>One thing that a person asked the service to do; it goes on after a restart.</summary>
public sealed record Errand
{
    public required long Id { get; init; }

    public required ErrandKind Kind { get; init; }

    public required string Destination { get; init; }

    public required string Person { get; init; }

    public required DateTimeOffset AskedAt { get; init; }

    public DateTimeOffset? BegunAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Bytes that the receiver holds of the package under way, or records packaged so far.</summary>
    public long Progress { get; init; }

    /// <summary>Null until it has ended, and where it failed.</summary>
    public ErrandResult? Result { get; init; }

    public IReadOnlyList<Finding> Findings { get; init; } = [];
}

/// <summary>Errands, in the order in which they were asked for.</summary>
public sealed class ErrandTable
{
    private const string Columns = "SELECT id, kind, destination, person, asked_at, begun_at, ended_at, progress, result, findings FROM errand";

    private readonly Database _database;
    private readonly TimeProvider _time;

    internal ErrandTable(Database database, TimeProvider time)
    {
        _database = database;
        _time = time;
    }

    private string Now => Sqlite.Columns.Text(_time.GetUtcNow());

    /// <summary>The next one to be done; null when there is none.</summary>
    public Errand? Next() => _database.First(Columns + " WHERE ended_at IS NULL ORDER BY id LIMIT 1", Read);

    /// <summary>One that was asked for and has not ended; null when there is none.</summary>
    public Errand? Open(ErrandKind kind, string destination) => _database.First(
        Columns + " WHERE kind = ?1 AND destination = ?2 AND ended_at IS NULL ORDER BY id LIMIT 1", Read, (int)kind, destination);

    /// <summary>The newest of each kind for a destination.</summary>
    public IReadOnlyList<Errand> Newest(string destination) => _database.Query(
        Columns + " WHERE id IN (SELECT max(id) FROM errand WHERE destination = ?1 GROUP BY kind) ORDER BY id DESC", Read, destination);

    /// <summary>Asks for an errand, unless the same is asked for and not done yet.</summary>
    /// <returns>Whether it is a new one.</returns>
    public bool Ask(ErrandKind kind, string destination, string person)
    {
        if (Open(kind, destination) is not null)
        {
            return false;
        }

        _database.Execute(
            "INSERT INTO errand (kind, destination, person, asked_at, progress, findings) VALUES (?1, ?2, ?3, ?4, 0, '[]')",
            (int)kind, destination, person, Now);
        return true;
    }

    public void Begin(long id) => _database.Execute("UPDATE errand SET begun_at = ?2, progress = 0 WHERE id = ?1", id, Now);

    public void NoteProgress(long id, long progress) => _database.Execute("UPDATE errand SET progress = ?2 WHERE id = ?1", id, progress);

    /// <param name="result">Null when it failed; the findings say why.</param>
    public void End(long id, ErrandResult? result, IReadOnlyList<Finding> findings) => _database.Execute(
        "UPDATE errand SET ended_at = ?2, result = ?3, findings = ?4 WHERE id = ?1",
        id, Now, result is null ? null : StoredJson.Write(result), StoredJson.Write(findings));

    private static Errand Read(Row row) => new()
    {
        Id = row.Long(0),
        Kind = (ErrandKind)row.Int(1),
        Destination = row.Text(2),
        Person = row.Text(3),
        AskedAt = row.Time(4),
        BegunAt = row.TimeOrNull(5),
        EndedAt = row.TimeOrNull(6),
        Progress = row.Long(7),
        Result = row.TextOrNull(8) is { } result ? StoredJson.Read<ErrandResult>(result) : null,
        Findings = StoredJson.Read<IReadOnlyList<Finding>>(row.Text(9)),
    };
}

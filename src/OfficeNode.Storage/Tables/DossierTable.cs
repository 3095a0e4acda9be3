using OfficeNode.Core;
using OfficeNode.Storage.Sqlite;

namespace OfficeNode.Storage.Tables;

/// <summary>Which of a record's numbers a row holds.</summary>
public enum NumberKind
{
    Application,
    Registration,
    Publication,
    Route,
}

/// <summary>A dossier with its right, its name and its current revision.</summary>
public sealed record Dossier(DossierId Id, Right Right, DossierName Name, RevisionId Revision);

/// <summary>Dossiers, found by identity or by what people type.</summary>
public sealed class DossierTable
{
    private const string Columns = """
        SELECT d.id, d.right, n.printed, n.year, d.revision FROM dossier d
        JOIN number n ON n.dossier = d.id AND n.kind = (SELECT min(kind) FROM number WHERE dossier = d.id)
        """;

    private readonly Database _database;
    private readonly TimeProvider _time;

    internal DossierTable(Database database, TimeProvider time)
    {
        _database = database;
        _time = time;
    }

    public DossierId Create(Right right) => new(_database.Insert(
        "INSERT INTO dossier (right, created_at) VALUES (?1, ?2)", (int)right, Sqlite.Columns.Text(_time.GetUtcNow())));

    public void SetRevision(DossierId dossier, RevisionId revision) =>
        _database.Execute("UPDATE dossier SET revision = ?2 WHERE id = ?1", dossier.Value, revision.Value);

    /// <summary>The dossier a record belongs to: by right, series and application number as printed, or the registration number where it has no other.</summary>
    public DossierId? Match(Record record)
    {
        var (kind, number) = record.ApplicationNumber is { } application
            ? (NumberKind.Application, application)
            : (NumberKind.Registration, record.RegistrationNumber);
        return number is null ? null : _database.First(
            "SELECT dossier FROM number WHERE printed = ?1 AND kind = ?2 AND right = ?3 AND series = ?4",
            reader => (DossierId?)new DossierId(reader.GetInt64(0)),
            number.AsPrinted, (int)kind, (int)record.Right, number.Series ?? "");
    }

    /// <summary>All dossiers that a name may mean; one when it is unique, none when nothing matches.</summary>
    /// <remarks>A full name means the application number; a bare number means any number as printed, or in any spelling when none is so printed.</remarks>
    public IReadOnlyList<Dossier> Find(DossierName name)
    {
        if (name.Right is { } right)
        {
            return _database.Query(
                Columns + " WHERE n.printed = ?1 AND n.right = ?2 AND n.year = ?3", Read, name.Number, (int)right, name.Year ?? 0);
        }

        var printed = _database.Query(
            Columns + " WHERE d.id IN (SELECT dossier FROM number WHERE printed = ?1)", Read, name.Number);
        return printed.Count > 0 ? printed : _database.Query(
            Columns + " WHERE d.id IN (SELECT dossier FROM number WHERE search_key = ?1)", Read, Number.Of(name.Number).SearchKey);
    }

    public Dossier Get(DossierId id) => _database.First(Columns + " WHERE d.id = ?1", Read, id.Value)
        ?? throw new InvalidOperationException($"Dossier {id} is not in the register.");

    /// <summary>Dossiers in the order they were made, after a given one: the way to walk through all of them without holding them.</summary>
    public IReadOnlyList<Dossier> After(DossierId previous, int count) =>
        _database.Query(Columns + " WHERE d.id > ?1 ORDER BY d.id LIMIT ?2", Read, previous.Value, count);

    /// <summary>Which of the dossiers of this right with this very number it is, in the order they were made, counted from 1: old series repeat numbers.</summary>
    public int OrdinalOf(DossierId dossier) => (int)_database.Count(
        """
        SELECT count(DISTINCT other.dossier) FROM number own JOIN number other
          ON other.printed = own.printed AND other.kind = own.kind AND other.right = own.right AND other.dossier <= own.dossier
        WHERE own.dossier = ?1 AND own.kind = (SELECT min(kind) FROM number WHERE dossier = ?1)
        """,
        dossier.Value);

    /// <summary>How many dossiers each right has.</summary>
    public IReadOnlyDictionary<Right, long> Counts() => _database
        .Query("SELECT right, count(*) FROM dossier GROUP BY right", reader => ((Right)reader.GetInt32(0), reader.GetInt64(1)))
        .ToDictionary(row => row.Item1, row => row.Item2);

    private static Dossier Read(Microsoft.Data.Sqlite.SqliteDataReader reader)
    {
        var right = (Right)reader.GetInt32(1);
        var name = new DossierName { Right = right, Number = reader.GetString(2), Year = reader.GetInt32(3) };
        return new Dossier(new DossierId(reader.GetInt64(0)), right, name, new RevisionId(reader.GetInt64(4)));
    }
}

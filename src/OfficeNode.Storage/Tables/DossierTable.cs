using OfficeNode.Core;
using OfficeNode.Storage.Sqlite;

namespace OfficeNode.Storage.Tables;

/// <summary>A dossier with its right, its name and its current revision.</summary>
public sealed record Dossier(DossierId Id, Right Right, DossierName Name, RevisionId Revision);

/// <summary>Dossiers, found by identity or by what people type.</summary>
public sealed class DossierTable
{
    private const string Columns = "SELECT d.id, d.right, d.number, d.year, d.revision FROM dossier d";

    private readonly Database _database;
    private readonly TimeProvider _time;
    private readonly DossierTally _tally;

    internal DossierTable(Database database, TimeProvider time)
    {
        _database = database;
        _time = time;
        _tally = new DossierTally(database);
    }

    /// <summary>The dossier a record belongs to: by right, series and application number as printed, or the registration number where it has no other.</summary>
    /// <remarks>Where an old series repeats, so that several dossiers fit, the oldest.</remarks>
    public DossierId? Match(Record record)
    {
        var (kind, number) = record.ApplicationNumber is { } application
            ? (NumberKind.Application, application)
            : (NumberKind.Registration, record.RegistrationNumber);
        return number is null ? null : _database.First(
            "SELECT dossier FROM number WHERE search_key = ?1 AND printed = ?2 AND kind = ?3 AND right = ?4 AND series = ?5 ORDER BY dossier LIMIT 1",
            row => (DossierId?)new DossierId(row.Long(0)),
            number.SearchKey, number.AsPrinted, (int)kind, (int)record.Right, number.Series ?? "");
    }

    /// <summary>All dossiers that a name may mean; one when it is unique, none when nothing matches.</summary>
    /// <remarks>
    /// A full name means the number that the dossier is named by, a bare number any of its numbers: as printed, or in any spelling when none is so printed.
    /// </remarks>
    public IReadOnlyList<Dossier> Find(DossierName name)
    {
        var key = Number.Of(name.Number).SearchKey;
        var spelled = name.Right is { } right
            ? _database.Query(
                Columns + " WHERE d.id IN (SELECT dossier FROM number WHERE search_key = ?1 AND ordinal = 0) AND d.right = ?2 AND d.year = ?3 ORDER BY d.id",
                row => (Dossier: Read(row), IsExact: row.Text(2) == name.Number),
                key, (int)right, name.Year ?? 0)
            : _database.Query(
                """
                SELECT d.id, d.right, d.number, d.year, d.revision, n.is_exact FROM dossier d
                JOIN (SELECT dossier, max(printed = ?2) AS is_exact FROM number WHERE search_key = ?1 GROUP BY dossier) n ON n.dossier = d.id
                ORDER BY d.id
                """,
                row => (Dossier: Read(row), IsExact: row.Bool(5)),
                key, name.Number);
        return [.. spelled.Where(found => found.IsExact || !spelled.Any(other => other.IsExact)).Select(found => found.Dossier)];
    }

    public Dossier Get(DossierId id) => _database.First(Columns + " WHERE d.id = ?1", Read, id.Value)
        ?? throw new InvalidOperationException($"Dossier {id} is not in the register.");

    /// <summary>Dossiers in the order they were made, after a given one: the way to walk through all of them without holding them.</summary>
    public IReadOnlyList<Dossier> After(DossierId previous, int count) =>
        _database.Query(Columns + " WHERE d.id > ?1 ORDER BY d.id LIMIT ?2", Read, previous.Value, count);

    /// <summary>Whether a dossier of a right has an application number, as printed, of whatever series.</summary>
    public bool HasApplication(Right right, string printed) => _database.Count(
        "SELECT count(*) FROM number WHERE search_key = ?1 AND printed = ?2 AND kind = ?3 AND right = ?4",
        Number.Of(printed).SearchKey, printed, (int)NumberKind.Application, (int)right) > 0;

    /// <summary>Application numbers of a right, as printed, of dossiers after a given one: the way to look at all of them without holding them.</summary>
    public IReadOnlyList<(DossierId Dossier, string Printed)> ApplicationsAfter(DossierId previous, Right right, int count) => _database.Query(
        "SELECT dossier, printed FROM number WHERE dossier > ?1 AND kind = ?2 AND right = ?3 ORDER BY dossier LIMIT ?4",
        row => (new DossierId(row.Long(0)), row.Text(1)), previous.Value, (int)NumberKind.Application, (int)right, count);

    /// <summary>How many dossiers each right has.</summary>
    public IReadOnlyDictionary<Right, long> Counts() => _tally.All().GroupBy(part => part.Right).ToDictionary(group => group.Key, group => group.Sum(part => part.Count));

    /// <summary>Makes a dossier that has no revision yet: <see cref="SetCurrent"/> follows in the same transaction.</summary>
    internal DossierId Create(Right right) => new(_database.Insert(
        "INSERT INTO dossier (right, number, year, created_at, opening) VALUES (?1, '', 0, ?2, 0)", (int)right, Sqlite.Columns.Text(_time.GetUtcNow())));

    internal void SetCurrent(DossierId dossier, Right right, Number number, RevisionId revision)
    {
        var (before, opening, isNew) = _database.First("SELECT right, opening, revision IS NULL FROM dossier WHERE id = ?1", row => ((Right)row.Int(0), row.Int(1), row.Bool(2)), dossier.Value);
        _database.Execute(
            "UPDATE dossier SET right = ?2, number = ?3, year = ?4, revision = ?5 WHERE id = ?1", dossier.Value, (int)right, number.AsPrinted, number.Year ?? 0, revision.Value);
        if (isNew)
        {
            _tally.Add(right, opening);
        }
        else
        {
            _tally.Move((before, opening), (right, opening));
        }
    }

    /// <summary>From the columns id, right, number, year, revision.</summary>
    internal static Dossier Read(Row row)
    {
        var right = (Right)row.Int(1);
        var name = new DossierName { Right = right, Number = row.Text(2), Year = row.Int(3) };
        return new Dossier(new DossierId(row.Long(0)), right, name, new RevisionId(row.Long(4)));
    }
}

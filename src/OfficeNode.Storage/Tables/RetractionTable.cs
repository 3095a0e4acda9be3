using OfficeNode.Core;
using OfficeNode.Storage.Sqlite;

namespace OfficeNode.Storage.Tables;

/// <summary>How a destination is to give back what it has of a record.</summary>
public enum RetractionWay
{
    /// <summary>Nothing of it had been delivered: stopping what waited was all.</summary>
    Nothing,

    /// <summary>By a package that deletes it, as the destination's schema knows.</summary>
    Delete,

    /// <summary>By a letter or mail of the office: the destination's schema knows no delete.</summary>
    Letter,
}

/// <summary>The taking back of one record from one destination.</summary>
public sealed record Retraction
{
    public required long Id { get; init; }

    public required DossierId Dossier { get; init; }

    public required string Destination { get; init; }

    public required string Reason { get; init; }

    /// <summary>Who answers for it.</summary>
    public required string Person { get; init; }

    /// <summary>The newest act when it was recorded: only later ones open the record for the destination again.</summary>
    public required long LastAct { get; init; }

    public required RetractionWay Way { get; init; }

    /// <summary>The package that brings the delete; null before there is one, and after the destination refused it.</summary>
    public long? Package { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>When the destination confirmed; null while that is awaited.</summary>
    public DateTimeOffset? SettledAt { get; init; }

    /// <summary>Who entered the confirmation; null where the answer to a package was it.</summary>
    public string? SettledBy { get; init; }

    /// <summary>What the destination wrote, as that person says.</summary>
    public string? Note { get; init; }
}

/// <summary>Retractions, tracked until the destination confirms them. A row is never taken away.</summary>
public sealed class RetractionTable
{
    private const string Columns = """
        SELECT id, dossier, destination, reason, person, last_act, way, package, at, settled_at, settled_by, note FROM retraction
        """;

    private readonly Database _database;
    private readonly TimeProvider _time;

    internal RetractionTable(Database database, TimeProvider time)
    {
        _database = database;
        _time = time;
    }

    /// <summary>The newest retraction of a dossier from a destination; null when there was none.</summary>
    public Retraction? Last(DossierId dossier, string destination) => _database.First(
        Columns + " WHERE dossier = ?1 AND destination = ?2 ORDER BY id DESC LIMIT 1", Read, dossier.Value, destination);

    /// <summary>All of a dossier, the newest first.</summary>
    public IReadOnlyList<Retraction> Of(DossierId dossier) => _database.Query(Columns + " WHERE dossier = ?1 ORDER BY id DESC", Read, dossier.Value);

    public Retraction? Find(long id) => _database.First(Columns + " WHERE id = ?1", Read, id);

    /// <summary>Those that no destination has confirmed, the oldest first.</summary>
    public IReadOnlyList<Retraction> Open() => _database.Query(Columns + " WHERE settled_at IS NULL ORDER BY id", Read);

    /// <summary>The newest ones that are settled.</summary>
    public IReadOnlyList<Retraction> Settled(int count) => _database.Query(Columns + " WHERE settled_at IS NOT NULL ORDER BY id DESC LIMIT ?1", Read, count);

    /// <summary>Records a retraction as of now; one that had nothing to give back is settled with it.</summary>
    public long Enter(DossierId dossier, string destination, string reason, string person, RetractionWay way)
    {
        var now = Sqlite.Columns.Text(_time.GetUtcNow());
        return _database.Insert(
            """
            INSERT INTO retraction (dossier, destination, reason, person, last_act, last_package, way, at, settled_at)
            VALUES (?1, ?2, ?3, ?4, (SELECT coalesce(max(id), 0) FROM act), (SELECT coalesce(max(id), 0) FROM package), ?5, ?6, ?7)
            """,
            dossier.Value, destination, reason, person, (int)way, now, way == RetractionWay.Nothing ? now : null);
    }

    /// <summary>Notes that a package brings the deletes that it holds.</summary>
    public void Bring(long package, string destination) => _database.Execute(
        """
        UPDATE retraction SET package = ?1
        WHERE destination = ?2 AND way = ?3 AND settled_at IS NULL AND package IS NULL
          AND dossier IN (SELECT dossier FROM package_content WHERE package = ?1 AND operation = ?4)
        """,
        package, destination, (int)RetractionWay.Delete, PackageContent.Delete);

    /// <summary>A person enters that the destination confirmed; false when it was settled already.</summary>
    public bool Settle(long id, string person, string note) => 1 == _database.Execute(
        "UPDATE retraction SET settled_at = ?2, settled_by = ?3, note = ?4 WHERE id = ?1 AND settled_at IS NULL",
        id, Sqlite.Columns.Text(_time.GetUtcNow()), person, note);

    /// <summary>Whether a package that lies at the destination brought the dossier there, and no confirmed retraction took it back since.</summary>
    /// <param name="taken">Only what the destination did not refuse and what was no sample.</param>
    public bool WasDelivered(DossierId dossier, string destination, bool taken) => _database.Count(
        """
        SELECT EXISTS (
          SELECT 1 FROM package_content c JOIN package p ON p.id = c.package JOIN delivery d ON d.package = p.id
          WHERE c.dossier = ?1 AND p.destination = ?2 AND c.operation <> ?3 AND d.delivered_at IS NOT NULL
            AND (?4 = 0 OR (d.state <> ?5 AND p.scope <> ?6))
            AND p.id > coalesce((
              SELECT max(r.last_package) FROM retraction r WHERE r.dossier = ?1 AND r.destination = ?2 AND r.settled_at IS NOT NULL), 0))
        """,
        dossier.Value, destination, PackageContent.Delete, taken ? 1 : 0, (int)DeliveryState.Refused, (int)PackageScope.Test) > 0;

    /// <summary>The packages that brought or were to bring the dossier to a destination, in order.</summary>
    public IReadOnlyList<long> PackagesOf(DossierId dossier, string destination) => _database.Query(
        """
        SELECT p.id FROM package_content c JOIN package p ON p.id = c.package
        WHERE c.dossier = ?1 AND p.destination = ?2 AND c.operation <> ?3 ORDER BY p.id
        """,
        row => row.Long(0),
        dossier.Value, destination, PackageContent.Delete);

    /// <summary>Whether a package holds a record that was taken back from its destination after the package was built.</summary>
    public bool TakesFrom(long package) => _database.Count(
        """
        SELECT EXISTS (
          SELECT 1 FROM package_content c JOIN package p ON p.id = c.package
          JOIN retraction r ON r.dossier = c.dossier AND r.destination = p.destination AND r.last_package >= p.id
          WHERE c.package = ?1 AND c.operation <> ?2)
        """,
        package, PackageContent.Delete) > 0;

    private static Retraction Read(Row row) => new()
    {
        Id = row.Long(0),
        Dossier = new DossierId(row.Long(1)),
        Destination = row.Text(2),
        Reason = row.Text(3),
        Person = row.Text(4),
        LastAct = row.Long(5),
        Way = (RetractionWay)row.Int(6),
        Package = row.LongOrNull(7),
        At = row.Time(8),
        SettledAt = row.TimeOrNull(9),
        SettledBy = row.TextOrNull(10),
        Note = row.TextOrNull(11),
    };
}

using OfficeNode.Core;
using OfficeNode.Storage.Sqlite;

namespace OfficeNode.Storage.Tables;

/// <summary>What a destination has of a record, and what is on its way there.</summary>
public sealed record ExportState(long? QueuedPackage, Digest? QueuedContent, long? ConfirmedPackage, Digest? ConfirmedContent);

/// <summary>A destination's refusal of one record.</summary>
public sealed record Refusal(DossierId Dossier, string Destination, long Package, RevisionId Revision, Finding Finding, DateTimeOffset At);

/// <summary>Per record and destination: last queued, last confirmed, refused. Packages of scope test never count here.</summary>
public sealed class ExportTable
{
    private readonly Database _database;
    private readonly TimeProvider _time;

    internal ExportTable(Database database, TimeProvider time)
    {
        _database = database;
        _time = time;
    }

    public ExportState? Of(DossierId dossier, string destination) => _database.First(
        "SELECT queued_package, queued_content, confirmed_package, confirmed_content FROM export WHERE dossier = ?1 AND destination = ?2",
        row => new ExportState(row.LongOrNull(0), row.DigestOrNull(1), row.LongOrNull(2), row.DigestOrNull(3)),
        dossier.Value, destination);

    /// <summary>Notes all contents of a sealed package as on their way; a package of scope test changes nothing.</summary>
    /// <exception cref="InvalidOperationException">A record of it is still on its way in an earlier package: its next update waits.</exception>
    public void QueueContents(long package, string destination)
    {
        var outstanding = _database.Count(
            """
            SELECT count(*) FROM package_content c JOIN export e ON e.dossier = c.dossier AND e.destination = ?2
            WHERE c.package = ?1 AND e.queued_package IS NOT NULL AND (SELECT scope FROM package WHERE id = ?1) <> ?3
            """,
            package, destination, (int)PackageScope.Test);
        if (outstanding > 0)
        {
            throw new InvalidOperationException($"{outstanding} records of package {package} are still on their way to {destination} in an earlier one.");
        }

        _database.Execute(
            """
            INSERT INTO export (dossier, destination, queued_package, queued_content)
            SELECT dossier, ?2, package, content FROM package_content WHERE package = ?1 AND (SELECT scope FROM package WHERE id = ?1) <> ?3
            ON CONFLICT (dossier, destination) DO UPDATE SET queued_package = excluded.queued_package, queued_content = excluded.queued_content
            """,
            package, destination, (int)PackageScope.Test);
    }

    /// <summary>The destination has what the package brought; what a delete took away, it has no more.</summary>
    public void Confirm(long package)
    {
        _database.Execute(
            """
            UPDATE export SET confirmed_package = NULL, confirmed_content = NULL, queued_package = NULL, queued_content = NULL
            WHERE queued_package = ?1 AND dossier IN (SELECT dossier FROM package_content WHERE package = ?1 AND operation = ?2)
            """,
            package, PackageContent.Delete);
        SettleDeletes(package);
        _database.Execute(
            """
            UPDATE export SET confirmed_package = queued_package, confirmed_content = queued_content, queued_package = NULL, queued_content = NULL
            WHERE queued_package = ?1
            """,
            package);
    }

    /// <summary>The destination does not have what the package would have brought; the records may be packaged again.</summary>
    public void ClearQueued(long package)
    {
        _database.Execute("UPDATE export SET queued_package = NULL, queued_content = NULL WHERE queued_package = ?1", package);
        _database.Execute("UPDATE retraction SET package = NULL WHERE package = ?1 AND settled_at IS NULL", package);
    }

    /// <summary>Whatever is on its way of one record no longer counts: its delete may follow at once, and a later answer to the package says nothing about it.</summary>
    public void Forget(DossierId dossier, string destination) => _database.Execute(
        "UPDATE export SET queued_package = NULL, queued_content = NULL WHERE dossier = ?1 AND destination = ?2", dossier.Value, destination);

    /// <summary>One record of a package was refused: it may be packaged again once it is mended, and the refusal shows on it.</summary>
    /// <returns>False when the package has no such record.</returns>
    public bool Refuse(long package, DossierId dossier, string destination, Finding finding)
    {
        _database.Execute(
            "UPDATE export SET queued_package = NULL, queued_content = NULL WHERE queued_package = ?1 AND dossier = ?2", package, dossier.Value);
        _database.Execute("UPDATE retraction SET package = NULL WHERE package = ?1 AND dossier = ?2 AND settled_at IS NULL", package, dossier.Value);
        return 0 < _database.Execute(
            """
            INSERT INTO refusal (dossier, destination, package, revision, finding, at)
            SELECT dossier, ?3, package, revision, ?4, ?5 FROM package_content WHERE package = ?1 AND dossier = ?2
            """,
            package, dossier.Value, destination, StoredJson.Write(finding), Columns.Text(_time.GetUtcNow()));
    }

    /// <summary>What a destination had against a record when it answered one package, whatever became of the record since.</summary>
    public IReadOnlyList<Finding> RefusalsIn(long package, DossierId dossier) => _database.Query(
        "SELECT finding FROM refusal WHERE package = ?1 AND dossier = ?2 ORDER BY id", row => StoredJson.Read<Finding>(row.Text(0)), package, dossier.Value);

    // A retraction whose delete was refused before is tracked on: Refuse has taken it off the package by now.
    private void SettleDeletes(long package) => _database.Execute(
        "UPDATE retraction SET settled_at = ?2 WHERE package = ?1 AND settled_at IS NULL", package, Columns.Text(_time.GetUtcNow()));

    /// <summary>Refusals of the state that a dossier is still in. They are history once it has a new revision, or a later package brought it there all the same.</summary>
    public IReadOnlyList<Refusal> OpenRefusals(DossierId dossier, string? destination) => _database.Query(
        """
        SELECT f.dossier, f.destination, f.package, f.revision, f.finding, f.at FROM refusal f
        JOIN dossier d ON d.id = f.dossier AND d.revision = f.revision
        WHERE f.dossier = ?1 AND (?2 IS NULL OR f.destination = ?2) AND NOT EXISTS (
          SELECT 1 FROM export e WHERE e.dossier = f.dossier AND e.destination = f.destination AND e.confirmed_package > f.package)
        ORDER BY f.id
        """,
        row => new Refusal(new DossierId(row.Long(0)), row.Text(1), row.Long(2), new RevisionId(row.Long(3)),
            StoredJson.Read<Finding>(row.Text(4)), row.Time(5)),
        dossier.Value, destination);

    /// <summary>How many records are refused and not mended yet, by destination; those without any are left out.</summary>
    public IReadOnlyDictionary<string, long> CountOpenRefusals() => _database.Query(
        """
        SELECT f.destination, count(DISTINCT f.dossier) FROM refusal f
        JOIN dossier d ON d.id = f.dossier AND d.revision = f.revision
        WHERE NOT EXISTS (
          SELECT 1 FROM export e WHERE e.dossier = f.dossier AND e.destination = f.destination AND e.confirmed_package > f.package)
        GROUP BY f.destination
        """,
        row => KeyValuePair.Create(row.Text(0), row.Long(1))).ToDictionary();
}

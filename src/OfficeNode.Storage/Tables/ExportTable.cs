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
        reader => new ExportState(reader.LongOrNull(0), reader.DigestOrNull(1), reader.LongOrNull(2), reader.DigestOrNull(3)),
        dossier.Value, destination);

    /// <summary>Notes all contents of a sealed package as on their way.</summary>
    public void QueueContents(long package, string destination) => _database.Execute(
        """
        INSERT INTO export (dossier, destination, queued_package, queued_content)
        SELECT dossier, ?2, package, content FROM package_content WHERE package = ?1
        ON CONFLICT (dossier, destination) DO UPDATE SET queued_package = excluded.queued_package, queued_content = excluded.queued_content
        """,
        package, destination);

    /// <summary>The destination has what the package brought.</summary>
    public void Confirm(long package) => _database.Execute(
        """
        UPDATE export SET confirmed_package = queued_package, confirmed_content = queued_content, queued_package = NULL, queued_content = NULL
        WHERE queued_package = ?1
        """,
        package);

    /// <summary>The destination does not have what the package would have brought; the records may be packaged again.</summary>
    public void ClearQueued(long package) => _database.Execute(
        "UPDATE export SET queued_package = NULL, queued_content = NULL WHERE queued_package = ?1", package);

    /// <summary>One record of a package was refused: it may be packaged again once it is mended, and the refusal shows on it.</summary>
    public void Refuse(long package, DossierId dossier, string destination, Finding finding)
    {
        _database.Execute(
            "UPDATE export SET queued_package = NULL, queued_content = NULL WHERE queued_package = ?1 AND dossier = ?2", package, dossier.Value);
        _database.Execute(
            """
            INSERT INTO refusal (dossier, destination, package, revision, finding, at)
            SELECT dossier, ?3, package, revision, ?4, ?5 FROM package_content WHERE package = ?1 AND dossier = ?2
            """,
            package, dossier.Value, destination, StoredJson.Write(finding), Columns.Text(_time.GetUtcNow()));
    }

    /// <summary>Refusals of the state that a dossier is still in: mending makes a new revision, and they are history.</summary>
    public IReadOnlyList<Refusal> OpenRefusals(DossierId dossier, string? destination) => _database.Query(
        """
        SELECT f.dossier, f.destination, f.package, f.revision, f.finding, f.at FROM refusal f
        JOIN dossier d ON d.id = f.dossier AND d.revision = f.revision
        WHERE f.dossier = ?1 AND (?2 IS NULL OR f.destination = ?2) ORDER BY f.id
        """,
        reader => new Refusal(new DossierId(reader.GetInt64(0)), reader.GetString(1), reader.GetInt64(2), new RevisionId(reader.GetInt64(3)),
            StoredJson.Read<Finding>(reader.GetString(4)), reader.Time(5)),
        dossier.Value, destination);
}

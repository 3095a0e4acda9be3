using OfficeNode.Core;
using OfficeNode.Core.Json;
using OfficeNode.Storage.Sqlite;

namespace OfficeNode.Storage.Tables;

/// <summary>Where a revision's data came from: an entry of an imported source.</summary>
public sealed record RevisionOrigin(long Source, long Item);

/// <summary>One stored state of a record.</summary>
public sealed record Revision
{
    public required RevisionId Id { get; init; }

    public required DossierId Dossier { get; init; }

    public required int Ordinal { get; init; }

    public required Record Record { get; init; }

    /// <summary>Of the canonical JSON as stored.</summary>
    public required Digest Digest { get; init; }

    public required string Author { get; init; }

    public required DateTimeOffset At { get; init; }

    public RevisionOrigin? Origin { get; init; }
}

/// <summary>The states of records. Rows are only ever added (I3).</summary>
public sealed class RevisionTable
{
    private const string Columns = "SELECT r.id, r.dossier, r.ordinal, r.json, r.digest, r.author, r.at, r.source, r.item FROM revision r";

    private readonly Database _database;
    private readonly TimeProvider _time;
    private readonly List<string> _written = [];

    internal RevisionTable(Database database, TimeProvider time)
    {
        _database = database;
        _time = time;
    }

    /// <summary>What this transaction wrote, for its audit entry.</summary>
    internal IReadOnlyList<string> Written => _written;

    public Revision Get(RevisionId id) => _database.First(Columns + " WHERE r.id = ?1", Read, id.Value)
        ?? throw new InvalidOperationException($"Revision {id} is not in the register.");

    public Revision? Current(DossierId dossier) => _database.First(
        Columns + " JOIN dossier d ON d.revision = r.id WHERE d.id = ?1", Read, dossier.Value);

    public IReadOnlyList<Revision> History(DossierId dossier) =>
        _database.Query(Columns + " WHERE r.dossier = ?1 ORDER BY r.ordinal", Read, dossier.Value);

    /// <summary>Digest and origin of the current revision, without reading the record: what an import compares.</summary>
    public (Digest Digest, RevisionOrigin? Origin)? CurrentDigest(DossierId dossier) => _database.First(
        "SELECT r.digest, r.source, r.item FROM revision r JOIN dossier d ON d.revision = r.id WHERE d.id = ?1",
        row => ((Digest, RevisionOrigin?)?)(row.Digest(0), OriginAt(row, 1)),
        dossier.Value);

    internal RevisionId Append(DossierId dossier, bool isFirst, byte[] json, string author, RevisionOrigin? origin)
    {
        var digest = Digest.Of(json);
        var ordinal = isFirst ? 1 : 1 + _database.Count("SELECT max(ordinal) FROM revision WHERE dossier = ?1", dossier.Value);
        var at = Sqlite.Columns.Text(_time.GetUtcNow());
        _written.Add(AuditTable.LineOf(dossier.Value, ordinal, digest, author, at));
        return new(_database.Insert(
            "INSERT INTO revision (dossier, ordinal, json, digest, author, at, source, item) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            dossier.Value, ordinal, json, digest.Value, author, at, origin?.Source, origin?.Item));
    }

    private static Revision Read(Row row) => new()
    {
        Id = new RevisionId(row.Long(0)),
        Dossier = new DossierId(row.Long(1)),
        Ordinal = row.Int(2),
        Record = RecordJson.Read(row.Bytes(3)),
        Digest = row.Digest(4),
        Author = row.Text(5),
        At = row.Time(6),
        Origin = OriginAt(row, 7),
    };

    private static RevisionOrigin? OriginAt(Row row, int column) =>
        row.LongOrNull(column) is { } source ? new RevisionOrigin(source, row.Long(column + 1)) : null;
}

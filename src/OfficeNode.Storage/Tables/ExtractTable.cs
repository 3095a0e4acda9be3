using OfficeNode.Core;
using OfficeNode.Storage.Sqlite;

namespace OfficeNode.Storage.Tables;

/// <summary>A certified state of a record, as it was signed.</summary>
public sealed record StoredExtract
{
    /// <summary>Counted from 1; people name it by this.</summary>
    public required long Id { get; init; }

    public required DossierId Dossier { get; init; }

    public required RevisionId Revision { get; init; }

    /// <summary>The JSON that the signature stands for.</summary>
    public required byte[] Content { get; init; }

    /// <summary>Of the content.</summary>
    public required Digest Digest { get; init; }

    /// <summary>CMS, detached (DER).</summary>
    public required byte[] Signature { get; init; }

    public required string Author { get; init; }

    public required DateTimeOffset At { get; init; }
}

/// <summary>The extracts that people certified. Rows are only ever added.</summary>
public sealed class ExtractTable
{
    private const string Columns = "SELECT id, dossier, revision, content, digest, signature, author, at FROM extract";

    private readonly Database _database;
    private readonly TimeProvider _time;

    internal ExtractTable(Database database, TimeProvider time)
    {
        _database = database;
        _time = time;
    }

    /// <summary>The number that the next extract gets: its content names it before it is kept, in one transaction.</summary>
    public long NextId => 1 + _database.Count("SELECT max(id) FROM extract");

    public StoredExtract? Find(long id) => _database.First(Columns + " WHERE id = ?1", Read, id);

    /// <summary>The extracts of a dossier, the last first.</summary>
    public IReadOnlyList<StoredExtract> Of(DossierId dossier) => _database.Query(Columns + " WHERE dossier = ?1 ORDER BY id DESC", Read, dossier.Value);

    /// <param name="id">As <see cref="NextId"/> said in this transaction.</param>
    public void Keep(long id, Revision revision, byte[] content, byte[] signature, string author) => _database.Execute(
        "INSERT INTO extract (id, dossier, revision, content, digest, signature, author, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        id, revision.Dossier.Value, revision.Id.Value, content, Digest.Of(content).Value, signature, author, Sqlite.Columns.Text(_time.GetUtcNow()));

    private static StoredExtract Read(Row row) => new()
    {
        Id = row.Long(0),
        Dossier = new DossierId(row.Long(1)),
        Revision = new RevisionId(row.Long(2)),
        Content = row.Bytes(3),
        Digest = row.Digest(4),
        Signature = row.Bytes(5),
        Author = row.Text(6),
        At = row.Time(7),
    };
}

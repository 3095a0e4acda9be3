using OfficeNode.Core;
using OfficeNode.Core.Keying;
using OfficeNode.Storage.Sqlite;

namespace OfficeNode.Storage.Tables;

/// <summary>The act by which an entry became a revision.</summary>
public sealed record Release
{
    public required EntryId Entry { get; init; }

    public required DossierId Dossier { get; init; }

    public required RevisionId Revision { get; init; }

    public required string Author { get; init; }

    public required DateTimeOffset At { get; init; }

    public required TextLevel Level { get; init; }

    /// <summary>Whether the one who keyed it released it, because the office has nobody else.</summary>
    public bool IsOwn { get; init; }

    /// <summary>The sample that stood for it; null where it was looked at itself.</summary>
    public long? Sample { get; init; }
}

/// <summary>What was released, by whom, and how often its text was looked at. Rows are only ever added.</summary>
public sealed class ReleaseTable
{
    private const string Columns = "SELECT entry, dossier, revision, author, at, level, own, sample FROM entry_release";

    private readonly Database _database;
    private readonly TimeProvider _time;

    internal ReleaseTable(Database database, TimeProvider time)
    {
        _database = database;
        _time = time;
    }

    /// <summary>Keeps a release.</summary>
    /// <param name="sample">The sample that stands for the entry; null where it was looked at itself.</param>
    public void Add(Entry entry, DossierId dossier, RevisionId revision, string author, TextLevel level, bool isOwn, long? sample) => _database.Execute(
        "INSERT INTO entry_release (entry, dossier, revision, author, at, level, own, sample) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        entry.Id.Number, dossier.Value, revision.Value, author, Sqlite.Columns.Text(_time.GetUtcNow()), (int)level, isOwn ? 1 : 0, sample);

    /// <summary>The releases of a dossier, in order.</summary>
    public IReadOnlyList<Release> Of(DossierId dossier) => _database.Query(Columns + " WHERE dossier = ?1 ORDER BY id", Read, dossier.Value);

    /// <summary>The release that made a revision; null where an import made it.</summary>
    public Release? Of(RevisionId revision) => _database.First(Columns + " WHERE revision = ?1 ORDER BY id", Read, revision.Value);

    /// <summary>How many entries were released since a time.</summary>
    public long CountSince(DateTimeOffset since) => _database.Count("SELECT count(*) FROM entry_release WHERE at >= ?1", Sqlite.Columns.Text(since));

    private static Release Read(Row row) => new()
    {
        Entry = new EntryId(row.Long(0)),
        Dossier = new DossierId(row.Long(1)),
        Revision = new RevisionId(row.Long(2)),
        Author = row.Text(3),
        At = row.Time(4),
        Level = (TextLevel)row.Int(5),
        IsOwn = row.Bool(6),
        Sample = row.LongOrNull(7),
    };
}

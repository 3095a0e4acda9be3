using OfficeNode.Core;
using OfficeNode.Storage.Sqlite;

namespace OfficeNode.Storage.Tables;

/// <summary>How far an import of one source has come.</summary>
/// <param name="Done">Ordinal of the last entry committed.</param>
/// <param name="Counts">JSON of what was counted up to there.</param>
public sealed record ImportRun(long Done, bool Finished, string Counts);

/// <summary>What an import had to say about one entry of a source.</summary>
/// <param name="Raw">The entry's text, for the file of rejects.</param>
public sealed record ImportNote(long Item, long? Line, bool Rejected, IReadOnlyList<Finding> Findings, string? Raw);

/// <summary>Imported documents, once by digest, and how far each import has come.</summary>
public sealed class SourceTable
{
    private readonly Database _database;
    private readonly TimeProvider _time;

    internal SourceTable(Database database, TimeProvider time)
    {
        _database = database;
        _time = time;
    }

    /// <summary>The id of a source with these bytes; it is entered when new.</summary>
    public long Enter(Digest digest, string extension, string name, long length) =>
        _database.First("SELECT id FROM source WHERE digest = ?1", row => (long?)row.Long(0), digest.Value)
        ?? _database.Insert(
            "INSERT INTO source (digest, extension, name, length, added_at) VALUES (?1, ?2, ?3, ?4, ?5)",
            digest.Value, extension, name, length, Columns.Text(_time.GetUtcNow()));

    public ImportRun? Run(long source, string mapping) => _database.First(
        "SELECT done, finished, counts FROM import_run WHERE source = ?1 AND mapping = ?2",
        row => new ImportRun(row.Long(0), row.Bool(1), row.Text(2)),
        source,
        mapping);

    public void SetRun(long source, string mapping, ImportRun run) => _database.Execute(
        """
        INSERT INTO import_run (source, mapping, done, finished, counts) VALUES (?1, ?2, ?3, ?4, ?5)
        ON CONFLICT (source, mapping) DO UPDATE SET done = excluded.done, finished = excluded.finished, counts = excluded.counts
        """,
        source, mapping, run.Done, run.Finished ? 1 : 0, run.Counts);

    /// <summary>Keeps what was said about an entry; said again, it replaces what was said before.</summary>
    public void Note(long source, string mapping, ImportNote note) => _database.Execute(
        """
        INSERT INTO import_note (source, mapping, item, line, rejected, findings, raw) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
        ON CONFLICT (source, mapping, item) DO UPDATE SET line = excluded.line, rejected = excluded.rejected, findings = excluded.findings, raw = excluded.raw
        """,
        source, mapping, note.Item, note.Line, note.Rejected ? 1 : 0, StoredJson.Write(note.Findings), note.Raw);

    /// <summary>Forgets an earlier run over the same source, because it is read anew from its beginning.</summary>
    public void ClearNotes(long source, string mapping) =>
        _database.Execute("DELETE FROM import_note WHERE source = ?1 AND mapping = ?2", source, mapping);

    /// <summary>Notes in the source's order, after a given entry: they may be as many as the source has entries.</summary>
    public IReadOnlyList<ImportNote> NotesAfter(long source, string mapping, long item, int count) => _database.Query(
        "SELECT item, line, rejected, findings, raw FROM import_note WHERE source = ?1 AND mapping = ?2 AND item > ?3 ORDER BY item LIMIT ?4",
        row => new ImportNote(row.Long(0), row.LongOrNull(1), row.Bool(2), StoredJson.Read<IReadOnlyList<Finding>>(row.Text(3)), row.TextOrNull(4)),
        source, mapping, item, count);
}

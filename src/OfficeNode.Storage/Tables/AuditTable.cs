using System.Text;
using OfficeNode.Core;
using OfficeNode.Storage.Sqlite;

namespace OfficeNode.Storage.Tables;

/// <summary>The audit log: one entry per transaction over the digests of the revisions it wrote, each entry chained to the one before.</summary>
public sealed class AuditTable
{
    private static readonly Digest Beginning = Digest.Of([]);
    private readonly Database _database;
    private readonly TimeProvider _time;

    internal AuditTable(Database database, TimeProvider time)
    {
        _database = database;
        _time = time;
    }

    /// <summary>The digest of the newest entry: signed into every manifest, so that the log cannot be rewritten behind a package that left.</summary>
    public Digest Head => _database.First("SELECT digest FROM audit ORDER BY id DESC LIMIT 1", reader => (Digest?)reader.Digest(0)) ?? Beginning;

    /// <summary>Recomputes the chain; the id of the first entry that does not fit, or null when all do.</summary>
    public long? FindBreak()
    {
        const int Step = 1000;
        var previous = Beginning;
        var last = 0L;
        while (true)
        {
            var entries = _database.Query(
                "SELECT id, at, author, action, detail, revisions, previous, digest FROM audit WHERE id > ?1 ORDER BY id LIMIT ?2",
                reader => (Id: reader.GetInt64(0), Text: new[] { reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetString(4), reader.GetString(5) },
                    Previous: reader.Digest(6), Digest: reader.Digest(7)),
                last,
                Step);
            foreach (var entry in entries)
            {
                if (entry.Id != last + 1 || entry.Previous != previous || entry.Digest != Chain(previous, entry.Text))
                {
                    return entry.Id;
                }

                previous = entry.Digest;
                last = entry.Id;
            }

            if (entries.Count < Step)
            {
                return null;
            }
        }
    }

    internal void Append(Deed deed, IReadOnlyList<Digest> written)
    {
        var previous = Head;
        var revisions = Digest.Of(Encoding.ASCII.GetBytes(string.Join('\n', written.Select(digest => digest.Value))));
        var at = Columns.Text(_time.GetUtcNow());
        string[] text = [at, deed.Author, deed.Action, deed.Detail, revisions.Value];
        _database.Execute(
            "INSERT INTO audit (at, author, action, detail, revisions, previous, digest) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            at, deed.Author, deed.Action, deed.Detail, revisions.Value, previous.Value, Chain(previous, text).Value);
    }

    // Lengths keep two entries with the same concatenation apart.
    private static Digest Chain(Digest previous, string[] text) => Digest.Of(Encoding.UTF8.GetBytes(
        previous.Value + string.Concat(text.Select(part => $"\n{part.Length}:{part}"))));
}

using System.Globalization;
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
    private readonly ClockTable _clock;

    internal AuditTable(Database database, TimeProvider time, ClockTable clock)
    {
        _database = database;
        _time = time;
        _clock = clock;
    }

    /// <summary>The digest of the newest entry: signed into every manifest, so that the log cannot be rewritten behind a package that left.</summary>
    public Digest Head => _database.First("SELECT digest FROM audit ORDER BY id DESC LIMIT 1", row => (Digest?)row.Digest(0)) ?? Beginning;

    /// <summary>
    /// Recomputes the chain and the digest of every revision it covers; the id of the first entry that does not fit what the register holds, or
    /// null when all do. Reads every stored record: minutes on a large register.
    /// </summary>
    public long? FindBreak()
    {
        const int Step = 1000;
        var previous = new Entry { Digest = Beginning.Value };
        while (true)
        {
            var entries = _database.Query(
                "SELECT id, at, author, action, detail, last_revision, revisions, previous, digest FROM audit WHERE id > ?1 ORDER BY id LIMIT ?2", Read, previous.Id, Step);
            foreach (var entry in entries)
            {
                if (!Follows(previous, entry))
                {
                    return previous.Id + 1;
                }

                previous = entry;
            }

            if (entries.Count < Step)
            {
                return IsWholeUpTo(previous) ? null : previous.Id + 1;
            }
        }
    }

    internal void Append(Deed deed, IReadOnlyList<string> written)
    {
        var now = _time.GetUtcNow();
        var entry = new Entry
        {
            At = Columns.Text(now),
            Author = deed.Author,
            Action = deed.Action,
            Detail = deed.Detail,
            LastRevision = _database.Count("SELECT max(id) FROM revision"),
            Revisions = Over(written),
            Previous = Head.Value,
        };
        _database.Execute(
            "INSERT INTO audit (at, author, action, detail, last_revision, revisions, previous, digest) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            entry.At, entry.Author, entry.Action, entry.Detail, entry.LastRevision, entry.Revisions, entry.Previous, entry.Chain());
        _clock.See(deed.Action, now);
    }

    /// <summary>What an entry says of a revision, from its row or while it is written.</summary>
    internal static string LineOf(long dossier, long ordinal, Digest json, string author, string at) =>
        string.Create(CultureInfo.InvariantCulture, $"{dossier} {ordinal} {json} {author} {at}");

    private bool Follows(Entry previous, Entry entry) => entry.Id == previous.Id + 1
        && entry.Previous == previous.Digest
        && entry.Digest == entry.Chain()
        && entry.Revisions == Over(_database.Query(
            "SELECT dossier, ordinal, json, author, at, digest FROM revision WHERE id > ?1 AND id <= ?2 ORDER BY id",
            row => Digest.Of(row.Bytes(2)) is var found && found.Value == row.Text(5) ? LineOf(row.Long(0), row.Long(1), found, row.Text(3), row.Text(4)) : "",
            previous.LastRevision, entry.LastRevision));

    // Entries cut off at the end leave the counter, the packages that carry their digests, and the revisions behind.
    private bool IsWholeUpTo(Entry last) =>
        _database.Count("SELECT seq FROM sqlite_sequence WHERE name = 'audit'") == last.Id
        && _database.Count("SELECT count(*) FROM revision WHERE id > ?1", last.LastRevision) == 0
        && _database.Count("SELECT count(*) FROM package WHERE audit_head IS NOT NULL AND audit_head NOT IN (SELECT digest FROM audit)") == 0;

    private static string Over(IEnumerable<string> lines) => Digest.Of(Encoding.UTF8.GetBytes(string.Join('\n', lines))).Value;

    private static Entry Read(Row row) => new()
    {
        Id = row.Long(0),
        At = row.Text(1),
        Author = row.Text(2),
        Action = row.Text(3),
        Detail = row.Text(4),
        LastRevision = row.Long(5),
        Revisions = row.Text(6),
        Previous = row.Text(7),
        Digest = row.Text(8),
    };

    // Digests are text here: a row that was tampered with may hold anything.
    private sealed record Entry
    {
        public long Id { get; init; }

        public string At { get; init; } = "";

        public string Author { get; init; } = "";

        public string Action { get; init; } = "";

        public string Detail { get; init; } = "";

        public long LastRevision { get; init; }

        public string Revisions { get; init; } = "";

        public string Previous { get; init; } = "";

        public string Digest { get; init; } = "";

        // Lengths keep two entries with the same concatenation apart.
        public string Chain() => Core.Digest.Of(Encoding.UTF8.GetBytes(string.Concat(
            new[] { Previous, At, Author, Action, Detail, LastRevision.ToString(CultureInfo.InvariantCulture), Revisions }.Select(part => $"{part.Length}:{part}\n")))).Value;
    }
}

using OfficeNode.Core;
using OfficeNode.Core.Batches;
using OfficeNode.Core.Keying;
using OfficeNode.Core.Ledgers;
using OfficeNode.Storage.Sqlite;

namespace OfficeNode.Storage.Tables;

/// <summary>An entry to be made: all but what the table gives.</summary>
public sealed record NewEntry
{
    public required Right Right { get; init; }

    public required string Author { get; init; }

    public BatchIdentity? Batch { get; init; }

    public DossierId? Dossier { get; init; }

    public RevisionId? Base { get; init; }

    /// <summary>As printed; null while nobody knows it.</summary>
    public string? Number { get; init; }

    public string? Applicant { get; init; }

    /// <summary>Whether a reception at the counter made it, before there were pages.</summary>
    public bool IsReceived { get; init; }

    /// <summary>The dossier as the separator sheet before its pages names it.</summary>
    public DossierName? Sheet { get; init; }

    /// <summary>The volume whose row it is.</summary>
    public VolumeId? Volume { get; init; }
}

/// <summary>Entries: what is being keyed, who holds it, and where it stands.</summary>
public sealed class EntryTable
{
    private const string Columns = """
        SELECT e.id, e.right, e.state, e.version, e.number, e.applicant, e.batch, e.draft, e.dossier, e.base, e.hurried, e.made_by, e.made_at,
          e.keyed_by, e.keyed_at, e.second_by, e.settled_by, e.remark, e.remark_by, e.level, e.claim_by, e.claimed_at, e.seen_at, e.volume, e.sheet, e.touched
        FROM entry e
        """;

    private readonly Database _database;
    private readonly TimeProvider _time;

    internal EntryTable(Database database, TimeProvider time)
    {
        _database = database;
        _time = time;
    }

    private string Now => Sqlite.Columns.Text(_time.GetUtcNow());

    public EntryId Make(NewEntry entry) => new(_database.Insert(
        """
        INSERT INTO entry (right, state, version, number, search_key, applicant, name_key, batch, draft, dossier, base, hurried, received, touched, texts, level, made_by, made_at, volume, sheet)
        VALUES (?1, 0, 1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, 0, ?10, 0, '', 0, ?11, ?12, ?13, ?14)
        """,
        (int)entry.Right, entry.Number, KeyOf(entry.Number), entry.Applicant, NameKey.Of(entry.Applicant ?? ""),
        entry.Batch?.Batch.Number, entry.Batch?.Draft, entry.Dossier?.Value, entry.Base?.Value, entry.IsReceived ? 1 : 0, entry.Author, Now, entry.Volume?.Number, entry.Sheet?.ToString()));

    public Entry? Get(EntryId id) => _database.First(Columns + " WHERE e.id = ?1", Read, id.Number);

    /// <summary>What can be keyed, in the order in which it is due: hurried entries, then those sent back, then the oldest. Rows of volumes are keyed with their folios first.</summary>
    /// <param name="states">The states in which something is to be keyed.</param>
    public IReadOnlyList<Entry> Due(IReadOnlyList<EntryState> states, int most) =>
        _database.Query(Columns + $" WHERE e.state IN ({List(states)}) AND (e.volume IS NULL OR e.state <> 0) ORDER BY e.hurried DESC, e.state = 4 DESC, e.id LIMIT ?1", Read, most);

    /// <summary>Entries in a state, the oldest first.</summary>
    public IReadOnlyList<Entry> In(EntryState state, int most) => _database.Query(
        Columns + " WHERE e.state = ?1 ORDER BY e.hurried DESC, e.id LIMIT ?2", Read, (int)state, most);

    public long CountIn(EntryState state) => _database.Count("SELECT count(*) FROM entry WHERE state = ?1", (int)state);

    /// <summary>The entries of a batch, by draft.</summary>
    public IReadOnlyList<Entry> OfBatch(BatchId batch) => _database.Query(Columns + " WHERE e.batch = ?1 ORDER BY e.draft", Read, batch.Number);

    /// <summary>The place of the next entry among the drafts of a batch, for rows of volumes, which come one by one.</summary>
    public int NextDraft(BatchId batch) => 1 + (int)_database.Count("SELECT coalesce(max(draft), 0) FROM entry WHERE batch = ?1", batch.Number);

    /// <summary>Whether a person keyed anything of a batch, or something of it went on.</summary>
    public bool IsTouched(BatchId batch) => _database.Count("SELECT EXISTS (SELECT 1 FROM entry WHERE batch = ?1 AND (touched = 1 OR state <> 0))", batch.Number) > 0;

    /// <summary>Entries of a batch in a state, after one: the way to walk through all of them without holding them.</summary>
    public IReadOnlyList<Entry> OfBatchAfter(BatchId batch, EntryState state, EntryId previous, int count) => _database.Query(
        Columns + " WHERE e.batch = ?1 AND e.state = ?2 AND e.id > ?3 ORDER BY e.id LIMIT ?4", Read, batch.Number, (int)state, previous.Number, count);

    /// <summary>How many entries of a batch are in a state.</summary>
    public long CountOfBatch(BatchId batch, EntryState state) =>
        _database.Count("SELECT count(*) FROM entry WHERE batch = ?1 AND state = ?2", batch.Number, (int)state);

    /// <summary>All entries of a batch in a state, in order.</summary>
    public IReadOnlyList<EntryId> IdsOfBatch(BatchId batch, EntryState state) => _database.Query(
        "SELECT id FROM entry WHERE batch = ?1 AND state = ?2 ORDER BY id", row => new EntryId(row.Long(0)), batch.Number, (int)state);

    /// <summary>Batches of which at least so many entries wait for release.</summary>
    public IReadOnlyList<(BatchId Batch, long Waiting)> WaitingByBatch(int least) => _database.Query(
        "SELECT batch, count(*) FROM entry WHERE state = 3 AND batch IS NOT NULL GROUP BY batch HAVING count(*) >= ?1 ORDER BY batch",
        row => (new BatchId(row.Long(0)), row.Long(1)),
        least);

    /// <summary>Entries of a dossier that are not released or dropped.</summary>
    public IReadOnlyList<Entry> OpenOf(DossierId dossier) => _database.Query(
        Columns + " WHERE e.dossier = ?1 AND e.state < 5 ORDER BY e.id", Read, dossier.Value);

    /// <summary>The entry that a reception made for a number, while it has no pages; null when there is none.</summary>
    public Entry? Received(Right right, string number) => _database.First(
        Columns + " WHERE e.search_key = ?1 AND e.number = ?2 AND e.right = ?3 AND e.received = 1 AND e.batch IS NULL AND e.state < 5 ORDER BY e.id",
        Read, KeyOf(number), number, (int)right);

    /// <summary>The entry that a reception made for a number, with its pages where they were scanned; null when there is none that is not released or dropped.</summary>
    public Entry? TakenIn(Right right, string number) => _database.First(
        Columns + " WHERE e.search_key = ?1 AND e.number = ?2 AND e.right = ?3 AND e.received = 1 AND e.state < 5 ORDER BY e.id",
        Read, KeyOf(number), number, (int)right);

    /// <summary>Entries of a right with a number, that are not released or dropped.</summary>
    public IReadOnlyList<Entry> OpenWith(Right right, string number) => _database.Query(
        Columns + " WHERE e.search_key = ?1 AND e.right = ?2 AND e.state < 5 ORDER BY e.id", Read, KeyOf(number), (int)right);

    /// <summary>Entries that are not released or dropped, whose number or applicant begins with a text in any spelling, the oldest first.</summary>
    public IReadOnlyList<Entry> Find(string text, int most)
    {
        var (number, name) = (KeyOf(text), NameKey.Of(text));
        if (number.Length == 0)
        {
            return [];
        }

        return _database.Query(
            Columns + " WHERE e.id IN (SELECT id FROM entry WHERE search_key >= ?1 AND search_key < ?2 UNION SELECT id FROM entry WHERE name_key >= ?3 AND name_key < ?4) AND e.state < 5 ORDER BY e.id LIMIT ?5",
            Read, number, After(number), name, After(name), most);
    }

    /// <summary>The entry of a right that a person said last was done; null when there is none.</summary>
    public EntryId? LastKeyed(string person, Right right) => _database.First(
        "SELECT id FROM entry WHERE keyed_by = ?1 AND right = ?2 ORDER BY keyed_at DESC, id DESC LIMIT 1", row => (EntryId?)new EntryId(row.Long(0)), person, (int)right);

    /// <summary>Lets somebody hold an entry from now on.</summary>
    public void Hold(EntryId id, string person) => _database.Execute(
        "UPDATE entry SET claim_by = ?2, claimed_at = ?3, seen_at = ?3 WHERE id = ?1", id.Number, person, Now);

    /// <summary>A sign of life of who holds an entry.</summary>
    public void See(EntryId id) => _database.Execute("UPDATE entry SET seen_at = ?2 WHERE id = ?1", id.Number, Now);

    /// <summary>Nobody holds an entry any more.</summary>
    public void LetGo(EntryId id) => _database.Execute("UPDATE entry SET claim_by = NULL, claimed_at = NULL, seen_at = NULL WHERE id = ?1", id.Number);

    /// <summary>A person changed something of an entry.</summary>
    public void Touch(EntryId id) => _database.Execute("UPDATE entry SET version = version + 1, touched = 1, seen_at = ?2 WHERE id = ?1", id.Number, Now);

    /// <summary>What an entry is known by, as its values say now.</summary>
    public void Name(EntryId id, string? number, string? applicant) => _database.Execute(
        "UPDATE entry SET number = ?2, search_key = ?3, applicant = ?4, name_key = ?5 WHERE id = ?1",
        id.Number, number, KeyOf(number), applicant, NameKey.Of(applicant ?? ""));

    public void SetRight(EntryId id, Right right) => _database.Execute("UPDATE entry SET right = ?2 WHERE id = ?1", id.Number, (int)right);

    public void SetHurried(EntryId id, bool hurried) => _database.Execute("UPDATE entry SET hurried = ?2 WHERE id = ?1", id.Number, hurried ? 1 : 0);

    /// <summary>Ties an entry to a dossier and the revision that its kept values come from.</summary>
    public void Bind(EntryId id, DossierId dossier, RevisionId revision) => _database.Execute(
        "UPDATE entry SET dossier = ?2, base = ?3, version = version + 1 WHERE id = ?1", id.Number, dossier.Value, revision.Value);

    /// <summary>Ties an entry that had no pages to a draft of a batch.</summary>
    public void Adopt(EntryId id, BatchIdentity batch, DossierName sheet) => _database.Execute(
        "UPDATE entry SET batch = ?2, draft = ?3, sheet = ?4, version = version + 1 WHERE id = ?1", id.Number, batch.Batch.Number, batch.Draft, sheet.ToString());

    /// <summary>The digest of the texts that the machine's values of an entry were taken from; empty before the first.</summary>
    public string TextsOf(EntryId id) => _database.First("SELECT texts FROM entry WHERE id = ?1", row => row.Text(0), id.Number) ?? "";

    public void SetTexts(EntryId id, string texts) => _database.Execute("UPDATE entry SET texts = ?2, version = version + 1 WHERE id = ?1", id.Number, texts);

    /// <summary>Moves an entry on; nobody holds it then.</summary>
    public void Move(EntryId id, EntryState state, TextLevel level)
    {
        _database.Execute("UPDATE entry SET state = ?2, level = ?3, version = version + 1 WHERE id = ?1", id.Number, (int)state, (int)level);
        LetGo(id);
    }

    /// <summary>Notes who said that an entry is done.</summary>
    public void SetKeyed(EntryId id, string person) => _database.Execute("UPDATE entry SET keyed_by = ?2, keyed_at = ?3 WHERE id = ?1", id.Number, person, Now);

    public void SetSecond(EntryId id, string person) => _database.Execute("UPDATE entry SET second_by = ?2 WHERE id = ?1", id.Number, person);

    public void SetSettled(EntryId id, string person) => _database.Execute("UPDATE entry SET settled_by = ?2 WHERE id = ?1", id.Number, person);

    /// <summary>What was said of an entry; null takes it away.</summary>
    public void SetRemark(EntryId id, string? remark, string person) => _database.Execute(
        "UPDATE entry SET remark = ?2, remark_by = ?3 WHERE id = ?1", id.Number, remark, remark is null ? null : person);

    /// <summary>Sends all entries of a batch that wait back, with a remark; how many there are.</summary>
    public int SendBack(BatchId batch, string remark, string person) => _database.Execute(
        """
        UPDATE entry SET state = 4, remark = ?2, remark_by = ?3, version = version + 1, claim_by = NULL, claimed_at = NULL, seen_at = NULL
        WHERE batch = ?1 AND state = 3
        """,
        batch.Number, remark, person);

    /// <summary>Takes the entries of a batch away, before anybody keyed anything of them; those that a reception made lose their pages only.</summary>
    internal void Remove(BatchId batch)
    {
        const string Own = "SELECT id FROM entry WHERE batch = ?1";
        _database.Execute($"DELETE FROM entry_crop WHERE entry IN ({Own})", batch.Number);
        _database.Execute($"DELETE FROM entry_page WHERE entry IN ({Own})", batch.Number);
        _database.Execute($"DELETE FROM entry_value WHERE entry IN ({Own} AND received = 0)", batch.Number);
        _database.Execute("DELETE FROM entry WHERE batch = ?1 AND received = 0", batch.Number);
        _database.Execute("UPDATE entry SET batch = NULL, draft = NULL, sheet = NULL, texts = '', version = version + 1 WHERE batch = ?1", batch.Number);
    }

    private static string KeyOf(string? number) => number is null ? "" : Number.Of(number).SearchKey;

    // The first text behind all that begin with this one: no letter stands behind the last code point.
    private static string After(string prefix) => prefix + "\U0010FFFF";

    private static string List(IReadOnlyList<EntryState> states) => string.Join(',', states.Select(state => (int)state));

    private static Entry Read(Row row) => new()
    {
        Id = new EntryId(row.Long(0)),
        Right = (Right)row.Int(1),
        State = (EntryState)row.Int(2),
        Version = row.Long(3),
        Number = row.TextOrNull(4),
        Applicant = row.TextOrNull(5),
        Batch = row.LongOrNull(6) is { } batch ? new BatchIdentity(new BatchId(batch), row.Int(7)) : null,
        Dossier = row.LongOrNull(8) is { } dossier ? new DossierId(dossier) : null,
        Base = row.LongOrNull(9) is { } revision ? new RevisionId(revision) : null,
        IsHurried = row.Bool(10),
        MadeBy = row.Text(11),
        Made = row.Time(12),
        KeyedBy = row.TextOrNull(13),
        Keyed = row.TimeOrNull(14),
        SecondBy = row.TextOrNull(15),
        SettledBy = row.TextOrNull(16),
        Remark = row.TextOrNull(17),
        RemarkBy = row.TextOrNull(18),
        Level = (TextLevel)row.Int(19),
        Claim = row.TextOrNull(20) is { } person ? new Claim(person, row.Time(21), row.Time(22)) : null,
        Volume = row.LongOrNull(23) is { } volume ? new VolumeId(volume) : null,
        Sheet = row.TextOrNull(24) is { } sheet ? DossierName.Parse(sheet).Value : null,
        IsTouched = row.Bool(25),
    };
}

using OfficeNode.Core.Batches;
using OfficeNode.Core.Keying;
using OfficeNode.Storage.Sqlite;

namespace OfficeNode.Storage.Tables;

/// <summary>How a sample stands. The numbers are kept.</summary>
public enum SampleState
{
    Open,
    Passed,
    Failed,
}

/// <summary>The entries of a back-file batch that are checked for all of them.</summary>
public sealed record Sample
{
    public required long Id { get; init; }

    public required BatchId Batch { get; init; }

    /// <summary>How many entries it was drawn from.</summary>
    public required int Of { get; init; }

    /// <summary>So many wrong ones among it are accepted.</summary>
    public required int Accepted { get; init; }

    /// <summary>What it was drawn by: the same seed over the same entries gives the same sample.</summary>
    public required int Seed { get; init; }

    public required string Author { get; init; }

    public required DateTimeOffset At { get; init; }

    public required SampleState State { get; init; }

    /// <summary>How many entries are in it.</summary>
    public required int Size { get; init; }

    /// <summary>How many of them were looked at.</summary>
    public required int Checked { get; init; }

    public required int Wrong { get; init; }
}

/// <summary>Samples of back-file batches and what was found in them.</summary>
public sealed class SampleTable
{
    private const string Columns = """
        SELECT s.id, s.batch, s.drawn_of, s.accepted, s.seed, s.author, s.at, s.state,
          (SELECT count(*) FROM sample_entry e WHERE e.sample = s.id),
          (SELECT count(*) FROM sample_entry e WHERE e.sample = s.id AND e.is_wrong IS NOT NULL),
          (SELECT count(*) FROM sample_entry e WHERE e.sample = s.id AND e.is_wrong = 1)
        FROM sample s
        """;

    private readonly Database _database;
    private readonly TimeProvider _time;

    internal SampleTable(Database database, TimeProvider time)
    {
        _database = database;
        _time = time;
    }

    private string Now => Sqlite.Columns.Text(_time.GetUtcNow());

    /// <summary>Keeps a sample as drawn.</summary>
    public long Draw(BatchId batch, IReadOnlyList<EntryId> entries, int of, int accepted, int seed, string author)
    {
        var id = _database.Insert(
            "INSERT INTO sample (batch, drawn_of, accepted, seed, author, at, state) VALUES (?1, ?2, ?3, ?4, ?5, ?6, 0)",
            batch.Number, of, accepted, seed, author, Now);
        foreach (var entry in entries)
        {
            _database.Execute("INSERT INTO sample_entry (sample, entry) VALUES (?1, ?2)", id, entry.Number);
        }

        return id;
    }

    public Sample? Get(long id) => _database.First(Columns + " WHERE s.id = ?1", Read, id);

    /// <summary>The samples of a batch, the newest first.</summary>
    public IReadOnlyList<Sample> Of(BatchId batch) => _database.Query(Columns + " WHERE s.batch = ?1 ORDER BY s.id DESC", Read, batch.Number);

    /// <summary>Samples that are being checked, and those that passed while entries of their batch still wait.</summary>
    public IReadOnlyList<Sample> Open() => _database.Query(
        Columns + " WHERE s.state = 0 OR (s.state = 1 AND EXISTS (SELECT 1 FROM entry e WHERE e.batch = s.batch AND e.state = 3)) ORDER BY s.id", Read);

    /// <summary>The sample under way that an entry is in; null when there is none.</summary>
    public Sample? OpenWith(EntryId entry) => _database.First(
        Columns + " JOIN sample_entry x ON x.sample = s.id WHERE x.entry = ?1 AND s.state = 0", Read, entry.Number);

    /// <summary>The entries of a sample that nobody looked at yet.</summary>
    public IReadOnlyList<EntryId> Unchecked(long sample) => _database.Query(
        "SELECT entry FROM sample_entry WHERE sample = ?1 AND is_wrong IS NULL ORDER BY entry", row => new EntryId(row.Long(0)), sample);

    /// <summary>What was found of one entry.</summary>
    public void Judge(long sample, EntryId entry, bool isWrong, string person) => _database.Execute(
        "UPDATE sample_entry SET is_wrong = ?3, checked_by = ?4, checked_at = ?5 WHERE sample = ?1 AND entry = ?2",
        sample, entry.Number, isWrong ? 1 : 0, person, Now);

    public void End(long sample, SampleState state) => _database.Execute("UPDATE sample SET state = ?2, ended_at = ?3 WHERE id = ?1", sample, (int)state, Now);

    private static Sample Read(Row row) => new()
    {
        Id = row.Long(0),
        Batch = new BatchId(row.Long(1)),
        Of = row.Int(2),
        Accepted = row.Int(3),
        Seed = row.Int(4),
        Author = row.Text(5),
        At = row.Time(6),
        State = (SampleState)row.Int(7),
        Size = row.Int(8),
        Checked = row.Int(9),
        Wrong = row.Int(10),
    };
}

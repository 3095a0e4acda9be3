using OfficeNode.Core.Keying;
using OfficeNode.Storage.Sqlite;

namespace OfficeNode.Storage.Tables;

/// <summary>A value that the node spoiled on purpose when an entry was shown for release.</summary>
/// <param name="Noticed">Null until the entry was released or sent back.</param>
public sealed record SeededValue(EntryId Entry, string Path, int Item, string Spoiled, bool? Noticed);

/// <summary>What tells how accurate keying and checking are: agreements of double keying, and values spoiled on purpose.</summary>
public sealed class AccuracyTable
{
    private readonly Database _database;
    private readonly TimeProvider _time;

    internal AccuracyTable(Database database, TimeProvider time)
    {
        _database = database;
        _time = time;
    }

    private string Now => Columns.Text(_time.GetUtcNow());

    /// <summary>Notes whether two people keyed the same.</summary>
    public void Note(EntryId entry, string path, int item, bool agreed) => _database.Execute(
        "INSERT INTO agreement (entry, path, item, agreed, at) VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT (entry, path, item) DO UPDATE SET agreed = excluded.agreed, at = excluded.at",
        entry.Number, path, item, agreed ? 1 : 0, Now);

    /// <summary>How many fields two people keyed differently, of how many, since a time.</summary>
    public AccuracyEstimate Differences(DateTimeOffset since) => Estimate("SELECT coalesce(sum(agreed = 0), 0), count(*) FROM agreement WHERE at >= ?1", since);

    /// <summary>How many of the values spoiled on purpose were noticed, of how many that were shown, since a time.</summary>
    public AccuracyEstimate Noticed(DateTimeOffset since) => Estimate("SELECT coalesce(sum(noticed), 0), count(noticed) FROM seed WHERE at >= ?1", since);

    /// <summary>How many entries of samples were wrong, of how many, since a time.</summary>
    public AccuracyEstimate SampledWrong(DateTimeOffset since) =>
        Estimate("SELECT coalesce(sum(is_wrong), 0), count(is_wrong) FROM sample_entry WHERE checked_at >= ?1", since);

    public void Spoil(EntryId entry, string path, int item, string spoiled) => _database.Execute(
        "INSERT INTO seed (entry, path, item, spoiled, at) VALUES (?1, ?2, ?3, ?4, ?5)", entry.Number, path, item, spoiled, Now);

    /// <summary>The value of an entry that was spoiled; null when none was.</summary>
    public SeededValue? SpoiledOf(EntryId entry) => _database.First(
        "SELECT entry, path, item, spoiled, noticed FROM seed WHERE entry = ?1",
        row => new SeededValue(new EntryId(row.Long(0)), row.Text(1), row.Int(2), row.Text(3), row.LongOrNull(4) is { } noticed ? noticed != 0 : null),
        entry.Number);

    public void SetNoticed(EntryId entry, bool noticed) => _database.Execute("UPDATE seed SET noticed = ?2 WHERE entry = ?1", entry.Number, noticed ? 1 : 0);

    private AccuracyEstimate Estimate(string sql, DateTimeOffset since) =>
        _database.First(sql, row => new AccuracyEstimate(row.Long(0), row.Long(1)), Columns.Text(since));
}

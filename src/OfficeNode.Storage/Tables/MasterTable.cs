using OfficeNode.Core;
using OfficeNode.Storage.Sqlite;

namespace OfficeNode.Storage.Tables;

/// <summary>An image made of one frame of a master for a profile.</summary>
public sealed record Derivative
{
    public required Digest Master { get; init; }

    public required int Frame { get; init; }

    /// <summary>Name and version of the conversion.</summary>
    public required string Profile { get; init; }

    public required Digest Digest { get; init; }

    public required string Extension { get; init; }

    public required long Length { get; init; }

    public required uint Crc32 { get; init; }

    public required ImageFacts Facts { get; init; }
}

/// <summary>The masters that exist and the images made of them.</summary>
public sealed class MasterTable
{
    private readonly Database _database;
    private readonly TimeProvider _time;

    internal MasterTable(Database database, TimeProvider time)
    {
        _database = database;
        _time = time;
    }

    public Master? Get(Digest digest) => _database.First(
        "SELECT digest, extension, length, crc32 FROM master WHERE digest = ?1", row => ReadMaster(row, 0), digest.Value);

    /// <summary>Enters a master whose file is durable already (I2); an earlier entry is kept. Where that was damaged, the file just made good takes its place.</summary>
    public void Enter(Master master) => _database.Execute(
        """
        INSERT INTO master (digest, extension, length, crc32, added_at) VALUES (?1, ?2, ?3, ?4, ?5)
        ON CONFLICT (digest) DO UPDATE SET extension = excluded.extension, damaged_at = NULL WHERE damaged_at IS NOT NULL
        """,
        master.Digest.Value, master.Extension, master.Length, (long)master.Crc32, Columns.Text(_time.GetUtcNow()));

    /// <summary>Marks a master whose bytes were found to differ; its pages are to be scanned again.</summary>
    public void MarkDamaged(Digest digest) => _database.Execute(
        "UPDATE master SET damaged_at = ?2 WHERE digest = ?1 AND damaged_at IS NULL", digest.Value, Columns.Text(_time.GetUtcNow()));

    /// <summary>Masters in the order of their digests, after a given one: the way to check all of them.</summary>
    public IReadOnlyList<Master> After(string previous, int count) => _database.Query(
        "SELECT digest, extension, length, crc32 FROM master WHERE digest > ?1 ORDER BY digest LIMIT ?2", row => ReadMaster(row, 0), previous, count);

    /// <summary>The masters entered last: those whose files a stop may have taken back (I2). Counted, not dated, because clocks are wrong.</summary>
    public IReadOnlyList<Master> Newest(int count) => _database.Query(
        "SELECT digest, extension, length, crc32 FROM master ORDER BY added_at DESC, digest LIMIT ?1", row => ReadMaster(row, 0), count);

    /// <summary>Damaged masters in the order of their digests, after a given one.</summary>
    public IReadOnlyList<Master> DamagedAfter(string previous, int count) => _database.Query(
        "SELECT digest, extension, length, crc32 FROM master WHERE damaged_at IS NOT NULL AND digest > ?1 ORDER BY digest LIMIT ?2",
        row => ReadMaster(row, 0), previous, count);

    public long CountDamaged() => _database.Count("SELECT count(*) FROM master WHERE damaged_at IS NOT NULL");

    public Derivative? Derivative(Digest master, int frame, string profile) => _database.First(
        "SELECT master, frame, profile, digest, extension, length, crc32, facts FROM derivative WHERE master = ?1 AND frame = ?2 AND profile = ?3",
        ReadDerivative,
        master.Value, frame, profile);

    public void Enter(Derivative derivative) => _database.Execute(
        """
        INSERT INTO derivative (master, frame, profile, digest, extension, length, crc32, facts) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
        ON CONFLICT (master, frame, profile) DO UPDATE SET digest = excluded.digest, extension = excluded.extension,
          length = excluded.length, crc32 = excluded.crc32, facts = excluded.facts
        """,
        derivative.Master.Value, derivative.Frame, derivative.Profile, derivative.Digest.Value, derivative.Extension,
        derivative.Length, (long)derivative.Crc32, StoredJson.Write(derivative.Facts));

    internal static Master ReadMaster(Row row, int column) => new()
    {
        Digest = row.Digest(column),
        Extension = row.Text(column + 1),
        Length = row.Long(column + 2),
        Crc32 = (uint)row.Long(column + 3),
    };

    private static Derivative ReadDerivative(Row row) => new()
    {
        Master = row.Digest(0),
        Frame = row.Int(1),
        Profile = row.Text(2),
        Digest = row.Digest(3),
        Extension = row.Text(4),
        Length = row.Long(5),
        Crc32 = (uint)row.Long(6),
        Facts = StoredJson.Read<ImageFacts>(row.Text(7)),
    };
}

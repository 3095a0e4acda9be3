using OfficeNode.Core;
using OfficeNode.Storage.Sqlite;

namespace OfficeNode.Storage.Tables;

/// <summary>What the desk said to a package as a whole. The numbers are stored.</summary>
public enum ArrivalOutcome
{
    Accepted = 0,
    Partly = 1,
    Refused = 2,
}

/// <summary>A package that came to the desk and was looked at, once and for all.</summary>
public sealed record Arrival
{
    public required PackageName Package { get; init; }

    /// <summary>Of the ZIP.</summary>
    public required Digest Digest { get; init; }

    /// <summary>Of the ZIP, in bytes.</summary>
    public required long Length { get; init; }

    /// <summary>When the file was last written to, as the file system says.</summary>
    public required DateTimeOffset WrittenAt { get; init; }

    /// <summary>Fingerprint of the signer's certificate; null when no signature fitted.</summary>
    public Digest? Sender { get; init; }

    /// <summary>The office that the manifest names; null when there is no manifest to be believed.</summary>
    public string? Office { get; init; }

    public required ArrivalOutcome Outcome { get; init; }

    /// <summary>Whether the receipt of this name is about these bytes; false for a name that was used twice.</summary>
    public required bool IsAnswered { get; init; }

    /// <summary>Records taken in.</summary>
    public required long Accepted { get; init; }

    /// <summary>Records refused one by one; 0 when the package was refused as a whole.</summary>
    public required long Refused { get; init; }

    public required DateTimeOffset TakenAt { get; init; }

    /// <summary>Whether a file of this name is, by length and time, the one looked at: its bytes need not be read again.</summary>
    public bool IsFile(long length, DateTimeOffset writtenAt) => length == Length && Columns.Text(writtenAt) == Columns.Text(WrittenAt);
}

/// <summary>What came to the desk, by package name and bytes.</summary>
public sealed class ArrivalTable
{
    private readonly Database _database;

    internal ArrivalTable(Database database) => _database = database;

    /// <summary>All that came under a name, the first one first; more than one when a name was used twice.</summary>
    public IReadOnlyList<Arrival> Of(PackageName package) => _database.Query(
        """
        SELECT package, digest, length, written_at, sender, office, outcome, answered, accepted, refused, taken_at
        FROM arrival WHERE package = ?1 ORDER BY id
        """,
        Read,
        package.Value);

    /// <summary>Notes what came and what was answered.</summary>
    public void Enter(Arrival arrival) => _database.Execute(
        """
        INSERT INTO arrival (package, digest, length, written_at, sender, office, outcome, answered, accepted, refused, taken_at)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
        """,
        arrival.Package.Value, arrival.Digest.Value, arrival.Length, Columns.Text(arrival.WrittenAt), arrival.Sender?.Value, arrival.Office,
        (int)arrival.Outcome, arrival.IsAnswered ? 1 : 0, arrival.Accepted, arrival.Refused, Columns.Text(arrival.TakenAt));

    /// <summary>The same bytes lie there with another time: they were copied again.</summary>
    public void Touch(PackageName package, Digest digest, DateTimeOffset writtenAt) => _database.Execute(
        "UPDATE arrival SET written_at = ?3 WHERE package = ?1 AND digest = ?2", package.Value, digest.Value, Columns.Text(writtenAt));

    private static Arrival Read(Row row) => new()
    {
        Package = PackageName.Parse(row.Text(0)).Value,
        Digest = row.Digest(1),
        Length = row.Long(2),
        WrittenAt = row.Time(3),
        Sender = row.DigestOrNull(4),
        Office = row.TextOrNull(5),
        Outcome = (ArrivalOutcome)row.Int(6),
        IsAnswered = row.Bool(7),
        Accepted = row.Long(8),
        Refused = row.Long(9),
        TakenAt = row.Time(10),
    };
}

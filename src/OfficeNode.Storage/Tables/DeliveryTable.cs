using OfficeNode.Core;
using OfficeNode.Storage.Sqlite;

namespace OfficeNode.Storage.Tables;

/// <summary>Where a package stands on its way. <c>Sent</c> is no state: bytes under way are a <see cref="Waiting"/> delivery with bytes sent.</summary>
public enum DeliveryState
{
    /// <summary>In the outbox: nothing, or not yet all, has arrived.</summary>
    Waiting,

    /// <summary>The transport proved that it lies whole under its final name (I7).</summary>
    Delivered,

    /// <summary>The destination answered, in its own kind of acknowledgement.</summary>
    Accepted,

    /// <summary>The destination answered that it does not take the package, or the node may not send it.</summary>
    Refused,

    /// <summary>Stopped by a person.</summary>
    Stopped,
}

/// <summary>What the transport saw of a delivered package (I7).</summary>
public sealed record DeliveryProof
{
    /// <summary><c>length and tail</c> or <c>digest</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Bytes under the final name.</summary>
    public required long Length { get; init; }

    public required string Place { get; init; }
}

/// <summary>One package on its way.</summary>
public sealed record Delivery
{
    public required PackageRow Package { get; init; }

    public required DeliveryState State { get; init; }

    public required DateTimeOffset Since { get; init; }

    /// <summary>Why it waits, was refused or stopped.</summary>
    public Finding? Reason { get; init; }

    public required int Attempts { get; init; }

    public DateTimeOffset? NextTry { get; init; }

    public required long BytesSent { get; init; }

    public required long BytesResent { get; init; }

    public DeliveryProof? Proof { get; init; }
}

/// <summary>The packages of one destination in one state, together.</summary>
/// <param name="Since">Since when the one that came first is in it.</param>
/// <param name="Last">The package whose name was taken last.</param>
public sealed record DeliverySum(string Destination, DeliveryState State, long Count, long Bytes, DateTimeOffset Since, long Last);

/// <summary>The outbox and what became of what left it.</summary>
public sealed class DeliveryTable
{
    private const string Columns = """
        SELECT package, state, since, reason, attempts, next_try, bytes_sent, bytes_resent, proof FROM delivery
        """;

    private readonly Database _database;
    private readonly TimeProvider _time;
    private readonly PackageTable _packages;

    internal DeliveryTable(Database database, TimeProvider time)
    {
        _database = database;
        _time = time;
        _packages = new PackageTable(database, time);
    }

    private string Now => Sqlite.Columns.Text(_time.GetUtcNow());

    /// <summary>Puts a sealed package into the outbox; once.</summary>
    public void Queue(long package) => _database.Execute(
        "INSERT INTO delivery (package, state, since, attempts, bytes_sent, bytes_resent) VALUES (?1, 0, ?2, 0, 0, 0)", package, Now);

    public Delivery? Of(long package) => _database.First(Columns + " WHERE package = ?1", Read, package);

    public IReadOnlyList<Delivery> InState(DeliveryState state) =>
        _database.Query(Columns + " WHERE state = ?1 ORDER BY package", Read, (int)state);

    /// <summary>Deliveries before a given package, the newest first.</summary>
    /// <param name="destination">Null for all.</param>
    /// <param name="state">Null for all.</param>
    public IReadOnlyList<Delivery> Newest(string? destination, DeliveryState? state, long before, int count) => _database.Query(
        Columns + """
         WHERE package < ?1 AND (?2 IS NULL OR state = ?2) AND (?3 IS NULL OR (SELECT destination FROM package WHERE id = package) = ?3)
        ORDER BY package DESC LIMIT ?4
        """,
        Read,
        before, (long?)(int?)state, destination, count);

    public IReadOnlyList<Delivery> All() => _database.Query(Columns + " ORDER BY package", Read);

    /// <summary>All deliveries, added up by destination and state: some 25 ms for the packages of twenty years.</summary>
    public IReadOnlyList<DeliverySum> Sums() => _database.Query(
        """
        SELECT p.destination, d.state, count(*), coalesce(sum(p.length), 0), min(d.since), max(p.id)
        FROM package p JOIN delivery d ON d.package = p.id GROUP BY p.destination, d.state
        """,
        row => new DeliverySum(row.Text(0), (DeliveryState)row.Int(1), row.Long(2), row.Long(3), row.Time(4), row.Long(5)));

    /// <summary>What a person wants to see of the outbox at once, in the order of packages: all that waits, the newest, and those asked for.</summary>
    /// <param name="asked">Keys of packages.</param>
    public IReadOnlyList<Delivery> Current(int newest, IReadOnlyCollection<long> asked) => _database.Query(
        Columns + """
         WHERE package IN (SELECT package FROM delivery WHERE state = 0)
            OR package IN (SELECT package FROM delivery ORDER BY package DESC LIMIT ?1)
            OR package IN (SELECT value FROM json_each(?2))
        ORDER BY package
        """,
        Read,
        newest, $"[{string.Join(',', asked)}]");

    /// <summary>Notes an attempt that did not end in delivery; false when the package does not wait any more.</summary>
    public bool NoteAttempt(long package, Finding reason, DateTimeOffset? nextTry, long sent, long resent) => 1 == _database.Execute(
        "UPDATE delivery SET attempts = attempts + 1, reason = ?2, next_try = ?3, bytes_sent = bytes_sent + ?4, bytes_resent = bytes_resent + ?5 WHERE package = ?1 AND state = 0",
        package, StoredJson.Write(reason), nextTry is { } time ? Sqlite.Columns.Text(time) : null, sent, resent);

    /// <summary>Notes that the package lies whole at its destination (I7); false when that is known already, or it was answered.</summary>
    /// <remarks>A package that was stopped while its last bytes travelled lies there all the same: that is never denied.</remarks>
    public bool MarkDelivered(long package, DeliveryProof proof, long sent, long resent) => 1 == _database.Execute(
        "UPDATE delivery SET state = 1, since = ?2, delivered_at = ?2, reason = NULL, next_try = NULL, attempts = attempts + 1, proof = ?3, bytes_sent = bytes_sent + ?4, bytes_resent = bytes_resent + ?5 WHERE package = ?1 AND state IN (0, 4)",
        package, Now, StoredJson.Write(proof), sent, resent);

    /// <summary>Keeps a waiting package back; false when it does not wait any more. Its records stay on their way, until it goes on.</summary>
    public bool Stop(long package, Finding reason) => 1 == _database.Execute(
        "UPDATE delivery SET state = 4, since = ?2, reason = ?3, next_try = NULL WHERE package = ?1 AND state = 0", package, Now, StoredJson.Write(reason));

    /// <summary>Lets a stopped package wait for the line again; false when it is not stopped.</summary>
    public bool GoOn(long package) => 1 == _database.Execute(
        "UPDATE delivery SET state = 0, since = ?2, reason = NULL WHERE package = ?1 AND state = 4", package, Now);

    /// <summary>Something that differs whenever any package has moved on.</summary>
    public string Mark() => _database.First(
        "SELECT count(*) || ' ' || coalesce(sum(state + 1), 0) || ' ' || coalesce(max(since), '') FROM delivery", row => row.Text(0)) ?? "";

    /// <summary>Notes the end of a package's way: accepted, refused or stopped. False when it has an end already, which then stands: what follows from it has happened.</summary>
    public bool MarkAnswered(long package, DeliveryState answer, Finding? reason)
    {
        if (answer is DeliveryState.Waiting or DeliveryState.Delivered)
        {
            throw new ArgumentOutOfRangeException(nameof(answer), answer, "An answer is accepted, refused or stopped.");
        }

        return 1 == _database.Execute(
            "UPDATE delivery SET state = ?2, since = ?3, answered_at = ?3, reason = ?4, next_try = NULL WHERE package = ?1 AND state IN (0, 1)",
            package, (int)answer, Now, reason is null ? null : StoredJson.Write(reason));
    }

    /// <summary>Keeps a verified receipt with its signature; the first one stays.</summary>
    public void KeepReceipt(long package, byte[] content, byte[] signature) => _database.Execute(
        "INSERT INTO receipt (package, content, signature, at) VALUES (?1, ?2, ?3, ?4) ON CONFLICT (package) DO NOTHING", package, content, signature, Now);

    public bool HasReceipt(long package) => _database.Count("SELECT count(*) FROM receipt WHERE package = ?1", package) > 0;

    private Delivery Read(Row row) => new()
    {
        Package = _packages.Get(row.Long(0)),
        State = (DeliveryState)row.Int(1),
        Since = row.Time(2),
        Reason = row.TextOrNull(3) is { } reason ? StoredJson.Read<Finding>(reason) : null,
        Attempts = row.Int(4),
        NextTry = row.TimeOrNull(5),
        BytesSent = row.Long(6),
        BytesResent = row.Long(7),
        Proof = row.TextOrNull(8) is { } proof ? StoredJson.Read<DeliveryProof>(proof) : null,
    };
}

using OfficeNode.Core;
using OfficeNode.Storage.Sqlite;

namespace OfficeNode.Storage.Tables;

/// <summary>How far a package's making has come.</summary>
public enum PackageState
{
    /// <summary>Its name and sequence are taken; nothing under its name exists yet.</summary>
    Reserved,

    /// <summary>Built, durable, immutable.</summary>
    Sealed,

    /// <summary>Given up; its number stays visible as a gap.</summary>
    Abandoned,
}

/// <summary>A row of the package list.</summary>
public sealed record PackageRow
{
    public required long Id { get; init; }

    public required PackageName Name { get; init; }

    public required string Destination { get; init; }

    public required PackageScope Scope { get; init; }

    public required PackageState State { get; init; }

    /// <summary>JSON snapshot of the destination's profile when the name was taken: a rebuild needs nothing else.</summary>
    public required string Profile { get; init; }

    public required DateTimeOffset ReservedAt { get; init; }

    /// <summary>Head of the audit log that the manifest carries.</summary>
    public Digest? AuditHead { get; init; }

    /// <summary>Bytes of the ZIP file; with the following, null until sealed.</summary>
    public long? Length { get; init; }

    public Digest? Digest { get; init; }

    public long? Members { get; init; }

    public long? Records { get; init; }
}

/// <summary>One page as a package holds it: enough to write it again.</summary>
public sealed record PackagedPage
{
    public required DocumentCode Document { get; init; }

    public required int Sequence { get; init; }

    public required Digest Master { get; init; }

    public required int Frame { get; init; }

    /// <summary>As <see cref="Page.Turns"/>.</summary>
    public int Turns { get; init; }

    public int? DesignNumber { get; init; }

    /// <summary>Name and version of the conversion; null when the master itself was taken.</summary>
    public string? Profile { get; init; }

    /// <summary>Path of the image inside the package.</summary>
    public required string Path { get; init; }
}

/// <summary>One record as a package holds it.</summary>
public sealed record PackageContent
{
    /// <summary>The <see cref="Operation"/> that takes a record away from the destination.</summary>
    public const int Delete = 2;

    public required int Ordinal { get; init; }

    public required DossierId Dossier { get; init; }

    public required RevisionId Revision { get; init; }

    /// <summary>0 insert, 1 update, 2 delete.</summary>
    public required int Operation { get; init; }

    /// <summary>The dossier's ordinal among its twins when it was packaged.</summary>
    public required int Twin { get; init; }

    /// <summary>Digest of what was exported: record, pages and opened types.</summary>
    public required Digest Content { get; init; }

    public required IReadOnlyList<DocumentCode> Opened { get; init; }

    public required IReadOnlyList<PackagedPage> Pages { get; init; }
}

/// <summary>Packages with their names, contents and seals (I6).</summary>
public sealed class PackageTable
{
    private const string Columns = """
        SELECT id, name, destination, scope, state, profile, reserved_at, audit_head, length, digest, members, records FROM package
        """;

    private readonly Database _database;
    private readonly TimeProvider _time;

    internal PackageTable(Database database, TimeProvider time)
    {
        _database = database;
        _time = time;
    }

    /// <summary>The next number of a destination; gaps of packages given up stay.</summary>
    public long NextSequence(string destination) =>
        1 + _database.Count("SELECT max(sequence) FROM package WHERE destination = ?1", destination);

    /// <summary>Takes a name and number before anything is built under it (I6), with the head of the audit log as of now.</summary>
    public long Reserve(PackageName name, string destination, PackageScope scope, long sequence, string profile) => _database.Insert(
        "INSERT INTO package (name, destination, scope, sequence, state, profile, reserved_at, audit_head) VALUES (?1, ?2, ?3, ?4, 0, ?5, ?6, (SELECT digest FROM audit ORDER BY id DESC LIMIT 1))",
        name.Value, destination, (int)scope, sequence, profile, Sqlite.Columns.Text(_time.GetUtcNow()));

    public PackageRow? Find(PackageName name) => _database.First(Columns + " WHERE name = ?1", Read, name.Value);

    public PackageRow Get(long id) => _database.First(Columns + " WHERE id = ?1", Read, id)
        ?? throw new InvalidOperationException($"Package {id} is not in the register.");

    /// <summary>All packages in the order their names were taken.</summary>
    public IReadOnlyList<PackageRow> All() => _database.Query(Columns + " ORDER BY id", Read);

    public IReadOnlyList<PackageRow> InState(PackageState state) => _database.Query(Columns + " WHERE state = ?1 ORDER BY id", Read, (int)state);

    /// <summary>Lists one record of a package that is being built; each dossier once.</summary>
    public void AddContent(long package, PackageContent content)
    {
        RequireReserved(package);
        _database.Execute(
            "INSERT INTO package_content (package, ordinal, dossier, revision, operation, twin, content, opened, pages) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
            package, content.Ordinal, content.Dossier.Value, content.Revision.Value, content.Operation, content.Twin, content.Content.Value,
            StoredJson.Write(content.Opened), StoredJson.Write(content.Pages));
    }

    /// <summary>Contents in package order, after a given ordinal: they may be many.</summary>
    public IReadOnlyList<PackageContent> ContentAfter(long package, int ordinal, int count) => _database.Query(
        "SELECT ordinal, dossier, revision, operation, twin, content, opened, pages FROM package_content WHERE package = ?1 AND ordinal > ?2 ORDER BY ordinal LIMIT ?3",
        ReadContent,
        package, ordinal, count);

    /// <summary>Whether a package holds a record of a dossier.</summary>
    public bool Holds(long package, DossierId dossier) => _database.Count(
        "SELECT EXISTS (SELECT 1 FROM package_content WHERE package = ?1 AND dossier = ?2)", package, dossier.Value) > 0;

    /// <summary>Takes one record out of a package that is being built, because a page of it is damaged.</summary>
    public void RemoveContent(long package, DossierId dossier)
    {
        RequireReserved(package);
        _database.Execute("DELETE FROM package_content WHERE package = ?1 AND dossier = ?2", package, dossier.Value);
    }

    /// <summary>Takes all records out of a package that is built anew.</summary>
    public void ClearContent(long package)
    {
        RequireReserved(package);
        _database.Execute("DELETE FROM package_content WHERE package = ?1", package);
    }

    /// <summary>Closes a package for ever: its file is durable under its name (I6).</summary>
    public void Seal(long package, long length, Digest digest, long members, long records)
    {
        RequireReserved(package);
        _database.Execute(
            "UPDATE package SET state = 1, sealed_at = ?2, length = ?3, digest = ?4, members = ?5, records = ?6 WHERE id = ?1",
            package, Sqlite.Columns.Text(_time.GetUtcNow()), length, digest.Value, members, records);
    }

    /// <summary>Gives a package up whose building did not come to an end; its number stays a gap.</summary>
    public void Abandon(long package)
    {
        ClearContent(package);
        _database.Execute("UPDATE package SET state = 2 WHERE id = ?1", package);
    }

    // What left the node must stay provable: the list of a sealed package is never touched again.
    private void RequireReserved(long package)
    {
        if (_database.First("SELECT state FROM package WHERE id = ?1", row => (PackageState?)row.Int(0), package) is not PackageState.Reserved)
        {
            throw new InvalidOperationException($"Package {package} is not being built: it is sealed, given up or unknown.");
        }
    }

    private static PackageRow Read(Row row) => new()
    {
        Id = row.Long(0),
        Name = PackageName.Parse(row.Text(1)).Value,
        Destination = row.Text(2),
        Scope = (PackageScope)row.Int(3),
        State = (PackageState)row.Int(4),
        Profile = row.Text(5),
        ReservedAt = row.Time(6),
        AuditHead = row.DigestOrNull(7),
        Length = row.LongOrNull(8),
        Digest = row.DigestOrNull(9),
        Members = row.LongOrNull(10),
        Records = row.LongOrNull(11),
    };

    private static PackageContent ReadContent(Row row) => new()
    {
        Ordinal = row.Int(0),
        Dossier = new DossierId(row.Long(1)),
        Revision = new RevisionId(row.Long(2)),
        Operation = row.Int(3),
        Twin = row.Int(4),
        Content = row.Digest(5),
        Opened = StoredJson.Read<IReadOnlyList<DocumentCode>>(row.Text(6)),
        Pages = StoredJson.Read<IReadOnlyList<PackagedPage>>(row.Text(7)),
    };
}

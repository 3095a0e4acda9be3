using OfficeNode.Core;
using OfficeNode.Storage.Sqlite;

namespace OfficeNode.Storage.Tables;

/// <summary>That a dossier went into a package.</summary>
/// <param name="Operation">As the destination takes it: 0 insert, 1 update, 2 delete.</param>
/// <param name="Delivery">Null while the package is being built, or was given up.</param>
public sealed record PackagedDossier(PackageRow Package, RevisionId Revision, int Operation, Delivery? Delivery);

/// <summary>What happened to one dossier, gathered for people who look at it. Reads only.</summary>
public sealed class DossierTrail
{
    private readonly Database _database;
    private readonly PackageTable _packages;
    private readonly DeliveryTable _deliveries;

    internal DossierTrail(Database database, TimeProvider time)
    {
        _database = database;
        _packages = new PackageTable(database, time);
        _deliveries = new DeliveryTable(database, time);
    }

    /// <summary>The packages that a dossier went into, the last first.</summary>
    public IReadOnlyList<PackagedDossier> Packages(DossierId dossier)
    {
        var contents = _database.Query(
            "SELECT package, revision, operation FROM package_content WHERE dossier = ?1 ORDER BY package DESC",
            row => (Package: row.Long(0), Revision: new RevisionId(row.Long(1)), Operation: row.Int(2)),
            dossier.Value);
        return [.. contents.Select(content => new PackagedDossier(_packages.Get(content.Package), content.Revision, content.Operation, _deliveries.Of(content.Package)))];
    }

    /// <summary>All refusals of a dossier, mended or not, the last first.</summary>
    public IReadOnlyList<Refusal> Refusals(DossierId dossier) => _database.Query(
        "SELECT dossier, destination, package, revision, finding, at FROM refusal WHERE dossier = ?1 ORDER BY id DESC",
        row => new Refusal(new DossierId(row.Long(0)), row.Text(1), row.Long(2), new RevisionId(row.Long(3)), StoredJson.Read<Finding>(row.Text(4)), row.Time(5)),
        dossier.Value);

    /// <summary>The name that a source came under.</summary>
    public string? SourceName(long source) => _database.First("SELECT name FROM source WHERE id = ?1", row => row.Text(0), source);

    /// <summary>What OCR last read on a page that came with a batch: the digest of its text; null where nobody read it.</summary>
    public Digest? TextOf(Page page) => _database.First(
        """
        SELECT r.text FROM batch_page b JOIN reading r ON r.page = b.id
        WHERE b.master = ?1 AND b.frame = ?2 AND r.text IS NOT NULL ORDER BY b.id DESC LIMIT 1
        """,
        row => row.DigestOrNull(0),
        page.Master.Digest.Value, page.Frame);
}

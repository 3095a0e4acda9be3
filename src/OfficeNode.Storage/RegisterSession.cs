using OfficeNode.Core;
using OfficeNode.Storage.Sqlite;
using OfficeNode.Storage.Tables;

namespace OfficeNode.Storage;

/// <summary>The tables of the register inside one transaction. Valid only within the delegate it was handed to.</summary>
public sealed class RegisterSession
{
    internal RegisterSession(Database database, TimeProvider time)
    {
        Node = new NodeTable(database);
        Audit = new AuditTable(database, time);
        Sources = new SourceTable(database, time);
        Dossiers = new DossierTable(database, time);
        Revisions = new RevisionTable(database, time);
        Search = new SearchTables(database);
        Masters = new MasterTable(database, time);
        Pages = new PageTable(database);
        Acts = new ActTable(database, time);
        Holds = new HoldTable(database, time);
        Packages = new PackageTable(database, time);
        Deliveries = new DeliveryTable(database, time);
        Answers = new AnswerTable(database, time);
        Exports = new ExportTable(database, time);
        Twins = new TwinTable(database);
        Openings = new OpeningTable(database);
        Retractions = new RetractionTable(database, time);
        Errands = new ErrandTable(database, time);
        Batches = new BatchTable(database, time);
        Readings = new ReadingTable(database, time);
        Leases = new LeaseTable(database, time);
        People = new PersonTable(database, time);
        SignIns = new SignInTable(database, time);
    }

    public NodeTable Node { get; }

    public AuditTable Audit { get; }

    public SourceTable Sources { get; }

    public DossierTable Dossiers { get; }

    public RevisionTable Revisions { get; }

    public SearchTables Search { get; }

    public MasterTable Masters { get; }

    public PageTable Pages { get; }

    public ActTable Acts { get; }

    public HoldTable Holds { get; }

    public PackageTable Packages { get; }

    public DeliveryTable Deliveries { get; }

    public AnswerTable Answers { get; }

    public ExportTable Exports { get; }

    public TwinTable Twins { get; }

    public OpeningTable Openings { get; }

    public RetractionTable Retractions { get; }

    public ErrandTable Errands { get; }

    public BatchTable Batches { get; }

    public ReadingTable Readings { get; }

    public LeaseTable Leases { get; }

    public PersonTable People { get; }

    public SignInTable SignIns { get; }

    /// <summary>Writes a new state of a record and makes it the current one, with all its index rows.</summary>
    /// <param name="dossier">Null to open a new dossier.</param>
    /// <param name="json">The record's canonical JSON, which the caller has from comparing it: it is made once.</param>
    public DossierId Save(DossierId? dossier, Record record, byte[] json, string author, RevisionOrigin? origin)
    {
        var id = dossier ?? Dossiers.Create(record.Right);
        var revision = Revisions.Append(id, isFirst: dossier is null, json, author, origin);
        var numbers = IndexedNumber.AllOf(id, record);
        Dossiers.SetCurrent(id, record.Right, numbers[0].Number, revision);
        Search.Index(id, record, numbers, isNew: dossier is null);
        return id;
    }
}

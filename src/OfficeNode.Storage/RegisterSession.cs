using OfficeNode.Core;
using OfficeNode.Core.Counter;
using OfficeNode.Storage.Sqlite;
using OfficeNode.Storage.Tables;

namespace OfficeNode.Storage;

/// <summary>The tables of the register inside one transaction. Valid only within the delegate it was handed to.</summary>
public sealed class RegisterSession
{
    internal RegisterSession(Database database, TimeProvider time)
    {
        Node = new NodeTable(database);
        Clock = new ClockTable(database);
        Audit = new AuditTable(database, time, Clock);
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
        Openings = new OpeningTable(database, time);
        Retractions = new RetractionTable(database, time);
        Errands = new ErrandTable(database, time);
        Batches = new BatchTable(database, time);
        Readings = new ReadingTable(database, time);
        Extracts = new ExtractTable(database, time);
        Trail = new DossierTrail(database, time);
        Leases = new LeaseTable(database, time);
        People = new PersonTable(database, time);
        SignIns = new SignInTable(database, time);
        Paper = new PaperTable(database, time);
        DoneRequests = new DoneRequestTable(database, time);
        Days = new DayTable(database, time);
        Series = new SeriesTable(database, time);
        Receptions = new ReceptionTable(database, time);
        Blocks = new BlockTable(database, time);
        Gaps = new GapTable(database, time);
        Entries = new EntryTable(database, time);
        EntryValues = new EntryValueTable(database);
        EntryPages = new EntryPageTable(database);
        Releases = new ReleaseTable(database, time);
        Samples = new SampleTable(database, time);
        Accuracy = new AccuracyTable(database, time);
        Volumes = new VolumeTable(database, time);
        FolioRows = new FolioRowTable(database, time);
    }

    public NodeTable Node { get; }

    public ClockTable Clock { get; }

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

    public ExtractTable Extracts { get; }

    public DossierTrail Trail { get; }

    public LeaseTable Leases { get; }

    public PersonTable People { get; }

    public SignInTable SignIns { get; }

    public PaperTable Paper { get; }

    public DoneRequestTable DoneRequests { get; }

    public DayTable Days { get; }

    public SeriesTable Series { get; }

    public ReceptionTable Receptions { get; }

    public BlockTable Blocks { get; }

    public GapTable Gaps { get; }

    public EntryTable Entries { get; }

    public EntryValueTable EntryValues { get; }

    public EntryPageTable EntryPages { get; }

    public ReleaseTable Releases { get; }

    public SampleTable Samples { get; }

    public AccuracyTable Accuracy { get; }

    public VolumeTable Volumes { get; }

    public FolioRowTable FolioRows { get; }

    /// <summary>Gives the next number of a series to a filing: both in this transaction, so that no number is given twice and none is lost.</summary>
    public Reception Receive(NumberSeries series, NewReception reception)
    {
        var id = Receptions.Add(series, Series.Take(series, reception.Day.Year, 1), reception, block: null);
        return Receptions.Get(id) ?? throw new InvalidOperationException("What was just entered is there.");
    }

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

    /// <summary>Puts the next dossiers that a program without this index saved into the index of what is found as one types; false once none is missing.</summary>
    /// <remarks>A step of some hundred stays within <see cref="Register.LongestWrite"/>. After a stop the next step goes on where the last one ended.</remarks>
    public bool FillSearch(int most)
    {
        var missing = Search.Missing(most);
        foreach (var dossier in missing)
        {
            if (Revisions.Current(dossier) is { } revision)
            {
                Search.Fill(dossier, revision.Record);
            }
        }

        Search.NoteFilled(missing.Count == 0 ? null : missing[^1]);
        return missing.Count > 0;
    }
}

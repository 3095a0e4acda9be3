using OfficeNode.Capture;
using OfficeNode.Core;
using OfficeNode.Core.Batches;
using OfficeNode.Core.Disk;
using OfficeNode.Core.Keying;
using OfficeNode.Core.People;
using OfficeNode.Host.Journey;
using OfficeNode.Host.Settings;
using OfficeNode.Storage;
using OfficeNode.Storage.Tables;
using OfficeNode.TestKit;

namespace OfficeNode.Benchmarks;

/// <summary>
/// An office after years: a million marks, nearly all of them published, some held, some with a day to come; ten years of packages; entries that were keyed, that wait to be keyed and to be
/// released; dossiers with pages; a batch of a thousand pages.
/// </summary>
/// <remarks><c>OFFICENODE_REGISTER</c> names a register of a million marks that <c>register-search</c> left (<c>OFFICENODE_KEEP</c>): filling one takes minutes.</remarks>
internal sealed class LargeOffice : IDisposable
{
    /// <summary>Dossiers whose corrections are keyed: pages of their own, due before all others.</summary>
    public const int ToKey = 72;

    public const string Destination = "brand-database";

    private const int Published = 990_000;
    private const int Accepted = 2_000;
    private const int Coming = 500;
    private const int Held = 1_000;
    private const int Packages = 3_650;
    private const int RecordsOfPackage = 5_000;
    private const int Keyed = 300_000;
    private const int Waiting = 30_000;
    private const int WaitingWithValues = 100;
    private const int Due = 30_000;
    private const int EntriesOfBatch = 100;
    private const int Step = 1_000;
    private const int Pictures = 6;
    private const int PagesOfDossier = 3;

    private static readonly Deed Deed = new("benchmark", "fill", "a large office");
    private static readonly Role[] Everything = Enum.GetValues<Role>();

    private readonly TemporaryFolder _folder = new();

    public string Root => _folder.PathOf("node");

    /// <summary>Tokens of people who are signed in: the first may do everything, three are clerks.</summary>
    public IReadOnlyList<string> Tokens { get; private set; } = [];

    /// <summary>The batch of a thousand pages.</summary>
    public BatchId Batch { get; private set; }

    /// <summary>The newest package.</summary>
    public string Package { get; private set; } = "";

    public static async Task<LargeOffice> MakeAsync(CancellationToken cancellationToken)
    {
        var office = new LargeOffice();
        Directory.CreateDirectory(office.Root);
        using (BenchmarkNode.Create(office.Root))
        {
        }

        var isFilled = office.TakeRegister();
        using var node = office.Open();
        if (!isFilled)
        {
            RegisterSearch.Fill(node);
        }

        await office.FillAsync(node, cancellationToken);
        return office;
    }

    public void Dispose() => _folder.Dispose();

    private Node Open() => Node.Open(Root, new PhysicalDisk(), TimeProvider.System);

    private bool TakeRegister()
    {
        if (Environment.GetEnvironmentVariable("OFFICENODE_REGISTER") is not { Length: > 0 } file)
        {
            return false;
        }

        var register = new NodeFolder(Root).RegisterFile;
        File.Delete(register + "-wal");
        File.Delete(register + "-shm");
        File.Copy(file, register, overwrite: true);
        return true;
    }

    private async Task FillAsync(Node node, CancellationToken cancellationToken)
    {
        Settle(node);
        Tokens = [ServedKiosk.SignIn(node, "omar", Everything), .. new[] { "amina", "nadia", "luis" }.Select(name => ServedKiosk.SignIn(node, name, Role.Clerk))];
        Say("acts and holds");
        Publish(node);
        Say("packages");
        Send(node);
        Say("entries");
        Key(node);
        Batch = await ContactSheetBenchmark.AddBatchAsync(node, cancellationToken);
        Say("pages");
        await FileAsync(node, cancellationToken);
    }

    private static void Say(string what) => Progress.Say($"{ScreensBenchmark.Name}: {what}");

    // An agreed line; no nights, so that the hour of the day changes nothing.
    private void Settle(Node node)
    {
        var arrivals = Directory.CreateDirectory(_folder.PathOf("arrivals")).FullName;
        new SettingsStore(node.Folder, node.Disk).Save(node.Settings with
        {
            Night = new NightWindow { From = TimeOnly.MinValue, To = TimeOnly.MinValue },
            Destinations = node.Settings.Destinations.ToDictionary(pair => pair.Key, pair => pair.Key != Destination ? pair.Value : pair.Value with
            {
                State = DestinationState.Agreed,
                Agreement = new Agreement { Reference = "letter 7", Date = node.Today, Person = "A. Registrar" },
                Transport = new TransportSettings { Kind = TransportKind.Folder, Root = arrivals },
            }),
        });
    }

    // The last marks have no act: the newest filings.
    private static void Publish(Node node)
    {
        foreach (var dossiers in Enumerable.Range(1, Published + Accepted + Coming).Chunk(Step))
        {
            node.Register.Write(Deed, session =>
            {
                foreach (var dossier in dossiers)
                {
                    session.Acts.Record(new DossierId(dossier), ActOf(dossier, node.Today));
                }
            });
        }

        node.Register.Write(Deed, session =>
        {
            foreach (var held in Enumerable.Range(1, Held))
            {
                session.Holds.Place(new DossierId(held * (Published / Held)), new Hold { Reason = "opposition", Person = "A. Registrar", Since = node.Today });
            }
        });
    }

    private static PublicationAct ActOf(int dossier, DateOnly today) => new()
    {
        Kind = dossier > Published && dossier <= Published + Accepted ? OpeningPoint.Acceptance : OpeningPoint.Gazette,
        Date = dossier > Published + Accepted ? today.AddDays(30) : today.AddDays(-30),
        Person = "A. Registrar",
        Gazette = "7",
        Opens = [DocumentCode.MarkImage],
    };

    // One a night for ten years, accepted; only the newest holds records, which nobody has answered.
    private void Send(Node node)
    {
        foreach (var nights in Enumerable.Range(1, Packages).Chunk(Step))
        {
            node.Register.Note(session =>
            {
                foreach (var night in nights)
                {
                    Send(session, night, PackageName.Parse(FormattableString.Invariant($"XX-Trademarks-updates-{20160101 + night}-{night}")).Value);
                }
            });
        }
    }

    private void Send(RegisterSession session, int night, PackageName name)
    {
        var id = session.Packages.Reserve(name, Destination, PackageScope.Updates, night, "{}");
        var records = night == Packages ? RecordsOfPackage : 0;
        for (var record = 1; record <= records; record++)
        {
            var dossier = new DossierId(record);
            session.Packages.AddContent(id, new PackageContent
            {
                Ordinal = record,
                Dossier = dossier,
                Revision = session.Dossiers.Get(dossier).Revision,
                Operation = 0,
                Twin = 1,
                Content = Digest.Of("benchmark"u8),
                Opened = [],
                Pages = [],
            });
        }

        session.Packages.Seal(id, 1_000_000, Digest.Of("benchmark"u8), 2 * records, records);
        session.Deliveries.Queue(id);
        session.Deliveries.MarkDelivered(id, new DeliveryProof { Kind = "digest", Length = 1_000_000, Place = name.ZipFile }, 1_000_000, 0);
        if (night < Packages)
        {
            session.Deliveries.MarkAnswered(id, DeliveryState.Accepted, null);
        }

        Package = name.Value;
    }

    // Those that wait for release and have values come first: they are what its list judges.
    private static void Key(Node node)
    {
        var keying = new KeyingJourney(node, "benchmark");
        for (var entry = 1; entry <= WaitingWithValues; entry++)
        {
            var id = Correct(node, keying, ToKey + entry);
            node.Register.Note(session => Move(session, id, EntryState.Waiting));
        }

        foreach (var (state, count) in new[] { (EntryState.Released, Keyed), (EntryState.Waiting, Waiting), (EntryState.Keying, Due) })
        {
            for (var done = 0; done < count; done += Step)
            {
                node.Register.Note(session =>
                {
                    for (var batch = 0; batch < Step / EntriesOfBatch; batch++)
                    {
                        Key(session, state);
                    }
                });
            }
        }
    }

    private static EntryId Correct(Node node, KeyingJourney keying, long dossier) =>
        keying.Correct(node.Register.Read(session => session.Dossiers.Get(new DossierId(dossier)))).Entry ?? throw new InvalidOperationException($"Dossier {dossier} is not corrected.");

    private static void Key(RegisterSession session, EntryState state)
    {
        var batch = session.Batches.Begin("folder:papers", "benchmark");
        session.Batches.End(batch, null);
        session.Batches.HandOver(batch, EntriesOfBatch);
        for (var draft = 1; draft <= EntriesOfBatch; draft++)
        {
            var id = session.Entries.Make(new NewEntry
            {
                Right = Right.Trademark,
                Author = "benchmark",
                Batch = new BatchIdentity(batch, draft),
                Number = FormattableString.Invariant($"{batch.Number}/{draft}"),
                Applicant = "Kiri Limited",
            });
            if (state != EntryState.Keying)
            {
                Move(session, id, state);
            }
        }

        session.Batches.NoteMade(batch);
    }

    private static void Move(RegisterSession session, EntryId id, EntryState state)
    {
        session.Entries.SetKeyed(id, "benchmark");
        session.Entries.Move(id, state, TextLevel.Checked);
    }

    /// <summary>Files pages in the first dossiers and lets them be corrected before all else.</summary>
    private static async Task FileAsync(Node node, CancellationToken cancellationToken)
    {
        using var folder = new TemporaryFolder();
        var pages = await MasterPagesAsync(node, folder, cancellationToken);
        var keying = new KeyingJourney(node, "benchmark");
        for (var dossier = 1; dossier <= ToKey; dossier++)
        {
            node.Register.Note(session =>
            {
                for (var page = 0; page < PagesOfDossier; page++)
                {
                    session.Pages.Append(PageOf(new DossierId(dossier), pages[(dossier + page) % pages.Count], node.Time));
                }
            });
            keying.Hurry(Correct(node, keying, dossier), hurried: true);
        }
    }

    private static NewPage PageOf(DossierId dossier, (Master Master, ImageFacts Facts) page, TimeProvider time) => new()
    {
        Dossier = dossier,
        Document = DocumentCode.Parse("TMA").Value,
        Master = page.Master,
        Frame = 0,
        Facts = page.Facts,
        Origin = new PageOrigin { Source = "folder:papers", Time = time.GetUtcNow() },
    };

    // Full pages of writing at 300 dots per inch, grey, each also upside down: as many different pictures for half the making.
    private static async Task<IReadOnlyList<(Master Master, ImageFacts Facts)>> MasterPagesAsync(Node node, TemporaryFolder folder, CancellationToken cancellationToken)
    {
        var pages = new List<(Master, ImageFacts)>();
        for (var picture = 0; picture < Pictures; picture++)
        {
            var written = LooksBenchmark.Write(folder, picture);
            foreach (var degrees in new[] { "0", "180" })
            {
                var file = LooksBenchmark.Convert(written, folder.PathOf($"{picture}-{degrees}.jpg"), ["-rotate", degrees, "-colorspace", "Gray", "-quality", "85"]);
                await using var content = File.OpenRead(file);
                var master = await node.Pages.AddMasterAsync(content, "jpg", cancellationToken);
                content.Position = 0;
                node.Register.Note(session => session.Masters.Enter(master));
                pages.Add((master, ImageHeaderReader.Read(content, null, new()).Frames[0]));
            }
        }

        return pages;
    }
}

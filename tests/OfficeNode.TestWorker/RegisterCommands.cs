using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using OfficeNode.Core;
using OfficeNode.Core.Counter;
using OfficeNode.Core.Disk;
using OfficeNode.Core.Json;
using OfficeNode.Core.People;
using OfficeNode.Storage;
using OfficeNode.Storage.Sqlite;
using OfficeNode.Storage.Tables;

namespace OfficeNode.TestWorker;

/// <summary>What a test has another process do with a register.</summary>
internal static class RegisterCommands
{
    public static async Task<int> RunAsync(string[] args)
    {
        switch (args)
        {
            case ["fill", var folder, var count]:
                Fill(new NodeFolder(folder), Whole(count));
                return 0;
            case ["flat", var file, var count]:
                WriteFlat(file, Whole(count));
                return 0;
            case ["write", var folder, var first, var count]:
                Write(new NodeFolder(folder), Whole(first), Whole(count));
                return 0;
            case ["loop", var folder, var round]:
                await LoopAsync(new NodeFolder(folder), Whole(round));
                return 0;
            case ["numbers", var folder, var series, var name, var count]:
                CounterCommand.Give(new NodeFolder(folder), new SeriesId(Whole(series)), name, Whole(count));
                return 0;
            case ["lease", var folder, var name, var holder]:
                HoldLease(new NodeFolder(folder), name, holder);
                return 0;
            case ["lock", var folder]:
                HoldLock(new NodeFolder(folder));
                return 0;
            case ["bundled", var folder]:
                TryBundledLibrary(new NodeFolder(folder));
                return 0;
            default:
                await Console.Error.WriteLineAsync("usage: register fill|flat|write|loop|numbers|lease|lock|bundled FOLDER ...");
                return 2;
        }
    }

    /// <summary>The same marks as a table, with the keys made already, for <c>fill-register.sql</c>.</summary>
    private static void WriteFlat(string file, int count)
    {
        using var writer = new StreamWriter(file);
        for (var n = 1; n <= count; n++)
        {
            var record = TypicalMarks.Mark(n);
            var json = RecordJson.Write(record);
            var (application, registration) = (record.ApplicationNumber!, record.RegistrationNumber!);   // every typical mark has both
            var name = record.Parties[0].Names[0].Text;
            var text = string.Join(' ', record.Mark!.Words.Select(words => words.Text).Concat(record.Nice.SelectMany(nice => nice.Goods).Select(goods => goods.Text)));
            string[] cells =
            [
                application.AsPrinted, $"{application.Year}", application.SortKey, application.SearchKey,
                registration.AsPrinted, registration.SortKey, registration.SearchKey, name, NameKey.Of(name), record.Nice[0].Number, record.Nice[1].Number,
                record.FilingDate!.Iso, record.RegistrationDate!.Iso, record.ExpiryDate!.Iso, NameKey.Of(text), Encoding.UTF8.GetString(json), Digest.Of(json).Value,
                NameKey.Of($"{application.AsPrinted} {n} {registration.AsPrinted} R {n:D6} {name} {record.Mark.Words[0].Text}"),   // numbers as people spell them, too
            ];
            writer.WriteLine(string.Join(',', cells.Select(cell => '"' + cell.Replace("\"", "\"\"", StringComparison.Ordinal) + '"')));
        }
    }

    /// <summary>Saves marks, each in a transaction of its own.</summary>
    private static void Write(NodeFolder folder, int first, int count)
    {
        using var register = Register.Open(folder, TimeProvider.System);
        for (var n = first; n < first + count; n++)
        {
            Save(register, TypicalMarks.Mark(n));
        }
    }

    /// <summary>Stores records with a page each until killed, and says the number of every one whose transaction was committed.</summary>
    private static async Task LoopAsync(NodeFolder folder, int round)
    {
        var disk = new PhysicalDisk();
        using var register = Register.Open(folder, TimeProvider.System);
        var store = new PageStore(folder, disk);
        for (var n = 1; ; n++)
        {
            var record = TypicalMarks.Mark((round * 1000) + n);
            var bytes = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat($"{round} {n} ", 2000)));
            var master = await store.AddMasterAsync(new MemoryStream(bytes), "tif", CancellationToken.None);
            register.Write(new Deed("worker", "test", "loop"), session =>
            {
                var dossier = session.Save(null, record, RecordJson.Write(record), "worker", null);
                session.Masters.Enter(master);
                session.Pages.Append(PageOf(dossier, master));
            });
            Console.WriteLine(record.ApplicationNumber!.AsPrinted);   // every typical mark has one
        }
    }

    private static void HoldLease(NodeFolder folder, string name, string holder)
    {
        using var register = Register.Open(folder, TimeProvider.System);
        using var lease = Lease.Take(register, folder, name, holder);
        Console.WriteLine("held");
        Console.ReadLine();
    }

    private static void HoldLock(NodeFolder folder)
    {
        using var held = new FileStream(Path.Combine(folder.Locks, "register.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        Console.WriteLine("locked");
        Console.ReadLine();
    }

    /// <summary>Puts a register through its work on the SQLite that comes with the program.</summary>
    private static void TryBundledLibrary(NodeFolder folder)
    {
        AppContext.SetSwitch(SqliteLibrary.BundledSwitch, true);
        folder.Create(new PhysicalDisk());
        using var register = Register.Open(folder, TimeProvider.System);
        for (var n = 1; n <= 20; n++)
        {
            Save(register, TypicalMarks.Mark(n));
        }

        Save(register, TypicalMarks.Mark(1) with { ExpiryDate = null });
        var package = register.Note(session => session.Packages.Reserve(PackageName.Parse("XX-1").Value, "d", PackageScope.Full, 1, "{}"));
        register.Note(session =>
        {
            session.Exports.QueueContents(package, "d");
            session.Exports.Confirm(package);
            session.Packages.Seal(package, 0, Digest.Of([]), 0, 0);
            session.Deliveries.Queue(package);
        });
        register.Note(session =>
        {
            var facts = new PersonFacts { FullName = "Worker", Roles = [Role.Administrator] };
            var person = session.People.Add(PersonName.Parse("worker").Value, facts, SecretDigest.Of("a worker's secret", 2, RandomNumberGenerator.Create()), isPassword: true);
            session.SignIns.Begin(Digest.Of([]), person);
            session.SignIns.SetTriesOfStranger(0, new FailedTries(1, DateTimeOffset.UnixEpoch));
            session.SignIns.SetTriesOfStranger(0, new FailedTries(2, DateTimeOffset.UnixEpoch));
            session.SignIns.Sweep(DateTimeOffset.UnixEpoch, 1);
        });
        var records = register.Read(session => session.Search.Find(SearchWords.Parse("trading comp"), 100).Dossiers.Count);
        UseCounter(register);
        var isWhole = register.Read(session => session.Audit.FindBreak()) is null;
        Console.WriteLine($"{SqliteLibrary.Version}: {records} records, integrity {register.CheckIntegrity() ?? "ok"}, audit {(isWhole ? "whole" : "broken")}");
    }

    private static void UseCounter(Register register) => register.Write(new Deed("worker", "clock confirm", "counter"), session =>
    {
        var pattern = SeriesPattern.Parse("XX/P/{year}/{number:6}").Value;
        var series = session.Series.Get(session.Series.Add(new SeriesFacts { Right = Right.Patent, Name = "Act", FirstYear = 2026, Pattern = pattern, IsYearly = true }))!;   // it was just added
        session.Series.Begin(series, 2026, 5);
        session.Series.Take(series, 2026, 1);
        var day = new DateOnly(2026, 11, 20);
        var block = session.Blocks.Get(session.Blocks.Add(series, 5, new NewBlock { Count = 1, FirstDay = day, LastDay = day, Author = "worker", Request = "block" }))!;   // so was this
        session.Gaps.Add(series, 2026, (5, 5), GapReason.BlockUnused, null, "worker", null);
        session.Blocks.Close(block.Id, "worker");
        _ = session.Gaps.Newest(10).Count + session.Blocks.Newest(10).Count + session.Blocks.Unused(block).Count + session.Series.Unexplained(series.Id);
    });

    private static void Save(Register register, Record record) => register.Write(
        new Deed("worker", "test", "save"), session => session.Save(session.Dossiers.Match(record), record, RecordJson.Write(record), "worker", null));

    private static NewPage PageOf(DossierId dossier, Master master) => new()
    {
        Dossier = dossier,
        Document = DocumentCode.MarkImage,
        Master = master,
        Frame = 0,
        Facts = new ImageFacts { Format = ImageFormat.Tiff, Width = 1, Height = 1, BitsPerSample = 1, SamplesPerPixel = 1 },
        Origin = new PageOrigin { Source = "worker", Time = DateTimeOffset.UnixEpoch },
    };

    private static void Fill(NodeFolder folder, int count)
    {
        folder.Create(new PhysicalDisk());
        using var register = Register.Open(folder, TimeProvider.System);
        var records = Enumerable.Range(1, count).Select(TypicalMarks.Mark).Select(record => (record, RecordJson.Write(record))).ToList();
        var start = Environment.CpuUsage.TotalTime;
        var clock = Stopwatch.StartNew();
        var next = 0;
        var longest = TimeSpan.Zero;
        while (next < count)
        {
            var batch = Stopwatch.StartNew();
            register.Write(new Deed("measure", "import", "batch"), session =>
            {
                while (next < count && batch.Elapsed < Register.LongestWrite * 0.8)
                {
                    var (record, json) = records[next++];
                    var dossier = session.Dossiers.Match(record);
                    session.Save(dossier, record, json, "measure", null);
                }
            });
            longest = batch.Elapsed > longest ? batch.Elapsed : longest;
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{count} records in {clock.Elapsed.TotalSeconds:0.00} s: {count / clock.Elapsed.TotalSeconds:0} records/s, {(Environment.CpuUsage.TotalTime - start).TotalSeconds:0.00} s of processor, longest batch {longest.TotalMilliseconds:0} ms"));
    }

    private static int Whole(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}

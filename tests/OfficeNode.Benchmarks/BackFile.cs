using System.Diagnostics;
using System.Globalization;
using OfficeNode.Capture;
using OfficeNode.Capture.Reading;
using OfficeNode.Core;
using OfficeNode.Core.Batches;
using OfficeNode.Core.Disk;
using OfficeNode.Host.Journey;
using OfficeNode.Storage;
using OfficeNode.Storage.Tables;
using OfficeNode.TestKit;

namespace OfficeNode.Benchmarks;

/// <summary>The peak of resident memory while some hundred pages of a back-file are read: of a million that wait against a thousand, each in a process of its own.</summary>
internal static class BackFile
{
    public const string Name = "back-file";
    public const string ChildCommand = "read-back-file";
    private const int Few = 1_000;
    private const int Many = 1_000_000;
    private const int PagesOfBatch = 1_000;
    private const int Read = 500;
    private const long Bar = 16;

    // A line of print: what is measured is what waits, not reading.
    private const string Line = "samples/ocr-gt/ocrd-lines/heine_lieder_1827_0198_005.tif";

    private static readonly Deed Deed = new("benchmark", "fill", "back-file");

    public static async Task<IReadOnlyList<Row>> RunAsync(CancellationToken cancellationToken)
    {
        var few = await MeasureAsync(Few, cancellationToken);
        var many = await MeasureAsync(Many, cancellationToken);
        return
        [
            new Row(
                $"reading {Read} pages while 1,000,000 wait instead of 1,000",
                "MB more of resident memory, at the peak",
                FormattableString.Invariant($"{many.Megabytes - few.Megabytes} ({many.Megabytes} instead of {few.Megabytes})"),
                Bar: FormattableString.Invariant($"<= {Bar}"),
                IsHeld: many.Megabytes - few.Megabytes <= Bar),
            new Row("– finding the next page", "milliseconds, median", string.Create(CultureInfo.InvariantCulture, $"{many.Milliseconds:F2} instead of {few.Milliseconds:F2}")),
            new Row("– pages read", "per second on the clock", string.Create(CultureInfo.InvariantCulture, $"{many.PagesPerSecond:F1} instead of {few.PagesPerSecond:F1}")),
        ];
    }

    /// <summary>Reads some pages of a node's back-file and tells the peak of this process in MB, the milliseconds to find a page, and pages a second.</summary>
    public static async Task<string> ReadAsync(string root, CancellationToken cancellationToken)
    {
        using var node = Node.Open(root, new PhysicalDisk(), TimeProvider.System);
        var images = new ImageWorkerOptions { FileName = "dotnet", Arguments = ["exec", Path.Combine(AppContext.BaseDirectory, "OfficeNode.TestWorker.dll")] };
        await using var pool = new ImageWorkerPool(ReadingWorkers.Of(images, OcrReading.Workers), TimeProvider.System);
        var find = Rounds.Median(Enumerable.Range(0, 100).Select(_ => Seconds(() => node.Register.Read(session => session.Readings.Waiting(1, [])))));
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var progress = new Enough(Read, enough);
        var began = Stopwatch.GetTimestamp();
        try
        {
            await new ReadJourney(node, new TesseractEngine(pool), ["eng"], OcrReading.Workers, progress).RunAsync(enough.Token);
        }
        catch (OperationCanceledException) when (progress.IsReached)
        {
            // That was the point: the rest of the million waits.
        }

        using var process = Process.GetCurrentProcess();
        return string.Create(CultureInfo.InvariantCulture, $"{process.PeakWorkingSet64 >> 20} {find * 1000:F3} {Read / Stopwatch.GetElapsedTime(began).TotalSeconds:F2}");
    }

    private static async Task<(long Megabytes, double Milliseconds, double PagesPerSecond)> MeasureAsync(int pages, CancellationToken cancellationToken)
    {
        using var folder = new TemporaryFolder();
        await FillAsync(folder.Path, pages, cancellationToken);
        var answer = await ThisProgram.RunAsync([ChildCommand, folder.Path], cancellationToken);
        Progress.Say($"{Name}: {pages} pages wait, {answer.Trim()}");
        var figures = answer.Split(' ').Select(figure => double.Parse(figure, CultureInfo.InvariantCulture)).ToList();
        return ((long)figures[0], figures[1], figures[2]);
    }

    private static async Task FillAsync(string root, int pages, CancellationToken cancellationToken)
    {
        using var node = BenchmarkNode.Create(root);
        await using var content = File.OpenRead(SharedMaterial.Require(Line));
        var master = await node.Pages.AddMasterAsync(content, "tif", cancellationToken);
        content.Position = 0;
        var facts = ImageHeaderReader.Read(content, null, new()).Frames[0];
        for (var done = 0; done < pages; done += PagesOfBatch)
        {
            var batch = node.Register.Write(Deed, session =>
            {
                session.Masters.Enter(master);
                return session.Batches.Begin("folder:back-file", "benchmark");
            });
            node.Register.Note(session => Fill(session, batch, master, facts));
        }
    }

    private static void Fill(RegisterSession session, BatchId batch, Master master, ImageFacts facts)
    {
        for (var sheet = 1; sheet <= PagesOfBatch; sheet++)
        {
            var page = new NewBatchPage { Sheet = sheet, Side = Side.Front, Master = master, Frame = 0, Facts = facts, Stamp = FormattableString.Invariant($"{sheet}") };
            session.Readings.Queue(batch, session.Batches.Append(batch, page), ReadingTable.BackFile);
        }
    }

    private static double Seconds(Action work)
    {
        var began = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    /// <summary>Cancels once so many are done.</summary>
    private sealed class Enough(long count, CancellationTokenSource stop) : IProgress<long>
    {
        public bool IsReached { get; private set; }

        public void Report(long value)
        {
            if (value >= count && !IsReached)
            {
                IsReached = true;
                stop.Cancel();
            }
        }
    }
}

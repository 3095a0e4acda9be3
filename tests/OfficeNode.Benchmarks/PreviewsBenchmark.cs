using System.Diagnostics;
using System.Globalization;
using OfficeNode.Capture;
using OfficeNode.Capture.Looks;
using OfficeNode.Core;
using OfficeNode.Core.Disk;
using OfficeNode.Host.Journey;
using OfficeNode.Storage;
using OfficeNode.TestKit;

namespace OfficeNode.Benchmarks;

/// <summary>What previews of a page of A4 at 300 dots per inch cost, decoding included: bytes, processor and clock by size and by how scanners write pages; and what a thumbnail adds to a look.</summary>
internal static class PreviewsBenchmark
{
    public const string Name = "previews";

    private const int Pages = 4;
    private const int Rounds = 5;
    private const int TimesPerRound = 3;

    // Of the 150 that a look may take; a thumbnail by itself would take some thirty.
    private const double MostMore = 10;

    // Of the second in which a batch is to be on the screen; browser and network want theirs.
    private const int SheetOfPages = 1_000;
    private const double MostForSheet = 300;

    private static readonly string[] Grey = ["-colorspace", "Gray", "-depth", "8"];

    private static readonly (string Title, string Extension, string[] Options)[] Formats =
    [
        ("one bit, TIFF Group 4", "tif", ["-colorspace", "Gray", "-threshold", "60%", "-compress", "Group4"]),
        ("one bit, PDF of a copier", "pdf", ["-colorspace", "Gray", "-threshold", "60%", "-compress", "Group4"]),
        ("grey, PNG", "png", Grey),
        ("grey, JPEG", "jpg", [.. Grey, "-quality", "85"]),
        ("colour, TIFF uncompressed", "tif", ["-compress", "None"]),
        ("colour, JPEG", "jpg", ["-quality", "85"]),
    ];

    public static async Task<IReadOnlyList<Row>> RunAsync(CancellationToken cancellationToken)
    {
        using var folder = new TemporaryFolder();
        var pages = Enumerable.Range(0, Pages).Select(page => LooksBenchmark.Write(folder, page)).ToList();
        var program = Path.Combine(AppContext.BaseDirectory, "OfficeNode.TestWorker.dll");
        await using var pool = new ImageWorkerPool(new() { FileName = "dotnet", Arguments = ["exec", program], Workers = 1, JobsPerProcess = int.MaxValue }, TimeProvider.System);
        var rows = new List<Row>();
        foreach (var (title, extension, options) in Formats)
        {
            var files = pages.Select((page, i) => Convert(page, folder.PathOf($"{rows.Count}-{i}"), extension, options)).ToList();
            rows.Add(await LookAsync(pool, title, files, cancellationToken));
            foreach (var size in Enum.GetValues<PreviewSize>())
            {
                rows.Add(await MakeAsync(new ImageConverter(pool), title, size, files, cancellationToken));
            }

            files.ForEach(File.Delete);
        }

        rows.Add(await SheetAsync(new ImageConverter(pool), folder, pages[0], cancellationToken));
        return rows;
    }

    /// <summary>What a screen with a batch of thumbnails costs the service when it looks for them the first time: each file is read and checked whole.</summary>
    private static async Task<Row> SheetAsync(ImageConverter converter, TemporaryFolder folder, string page, CancellationToken cancellationToken)
    {
        var made = await converter.ToPreviewAsync(page, 0, PreviewSize.Thumbnail, cancellationToken);
        var files = new PreviewFiles(new NodeFolder(folder.PathOf("node")), new PhysicalDisk());
        var wanted = Enumerable.Range(0, SheetOfPages).Select(number => new WantedPreview(MasterOf(number), 0, PreviewSize.Thumbnail)).ToList();
        wanted.ForEach(one => files.Keep(one, made.Bytes ?? throw new InvalidOperationException($"{page} has no preview."), made.Extension ?? ""));
        var rounds = new List<double>();
        for (var round = 0; round <= Rounds; round++)
        {
            var clock = Stopwatch.StartNew();
            Demand(wanted.All(one => files.Find(one) is not null), page);
            rounds.Add(clock.Elapsed.TotalMilliseconds);
        }

        var time = Benchmarks.Rounds.Median(rounds.Skip(1));
        return new($"{SheetOfPages} thumbnails of a batch, read and checked", "milliseconds on the clock", Text(time), Bar: $"<= {MostForSheet}", IsHeld: time <= MostForSheet);
    }

    private static Master MasterOf(int number) => new() { Digest = Digest.Of(BitConverter.GetBytes(number)), Extension = "tif", Length = 1, Crc32 = 0 };

    private static string Convert(string page, string to, string extension, IReadOnlyList<string> options)
    {
        if (extension != "pdf")
        {
            return LooksBenchmark.Convert(page, $"{to}.{extension}", options);
        }

        Tool.Run("tiff2pdf", "libtiff-tools", "-o", to + ".pdf", LooksBenchmark.Convert(page, to + ".tif", options));
        return to + ".pdf";
    }

    private static async Task<Row> LookAsync(ImageWorkerPool pool, string title, List<string> files, CancellationToken cancellationToken)
    {
        var (alone, both) = (new PageLooker(pool), new PageLooker(pool) { MakesThumbnails = true });
        var rounds = new List<(double Alone, double Both)>();
        for (var round = 0; round <= Rounds; round++)
        {
            var one = await MeasureAsync(files, file => alone.LookAsync(file, 0, cancellationToken));
            var two = await MeasureAsync(files, async file => Demand((await both.LookAsync(file, 0, cancellationToken)).Thumbnail is not null, file));
            rounds.Add((one.Processor, two.Processor));
        }

        // The first round compiles.
        rounds.RemoveAt(0);
        var more = Benchmarks.Rounds.Median(rounds.Select(round => round.Both - round.Alone));
        Progress.Say($"{Name}, {title}: a thumbnail with a look takes {more:F1} ms more");
        return new(
            $"look with thumbnail: {title}", "milliseconds of processor more", Text(more), $"look alone: {Text(Benchmarks.Rounds.Median(rounds.Select(round => round.Alone)))}",
            Bar: $"<= {MostMore}", IsHeld: more <= MostMore);
    }

    private static async Task<Row> MakeAsync(ImageConverter converter, string title, PreviewSize size, List<string> files, CancellationToken cancellationToken)
    {
        var bytes = new List<long>();
        var rounds = new List<(double Processor, double Clock)>();
        for (var round = 0; round <= Rounds; round++)
        {
            rounds.Add(await MeasureAsync(files, async file =>
            {
                var made = await converter.ToPreviewAsync(file, 0, size, cancellationToken);
                Demand(made.Bytes is not null, file);
                bytes.Add(made.Bytes?.Length ?? 0);
            }));
        }

        rounds.RemoveAt(0);
        var (processor, clock) = (Benchmarks.Rounds.Median(rounds.Select(round => round.Processor)), Benchmarks.Rounds.Median(rounds.Select(round => round.Clock)));
        Progress.Say($"{Name}, {title}, {size}: {processor:F0} ms of processor");
        return new($"– {size}: {title}", "milliseconds of processor (on the clock); bytes", $"{Text(processor)} ({Text(clock)}); {bytes.Average().ToString("N0", CultureInfo.InvariantCulture)}");
    }

    /// <summary>Milliseconds for a page: of processor, without that of programs which end meanwhile (poppler), and on the clock.</summary>
    private static async Task<(double Processor, double Clock)> MeasureAsync(List<string> files, Func<string, Task> work)
    {
        var (before, clock) = (ProcessTree.Processor(), Stopwatch.StartNew());
        foreach (var file in Enumerable.Repeat(files, TimesPerRound).SelectMany(all => all))
        {
            await work(file);
        }

        var count = TimesPerRound * files.Count;
        return ((ProcessTree.Processor() - before) * 1_000 / count, clock.Elapsed.TotalMilliseconds / count);
    }

    private static void Demand(bool isMade, string file)
    {
        if (!isMade)
        {
            throw new InvalidOperationException($"{file} has no preview.");
        }
    }

    private static string Text(double milliseconds) => milliseconds.ToString("F1", CultureInfo.InvariantCulture);
}

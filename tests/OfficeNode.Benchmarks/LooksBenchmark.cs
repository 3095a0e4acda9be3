using System.Globalization;
using OfficeNode.Capture;
using OfficeNode.Capture.Looks;
using OfficeNode.Capture.Separators;
using OfficeNode.Core;
using OfficeNode.TestKit;

namespace OfficeNode.Benchmarks;

/// <summary>Processor time that a look at a page of A4 at 300 dots per inch takes, decoding included, by how scanners write it; besides, what a target sheet takes.</summary>
internal static class LooksBenchmark
{
    public const string Name = "looks";

    private const int Pages = 4;
    private const int LinesPerPage = 52;
    private const int WordsPerLine = 10;
    private const int Rounds = 5;
    private const double Bar = 150;

    private static readonly string[] Grey = ["-colorspace", "Gray", "-depth", "8"];

    private static readonly (string Title, string Extension, string[] Options)[] Formats =
    [
        ("one bit, TIFF Group 4", "tif", ["-colorspace", "Gray", "-threshold", "60%", "-compress", "Group4"]),
        ("grey, TIFF uncompressed", "tif", [.. Grey, "-compress", "None"]),
        ("grey, JPEG", "jpg", [.. Grey, "-quality", "85"]),
        ("grey, PNG", "png", Grey),
        ("colour, TIFF uncompressed", "tif", ["-compress", "None"]),
        ("colour, TIFF LZW", "tif", ["-compress", "LZW"]),
        ("colour, JPEG", "jpg", ["-quality", "85"]),
        ("colour, PNG", "png", []),
    ];

    public static async Task<IReadOnlyList<Row>> RunAsync(CancellationToken cancellationToken)
    {
        using var folder = new TemporaryFolder();
        var pages = Enumerable.Range(0, Pages).Select(page => Write(folder, page)).ToList();
        var rows = new List<Row>();
        foreach (var (title, extension, options) in Formats)
        {
            var files = pages.Select((page, i) => Convert(page, folder.PathOf($"{rows.Count}-{i}.{extension}"), options)).ToList();
            var milliseconds = await MeasureAsync(title, files, cancellationToken);
            rows.Add(new($"look at a page of A4, 300 dpi: {title}", "milliseconds of processor", Text(milliseconds), Bar: $"<= {Bar}", IsHeld: milliseconds <= Bar));
            files.ForEach(File.Delete);
        }

        var target = await MeasureAsync("target sheet", [Target(folder)], cancellationToken);
        return [.. rows, new("– a target sheet, graded: grey, JPEG", "milliseconds of processor", Text(target))];
    }

    private static string Text(double milliseconds) => milliseconds.ToString("F0", CultureInfo.InvariantCulture);

    /// <summary>A full page of writing on paper that is not quite white, with the grain of a sensor.</summary>
    internal static string Write(TemporaryFolder folder, int page)
    {
        var words = new SeededWords(page + 1);
        var lines = Enumerable.Range(0, LinesPerPage).Select(line => string.Join(' ', Enumerable.Range(0, WordsPerLine).Select(word => words.Of(0, line, word)[..(4 + (line + word) % 6)])));
        return Tooled(folder.PathOf($"page-{page}.tif"), to => Tool.Run(
            "convert", "imagemagick",
            "-size", "2480x3508", "xc:#f4efe2", "-density", "300", "-units", "PixelsPerInch", "-font", "DejaVu-Sans", "-pointsize", "11", "-fill", "#202030",
            "-annotate", "+200+300", string.Join('\n', lines), "-seed", "1", "-attenuate", "0.2", "+noise", "Gaussian", "-alpha", "off", "-depth", "8", "-compress", "None", to));
    }

    internal static string Convert(string page, string to, IReadOnlyList<string> options) => Tooled(to, file => Tool.Run("convert", "imagemagick", [page, .. options, file]));

    private static string Target(TemporaryFolder folder)
    {
        var sheet = folder.PathOf("target.pdf");
        using (var file = File.Create(sheet))
        {
            TargetPrinter.Write(file, new() { Code = new() { Office = BenchmarkNode.Office }, Title = "TARGET SHEET" }, SheetSize.A4);
        }

        return Tooled(folder.PathOf("target.jpg"), to => Tool.Run("pdftoppm", "poppler-utils", "-r", "300", "-gray", "-jpeg", "-singlefile", sheet, Path.ChangeExtension(to, null)));
    }

    private static string Tooled(string file, Func<string, ToolResult> make) =>
        make(file) is var made && made.ExitCode == 0 ? file : throw new InvalidOperationException($"{file} was not made: {made.Error}");

    /// <summary>Milliseconds of processor per page, in one worker that has looked at pages before.</summary>
    private static async Task<double> MeasureAsync(string work, List<string> files, CancellationToken cancellationToken)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "OfficeNode.TestWorker.dll");
        await using var pool = new ImageWorkerPool(new() { FileName = "dotnet", Arguments = ["exec", program], Workers = 1 }, TimeProvider.System);
        var looker = new PageLooker(pool);

        // Compiled once, then again for speed after some thirty calls: a scan of a hundred sheets hardly notices either.
        for (var warming = 0; warming < 40; warming++)
        {
            await LookAsync(looker, files[warming % files.Count], cancellationToken);
        }

        var times = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            var before = ProcessTree.Processor();
            foreach (var file in Enumerable.Repeat(files, 4).SelectMany(all => all))
            {
                await LookAsync(looker, file, cancellationToken);
            }

            times.Add((ProcessTree.Processor() - before) * 1_000 / (4 * files.Count));
        }

        var median = Benchmarks.Rounds.Median(times);
        Progress.Say($"{Name}, {work}: {median:F0} ms of processor");
        return median;
    }

    private static async Task LookAsync(PageLooker looker, string file, CancellationToken cancellationToken)
    {
        if ((await looker.LookAsync(file, 0, cancellationToken)).Look is not PageLook)
        {
            throw new InvalidOperationException($"{file} was not looked at.");
        }
    }
}

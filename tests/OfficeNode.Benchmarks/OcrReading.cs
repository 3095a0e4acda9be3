using System.Globalization;
using System.Xml.Linq;
using OfficeNode.Capture;
using OfficeNode.Capture.Reading;
using OfficeNode.Core;
using OfficeNode.TestKit;

namespace OfficeNode.Benchmarks;

/// <summary>Our line over a list of pages, in a process of its own: turned, levelled and read by two workers; text and ALTO of each page, a PDF of each set.</summary>
internal static class OcrReading
{
    public const string ChildCommand = "read-pages";
    public const int Workers = 2;
    private const string ProcessorFile = "processor";

    /// <summary>The list: name of the set, language, path and frame of each page, parted by tabs.</summary>
    public static async Task WriteListAsync(string list, IEnumerable<OcrSet> sets, CancellationToken cancellationToken) => await File.WriteAllLinesAsync(
        list, sets.SelectMany(set => set.Pages.Select(page => FormattableString.Invariant($"{set.Name}\t{set.Language}\t{page.Path}\t{page.Frame}"))), cancellationToken);

    public static async Task RunAsync(string list, string folder, CancellationToken cancellationToken)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "OfficeNode.TestWorker.dll");
        var images = new ImageWorkerOptions { FileName = "dotnet", Arguments = ["exec", program] };
        await using var pool = new ImageWorkerPool(ReadingWorkers.Of(images, Workers), TimeProvider.System);
        var engine = new TesseractEngine(pool);
        var pages = File.ReadLines(list).Select((line, i) => (Cells: line.Split('\t'), Number: i)).ToList();
        var texts = new PageText?[pages.Count];
        await Parallel.ForEachAsync(pages, new ParallelOptions { MaxDegreeOfParallelism = Workers, CancellationToken = cancellationToken }, async (page, cancellation) =>
        {
            var order = new ReadOrder { Languages = [page.Cells[1]] };
            var read = await engine.ReadAsync(page.Cells[2], int.Parse(page.Cells[3], null), order, cancellation);
            texts[page.Number] = read.Text;
        });

        foreach (var set in pages.GroupBy(page => page.Cells[0]))
        {
            await WriteAsync(Path.Combine(folder, set.Key), [.. set.Select(page => (page.Cells, texts[page.Number]))], pool, cancellationToken);
        }

        await File.WriteAllTextAsync(Path.Combine(folder, ProcessorFile), ProcessTree.Processor().ToString(CultureInfo.InvariantCulture), cancellationToken);
    }

    /// <summary>Seconds of processor of the workers, which are killed in the end.</summary>
    public static double ProcessorOfWorkers(string folder) => double.Parse(File.ReadAllText(Path.Combine(folder, ProcessorFile)), CultureInfo.InvariantCulture);

    /// <summary>The text of one page as <see cref="RunAsync"/> left it.</summary>
    public static string TextOf(string folder, OcrSet set, int page) => File.ReadAllText(FormattableString.Invariant($"{Path.Combine(folder, set.Name)}-{page + 1}.txt"));

    /// <summary>Degrees by which a page leaned, clockwise, as <see cref="RunAsync"/> wrote it into its ALTO; null for a page that was not read.</summary>
    public static double? LeanOf(string folder, OcrSet set, int page)
    {
        var alto = FormattableString.Invariant($"{Path.Combine(folder, set.Name)}-{page + 1}.xml");
        return new FileInfo(alto).Length == 0 ? null : -(double?)XDocument.Load(alto).Descendants().First(element => element.Name.LocalName == "Page").Attribute("ROTATION") ?? 0;
    }

    private static async Task WriteAsync(string name, IReadOnlyList<(string[] Cells, PageText? Text)> pages, ImageWorkerPool pool, CancellationToken cancellationToken)
    {
        await using var output = File.Create(name + ".pdf");
        using var pdf = new SearchablePdf(output, Path.GetFileName(name), pages[0].Cells[1], pool);
        for (var i = 0; i < pages.Count; i++)
        {
            var (cells, text) = pages[i];
            await pdf.AddAsync(cells[2], int.Parse(cells[3], null), null, text, cancellationToken);
            var page = FormattableString.Invariant($"{name}-{i + 1}");
            await File.WriteAllTextAsync(page + ".txt", text is null ? "" : PlainText.Of(text), cancellationToken);
            await using var alto = File.Create(page + ".xml");
            if (text is not null)
            {
                AltoWriter.Write(text, Path.GetFileName(cells[2]), i + 1, alto);
            }
        }

        await pdf.EndAsync(cancellationToken);
    }
}

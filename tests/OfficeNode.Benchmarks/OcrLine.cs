using System.Globalization;
using OfficeNode.TestKit;

namespace OfficeNode.Benchmarks;

/// <summary>Pages turned, levelled, read, and written as text, ALTO and PDF, beside <c>ocrmypdf</c> on the same pages and cores, and beside <c>tesseract</c> alone, which only writes text.</summary>
/// <remarks>
/// What favours the others is granted: pages of a set come to them in one document, so that programs start and models load once; each may use two cores.
/// </remarks>
internal static class OcrLine
{
    public const string Name = "ocr-line";

    // The daily run; OFFICENODE_LONG=1 takes some 200 pages of dossiers and all scans.
    private const int Dossiers = 6;
    private const int DossiersOfLongRun = 24;
    private const int Scans = 16;
    private const double Bar = 2;
    private const string OursFolder = "ours";

    /// <summary>A program that reads all sets.</summary>
    /// <param name="TextOf">What it read on a page of a set, by number from 0.</param>
    private sealed record Run(string Title, Cost Cost, long Megabytes, Func<OcrSet, int, string> TextOf);

    public static async Task<IReadOnlyList<Row>> RunAsync(CancellationToken cancellationToken)
    {
        using var folder = new TemporaryFolder();
        var sets = await SetsAsync(folder, cancellationToken);
        await OcrReading.WriteListAsync(folder.PathOf("list.tsv"), sets, cancellationToken);
        var documents = await DocumentsAsync(sets, folder, cancellationToken);

        var tesseract = await MeasureAsync("tesseract", "`tesseract` alone", Commands(sets, (set, to) => Tesseract(set, documents[set.Name], to)), folder, cancellationToken);
        var ours = await OursAsync(folder, cancellationToken);
        var plain = await MeasureAsync("plain", "`ocrmypdf -j 2`", Commands(sets, (set, to) => Ocrmypdf("", set, documents[set.Name], to)), folder, cancellationToken);
        var same = await MeasureAsync(
            "same", "`ocrmypdf -j 2 --rotate-pages --deskew`", Commands(sets, (set, to) => Ocrmypdf("--rotate-pages --deskew", set, documents[set.Name], to)), folder, cancellationToken);

        var pages = sets.Sum(set => set.Pages.Count);
        var (errors, noMore) = ErrorsOf("OCR line: letters read wrongly on all pages with known text", sets, ours, same, plain, tesseract);
        return
        [
            SpeedOf(pages, ours, same) with { Bar = ">= 2", IsHeld = same.Cost.Wall / ours.Cost.Wall >= Bar },
            SpeedOf(pages, ours, plain) with { Work = "– against its default, which neither turns nor levels pages", Bar = ">= 2", IsHeld = plain.Cost.Wall / ours.Cost.Wall >= Bar },
            SpeedOf(pages, ours, tesseract) with { Work = "– against reading alone: no turning, no ALTO, no PDF" },
            new("– memory of all its processes together", "MB at the peak", $"{ours.Megabytes}", $"{same.Title}: {same.Megabytes}; {plain.Title}: {plain.Megabytes}; {tesseract.Title}: {tesseract.Megabytes}"),
            LeanLeft(sets, folder.PathOf(OursFolder)),
            errors with { Bar = "no more", IsHeld = noMore },
            .. sets.Where(set => set.Pages.Any(page => page.Truth is not null)).GroupBy(set => set.Kind).Select(kind => ErrorsOf("– " + kind.Key, [.. kind], ours, same, plain, tesseract).Row),
        ];
    }

    private static async Task<IReadOnlyList<OcrSet>> SetsAsync(TemporaryFolder folder, CancellationToken cancellationToken)
    {
        var made = Environment.GetEnvironmentVariable("OFFICENODE_DOSSIERS");
        if (string.IsNullOrEmpty(made))
        {
            made = folder.PathOf("dossiers");
            var generator = SharedMaterial.Require("tools/make_dossiers.sh");
            await Cost.OfShellAsync($"bash '{generator}' -n {FaultPoints.Count(Dossiers, DossiersOfLongRun)} -s 31 -o '{made}'", folder.Path, cancellationToken);
        }

        var dossiers = OcrPages.Dossiers(made).ToList();
        var languages = dossiers.Select(set => set.Language).ToHashSet();
        return [.. dossiers, .. OcrPages.WithTruth(languages), OcrPages.Scans(FaultPoints.Count(Scans, int.MaxValue))];
    }

    /// <summary>One document for each set: the batch of a dossier, or a PDF of its images, which costs nothing here.</summary>
    private static async Task<IReadOnlyDictionary<string, string>> DocumentsAsync(IReadOnlyList<OcrSet> sets, TemporaryFolder folder, CancellationToken cancellationToken)
    {
        var documents = new Dictionary<string, string>();
        foreach (var set in sets)
        {
            documents[set.Name] = set.Document ?? folder.PathOf(set.Name + ".pdf");
            if (set.Document is null)
            {
                var images = string.Join(' ', set.Pages.Select(page => $"'{page.Path}'"));
                await Cost.OfShellAsync($"/usr/bin/python3 -m img2pdf --output '{documents[set.Name]}' {images}", folder.Path, cancellationToken);
            }
        }

        return documents;
    }

    private static string Commands(IEnumerable<OcrSet> sets, Func<OcrSet, string, string> command) => string.Join('\n', sets.Select(set => command(set, set.Name)));

    private static string Ocrmypdf(string options, OcrSet set, string document, string to) =>
        $"ocrmypdf -j {OcrReading.Workers} -l {set.Language} {options} --sidecar '{to}.txt' '{document}' '{to}.pdf' 2> /dev/null";

    /// <summary>Two processes, each with half of the pages one after the other, because the program itself uses one core best.</summary>
    private static string Tesseract(OcrSet set, string document, string to)
    {
        var half = (set.Pages.Count + 1) / 2;
        return set.Document is null
            ? Reading(set.Pages.Take(half).Select(page => page.Path), $"{to}.1", set) + " & " + Reading(set.Pages.Skip(half).Select(page => page.Path), $"{to}.2", set) + " ; wait"
            : $"tiffsplit '{document}' '{to}-' ; ls {to}-*.tif | head -n {half} > {to}.1.list ; ls {to}-*.tif | tail -n +{half + 1} > {to}.2.list ; "
                + Listed($"{to}.1", set) + " & " + Listed($"{to}.2", set) + " ; wait";
    }

    private static string Reading(IEnumerable<string> paths, string to, OcrSet set) => $"printf '%s\\n' {string.Join(' ', paths.Select(path => $"'{path}'"))} > {to}.list && {Listed(to, set)}";

    private static string Listed(string to, OcrSet set) => $"OMP_THREAD_LIMIT=1 tesseract {to}.list {to} -l {set.Language} 2> /dev/null";

    private static async Task<Run> OursAsync(TemporaryFolder folder, CancellationToken cancellationToken)
    {
        var to = Directory.CreateDirectory(folder.PathOf(OursFolder)).FullName;
        var command = $"{ThisProgram.Command} {OcrReading.ChildCommand} '{folder.PathOf("list.tsv")}' '{to}'";
        var (cost, peak) = await ProcessTree.PeakOfAsync(() => Cost.OfShellAsync(command, to, cancellationToken), cancellationToken);
        cost = cost with { Processor = cost.Processor + OcrReading.ProcessorOfWorkers(to) };
        Progress.Say($"{Name}, ours: {cost.Wall:F1} s, processor {cost.Processor:F1} s, {peak} MB");
        return new("ours", cost, peak, (set, page) => OcrReading.TextOf(to, set, page));
    }

    private static async Task<Run> MeasureAsync(string name, string title, string command, TemporaryFolder folder, CancellationToken cancellationToken)
    {
        var to = Directory.CreateDirectory(folder.PathOf(name)).FullName;
        await Cost.SettleAsync(cancellationToken);
        var (cost, peak) = await ProcessTree.PeakOfAsync(() => Cost.OfShellAsync(command, to, cancellationToken), cancellationToken);
        Progress.Say($"{Name}, {title}: {cost.Wall:F1} s, processor {cost.Processor:F1} s, {peak} MB");
        return new(title, cost, peak, (set, page) => PageOf(to, set, page));
    }

    /// <summary>Programs write the text of all pages into one file or two, a form feed after each page.</summary>
    private static string PageOf(string folder, OcrSet set, int page)
    {
        string[] files = [$"{set.Name}.txt", $"{set.Name}.1.txt", $"{set.Name}.2.txt"];
        var text = string.Concat(files.Select(file => Path.Combine(folder, file)).Where(File.Exists).Select(file => Ended(File.ReadAllText(file))));
        return text.Split('\f').ElementAtOrDefault(page) ?? "";
    }

    private static string Ended(string text) => text.EndsWith('\f') ? text : text + '\f';

    private static Row SpeedOf(int pages, Run ours, Run theirs) => new(
        FormattableString.Invariant($"OCR line: {pages} pages to text, ALTO and PDF"),
        "pages per minute on the clock (per minute of processor)",
        Speed(pages, ours.Cost),
        $"{theirs.Title}: {Speed(pages, theirs.Cost)}",
        FormattableString.Invariant($"{theirs.Cost.Wall / ours.Cost.Wall:F2} ({theirs.Cost.Processor / ours.Cost.Processor:F2})"));

    /// <summary>How far off the lean was that was taken out: what is left of it in the page that is read.</summary>
    private static Row LeanLeft(IEnumerable<OcrSet> sets, string folder)
    {
        var left = sets.SelectMany(set => set.Pages.Select((page, number) => page.Lean is { } lean ? Math.Abs((OcrReading.LeanOf(folder, set, number) ?? 0) - lean) : (double?)null))
            .OfType<double>().Order().ToList();
        double At(double share) => left.Count == 0 ? 0 : left[(int)Math.Min(left.Count - 1, left.Count * share)];
        return new Row(
            FormattableString.Invariant($"– lean left after levelling, {left.Count} pages of dossiers"),
            "degrees, 95th percentile",
            string.Create(CultureInfo.InvariantCulture, $"{At(0.95):F2} (median {At(0.5):F2}, 99.5th {At(0.995):F2}, worst {At(1):F2})"));
    }

    private static string Speed(int pages, Cost cost) => string.Create(CultureInfo.InvariantCulture, $"{pages * 60 / cost.Wall:F0} ({pages * 60 / cost.Processor:F0})");

    private static (Row Row, bool Held) ErrorsOf(string work, IReadOnlyList<OcrSet> sets, Run ours, params Run[] theirs)
    {
        var mine = ErrorsOf(sets, ours);
        var others = theirs.Select(run => (run.Title, Errors: ErrorsOf(sets, run))).ToList();
        var row = new Row(
            work,
            FormattableString.Invariant($"% of {mine.Letters} letters"),
            FormattableString.Invariant($"{mine.Rate * 100:F2}"),
            string.Join("; ", others.Select(other => FormattableString.Invariant($"{other.Title}: {other.Errors.Rate * 100:F2}"))));
        return (row, others.All(other => mine.Rate <= other.Errors.Rate));
    }

    private static CharacterErrors ErrorsOf(IReadOnlyList<OcrSet> sets, Run run)
    {
        var sum = default(CharacterErrors);
        foreach (var (set, number) in sets.SelectMany(set => set.Pages.Select((_, number) => (set, number))))
        {
            if (set.Pages[number].Truth is { } truth)
            {
                sum += CharacterErrors.Of(truth, run.TextOf(set, number));
            }
        }

        return sum;
    }
}

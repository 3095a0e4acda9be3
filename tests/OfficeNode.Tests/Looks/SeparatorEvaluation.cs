using System.Globalization;
using NUnit.Framework;
using OfficeNode.Core;
using OfficeNode.TestKit;

namespace OfficeNode.Tests.Looks;

/// <summary>The promises about separator sheets, on spoiled pages: a few of them each day, all with <c>OFFICENODE_LONG=1</c>. The figures are printed.</summary>
public sealed class SeparatorEvaluation
{
    private const double FeederSkew = 10;
    private const int LeastSide = 400;

    // Sheets with Patch T among the scans: CodeReadingTests demands that they are seen.
    private static readonly string[] PatchSheets = ["patcht.jpg", "skewed.jpg", "deskewed.jpg", "word_patcht_p1.jpg"];

    private LookBench _bench = null!;   // set before each test

    [SetUp]
    public void Open() => _bench = new();

    [TearDown]
    public async Task Close() => await _bench.DisposeAsync();

    [Test]
    public async Task Nearly_every_spoiled_sheet_is_read()
    {
        const int Kinds = 10;
        var codes = Enumerable.Range(0, Kinds).Select(n => string.Create(CultureInfo.InvariantCulture, $"OFN1-KE-{"PUTD"[n % 4]}-2026-{n * 7919:D6}-{DocumentCode.All[n]}{(n % 2 == 0 ? "-12" : "")}")).ToList();
        var sheets = new[] { 200, 300 }.ToDictionary(dpi => dpi, dpi => _bench.Print(dpi, [.. codes.Select(LookBench.Sheet)]));
        var count = Count(16, 2_000);

        var missed = await RunAsync(count, async n =>
        {
            var (damage, dpi) = (PageDamage.Draw(n, FeederSkew) with { Streak = true }, n % 2 == 0 ? 200 : 300);
            var look = await _bench.LookAsync(damage.Apply(sheets[dpi][n / 2 % Kinds]));
            var found = look.Codes.Any(code => code.Text == codes[n / 2 % Kinds]);
            var parted = look.Codes.Any(code => code.Symbology == FoundCode.PatchT);
            return found ? null : $"{dpi} dpi {damage}{(parted ? ", but parted" : ", NOT PARTED")}";
        });

        Report("sheets read", count - missed.Count, count, missed);
        Assert.That(missed, Has.Count.LessThanOrEqualTo(count / 1_000));
    }

    [Test]
    public async Task Nearly_every_spoiled_sheet_without_data_is_seen()
    {
        var sheets = new[] { 200, 300 }.ToDictionary(dpi => dpi, dpi => _bench.Print(dpi, LookBench.BlankSheet)[0]);
        var count = Count(8, 500);

        var missed = await RunAsync(count, async n =>
        {
            var (damage, dpi) = (PageDamage.Draw(n + 50_000, FeederSkew) with { Streak = true }, n % 2 == 0 ? 200 : 300);
            var look = await _bench.LookAsync(damage.Apply(sheets[dpi]));
            return look.Codes.Any(code => code.Symbology == FoundCode.PatchT) ? null : $"{dpi} dpi {damage}";
        });

        Report("sheets without data seen", count - missed.Count, count, missed);
        Assert.That(missed, Has.Count.LessThanOrEqualTo(count / 1_000));
    }

    // One copy of a code has no second one where a streak runs through it: these are figures to watch, not the promise.
    [TestCase("QR", 980)]
    [TestCase("CODE128", 970)]
    [TestCase("CODE39", 970)]
    public async Task Codes_of_other_makers_are_read(string kind, int inThousand)
    {
        const string Code = "OFN1-KE-P-2026-004672-APP";
        var page = _bench.Zint(kind, Code);
        var count = Count(6, 400);
        var wrong = 0;

        var missed = await RunAsync(count, async n =>
        {
            var damage = PageDamage.Draw(n + 70_000, FeederSkew);
            var look = await _bench.LookAsync(damage.Apply(page));
            wrong += look.Codes.Count(code => code.Text != Code);
            return look.Codes.Any(code => code.Text == Code) ? null : damage.ToString();
        });

        Report($"{kind} read", count - missed.Count, count, missed);
        Assert.Multiple(() =>
        {
            Assert.That(wrong, Is.Zero, "A code that is read as another one leads pages astray.");
            Assert.That(missed, Has.Count.LessThanOrEqualTo(count - count * inThousand / 1_000));
        });
    }

    [Test]
    public async Task No_ordinary_page_parts_a_batch()
    {
        var files = OrdinaryPages();
        var count = Count(40, 12_500);   // a fifth of the pictures are lines cut out of pages
        var looked = 0;

        var split = await RunAsync(Math.Min(count, files.Count), async file =>
        {
            var page = PagePicture.OfImage(files[file]);
            if (Math.Min(page.Width, page.Height) < LeastSide)
            {
                return null;   // a line of writing cut out of its page
            }

            var trouble = new List<string>();
            for (var n = file; n < count; n += files.Count)
            {
                var damage = PageDamage.Draw(n + 100_000, n % 3 == 0 ? FeederSkew : 2);
                var look = await _bench.LookAsync(damage.Apply(page));
                trouble.AddRange(look.Codes.Where(Parts).Select(code => $"{files[file]}, {damage}: {code}"));
            }

            Interlocked.Add(ref looked, (count - file + files.Count - 1) / files.Count);
            return trouble.Count == 0 ? null : string.Join('\n', trouble);
        });

        Report($"pages, of {files.Count} scans, left alone", looked - split.Count, looked, split);
        Assert.That(split, Is.Empty);
    }

    private static int Count(int daily, int promised) =>
        int.TryParse(Environment.GetEnvironmentVariable("OFFICENODE_COUNT"), CultureInfo.InvariantCulture, out var count) ? Math.Min(count, promised) : FaultPoints.Count(daily, promised);

    private static bool Parts(FoundCode code) => code.Symbology == FoundCode.PatchT || code.Text.StartsWith(SeparatorCode.Prefix, StringComparison.OrdinalIgnoreCase);

    /// <summary>Scans of all kinds, beside the project, and pages of generated dossiers where somebody has made them.</summary>
    private static List<string> OrdinaryPages() =>
    [
        .. new[] { "samples/scans", "samples/ocr-gt" }
            .Select(SharedMaterial.Require)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            .Concat(GeneratedPages())
            .Where(file => Path.GetExtension(file).ToUpperInvariant() is ".TIF" or ".JPG" or ".PNG")
            .Where(file => !PatchSheets.Contains(Path.GetFileName(file)))
            .Order(StringComparer.Ordinal),
    ];

    private static IEnumerable<string> GeneratedPages() => Environment.GetEnvironmentVariable("OFFICENODE_DOSSIERS") is { } folder
        ? Directory.EnumerateFiles(folder, "truth.json", SearchOption.AllDirectories).SelectMany(PagesOf)
        : [];

    /// <summary>The pages of a generated dossier that are no separators.</summary>
    private static IEnumerable<string> PagesOf(string truth)
    {
        using var json = System.Text.Json.JsonDocument.Parse(File.ReadAllBytes(truth));
        return [.. json.RootElement.GetProperty("pages").EnumerateArray()
            .Where(page => page.GetProperty("type").GetString() != "separator")
            .Select(page => Path.Combine(Path.GetDirectoryName(truth)!, page.GetProperty("file").GetString()!))];   // a file has a folder, a page a file
    }

    /// <summary>Runs on both cores and gathers what went wrong.</summary>
    private static async Task<List<string>> RunAsync(int count, Func<int, Task<string?>> judge)
    {
        var wrong = new List<string>();
        await Parallel.ForEachAsync(Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (n, _) =>
        {
            if (await judge(n) is { } trouble)
            {
                lock (wrong)
                {
                    wrong.Add(trouble);
                }
            }
        });
        return wrong;
    }

    private static void Report(string what, int good, int count, List<string> wrong)
    {
        TestContext.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {good} of {count} ({100.0 * good / count:F2} %)"));
        wrong.ForEach(TestContext.Out.WriteLine);
    }
}

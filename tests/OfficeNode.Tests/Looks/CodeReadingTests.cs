using NUnit.Framework;
using OfficeNode.Capture.Looks;
using OfficeNode.Core;
using OfficeNode.TestKit;

namespace OfficeNode.Tests.Looks;

[Parallelizable(ParallelScope.Self)]   // workers of its own, one of which leaves a core free
public sealed class CodeReadingTests
{
    private const string Code = "OFN1-KE-P-2026-004672-APP";

    private LookBench _bench = null!;   // set before each test

    [SetUp]
    public void Open() => _bench = new();

    [TearDown]
    public async Task Close() => await _bench.DisposeAsync();

    [TestCase("QR")]
    [TestCase("CODE128")]
    [TestCase("CODE39")]
    public async Task Codes_of_zint_are_read(string kind)
    {
        var page = _bench.Zint(kind, Code);

        var look = await _bench.LookAsync(page.ToBilevelTiff());

        Assert.That(look.Codes.Select(code => (code.Symbology, code.Text)), Is.EqualTo(new[] { (kind, Code) }));
    }

    [TestCase("CODE128", 8.5, 4)]
    [TestCase("CODE39", -9, 9)]
    public async Task Bars_that_lean_more_than_their_height_allows_are_turned_first(string kind, double skew, int seed)
    {
        var page = _bench.Zint(kind, Code);

        var look = await _bench.LookAsync(new PageDamage { Seed = seed, Skew = skew }.Apply(page));

        Assert.That(look.Codes.Select(code => code.Text), Is.EqualTo(new[] { Code }));
    }

    [Test]
    public async Task Box_of_a_code_lies_where_the_code_stands()
    {
        var page = _bench.Zint("QR", Code);

        var look = await _bench.LookAsync(page);

        var box = look.Codes.Single().Box;
        Assert.Multiple(() =>
        {
            Assert.That(box.X, Is.EqualTo(page.Length(16)).Within(page.Length(3)));
            Assert.That(box.Y, Is.EqualTo(page.Length(60)).Within(page.Length(3)));
            Assert.That(box.Width, Is.EqualTo(box.Height).Within(page.Length(2)));
        });
    }

    [Test]
    public async Task Box_lies_in_the_frame_as_its_orientation_turns_it()
    {
        var page = _bench.Zint("QR", Code);

        var look = await _bench.LookAsync(page.ToGreyTiff(orientation: 6));

        var box = look.Codes.Single().Box;
        Assert.Multiple(() =>
        {
            Assert.That(box.Right, Is.EqualTo(page.Height - page.Length(60)).Within(page.Length(3)));
            Assert.That(box.Y, Is.EqualTo(page.Length(16)).Within(page.Length(3)));
        });
    }

    [Test]
    public async Task Without_zbar_a_page_is_looked_at_and_the_package_named()
    {
        Assume.That(OperatingSystem.IsLinux(), "The library is hidden by a path of Linux's loader.");
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.PathOf("libzbar.so.0"), "this is no library, so that none is loaded");
        await using var bench = new LookBench(options => options with { FileName = "env", Arguments = [$"LD_LIBRARY_PATH={folder.Path}", options.FileName, .. options.Arguments] });
        var path = bench.PathOf("page.tif");
        await File.WriteAllBytesAsync(path, _bench.Zint("QR", Code).ToGreyTiff());

        var looked = await bench.Looker.LookAsync(path, 0, CancellationToken.None);

        Assert.Multiple(() =>
        {
            Assert.That(looked.Look, Has.Property("IsBlank").False.And.Property("Codes").Empty);
            Assert.That(looked.Findings.Select(finding => (finding.Rule, finding.Severity, finding.Expected)), Is.EqualTo(new[] { (LookFindings.NoCodeReader, Severity.Info, "libzbar0") }));
        });
    }

    [Test]
    public async Task Code_that_shines_through_from_the_sheet_before_is_none()
    {
        var behind = _bench.Zint("QR", Code);
        var page = PaperScenes.Empty(1);
        for (var i = 0; i < page.Pixels.Length; i++)
        {
            page.Pixels[i] = (byte)(page.Pixels[i] * (0.75 + 0.25 * behind.Pixels[i] / 255));
        }

        var look = await _bench.LookAsync(page);

        Assert.That(look.Codes, Is.Empty);
    }

    [TestCase(0)]
    [TestCase(4)]
    [TestCase(90)]
    [TestCase(183)]
    public async Task Code_that_shines_through_as_dark_as_print_is_known_by_being_mirrored(double turn)
    {
        var page = _bench.Zint("QR", Code);
        var mirrored = page.Copy();
        for (var row = 0; row < mirrored.Height; row++)
        {
            mirrored.Pixels.AsSpan(row * mirrored.Width, mirrored.Width).Reverse();
        }

        var seen = await _bench.LookAsync(new PageDamage { Seed = 1, Skew = turn }.Apply(page));
        var through = await _bench.LookAsync(new PageDamage { Seed = 1, Skew = turn }.Apply(mirrored));

        Assert.That((seen.Codes.Select(code => code.Text), through.Codes.Count), Is.EqualTo((new[] { Code }, 0)));
    }

    [TestCase(0)]
    [TestCase(180)]
    public async Task Patch_T_is_seen_from_either_end_of_the_sheet(double turn)
    {
        var page = Patch([2.03, 5.08, 2.03, 5.08]);

        var look = await _bench.LookAsync(new PageDamage { Seed = 1, Skew = turn + 4 }.Apply(page));

        Assert.That(look.Codes.Select(code => code.Symbology), Is.EqualTo(new[] { FoundCode.PatchT }));
    }

    [TestCase(5.08, 2.03, 2.03, 5.08)]
    [TestCase(5.08, 5.08, 2.03, 2.03)]
    [TestCase(2.03, 5.08, 5.08, 2.03)]
    [TestCase(2.03, 2.03, 2.03, 2.03)]
    public async Task Other_bars_are_no_patch_T(double first, double second, double third, double fourth)
    {
        var page = Patch([first, second, third, fourth]);

        var look = await _bench.LookAsync(page);

        Assert.That(look.Codes, Is.Empty);
    }

    [Test]
    public async Task Patch_T_that_is_printed_as_a_code_is_taken_for_the_mark()
    {
        var page = _bench.Zint("CODE128", "PATCHT");

        var look = await _bench.LookAsync(page);

        Assert.That(look.Codes.Select(code => (code.Symbology, code.Text)), Is.EqualTo(new[] { (FoundCode.PatchT, "") }));
    }

    [TestCase("patcht.jpg")]
    [TestCase("skewed.jpg")]
    [TestCase("word_patcht_p1.jpg")]
    public async Task Patch_T_of_other_makers_is_seen(string scan)
    {
        var file = SharedMaterial.Require($"samples/scans/naps2/{scan}");

        var look = await _bench.LookAtFileAsync(file);

        Assert.That(look.Codes.Select(code => code.Symbology), Has.Some.EqualTo(FoundCode.PatchT));
    }

    [Test]
    public async Task Scans_of_ordinary_pages_part_nothing()
    {
        var folder = SharedMaterial.Require("samples/scans/tesseract-test");

        var codes = new List<FoundCode>();
        foreach (var file in Directory.EnumerateFiles(folder, "*.tif"))
        {
            codes.AddRange((await _bench.LookAtFileAsync(file)).Codes);
        }

        Assert.That(codes, Is.Empty);
    }

    private static PagePicture Patch(double[] bars)
    {
        var (page, y) = (PagePicture.Blank(), 12.0);
        foreach (var bar in bars)
        {
            page.Fill(60, y, 80, bar);
            y += bar + 2.03;
        }

        return page;
    }
}

using System.Globalization;
using NUnit.Framework;
using OfficeNode.TestKit;

namespace OfficeNode.Tests.Looks;

[Parallelizable(ParallelScope.Self)]   // workers of its own, one of which leaves a core free
public sealed class BlankPageTests
{
    private LookBench _bench = null!;   // set before each test

    [SetUp]
    public void Open() => _bench = new();

    [TearDown]
    public async Task Close() => await _bench.DisposeAsync();

    [TestCase("empty paper", true)]
    [TestCase("holes, specks, border, streak", true)]
    [TestCase("show-through", true)]
    [TestCase("faint stamp", false)]
    [TestCase("pencil note", false)]
    [TestCase("page number", false)]
    public async Task Blank_is_what_nobody_wrote_on(string scene, bool isBlank)
    {
        var count = FaultPoints.Count(3, 200);

        var wrong = new List<int>();
        for (var seed = 0; seed < count; seed++)
        {
            var look = await _bench.LookAsync(Draw(scene, seed));
            if (look.IsBlank != isBlank)
            {
                wrong.Add(seed);
            }
        }

        TestContext.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{scene}: {(isBlank ? "not folded away" : "false blanks")} {wrong.Count} of {count} {string.Join(' ', wrong)}"));

        // What is shown though nobody wrote on it costs a glance; what is folded away though somebody did may be lost.
        Assert.That(wrong, Has.Count.LessThanOrEqualTo(isBlank ? count / 10 : 0));
    }

    [Test]
    public async Task One_bit_page_with_specks_and_holes_is_blank()
    {
        var page = PaperScenes.Dirt(4);

        var look = await _bench.LookAsync(page.ToBilevelTiff());

        Assert.That(look.IsBlank, Is.True);
    }

    [Test]
    public async Task One_bit_page_with_a_line_of_writing_is_not_blank()
    {
        var page = PaperScenes.PencilNote(1);

        var look = await _bench.LookAsync(page.ToBilevelTiff(215));

        Assert.That(look.IsBlank, Is.False);
    }

    [Test]
    public async Task Photograph_that_fills_the_sheet_is_not_blank()
    {
        var page = PagePicture.Blank(100).Fill(0, 0, 211, 200, 60);

        var look = await _bench.LookAsync(page);

        Assert.That(look.IsBlank, Is.False);
    }

    private static PagePicture Draw(string scene, int seed) => scene switch
    {
        "empty paper" => PaperScenes.Empty(seed),
        "show-through" => PaperScenes.ShowThrough(seed),
        "faint stamp" => PaperScenes.FaintStamp(seed),
        "pencil note" => PaperScenes.PencilNote(seed),
        "page number" => PaperScenes.PageNumber(seed),
        _ => PaperScenes.Dirt(seed),
    };
}

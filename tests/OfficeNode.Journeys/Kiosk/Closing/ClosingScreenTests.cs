using NUnit.Framework;
using OfficeNode.Core.People;
using OfficeNode.Journeys.Scanning;
using OfficeNode.Journeys.Service;

namespace OfficeNode.Journeys.Kiosk.Closing;

/// <summary>The day is closed by keys alone, in a language of each direction.</summary>
[CancelAfter(300_000)]
[Parallelizable(ParallelScope.Self)]   // a node of its own
public sealed class ClosingScreenTests : ScreenTests
{
    [TestCaseSource(typeof(ScreenLanguages), nameof(ScreenLanguages.Today))]
    public async Task A_day_is_closed_once_somebody_looked_into_the_feeder(string language, CancellationToken cancellation)
    {
        await Node.DoAsync("scan", "--rest", "0", "--source", $"folder:{Papers.Lay(Node, 3)}");
        await using var served = await ServedNode.StartAsync(Node, Node.Time, cancellation);
        var page = await OpenAsAsync(served, "/closing", new BrowserLook { Locale = language }, Role.Clerk);

        await page.PressAsync("Control+Enter");
        await Expect(page, ".summary").ToBeFocusedAsync();
        await CheckAsync(page, language + "-closing-wrong");
        await TabToAsync(page, "#Given-Feeder");
        await page.PressAsync("Space", "Tab");
        await page.TypeAsync("Box 14 is still at the glass.");
        await page.PressAsync("Control+Enter");
        await Expect(page, "[role=status].note").ToBeFocusedAsync();
        await CheckAsync(page, language + "-closing");
        await TabToAsync(page, ".note a");
        await page.PressAsync("Enter");
        await Expect(page, "main").ToContainTextAsync("Box 14 is still at the glass.");
        await CheckAsync(page, language + "-daily-sheet");

        var day = Node.Read(session => session.Days.Newest(1)).Single();
        Assert.That((day.Day, day.Author, day.IsFeederEmpty, day.Counts.Pages, day.Counts.ToArrange), Is.EqualTo((Node.Time.Day, "clerk", true, 3L, 1L)));
    }

    [Test]
    public async Task The_screens_are_clean_at_half_the_width(CancellationToken cancellation)
    {
        await using var served = await ServedNode.StartAsync(Node, Node.Time, cancellation);
        var page = await OpenAsAsync(served, "/closing", new BrowserLook().Zoomed(), Role.Clerk);

        await CheckZoomedAsync(page, "en-zoomed-closing");
    }
}

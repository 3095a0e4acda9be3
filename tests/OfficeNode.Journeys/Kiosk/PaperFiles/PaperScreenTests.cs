using NUnit.Framework;
using OfficeNode.Core;
using OfficeNode.Core.People;
using OfficeNode.Journeys.Service;

namespace OfficeNode.Journeys.Kiosk.PaperFiles;

/// <summary>Paper files are put away, charged out and given back by keys alone, in a language of each direction.</summary>
[CancelAfter(300_000)]
[Parallelizable(ParallelScope.Self)]   // a node of its own
public sealed class PaperScreenTests : ScreenTests
{
    [TestCaseSource(typeof(ScreenLanguages), nameof(ScreenLanguages.Today))]
    public async Task Files_are_put_away_charged_out_and_given_back(string language, CancellationToken cancellation)
    {
        await Node.DoAsync(GeneratedRecords.Write(Node, Right.Trademark, 3));
        var numbers = GeneratedRecords.Dossiers(Right.Trademark, 3);
        await using var served = await ServedNode.StartAsync(Node, Node.Time, cancellation);
        var page = await OpenAsAsync(served, "/paper", new BrowserLook { Locale = language }, Role.Clerk);
        await CheckAsync(page, language + "-paper-empty");

        await SayAsync(page, "PutAway", "Shelf B, box 14", numbers);
        await Expect(page, "[role=status].note").ToContainTextAsync("Shelf B, box 14");
        await SayAsync(page, "ChargedOut", "Binta Keita", [numbers[0], "P-1999-0"]);
        await Expect(page, ".summary").ToBeFocusedAsync();
        await CheckAsync(page, language + "-paper-wrong");
        await Expect(page, "#Given-Numbers").ToHaveValueAsync("P-1999-0");
        await page.GoAsync("/register/1");
        await Expect(page, "main").ToContainTextAsync("Binta Keita");
        await CheckAsync(page, language + "-register-paper");
        await page.PressAsync("p");
        await Expect(page, "#Given-Numbers").ToHaveValueAsync(numbers[0]);
        await Expect(page, "section[aria-labelledby=found] tbody tr").ToHaveCountAsync(1);
        await TabToAsync(page, "#q");
        await page.TypeAsync("shelf b");
        await page.PressAsync("Enter");
        await Expect(page, "section[aria-labelledby=found] tbody tr").ToHaveCountAsync(3);
        await CheckAsync(page, language + "-paper");
        await SayAsync(page, "GivenBack", "", [numbers[0]]);

        await Expect(page, "section[aria-labelledby=out] .empty").ToBeVisibleAsync();
    }

    [Test]
    public async Task The_screen_is_clean_at_half_the_width(CancellationToken cancellation)
    {
        await using var served = await ServedNode.StartAsync(Node, Node.Time, cancellation);
        var page = await OpenAsAsync(served, "/paper", new BrowserLook().Zoomed(), Role.Clerk);

        await CheckZoomedAsync(page, "en-zoomed-paper");
    }

    private static async Task SayAsync(BrowserPage page, string kind, string what, IReadOnlyList<string> numbers)
    {
        await TabToAsync(page, "[name='Given.Kind']");
        for (var step = 0; step < 3 && !await page.Page.Locator("#Given-Kind-" + kind).IsCheckedAsync(); step++)
        {
            await page.PressAsync("ArrowDown");
        }

        await TabToAsync(page, "#Given-What");
        await page.PressAsync("Control+A");
        await page.TypeAsync(what);
        await TabToAsync(page, "#Given-Numbers");
        await page.PressAsync("Control+A");
        await page.TypeAsync(string.Join('\n', numbers));
        await page.PressAsync("Control+Enter");
    }
}

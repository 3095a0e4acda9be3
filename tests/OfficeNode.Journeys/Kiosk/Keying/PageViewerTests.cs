using Microsoft.Playwright;
using NUnit.Framework;

namespace OfficeNode.Journeys.Kiosk.Keying;

/// <summary>The page beside the form, moved by keys alone.</summary>
[Parallelizable(ParallelScope.Self)]   // a site of its own for each test
public sealed class PageViewerTests : ComponentTests
{
    [Test]
    public async Task The_page_follows_the_field_with_the_focus_and_outlines_its_place()
    {
        var page = await OpenAsync("/keying");
        await page.PressAsync("F8");

        await Expect(page, "[data-viewer-page='2']").ToHaveAttributeAsync("aria-current", "true");

        await Expect(page, "[data-viewer-said]").ToHaveTextAsync("Page 2 of 3 · zoomed to the field");
        await Expect(page, "[data-viewer-box]").ToBeInViewportAsync();

        // 1500 to 1700 of 2000 across and 1500 to 1600 down, on a picture that is turned right once: from the start 75 to 80 %, from the end 15 to 25 % up.
        Assert.That(await page.Page.EvaluateAsync<string>("() => (s => [s.left, s.top, s.width, s.height].join(' '))(document.querySelector('[data-viewer-box]').style)"), Is.EqualTo("75% 15% 5% 10%"));
    }

    [Test]
    public async Task The_picture_of_every_pixel_comes_when_it_is_needed()
    {
        var page = await OpenAsync("/keying");

        await page.PressAsync("F6", "+", "+");

        await Expect(page, "[data-viewer-sheet] img").ToHaveAttributeAsync("src", "/pictures/1/full");
        await Expect(page, "[data-viewer-said]").ToHaveTextAsync("Page 1 of 3 · 156 %");
    }

    [Test]
    public async Task F2_shows_the_width_the_page_and_the_field_again()
    {
        var page = await OpenAsync("/keying");
        await page.PressAsync("F8");

        foreach (var fit in new[] { "as wide as it goes", "whole page", "zoomed to the field" })
        {
            await page.PressAsync("F2");
            await Expect(page, "[data-viewer-said]").ToHaveTextAsync("Page 2 of 3 · " + fit);
        }

        await Expect(page, "#filed").ToBeFocusedAsync();
    }

    [Test]
    public async Task F4_leads_through_the_pages_and_Shift_F4_back_while_the_field_keeps_the_focus()
    {
        var page = await OpenAsync("/keying");
        await page.PressAsync("F8", "F4", "F4", "F4");
        await Expect(page, "[data-viewer-page='3']").ToHaveAttributeAsync("aria-current", "true");

        await page.PressAsync("Shift+F4");

        await Expect(page, "[data-viewer-page='2']").ToHaveAttributeAsync("aria-current", "true");
        await Expect(page, "#filed").ToBeFocusedAsync();
    }

    [Test]
    public async Task Arrows_move_the_page_that_has_the_focus()
    {
        var page = await OpenAsync("/keying");
        await page.PressAsync("F6");

        await page.PressAsync("+", "+", "+", "PageDown", "ArrowDown");

        await page.Page.WaitForFunctionAsync("() => document.querySelector('[data-viewer-window]').scrollTop > 100");
    }

    [TestCaseSource(typeof(KeyboardLayout), nameof(KeyboardLayout.All))]
    public async Task R_turns_what_is_shown(object layout)
    {
        var page = await OpenAsync("/keying");
        await page.PressAsync("F6");

        await page.PressAsync(((KeyboardLayout)layout).Letter('R'));

        await Expect(page, "[data-viewer-sheet]").ToHaveAttributeAsync("data-turns", "1");
    }

    [Test]
    public async Task The_next_page_and_the_next_dossiers_first_are_fetched_ahead()
    {
        var page = await OpenAsync("/keying");
        await Expect(page, "[data-viewer-said]").ToContainTextAsync("Page 1 of 3");

        await page.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);

        Assert.That(Site.KeyedForm.Pictures, Is.EquivalentTo(new[] { "1/screen", "2/screen", "9/screen", "1/full" }).Or.EquivalentTo(new[] { "1/screen", "2/screen", "9/screen" }));
    }

    [Test]
    public async Task A_frame_is_laid_moved_and_sized_by_arrows_and_saved()
    {
        var page = await OpenAsync("/keying");
        await page.Page.Locator("#mark").FocusAsync();

        await page.PressAsync("ArrowRight", "ArrowRight", "ArrowUp", "Shift+ArrowDown", "Control+ArrowLeft");

        await Expect(page, "#mark").ToHaveValueAsync("1,636,560,800,840");
        await Expect(page, "[data-viewer-box]").ToHaveClassAsync("viewer-box crop");
        await page.PressAsync("Tab");
        await Expect(page, "input[name=version]").Not.ToHaveValueAsync("7");
        Assert.That(Site.KeyedForm.Saves.Last()["crop#1"], Is.EqualTo("1,636,560,800,840"));
    }
}

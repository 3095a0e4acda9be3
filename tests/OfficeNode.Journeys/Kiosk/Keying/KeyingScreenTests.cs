using Microsoft.Playwright;
using NUnit.Framework;
using OfficeNode.Core.People;
using OfficeNode.Journeys.Service;

namespace OfficeNode.Journeys.Kiosk.Keying;

/// <summary>A scanned dossier is keyed by keys alone, in a language of each direction.</summary>
[CancelAfter(300_000)]
[Parallelizable(ParallelScope.Self)]   // a node of its own
public sealed class KeyingScreenTests : BrowserTests
{
    private const int MostFields = 120;

    [TestCaseSource(typeof(ScreenLanguages), nameof(ScreenLanguages.Today))]
    public async Task A_dossier_is_keyed_from_the_list_to_done(string language, CancellationToken cancellation)
    {
        using var node = await ScannedDossier.MakeAsync("trademark", language);
        await using var served = await ServedNode.StartAsync(node, node.Time, cancellation);
        var page = await OpenAsync(served.Address, "/sign-in", new BrowserLook { Locale = language });
        await page.Page.Context.AddCookiesAsync([CookieOf(served, "nadia", Role.Clerk)]);

        await page.GoAsync("/keying");
        await CheckAsync(page, language + "-keying-list");
        await page.PressAsync("Control+Enter");
        await Expect(page, "form[data-keying]").ToBeVisibleAsync();
        await Expect(page, "[data-viewer-box]").ToBeVisibleAsync();
        await page.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await CheckWindowAsync(page, language + "-keying");
        await ConfirmAllAsync(page);
        await CheckWindowAsync(page, language + "-keying-confirmed");
        await page.PressAsync("F1");
        await Screenshots.SaveWindowAsync(page, language + "-keying-keys");
        await page.PressAsync("Escape", "Control+Enter");
        await page.Page.WaitForSelectorAsync(".summary, .empty");
        await CheckWindowAsync(page, language + "-keying-done");
    }

    // Enter keeps what was read, field by field, until the button for "done" has the focus.
    private static async Task ConfirmAllAsync(BrowserPage page)
    {
        await page.Page.Locator("form[data-keying] [data-state]").First.FocusAsync();
        for (var fields = 0; fields < MostFields; fields++)
        {
            if (await page.Page.EvaluateAsync<bool>("() => document.activeElement.matches('[data-done]')"))
            {
                return;
            }

            await page.PressAsync("Enter");
        }

        Assert.Fail("Enter does not lead to the end of the form.");
    }

    private static async Task CheckWindowAsync(BrowserPage page, string name)
    {
        await Screenshots.SaveWindowAsync(page, name);
        await AxeCheck.AssertCleanAsync(page);
    }
}

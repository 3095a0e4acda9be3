using Microsoft.Playwright;
using NUnit.Framework;

namespace OfficeNode.Journeys.Kiosk;

public sealed class AppearanceTests : ComponentTests
{
    private static readonly BrowserLook Dark = new() { Colors = ColorScheme.Dark };

    public static IEnumerable<TestCaseData> Looks() =>
        from language in new[] { "en", "ar" }
        from colors in new[] { ColorScheme.Light, ColorScheme.Dark }
        select new TestCaseData(language, colors);

    [TestCaseSource(nameof(Looks))]
    public async Task Nothing_is_found_against_the_accessibility_guidelines(string language, ColorScheme colors)
    {
        var page = await OpenAsync(language == "ar" ? "/ar" : "/", new BrowserLook { Locale = language, Colors = colors });

        await Screenshots.SaveAsync(page, $"components-{language}-{colors}".ToLowerInvariant());
        await AxeCheck.AssertCleanAsync(page);
    }

    [TestCase("/")]
    [TestCase("/ar")]
    public async Task Nothing_is_found_in_the_open_list_of_keys(string address)
    {
        var page = await OpenAsync(address, Dark);

        await page.PressAsync("F1");

        await AxeCheck.AssertCleanAsync(page);
    }

    [TestCase("/")]
    [TestCase("/ar")]
    public async Task At_200_percent_nothing_has_to_be_scrolled_sideways(string address)
    {
        var page = await OpenAsync(address, new BrowserLook().Zoomed());

        await Screenshots.SaveAsync(page, $"components-{(address == "/" ? "en" : "ar")}-zoomed");
        var width = await page.Page.EvaluateAsync<int[]>("() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]");
        Assert.That(width[0], Is.EqualTo(width[1]));
    }

    [Test]
    public async Task Text_can_be_made_twice_as_large_without_scrolling_sideways()
    {
        var page = await OpenAsync(look: new BrowserLook { Width = 320, Height = 640 });

        var width = await page.Page.EvaluateAsync<int[]>("() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]");

        Assert.That(width[0], Is.EqualTo(width[1]));
    }

    [Test]
    public async Task The_focus_is_always_seen()
    {
        var page = await OpenAsync();

        await page.PressAsync("F3");

        var ring = await page.Page.EvaluateAsync<string>("() => { const style = getComputedStyle(document.activeElement); return style.outlineStyle + ' ' + style.outlineWidth; }");
        Assert.That(ring, Is.EqualTo("solid 3px"));
    }

    [Test]
    public async Task The_fonts_that_stand_in_can_be_loaded_under_the_policy()
    {
        var page = await OpenAsync();

        var loaded = await page.Page.EvaluateAsync<int>(
            "async () => (await Promise.all([document.fonts.load('16px \"Kiosk Sans\"', 'aŁж'), document.fonts.load('16px \"Kiosk Naskh\"', 'ب')])).flat().length");

        Assert.That(loaded, Is.EqualTo(4));
    }

    [Test]
    public async Task Paper_shows_the_work_and_not_what_only_a_screen_needs()
    {
        var page = await OpenAsync();

        await page.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });

        await Assertions.Expect(page.Page.Locator(".top")).ToBeHiddenAsync();
        await Assertions.Expect(page.Page.Locator("table")).ToBeVisibleAsync();
        await Screenshots.SaveAsync(page, "components-print");
    }
}

using Microsoft.Playwright;
using NUnit.Framework;
using OfficeNode.Core.People;
using OfficeNode.Journeys.Service;
using OfficeNode.TestKit;

namespace OfficeNode.Journeys.Kiosk.RegisterScreens;

/// <summary>From any screen to a dossier, through all that is known of it, to a certified extract and back: by keys alone, in a language of each direction.</summary>
[CancelAfter(300_000)]
[Parallelizable(ParallelScope.Self)]   // a node of its own
public sealed class RegisterJourneyTests : BrowserTests
{
    private const int MostTabs = 40;
    private TestNode _node = null!;   // made before each test

    [SetUp]
    public async Task MakeNode()
    {
        _node = await TestNode.CreateAsync();
        RegisterOffice.Fill(_node);
        await RegisterOffice.FilePagesAsync(_node, CancellationToken.None);
    }

    [TearDown]
    public void RemoveNode() => _node.Dispose();

    private static IEnumerable<TestCaseData<string, string>> Typed => FaultPoints.Some(new TestCaseData<string, string>("en", "Énergies du Sahel"), new("ar", "سخان مياه"));

    [TestCaseSource(nameof(Typed))]
    public async Task A_dossier_is_found_looked_through_and_certified(string language, string words, CancellationToken cancellation)
    {
        await using var served = await ServedNode.StartAsync(_node, _node.Time, cancellation);
        var page = await OpenSignedInAsync(served, new BrowserLook { Locale = language });
        await page.PressAsync("F3");
        await Expect(page, "#q").ToBeFocusedAsync();
        await CheckAsync(page, language + "-register-empty");

        await FindAsync(page, language, words);
        await LookThroughAsync(page, language);
        await CertifyAsync(page, language);

        await page.PressAsync("Escape");
        await Expect(page, ".dossier h1").ToBeVisibleAsync();
        Assert.That(_node.Read(session => session.Extracts.Of(RegisterOffice.Patent)), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Enter_opens_the_only_result_and_Escape_leads_back_to_its_row(CancellationToken cancellation)
    {
        await using var served = await ServedNode.StartAsync(_node, _node.Time, cancellation);
        var page = await OpenSignedInAsync(served, new BrowserLook());
        await page.PressAsync("F3");
        await Expect(page, "#q").ToBeFocusedAsync();

        await page.TypeAsync("tm/2022");
        await Expect(page, "#found").ToHaveTextAsync("No dossier has that.");
        await page.PressAsync("Control+a");
        await page.TypeAsync("p 2022 123");
        await Expect(page, "#results [data-row]").ToHaveCountAsync(1);
        await page.PressAsync("Enter");
        await Expect(page, ".dossier h1").ToHaveTextAsync("P/2022/00123");
        await page.PressAsync("Escape");

        await Expect(page, "#results [data-row]").ToBeFocusedAsync();
        await Expect(page, "#q").ToHaveValueAsync("p 2022 123");
        await page.PressAsync("ArrowUp");
        await Expect(page, "#q").ToBeFocusedAsync();
    }

    [TestCaseSource(typeof(ScreenLanguages), nameof(ScreenLanguages.Today))]
    public async Task Screens_of_the_register_are_clean_at_any_width(string language, CancellationToken cancellation)
    {
        await using var served = await ServedNode.StartAsync(_node, _node.Time, cancellation);
        var page = await OpenSignedInAsync(served, new BrowserLook { Locale = language, Colors = ColorScheme.Dark }.Zoomed());
        var first = _node.Read(session => session.Pages.Of(RegisterOffice.Patent)[0].Id);
        var screens = new[]
        {
            ("/register?q=xx", "none"), ("/register?q=s", "results"), ("/register/1", "data"), ("/register/1?pane=pages", "pages"), ("/register/1?pane=history", "history"),
            ("/register/1?pane=findings", "findings"), ("/register/1?pane=deliveries", "deliveries"), ("/register/4", "markup"), ($"/register/1/pages/{first}", "page"), ("/register/2/extract", "extract"),
        };

        foreach (var (address, name) in screens)
        {
            await page.GoAsync(address);
            await CheckAsync(page, $"{language}-register-zoomed-{name}");
            var width = await page.Page.EvaluateAsync<int[]>("() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]");
            Assert.That(width[0], Is.EqualTo(width[1]), address);
        }
    }

    private static async Task FindAsync(BrowserPage page, string language, string words)
    {
        await page.TypeAsync("s");
        await Expect(page, "#results [data-row]").Not.ToHaveCountAsync(0);
        await CheckAsync(page, language + "-register-results");
        await page.PressAsync("Control+a");
        await page.TypeAsync(words);
        await Expect(page, "#results [data-row]").ToHaveCountAsync(1);
        await page.PressAsync("ArrowDown");
        await Expect(page, "#results [data-row]").ToBeFocusedAsync();
        await page.PressAsync("Enter");
        await Expect(page, ".dossier h1").ToHaveTextAsync("P/2022/00123");
        await CheckAsync(page, language + "-register-data");
    }

    private static async Task LookThroughAsync(BrowserPage page, string language)
    {
        await page.PressAsync("2");
        await Expect(page, ".thumbnails [data-row]").ToHaveCountAsync(3);
        await CheckAsync(page, language + "-register-pages");
        await TabToAsync(page, ".thumbnails [data-row]");
        await page.PressAsync("ArrowDown", "ArrowUp", "Enter");
        await Expect(page, ".page-text").ToContainTextAsync("Patent Cooperation Treaty");
        await CheckAsync(page, language + "-register-page");
        await page.PressAsync("F4");
        await Expect(page, ".page-text").ToHaveCountAsync(0);
        await page.PressAsync("F2");
        await Expect(page, ".page-picture img[src$='/full']").ToBeVisibleAsync();
        await page.PressAsync("Escape");
        await Expect(page, ".thumbnails [data-row]").ToHaveCountAsync(3);
        await page.PressAsync("3");
        await Expect(page, "ins").Not.ToHaveCountAsync(0);
        await CheckAsync(page, language + "-register-history");
        await page.PressAsync("4");
        await Expect(page, "section .empty").ToBeVisibleAsync();
        await page.PressAsync("5");
        await Expect(page, ".tabs a[aria-current][data-key='5']").ToBeVisibleAsync();
        await CheckAsync(page, language + "-register-findings");
    }

    private static async Task CertifyAsync(BrowserPage page, string language)
    {
        await page.PressAsync("x");
        await Expect(page, ".note.look").ToBeVisibleAsync();
        await CheckAsync(page, language + "-register-certify");
        await page.PressAsync("Control+Enter");
        await Expect(page, ".extract .digests").ToBeVisibleAsync();
        await CheckAsync(page, language + "-register-extract");
        await page.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        await Screenshots.SaveAsync(page, language + "-register-extract-printed");
        await page.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Screen });
    }

    private async Task<BrowserPage> OpenSignedInAsync(ServedNode served, BrowserLook look)
    {
        var page = await OpenAsync(served.Address, "/sign-in", look);
        var cookie = served.As("omar", Enum.GetValues<Role>()).Cookies.GetCookies(served.Address)["officenode"]!;   // the visitor is signed in
        await page.Page.Context.AddCookiesAsync([new() { Name = cookie.Name, Value = cookie.Value, Url = served.Address.ToString() }]);
        await page.GoAsync("/");
        return page;
    }

    private static async Task TabToAsync(BrowserPage page, string selector)
    {
        for (var tabs = 0; tabs < MostTabs; tabs++)
        {
            if (await page.Page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector))
            {
                return;
            }

            await page.PressAsync("Tab");
        }

        Assert.Fail($"The Tab key does not lead to {selector}.");
    }

    private static async Task CheckAsync(BrowserPage page, string name)
    {
        await page.Page.WaitForFunctionAsync("() => [...document.images].every(image => image.complete && image.naturalWidth > 0)");
        await Screenshots.SaveAsync(page, name);
        await AxeCheck.AssertCleanAsync(page);
    }

    private static ILocatorAssertions Expect(BrowserPage page, string selector) => Assertions.Expect(page.Page.Locator(selector));
}

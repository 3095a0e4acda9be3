using Microsoft.Playwright;
using NUnit.Framework;
using OfficeNode.Core;
using OfficeNode.Core.People;
using OfficeNode.Journeys.Service;

namespace OfficeNode.Journeys.Kiosk.Counter;

/// <summary>A morning at the counter, by keys alone, in a language of each direction.</summary>
[CancelAfter(300_000)]
[Parallelizable(ParallelScope.Self)]   // a node of its own
public sealed class CounterDayTests : BrowserTests
{
    private CounterOffice _office = null!;   // made before each test

    [SetUp]
    public async Task MakeOffice() => _office = await CounterOffice.CreateAsync();

    [TearDown]
    public void RemoveOffice() => _office.Dispose();

    [TestCaseSource(typeof(ScreenLanguages), nameof(ScreenLanguages.Today))]
    public async Task A_filing_gets_its_number_and_its_papers_by_keys(string language, CancellationToken cancellation)
    {
        await using var served = await ServedNode.StartAsync(_office.Files, _office.Clock, cancellation);
        var page = await OpenAsync(served.Address, "/sign-in", new BrowserLook { Locale = language });
        await page.Page.Context.AddCookiesAsync([CookieOf(served, "omar", Enum.GetValues<Role>())]);

        await AddSeriesAsync(page, language);
        await ReceiveAsync(page, language);
        await AcknowledgeAsync(page, language);
        await ReserveAsync(page, language);
        await LookAtGapsAsync(page, language);
        await ConfirmClockAsync(page, language);

        var numbers = _office.Counter.Of(_office.Counter.Today).Select(reception => reception.Number.AsPrinted);
        Assert.That(numbers, Is.EqualTo(new[] { "XX/P/2026/000001", "XX/P/2026/000002" }), "the filing of the sheet was received earlier");
    }

    [TestCaseSource(typeof(ScreenLanguages), nameof(ScreenLanguages.Today))]
    public async Task Screens_of_the_counter_are_clean_at_any_width(string language, CancellationToken cancellation)
    {
        var series = _office.AddSeries();
        _office.AddSeries(CounterOffice.Patents with { Right = Right.Trademark, Name = "Marks Act", Pattern = "XX/T/{year}/{number:6}" });
        var given = _office.Receive(series);
        _office.Counter.TakeBack(_office.Receive(series, "a2").Id, "Received twice");
        var (block, _) = _office.Blocks.Reserve(series, new() { Count = "3", FirstDay = "2026-11-20" }, "b1");
        await using var served = await ServedNode.StartAsync(_office.Files, _office.Clock, cancellation);
        var page = await OpenAsync(served.Address, "/sign-in", new BrowserLook { Locale = language }.Zoomed());
        await page.Page.Context.AddCookiesAsync([CookieOf(served, "omar", Enum.GetValues<Role>())]);

        foreach (var (address, name) in new[]
        {
            ($"/counter?given={given.Id}", "counter"), ($"/counter/new/{series}", "counter-new"), ($"/counter/{given.Id}", "acknowledgement"), ("/counter/blocks", "blocks"),
            ($"/counter/blocks/{block}", "block"), ("/counter/gaps", "gaps"), ("/counter/series", "series"), ($"/counter/series/{series}", "series-change"), ("/clock", "clock"),
        })
        {
            await page.GoAsync(address);
            await CheckAsync(page, $"{language}-zoomed-{name}");
            var width = await page.Page.EvaluateAsync<int[]>("() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]");
            Assert.That(width[0], Is.EqualTo(width[1]), address);
        }
    }

    private static async Task AddSeriesAsync(BrowserPage page, string language)
    {
        await page.GoAsync("/counter/series");
        await page.PressAsync("i");
        await Expect(page, "#Given-Right").ToBeFocusedAsync();
        await page.PressAsync("Control+Enter");
        await Expect(page, ".summary").ToBeFocusedAsync();
        await CheckAsync(page, language + "-series-wrong");
        await TabToAsync(page, "#Given-Name");
        await page.TypeAsync("Patents Act 2015");
        await page.PressAsync("Enter");
        await Expect(page, "main table").ToContainTextAsync("XX/P/2026/000001");
        await CheckAsync(page, language + "-series");
    }

    private static async Task ReceiveAsync(BrowserPage page, string language)
    {
        await page.GoAsync("/counter");
        await Expect(page, ".empty").ToBeVisibleAsync();
        await CheckAsync(page, language + "-counter-empty");
        await page.PressAsync("p");
        await Expect(page, "#Given-Applicant").ToBeFocusedAsync();
        await page.TypeAsync("Société Sahel Énergie SARL");
        await page.PressAsync("Enter");
        await Expect(page, ".summary").ToBeFocusedAsync();
        await CheckAsync(page, language + "-counter-wrong");
        await TabToAsync(page, "#Given-Sheets-APP");
        await page.TypeAsync("2");
        await page.PressAsync("Tab");
        await page.TypeAsync("12");
        await TabToAsync(page, "#Given-FeeReceipt");
        await page.TypeAsync("R-2026-77");
        await page.PressAsync("Enter");
        await Expect(page, ".given").ToBeFocusedAsync();
        await Expect(page, ".given-number").ToHaveTextAsync("XX/P/2026/000001");
        await CheckAsync(page, language + "-counter-given");
    }

    private static async Task AcknowledgeAsync(BrowserPage page, string language)
    {
        await page.PressAsync("a");
        await Expect(page, ".acknowledgement").ToContainTextAsync("R-2026-77");
        await CheckAsync(page, language + "-acknowledgement");
        await SavePaperAsync(page, language + "-acknowledgement-paper");
        await page.PressAsync("Escape");
        await Expect(page, "main table").ToContainTextAsync("Société Sahel");
    }

    private static async Task ReserveAsync(BrowserPage page, string language)
    {
        await page.PressAsync("b");
        await Expect(page, "#Given-Count").ToBeVisibleAsync();
        await TabToAsync(page, "#Given-Count");
        await page.TypeAsync("3");
        await page.Page.Locator("#Given-FirstDay").FillAsync("2026-11-20");   // how a date is typed is the browser's, by its language
        await page.PressAsync("Control+Enter");
        await Expect(page, ".by-hand").ToContainTextAsync("XX/P/2026/000004");
        await SavePaperAsync(page, language + "-block-paper");
        await page.Page.Locator("#Given-Time").FillAsync("09:05");
        await TabToAsync(page, "#Given-Applicant");
        await page.TypeAsync("Amina Diallo");
        await page.PressAsync("Tab");
        await page.TypeAsync("4");
        await page.PressAsync("Control+Enter");
        await Expect(page, "main .note").ToContainTextAsync("XX/P/2026/000002");
        await CheckAsync(page, language + "-block");
        await page.PressAsync("Escape");
        await Expect(page, "#Given-FirstDay").ToBeVisibleAsync();
        await CheckAsync(page, language + "-blocks");
    }

    private static async Task LookAtGapsAsync(BrowserPage page, string language)
    {
        await page.GoAsync("/counter/gaps");
        await TabToAsync(page, "#Given-Why");
        await page.TypeAsync("The stamp slipped");
        await page.PressAsync("Enter");
        await Expect(page, "main table").ToContainTextAsync("XX/P/2026/000005");
        await CheckAsync(page, language + "-gaps");
    }

    private async Task ConfirmClockAsync(BrowserPage page, string language)
    {
        _office.Clock.Now -= TimeSpan.FromHours(4);
        await page.GoAsync("/counter");
        await Expect(page, ".note.stop").ToBeVisibleAsync();
        await CheckAsync(page, language + "-counter-clock");
        await page.GoAsync("/clock");
        await CheckAsync(page, language + "-clock");
        await page.PressAsync("Control+Enter");
        await Expect(page, "main .note").ToBeFocusedAsync();
        await CheckAsync(page, language + "-clock-confirmed");
    }

    /// <summary>Saves what the printer would get.</summary>
    private static async Task SavePaperAsync(BrowserPage page, string name)
    {
        await page.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        await Assertions.Expect(page.Page.Locator(".top")).ToBeHiddenAsync();
        await Screenshots.SaveAsync(page, name);
        await page.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Screen });
    }
}

using Microsoft.Playwright;
using NUnit.Framework;
using OfficeNode.Core.Batches;
using OfficeNode.Core.People;
using OfficeNode.Journeys.Scanning;
using OfficeNode.Journeys.Service;

namespace OfficeNode.Journeys.Kiosk.Batches;

/// <summary>A clerk puts a batch in order and scans another one, by keys alone; in a language of each direction.</summary>
[CancelAfter(300_000)]
[Platform("Linux")]   // SANE's pnm device
[Parallelizable(ParallelScope.Self)]   // a node of its own, and programs that leave a core free
public sealed class BatchJourneyTests : BrowserTests
{
    // Where no screen listens to a service that the test is about to stop.
    private const string Nowhere = "about:blank";

    private TestNode _node = null!;   // made before each test

    [SetUp]
    public async Task MakeNode()
    {
        _node = await TestNode.CreateAsync();
        await BatchNode.LayPaperAsync(_node);
        await _node.DoAsync("scan", "--source", Papers.LayForScanner(_node, 3));
    }

    [TearDown]
    public void RemoveNode() => _node.Dispose();

    [TestCaseSource(typeof(ScreenLanguages), nameof(ScreenLanguages.Today))]
    public async Task A_clerk_arranges_a_batch_hands_it_over_and_scans_the_next(string language, CancellationToken cancellation)
    {
        await using var served = await ServedNode.StartAsync(_node, _node.Time, cancellation);
        var page = await OpenSignedInAsync(served, "/", new BrowserLook { Locale = language });
        await TabToAsync(page, "#today a[href='/batches']");
        await page.PressAsync("Enter");
        await Expect(page, "a[href='/batches/B-1']").ToBeVisibleAsync();
        await CheckAsync(page, language + "-batches");

        await ArrangeAsync(page, language);
        await LookCloselyAsync(page, language);
        await SplitAsync(page, language);
        await HandOverAsync(page, language);
        await ScanAsync(page, language);

        Assert.That(BatchNode.OrderOf(_node, BatchNode.First), Is.EqualTo(new[] { 1, 2, 4, 3, 5, 6, 7, 8, 9, 10 }));
        Assert.That(_node.Read(session => session.Batches.Get(BatchNode.First))?.HandedOver, Is.Not.Null);
        Assert.That(BatchNode.OrderOf(_node, new BatchId(3)).Count, Is.EqualTo(3));
        await page.GoAsync(Nowhere);
    }

    [TestCaseSource(typeof(ScreenLanguages), nameof(ScreenLanguages.Today))]
    public async Task Screens_about_batches_are_clean_at_any_width(string language, CancellationToken cancellation)
    {
        await using var served = await ServedNode.StartAsync(_node, _node.Time, cancellation);
        var page = await OpenSignedInAsync(served, "/batches", new BrowserLook { Locale = language, Colors = ColorScheme.Dark }.Zoomed());

        foreach (var (address, name) in new[]
        {
            ("/batches", "batches"), ("/batches/B-1", "batch"), ("/batches/B-1/pages/8", "batch-page"), ("/batches/B-1/split?at=3", "split"), ("/batches/new?into=B-1&before=3", "scan"),
            ("/batches/B-1/hand-over", "hand-over"),
        })
        {
            await page.GoAsync(address);
            await CheckAsync(page, $"{language}-zoomed-{name}");
            var width = await page.Page.EvaluateAsync<int[]>("() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]");
            Assert.That(width[0], Is.EqualTo(width[1]), address);
        }

        await page.GoAsync(Nowhere);
    }

    [Test]
    public async Task Pages_that_come_appear_by_themselves_and_keep_the_cursor_where_it_is(CancellationToken cancellation)
    {
        await using var served = await ServedNode.StartAsync(_node, _node.Time, cancellation);
        var page = await OpenSignedInAsync(served, "/batches/B-1?at=4", new BrowserLook());
        await page.PressAsync("Space");
        var thumbnail = await page.Page.EvaluateHandleAsync("() => document.querySelector('#p2 img')");

        await File.WriteAllBytesAsync(Path.Combine(_node.PathOf("stack"), "11.png"), Papers.Picture(4), cancellation);
        await _node.RunAsync("scan", "--rest", "0", "--into", "B-1", "--source", "folder:" + _node.PathOf("stack"));

        await Expect(page, "[data-leaf]").ToHaveCountAsync(11);
        await Expect(page, "#p4.chosen > a").ToBeFocusedAsync();
        Assert.That(await page.Page.EvaluateAsync<bool>("image => image.isConnected", thumbnail), Is.True, "What stayed as it was is not drawn anew.");
        await page.GoAsync(Nowhere);
    }

    [Test]
    public async Task Answer_that_comes_after_its_screen_was_left_changes_nothing(CancellationToken cancellation)
    {
        await using var served = await ServedNode.StartAsync(_node, _node.Time, cancellation);
        var page = await OpenSignedInAsync(served, "/batches/B-1", new BrowserLook());
        var asked = new TaskCompletionSource();
        var left = new TaskCompletionSource();
        await page.Page.RouteAsync("**/batches/B-1", async route =>
        {
            if (route.Request.Headers.TryGetValue("hx-target", out var part) && part == "feeder")
            {
                asked.TrySetResult();
                await left.Task;
            }

            await route.ContinueAsync();
        });

        await _node.RunAsync("scan", "--rest", "0", "--into", "B-1", "--source", Papers.LayForScanner(_node, 1));
        await asked.Task.WaitAsync(cancellation);
        await page.PressAsync("F5");
        await Expect(page, "h1").Not.ToHaveTextAsync("B-1");
        var answer = page.Page.WaitForResponseAsync(response => response.Request.Headers.TryGetValue("hx-target", out var part) && part == "feeder");
        left.SetResult();

        await (await answer).FinishedAsync();   // and no fault is noted on the page
        await Expect(page, "h1").Not.ToHaveTextAsync("B-1");
        await page.GoAsync(Nowhere);
    }

    private static async Task ArrangeAsync(BrowserPage page, string language)
    {
        await TabToAsync(page, "a[href='/batches/B-1']");
        await page.PressAsync("Enter");
        await Expect(page, "#p1 > a").ToBeFocusedAsync();
        await CheckAsync(page, language + "-batch");
        var (forward, back) = language == "ar" ? ("ArrowLeft", "ArrowRight") : ("ArrowRight", "ArrowLeft");
        await page.PressAsync(forward, forward, forward);
        await Expect(page, "#p4 > a").ToBeFocusedAsync();

        await page.PressAsync("Control+x", back, "Control+v");
        await Expect(page, "#p4 + #p3").ToBeVisibleAsync();
        await Expect(page, "#p3 > a").ToBeFocusedAsync();
        await Expect(page, ".leaf.cut").ToHaveCountAsync(0);

        await page.PressAsync("Shift+" + back);
        await Expect(page, ".leaf.chosen").ToHaveCountAsync(2);
        await page.PressAsync("r");
        await Expect(page, "#p3[data-turns='1']").ToBeVisibleAsync();
        await Expect(page, "#p4[data-turns='1']").ToBeVisibleAsync();
        await CheckAsync(page, language + "-batch-chosen");
        await page.PressAsync("Control+z");
        await Expect(page, "#p3[data-turns='1']").ToHaveCountAsync(0);
        await page.PressAsync("Escape");
        await Expect(page, ".leaf.chosen").ToHaveCountAsync(0);

        await page.PressAsync("Delete");
        await Expect(page, "#p4.folded").ToBeVisibleAsync();
        await page.PressAsync("b");
        await Expect(page, "#p4:not(.folded)").ToBeVisibleAsync();
        await page.PressAsync("ArrowDown");
        await Expect(page, "section.part:has(#p6) a:focus").ToHaveCountAsync(1);
    }

    private static async Task LookCloselyAsync(BrowserPage page, string language)
    {
        await page.PressAsync("Home", "PageDown", "End");
        await Expect(page, "#p10 > a").ToBeFocusedAsync();
        await page.PressAsync("Enter");
        await Expect(page, ".large-page").ToBeFocusedAsync();
        await page.PressAsync("Shift+F4");
        await Expect(page, "a[data-key='F4'][href$='/10']").ToHaveCountAsync(1);
        await page.PressAsync("Shift+F4");
        await Expect(page, "a[data-key='F4'][href$='/9']").ToHaveCountAsync(1);
        await page.PressAsync("r");
        await Expect(page, ".large-page image[transform]").ToHaveCountAsync(1);
        await CheckAsync(page, language + "-batch-page");
        await page.PressAsync("F2");
        await Expect(page, ".large-page.zoomed").ToBeVisibleAsync();
        await page.PressAsync("Escape");
        await Expect(page, "#p8 > a").ToBeFocusedAsync();
    }

    private static async Task SplitAsync(BrowserPage page, string language)
    {
        await page.PressAsync("s");
        await Expect(page, "#Given-Dossier").ToBeFocusedAsync();
        await page.PressAsync("Control+a");
        await page.TypeAsync("P-2026-7");
        await page.PressAsync("Control+Enter");
        await Expect(page, ".summary").ToBeFocusedAsync();
        await CheckAsync(page, language + "-split-wrong");
        await TabToAsync(page, "#Given-Document");
        await page.PressAsync("D");
        await page.PressAsync("Control+Enter");
        await Expect(page, "#p8 > a").ToBeFocusedAsync();
        await Expect(page, "section.part:has(#p8) li").ToHaveCountAsync(3);
    }

    private static async Task HandOverAsync(BrowserPage page, string language)
    {
        await page.PressAsync("Control+Enter");
        await Expect(page, ".sentences").ToBeVisibleAsync();
        await CheckAsync(page, language + "-hand-over");
        await page.PressAsync("Control+Enter");
        await Expect(page, "#batch .note").ToBeVisibleAsync();
        await CheckAsync(page, language + "-batch-handed-over");
    }

    private static async Task ScanAsync(BrowserPage page, string language)
    {
        await page.PressAsync("F5");
        await Expect(page, "button.main[autofocus]").ToBeFocusedAsync();
        await Expect(page, "#scanners .hint").ToHaveCountAsync(1);
        await CheckAsync(page, language + "-scan");
        await page.PressAsync("F5");
        await Expect(page, "h1").ToHaveTextAsync("B-3");
        await Expect(page, "[data-leaf]").ToHaveCountAsync(3);
        await Expect(page, "#feeder.good").ToHaveCountAsync(0);
    }

    private async Task<BrowserPage> OpenSignedInAsync(ServedNode served, string address, BrowserLook look)
    {
        var page = await OpenAsync(served.Address, "/sign-in", look);
        var cookie = served.As("binta", Role.Clerk).Cookies.GetCookies(served.Address)["officenode"]!;   // the visitor is signed in
        await page.Page.Context.AddCookiesAsync([new() { Name = cookie.Name, Value = cookie.Value, Url = served.Address.ToString() }]);
        await page.GoAsync(address);
        return page;
    }
}

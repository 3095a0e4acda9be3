using System.Globalization;
using System.Net;
using System.Net.Sockets;
using NUnit.Framework;
using OfficeNode.Core.Keying;
using OfficeNode.Core.Ledgers;
using OfficeNode.Core.People;
using OfficeNode.Journeys.Service;

namespace OfficeNode.Journeys.Kiosk.Ledgers;

/// <summary>A register is declared and keyed by keys alone, in a language of each direction.</summary>
[CancelAfter(300_000)]
[Parallelizable(ParallelScope.Self)]   // a node of its own
public sealed class LedgerScreenTests : ScreenTests
{
    [TestCaseSource(typeof(ScreenLanguages), nameof(ScreenLanguages.Today))]
    public async Task A_ledger_is_declared_and_its_folios_are_keyed(string language, CancellationToken cancellation)
    {
        await LedgerPapers.ScanAsync(Node, 2);
        await using var served = await ServedNode.StartAsync(Node, Node.Time, cancellation);
        var page = await OpenAsAsync(served, "/ledgers", new BrowserLook { Locale = language }, Role.Clerk, Role.Supervisor);
        await CheckAsync(page, language + "-ledgers-empty");

        await DeclareAsync(page, language);
        await KeyFirstFolioAsync(page, language);
        await MarkAsync(page, language);
        await JoinAndFinishAsync(page, language);

        var entries = Node.Read(session => session.Entries.OfBatch(new Core.Batches.BatchId(1)));
        Assert.That(entries.Select(entry => (entry.Number, entry.Applicant, entry.State)), Is.EqualTo(new[]
        {
            ("1231", "Lake Basin Tools Ltd", EntryState.Waiting), ("1232", "Lake Basin Tools Ltd", EntryState.Waiting), ("1233", "Sahel Oils", EntryState.Keying),
        }));
        Assert.That(Node.Read(session => session.FolioRows.Of(new VolumeId(1), 2)).Select(row => row.Entry), Is.EqualTo(new EntryId?[] { entries[2].Id }));
    }

    [Test]
    [Platform("Linux")]
    public async Task A_grid_that_was_open_while_the_service_was_away_loses_nothing(CancellationToken cancellation)
    {
        var volume = await LedgerPapers.DeclareAsync(Node, 2);
        TestPeople.Add(Node, TimeProvider.System, "binta", Role.Clerk);
        var address = $"http://127.0.0.1:{FreePort()}";
        var serve = Node.Line(["serve", "--urls", address, "--json"]);
        BrowserPage page;
        using (var before = await RunningService.StartAsync(serve, [], cancellation))
        {
            page = await OpenAsync(before.Address, "/sign-in", new BrowserLook().Zoomed());
            await page.Page.Context.AddCookiesAsync([new() { Name = "officenode", Value = TestPeople.TokenOf(Node, TimeProvider.System, "binta"), Url = address }]);
            await page.GoAsync($"/ledgers/{volume.Number}/1");
            await page.TypeAsync("1231");
            await page.Page.RunAndWaitForResponseAsync(() => page.PressAsync("Tab"), "**/save");
            page.ExpectAbsence();
            before.Kill();
            await before.WaitForExitAsync(cancellation);
        }

        await page.TypeAsync("26.02.1987");
        await page.PressAsync("Tab");
        await Expect(page, "[data-live]").Not.ToBeEmptyAsync();
        using var after = await RunningService.StartAsync(serve, [], cancellation);

        await Expect(page, "[data-live]").ToBeEmptyAsync();
        Assert.That(Node.Read(session => session.EntryValues.Of(session.FolioRows.Of(volume, 1)[0].Entry!.Value, KeyingPass.First)).Select(value => value.Text), Is.EqualTo(new[] { "1231", "26.02.1987" }));
        await CheckZoomedAsync(page, "en-zoomed-folio");
    }

    private static async Task DeclareAsync(BrowserPage page, string language)
    {
        await page.GoAsync("/batches/B-1");
        await page.PressAsync("v");
        await Expect(page, "#Given-Name").ToBeFocusedAsync();
        await Expect(page, "#Given-Batch").ToHaveValueAsync("B-1");
        await page.PressAsync("Control+Enter");
        await Expect(page, ".summary").ToBeFocusedAsync();
        await CheckAsync(page, language + "-ledger-new-wrong");
        await TabToAsync(page, "#Given-Name");
        await page.TypeAsync(language == "ar" ? "سجل العلامات، المجلد 3" : "Register of marks, vol. 3");
        await TabToAsync(page, "#Given-FirstLabel");
        await page.TypeAsync("12");
        await page.PressAsync("Control+Enter");
        await Expect(page, "#cell-1-applicationNumber").ToBeFocusedAsync();
    }

    // Two rows as in a spreadsheet: the number counts on by itself, the owner is repeated.
    private static async Task KeyFirstFolioAsync(BrowserPage page, string language)
    {
        await page.TypeAsync("1231");
        await page.PressAsync("Tab");
        await page.TypeAsync("26.02.1987");
        await page.PressAsync("Tab");
        await page.TypeAsync("Lake Basin Tools Ltd");
        await page.PressAsync("Tab", "Tab");
        await page.TypeAsync("Zephyr");
        await page.PressAsync("Tab");
        await page.TypeAsync("29, 30");
        await page.PressAsync("Enter");
        await Expect(page, "#cell-2-applicationNumber").ToBeFocusedAsync();
        await Expect(page, "#cell-2-applicationNumber").ToHaveAttributeAsync("placeholder", "1232");
        await Screenshots.SaveWindowAsync(page, language + "-folio-proposal");
        await page.PressAsync("Tab");
        await Expect(page, "#cell-2-applicationNumber").ToHaveValueAsync("1232");
        await page.TypeAsync("27.02.1987");
        await page.PressAsync("Control+Shift+D");
        await Expect(page, "#cell-2-mark-words").ToHaveValueAsync("Zephyr");
        await Expect(page, "#cell-2-filingDate").ToHaveValueAsync("26.02.1987");
        var (forward, back) = language == "ar" ? ("ArrowLeft", "ArrowRight") : ("ArrowRight", "ArrowLeft");
        await page.PressAsync(forward);
        await Expect(page, "#cell-2-parties-applicant-name").ToBeFocusedAsync();
        await page.PressAsync("ArrowDown");
        await page.TypeAsync("Sahel Oils");
        await page.PressAsync("ArrowUp", back, back, "ArrowDown", "Tab");
        await Expect(page, "#cell-3-applicationNumber").ToHaveValueAsync("1233");
    }

    // The first row by hand, the second one by the spacing.
    private static async Task MarkAsync(BrowserPage page, string language)
    {
        await page.PressAsync("ArrowUp", "ArrowUp", "F7");
        await Expect(page, "#cell-1-region").ToBeFocusedAsync();
        await Expect(page, "[data-viewer-box]").ToBeVisibleAsync();
        await page.PressAsync("ArrowDown", "Shift+ArrowDown", "Escape");
        await Expect(page, "#cell-1-filingDate").ToBeFocusedAsync();
        await page.PressAsync("ArrowDown", "F7", "Enter");
        await Expect(page, "#cell-2-filingDate").ToBeFocusedAsync();
        await Screenshots.SaveWindowAsync(page, language + "-folio-marked");
        await AxeCheck.AssertCleanAsync(page);
    }

    // The third record goes on on the next folio; the other two are done.
    private static async Task JoinAndFinishAsync(BrowserPage page, string language)
    {
        await page.PressAsync("ArrowDown", "Shift+F7");
        await Expect(page, "tr[data-row='3'] th small").ToBeVisibleAsync();
        await page.PressAsync("Control+Enter");
        await Expect(page, "tr[data-row='100000']").ToBeVisibleAsync();
        await Screenshots.SaveWindowAsync(page, language + "-folio-next");
        await AxeCheck.AssertCleanAsync(page);
        await page.PressAsync("Escape");
        await Expect(page, "main table").ToBeVisibleAsync();
        await CheckAsync(page, language + "-ledgers");
    }

    private static string FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
    }
}

using NUnit.Framework;
using OfficeNode.Core;
using OfficeNode.Core.People;
using OfficeNode.Journeys.Service;
using OfficeNode.Storage.Tables;

namespace OfficeNode.Journeys.Kiosk.Tonight;

/// <summary>From an act to the answer, by keys alone, in a language of each direction: publish, look, package, deliver, answer, refusal.</summary>
[CancelAfter(300_000)]
[Parallelizable(ParallelScope.Self)]   // a node of its own
public sealed class TonightJourneyTests : BrowserTests
{
    private const string Destination = "brand-database";
    private TestNode _node = null!;   // made before each test

    [SetUp]
    public async Task MakeNode()
    {
        _node = await TestNode.CreateAsync();
        await _node.DoAsync(GeneratedRecords.Write(_node, Right.Trademark, 3, pictures: 1));
        await _node.ReceiveInFolderAsync(Destination, "Trademarks");
    }

    [TearDown]
    public void RemoveNode() => _node.Dispose();

    [TestCaseSource(typeof(ScreenLanguages), nameof(ScreenLanguages.Today))]
    public async Task Two_marks_are_opened_looked_at_sent_and_answered(string language, CancellationToken cancellation)
    {
        await using var served = await ServedNode.StartAsync(_node, _node.Time, cancellation);
        var page = await OpenAsync(served.Address, "/sign-in", new BrowserLook { Locale = language });
        await page.Page.Context.AddCookiesAsync([CookieOf(served, "omar", Enum.GetValues<Role>())]);

        await PublishAsync(page, language);
        await LookAsync(page, language);
        await SendAsync(page, language);
        await AnswerAsync(page, language);
        await CorrectAsync(page, language);

        var (delivery, refused) = _node.Read(session => (session.Deliveries.All().Single(), session.Exports.CountOpenRefusals()));
        Assert.That((delivery.State, delivery.Package.Records, refused.GetValueOrDefault(Destination)), Is.EqualTo((DeliveryState.Accepted, 2L, 1L)));
        await page.GoAsync("/tonight");
        await Expect(page, $"a[href='/tonight/{Destination}/refused']").ToBeVisibleAsync();
    }

    [TestCaseSource(typeof(ScreenLanguages), nameof(ScreenLanguages.Today))]
    public async Task Screens_about_what_leaves_are_clean_at_any_width(string language, CancellationToken cancellation)
    {
        await _node.DoAsync(GeneratedRecords.Publish(GeneratedRecords.Dossiers(Right.Trademark, 2)));
        await _node.DoAsync("hold", GeneratedRecords.Dossiers(Right.Trademark, 3)[2], "--reason", "deferment", "--by", "A. Registrar");
        var package = await PackageAsync();
        await _node.DoAsync("sync", "--once");
        await _node.DoAsync("retract", GeneratedRecords.Dossiers(Right.Trademark, 1)[0], "--destination", Destination, "--reason", "order of the court");
        var waiting = await PackageAsync();
        await using var served = await ServedNode.StartAsync(_node, _node.Time, cancellation);
        var page = await OpenAsync(served.Address, "/sign-in", new BrowserLook { Locale = language }.Zoomed());
        await page.Page.Context.AddCookiesAsync([CookieOf(served, "omar", Enum.GetValues<Role>())]);

        foreach (var (address, name) in Screens(package, waiting))
        {
            await page.GoAsync(address);
            await CheckAsync(page, $"{language}-zoomed-{name}");
            var width = await page.Page.EvaluateAsync<int[]>("() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]");
            Assert.That(width[0], Is.EqualTo(width[1]), address);
        }
    }

    private async Task<string?> PackageAsync()
    {
        var built = await _node.DoAsync("package", "--destination", Destination, "--scope", "updates");
        return built.Json.GetProperty("packages")[0].GetProperty("name").GetString();
    }

    private static IEnumerable<(string Address, string Name)> Screens(string? package, string? waiting) =>
    [
        ("/tonight", "tonight"),
        ($"/tonight/{Destination}/Held", "tonight-held"),
        ($"/tonight/{Destination}/record/1", "tonight-record"),
        ($"/tonight/{Destination}/record/3", "tonight-closed"),
        ("/publication?state=Open", "publication"),
        ("/publication/3", "publication-dossier"),
        ("/publication/act?d=1&d=3", "publication-act"),
        ("/publication/hold?d=1", "publication-hold"),
        ("/publication/lift?d=3", "publication-lift"),
        ("/packages", "packages"),
        ($"/packages/{package}", "package"),
        ($"/packages/{package}/answer", "package-answer"),
        ("/packages/send", "packages-send"),
        ($"/retractions/new?d=1&destination={Destination}", "retraction-new"),
        ("/retractions", "retractions"),
        ("/retractions/1", "retraction"),
        ("/problem/404", "problem"),
        ($"/packages/{waiting}/stop", "package-stop"),
        ("/destinations", "destinations"),
        ($"/destinations/{Destination}", "destination"),
    ];

    private static async Task PublishAsync(BrowserPage page, string language)
    {
        await page.GoAsync("/publication");
        await CheckAsync(page, language + "-publication");
        await TabToAsync(page, "input[name='d'][value='1']");
        await page.PressAsync("Space");
        await TabToAsync(page, "input[name='d'][value='2']");
        await page.PressAsync("Space", "a");
        await Expect(page, "#kind-Gazette").ToBeFocusedAsync();
        await page.PressAsync("Control+Enter");
        await Expect(page, ".summary").ToBeFocusedAsync();
        await CheckAsync(page, language + "-act-wrong");
        await TabToAsync(page, "#Given-Gazette");
        await page.TypeAsync("2026-11");
        await page.PressAsync("Control+Enter");
        await Expect(page, "main table").ToContainTextAsync(Destination);
        await CheckAsync(page, language + "-act-confirm");
        await page.PressAsync("Control+Enter");
        await Expect(page, "main > .note:not(.look)").ToBeFocusedAsync();   // the screen before warns at the same place
    }

    private static async Task LookAsync(BrowserPage page, string language)
    {
        await page.GoAsync("/tonight");
        await Expect(page, $"a[href='/tonight/{Destination}/leaving']").ToBeVisibleAsync();   // counted in the background
        await TabToAsync(page, $"a[href='/tonight/{Destination}/leaving']");
        await CheckAsync(page, language + "-tonight");
        await page.PressAsync("Enter");
        await Expect(page, "main tbody tr").ToHaveCountAsync(2);
        await CheckAsync(page, language + "-tonight-list");
        await TabToAsync(page, $"a[href='/tonight/{Destination}/record/1']");
        await page.PressAsync("Enter");
        await Expect(page, "#fields").ToBeVisibleAsync();
        await CheckAsync(page, language + "-tonight-record");
    }

    private static async Task SendAsync(BrowserPage page, string language)
    {
        await page.GoAsync("/tonight");
        await page.PressAsync("s");
        await Expect(page, "#Given-Destination").ToBeFocusedAsync();
        await page.PressAsync("Control+b");
        await Expect(page, "#errands .sentences li").ToHaveCountAsync(1);
        await Expect(page, "#errands [hx-get]").ToHaveCountAsync(0);
        await page.PressAsync("Control+Enter");
        await Expect(page, "#errands .sentences li").ToHaveCountAsync(2);
        await Expect(page, "#errands [hx-get]").ToHaveCountAsync(0);
        await CheckAsync(page, language + "-send");
    }

    private static async Task AnswerAsync(BrowserPage page, string language)
    {
        await page.GoAsync("/packages?state=Delivered");
        await CheckAsync(page, language + "-packages");
        await TabToAsync(page, "tbody a");
        await page.PressAsync("Enter");
        await Expect(page, "#records").ToBeVisibleAsync();
        await CheckAsync(page, language + "-package");
        await page.PressAsync("a");
        await Expect(page, "#Given-Date").ToBeFocusedAsync();
        await TabToAsync(page, "#Given-Sender");
        await page.TypeAsync("desk@receiver.example");
        await TabToAsync(page, "#Given-Records");
        await page.TypeAsync(GeneratedRecords.Dossiers(Right.Trademark, 1)[0] + " (511) = no such class");
        await CheckAsync(page, language + "-answer");
        await page.PressAsync("Control+Enter");
        await Expect(page, "main table").ToContainTextAsync("no such class");
        await CheckAsync(page, language + "-package-answered");
    }

    private static async Task CorrectAsync(BrowserPage page, string language)
    {
        await TabToAsync(page, "td a[href='/register/1?field=nice']");
        await page.PressAsync("Enter");
        await Expect(page, "form[action='/register/1/correct'] button").ToBeFocusedAsync();
        await CheckAsync(page, language + "-register-refused");
        await page.PressAsync("Enter");
        await Expect(page, "[name='nice#0']").ToBeFocusedAsync();
        await Expect(page, "[data-field-line]").ToContainTextAsync("no such class");
        await Screenshots.SaveWindowAsync(page, language + "-keying-refused");
    }
}

using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.Playwright;
using NUnit.Framework;
using OfficeNode.Core.People;
using OfficeNode.Journeys.Service;

namespace OfficeNode.Journeys.Kiosk;

/// <summary>The first start of a kiosk, by keys alone: the first person, another one, and the clerk's own sign-in; in a language of each direction.</summary>
[CancelAfter(300_000)]
[Parallelizable(ParallelScope.Self)]   // a node of its own
public sealed class FirstDayTests : ScreenTests
{
    [TestCaseSource(typeof(ScreenLanguages), nameof(ScreenLanguages.Today))]
    public async Task The_first_person_adds_a_clerk_who_signs_in(string language, CancellationToken cancellation)
    {
        await using var served = await ServedNode.StartAsync(Node, Node.Time, cancellation);
        var page = await OpenAsync(served.Address, "/", new BrowserLook { Locale = language });

        await BeFirstAsync(page, language);
        await AddClerkAsync(page, language);
        await SignOutAsync(page);
        await SignInAsync(page, language);

        Assert.That(Node.Read(session => session.People.All()).Select(person => (person.Name.Value, string.Join(' ', person.Roles))), Is.EqualTo(new[]
        {
            ("amina", "Administrator"), ("binta", "Clerk"),
        }));
        await Expect(page, ".menu summary").ToHaveTextAsync("Binta Keita");
        await Assertions.Expect(page.Page.Locator("a[href='/people']")).ToHaveCountAsync(0);
    }

    [TestCaseSource(typeof(ScreenLanguages), nameof(ScreenLanguages.Today))]
    public async Task Screens_about_people_are_clean_at_any_width(string language, CancellationToken cancellation)
    {
        await using var served = await ServedNode.StartAsync(Node, Node.Time, cancellation);
        var page = await OpenAsAsync(served, "/", new BrowserLook { Locale = language }.Zoomed(), Enum.GetValues<Role>());

        foreach (var (address, name) in new[] { ("/", "today"), ("/people", "people"), ("/people/new", "new-person"), ("/people/omar", "person"), ("/me", "account") })
        {
            await page.GoAsync(address);
            await CheckZoomedAsync(page, $"{language}-zoomed-{name}");
        }
    }

    [Test]
    [Platform("Linux")]
    public async Task A_form_that_is_sent_while_the_service_is_away_goes_on_by_itself(CancellationToken cancellation)
    {
        TestPeople.Add(Node, TimeProvider.System, "amina", Role.Administrator);
        var address = $"http://127.0.0.1:{FreePort()}";
        var serve = Node.Line(["serve", "--urls", address, "--json"]);
        BrowserPage page;
        using (var before = await RunningService.StartAsync(serve, [], cancellation))
        {
            page = await OpenAsync(before.Address, "/sign-in", new BrowserLook());
            await page.Page.Context.AddCookiesAsync([new() { Name = "officenode", Value = TestPeople.TokenOf(Node, TimeProvider.System, "amina"), Url = address }]);
            await page.GoAsync("/people/new");
            await FillNewPersonAsync(page);
            page.ExpectAbsence();
            before.Kill();
            await before.WaitForExitAsync(cancellation);
        }

        await page.PressAsync("Control+Enter");
        await Expect(page, "[data-live]").ToContainTextAsync("goes on by itself");
        using var after = await RunningService.StartAsync(serve, [], cancellation);

        await Expect(page, "main table").ToContainTextAsync("Binta Keita");
        await Expect(page, "[data-live]").ToBeEmptyAsync();
    }

    private static async Task BeFirstAsync(BrowserPage page, string language)
    {
        await Expect(page, "#Given-Name").ToBeFocusedAsync();
        await CheckAsync(page, language + "-first");
        await page.TypeAsync("amina");
        await page.PressAsync("Tab");
        await page.TypeAsync("Amina Sow");
        await page.PressAsync("Tab", "Tab");
        await page.TypeAsync(Visitor.Password);
        await page.PressAsync("Enter");
        await Expect(page, "#today h1").ToBeVisibleAsync();
        await CheckAsync(page, language + "-today");
    }

    private static async Task AddClerkAsync(BrowserPage page, string language)
    {
        await TabToAsync(page, ".menu summary");
        await page.PressAsync("Enter");
        await TabToAsync(page, "a[href='/people']");
        await page.PressAsync("Enter");
        await Expect(page, "main table").ToContainTextAsync("Amina Sow");
        await CheckAsync(page, language + "-people");

        await page.PressAsync("i");
        await Expect(page, "#Given-Name").ToBeFocusedAsync();
        await page.PressAsync("Control+Enter");
        await Expect(page, ".summary").ToBeFocusedAsync();
        await CheckAsync(page, language + "-new-person-wrong");
        await FillNewPersonAsync(page);
        await page.PressAsync("Control+Enter");
        await Expect(page, "main table").ToContainTextAsync("Binta Keita");
    }

    private static async Task FillNewPersonAsync(BrowserPage page)
    {
        await TabToAsync(page, "#Given-Name");
        await page.TypeAsync("binta");
        await page.PressAsync("Tab");
        await page.TypeAsync("Binta Keita");
        await TabToAsync(page, "#Given-Clerk");
        await page.PressAsync("Space");
        await TabToAsync(page, "#Given-Secret");
        await page.TypeAsync(Visitor.Password);
    }

    private static async Task SignOutAsync(BrowserPage page)
    {
        await TabToAsync(page, ".menu summary");
        await page.PressAsync("Enter");
        await TabToAsync(page, ".menu button");
        await page.PressAsync("Enter");
        await Expect(page, "#Given-Name").ToBeFocusedAsync();
    }

    private static async Task SignInAsync(BrowserPage page, string language)
    {
        await CheckAsync(page, language + "-sign-in");
        await page.TypeAsync("binta");
        await page.PressAsync("Tab");
        await page.TypeAsync("something else");
        await page.PressAsync("Enter");
        await Expect(page, ".note.stop").ToBeVisibleAsync();
        await CheckAsync(page, language + "-sign-in-refused");
        await TabToAsync(page, "#Given-Secret");
        await page.TypeAsync(Visitor.Password);
        await page.PressAsync("Enter");
        await Expect(page, "#today h1").ToBeVisibleAsync();
    }

    private static string FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
    }
}

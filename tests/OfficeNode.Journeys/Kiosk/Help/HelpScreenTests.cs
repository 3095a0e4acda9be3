using System.Globalization;
using System.Net;
using Microsoft.Playwright;
using NUnit.Framework;
using OfficeNode.Core.People;
using OfficeNode.Host.Texts;
using OfficeNode.Journeys.Service;
using OfficeNode.TestKit;

namespace OfficeNode.Journeys.Kiosk.Help;

/// <summary>The help of each role: found by keys alone, read on the screen, and printed on two sheets of A4 in every language that the program brings.</summary>
[CancelAfter(300_000)]
[Parallelizable(ParallelScope.Self)]   // a node of its own
public sealed class HelpScreenTests : ScreenTests
{
    public static IEnumerable<string> Tags => FaultPoints.Some([.. Languages.Shipped.All.Select(language => language.Tag.Value)]);

    [TestCaseSource(typeof(ScreenLanguages), nameof(ScreenLanguages.Today))]
    public async Task The_list_of_keys_leads_to_the_help_of_ones_own_role(string language, CancellationToken cancellation)
    {
        await using var served = await ServedNode.StartAsync(Node, Node.Time, cancellation);
        var page = await OpenAsAsync(served, "/", new BrowserLook { Locale = language }, Role.Clerk);

        await page.PressAsync("F1", "Tab", "Enter");
        await Expect(page, "a[href='/help/clerk']").ToBeFocusedAsync();
        await CheckAsync(page, language + "-help");
        await page.PressAsync("Enter");
        await Expect(page, ".help-troubles").ToBeVisibleAsync();
        await CheckAsync(page, language + "-help-clerk");
        await page.PressAsync("Escape");

        await Expect(page, "a[href='/help/clerk']").ToBeFocusedAsync();
    }

    [Test]
    public async Task Every_role_is_clean_at_half_the_width(CancellationToken cancellation)
    {
        await using var served = await ServedNode.StartAsync(Node, Node.Time, cancellation);
        var page = await OpenAsAsync(served, "/help", new BrowserLook().Zoomed(), Role.Support);

        foreach (var role in Enum.GetValues<Role>())
        {
            await page.GoAsync(AddressOf(role));
            await CheckZoomedAsync(page, $"en-zoomed-help-{role}");
        }
    }

    [TestCaseSource(nameof(Tags))]
    public async Task Each_role_is_printed_on_two_sheets(string language, CancellationToken cancellation)
    {
        using var training = await TestNode.CreateAsync("XX", "Tamarelle", "--training");   // its band leaves the least room
        await using var served = await ServedNode.StartAsync(training, training.Time, cancellation);
        var page = await OpenAsAsync(served, "/help", new BrowserLook { Locale = language }, Role.Clerk, Role.Supervisor, Role.Administrator);

        var sheets = new Dictionary<Role, int>();
        foreach (var role in Enum.GetValues<Role>())
        {
            await page.GoAsync(AddressOf(role));
            sheets[role] = await PrintedSheetsAsync(page, training.PathOf("sheets.pdf"), $"{language}-help-{role}");
        }

        Assert.That(sheets.Values, Has.All.EqualTo(2), string.Join(", ", sheets));
    }

    [Test]
    public async Task The_sheets_name_those_who_help_on(CancellationToken cancellation)
    {
        await using var served = await ServedNode.StartAsync(Node, Node.Time, cancellation);
        var visitor = served.As("binta", Role.Supervisor);

        var answer = await visitor.GetAsync("/help/clerk", cancellation);

        Assert.That(answer.Text, Does.Contain("<bdi>B. Person</bdi>"));
    }

    [TestCase("/help/king")]
    [TestCase("/help/0")]
    public async Task There_is_no_help_for_what_is_no_role(string address, CancellationToken cancellation)
    {
        await using var served = await ServedNode.StartAsync(Node, Node.Time, cancellation);

        var answer = await served.As("binta", Role.Clerk).GetAsync(address, cancellation);

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task Whom_nobody_knows_is_offered_no_help_for_a_role(CancellationToken cancellation)
    {
        await using var served = await ServedNode.StartAsync(Node, Node.Time, cancellation);
        TestPeople.Add(Node, Node.Time, "amina", Role.Administrator);

        var answer = await served.Stranger().GetAsync("/sign-in", cancellation);

        Assert.That(answer.Body, Does.Not.Contain("/help"));
    }

    private static string AddressOf(Role role) => $"/help/{role.ToString().ToLowerInvariant()}";

    private static async Task<int> PrintedSheetsAsync(BrowserPage page, string file, string name)
    {
        await page.Page.PdfAsync(new PagePdfOptions { Path = file, Format = PaperFormat.A4 });
        Screenshots.Keep(file, name);
        var pages = Tool.Run("pdfinfo", "poppler-utils", file).Output.Split('\n').Single(line => line.StartsWith("Pages:", StringComparison.Ordinal));
        return int.Parse(pages["Pages:".Length..], CultureInfo.InvariantCulture);
    }
}

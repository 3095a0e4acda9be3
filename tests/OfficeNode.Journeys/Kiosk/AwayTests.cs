using Microsoft.Playwright;
using NUnit.Framework;

namespace OfficeNode.Journeys.Kiosk;

public sealed class AwayTests : ComponentTests
{
    private const string Away = "The service does not answer. What you typed is kept, and it goes on by itself.";

    [Test]
    public async Task While_the_service_is_away_a_quiet_line_says_so()
    {
        var page = await SendWhileAwayAsync();

        await Live(page).ToHaveTextAsync(Away);
        await Screenshots.SaveWindowAsync(page, "components-away");
    }

    [Test]
    public async Task A_request_goes_on_by_itself_when_the_service_is_back(CancellationToken cancellation)
    {
        var page = await SendWhileAwayAsync();

        await Site.ComeAsync(cancellation);

        await Assertions.Expect(page.Page.Locator("#saved")).ToContainTextAsync("saved: ");
        await Live(page).ToBeEmptyAsync();
    }

    [Test]
    public async Task What_is_typed_meanwhile_stays_and_goes_with_the_request(CancellationToken cancellation)
    {
        var page = await SendWhileAwayAsync();
        await Live(page).ToHaveTextAsync(Away);
        await page.PressAsync("Control+End");
        await page.TypeAsync(" améliorée");

        await Site.ComeAsync(cancellation);

        await Assertions.Expect(page.Page.Locator("#saved")).ToHaveTextAsync("saved: Chauffe-eau solaire à vanne siphonnée améliorée");
        await Assertions.Expect(page.Page.Locator("#title")).ToHaveValueAsync("Chauffe-eau solaire à vanne siphonnée améliorée");
    }

    [Test]
    public async Task A_link_leads_where_it_should_when_the_service_is_back(CancellationToken cancellation)
    {
        var page = await OpenAsync();
        page.ExpectAbsence();
        await Site.GoAwayAsync();
        await page.PressAsync("Escape");
        await Live(page).ToHaveTextAsync(Away);

        await Site.ComeAsync(cancellation);

        await Assertions.Expect(page.Page.Locator("main h1")).ToHaveTextAsync("Today");
    }

    [Test]
    public async Task A_request_that_is_tried_again_keeps_its_name()
    {
        var page = await OpenAsync();
        page.ExpectAbsence();
        Site.AnswersOnly = 503;
        await page.PressAsync("F8", "Control+Enter");
        await Live(page).ToHaveTextAsync(Away);

        Site.AnswersOnly = null;

        await Live(page).ToBeEmptyAsync();
        Assert.That(Site.Saves.Select(save => save.Id).Distinct().Count(), Is.EqualTo(1));
        Assert.That(Site.Saves, Has.Count.GreaterThan(1));
    }

    [Test]
    public async Task A_request_with_other_values_has_another_name()
    {
        var page = await OpenAsync();
        page.ExpectAbsence();
        Site.AnswersOnly = 503;
        await page.PressAsync("F8", "Control+Enter");
        await Live(page).ToHaveTextAsync(Away);
        await page.TypeAsync("1");

        Site.AnswersOnly = null;

        await Live(page).ToBeEmptyAsync();
        Assert.That(Site.Saves.DistinctBy(save => save.Id).Count(), Is.EqualTo(Site.Saves.DistinctBy(save => save.Title).Count()));
    }

    [Test]
    public async Task A_form_that_is_sent_twice_while_it_is_on_the_way_goes_once()
    {
        var page = await OpenAsync();
        var begin = new TaskCompletionSource();
        Site.Begin = begin.Task;
        await page.PressAsync("F8", "Control+Enter", "Control+Enter");

        begin.SetResult();

        await Assertions.Expect(page.Page.Locator("#saved")).ToContainTextAsync("saved: ");
        await page.PressAsync("F4");
        await Assertions.Expect(page.Page.Locator("#said")).ToHaveTextAsync("next-page");
        Assert.That(Site.Saves, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Somebody_who_was_signed_out_meanwhile_keeps_what_was_typed()
    {
        var page = await OpenAsync();
        page.ExpectAbsence();
        Site.AnswersOnly = 401;

        await page.PressAsync("F8", "Control+End");
        await page.TypeAsync("1");
        await page.PressAsync("Control+Enter");

        await Live(page).ToHaveTextAsync("You were signed out. What you typed is still here: sign in at another window, then send it again.");
        await Assertions.Expect(page.Page.Locator("#title")).ToHaveValueAsync("Chauffe-eau solaire à vanne siphonnée1");
    }

    [Test]
    public async Task A_refusal_is_told_and_stays_told_while_other_things_go_on()
    {
        var page = await OpenAsync();
        page.ExpectAbsence();
        await page.Page.Locator(".button.stop").FocusAsync();

        await page.PressAsync("Enter");

        await page.PressAsync("F4");
        await Assertions.Expect(page.Page.Locator("#said")).ToHaveTextAsync("next-page");
        await Live(page).ToHaveTextAsync("That did not work, and nothing was changed. Try again, or ask support.");
    }

    [Test]
    public async Task A_screen_that_says_what_is_wrong_is_shown()
    {
        var page = await OpenAsync();
        page.ExpectAbsence();
        await page.Page.Locator(".screens a[href='/register']").FocusAsync();

        await page.PressAsync("Enter");

        await Assertions.Expect(page.Page.Locator("main h1")).ToHaveTextAsync("Not yours to see");
    }

    private async Task<BrowserPage> SendWhileAwayAsync()
    {
        var page = await OpenAsync();
        page.ExpectAbsence();
        await page.PressAsync("F8");
        await Site.GoAwayAsync();
        await page.PressAsync("Control+Enter");
        return page;
    }

    private static ILocatorAssertions Live(BrowserPage page) => Assertions.Expect(page.Page.Locator("[data-live]"));
}

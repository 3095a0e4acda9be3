using System.Net;
using Microsoft.Playwright;
using NUnit.Framework;
using OfficeNode.Core.Keying;
using OfficeNode.Core.People;
using OfficeNode.Journeys.Service;
using OfficeNode.Storage.Tables;

namespace OfficeNode.Journeys.Kiosk.Keying;

/// <summary>The screen of an entry over the real service: saving, two people, the second keying and settling, and requests that no screen makes.</summary>
[CancelAfter(300_000)]
[Parallelizable(ParallelScope.Self)]   // a node of its own
public sealed class EntryScreenTests : BrowserTests
{
    private const string Title = "titles#0";
    private const string Number = "applicationNumber#0";

    private TestNode _node = null!;   // made before each test

    [SetUp]
    public async Task MakeNode() => _node = await TestNode.CreateAsync();

    [TearDown]
    public void RemoveNode() => _node.Dispose();

    [TestCaseSource(typeof(ScreenLanguages), nameof(ScreenLanguages.Today))]
    public async Task The_screen_is_clean_at_200_percent_and_wider_than_its_window_nowhere(string language, CancellationToken cancellation)
    {
        await KeyedEntries.MakeAsync(_node, 2);
        await using var served = await ServedNode.StartAsync(_node, _node.Time, cancellation);
        var page = await OpenAsync(served, new BrowserLook { Locale = language }.Zoomed());

        foreach (var address in new[] { "/keying/E-1", "/keying/E-1/drop", "/keying" })
        {
            await page.GoAsync(address);
            await page.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
            await Screenshots.SaveWindowAsync(page, $"{language}-zoomed{address.Replace('/', '-')}");
            await AxeCheck.AssertCleanAsync(page);
            var width = await page.Page.EvaluateAsync<int[]>("() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]");
            Assert.That(width[0], Is.EqualTo(width[1]), address);
        }
    }

    [Test]
    public async Task A_class_that_the_register_has_is_offered_and_taken_by_keys(CancellationToken cancellation)
    {
        await _node.RunAsync(SampleOffice.ImportOf("patents"));
        var known = _node.Read(session => session.Search.ClassesFrom(ClassScheme.Ipc, "", 1))[0];
        await KeyedEntries.MakeAsync(_node, 1);
        await using var served = await ServedNode.StartAsync(_node, _node.Time, cancellation);
        var page = await OpenAsync(served, new BrowserLook());
        await page.GoAsync("/keying/E-1");
        await KeyedEntries.FocusAsync(page, "ipc#0");
        await page.PressAsync("Control+a");

        await page.TypeAsync(known[..3].ToLowerInvariant());
        await Assertions.Expect(page.Page.Locator("[role='option']").First).ToHaveTextAsync(known);
        await page.PressAsync("ArrowDown", "Enter");

        await Assertions.Expect(KeyedEntries.Field(page, "ipc#0")).ToHaveValueAsync(known);
        await page.GoAsync("about:blank");   // before the service goes away
    }

    [Test]
    public async Task What_was_typed_is_there_after_a_reload_and_for_the_next_person(CancellationToken cancellation)
    {
        await KeyedEntries.MakeAsync(_node, 1);
        await using var served = await ServedNode.StartAsync(_node, _node.Time, cancellation);
        var page = await OpenAsync(served, new BrowserLook());
        await page.GoAsync("/keying/E-1");
        await KeyedEntries.FocusAsync(page, Title);
        await page.PressAsync("Control+End");
        await page.TypeAsync(" and pump");
        await SaveAsync(page);

        await page.Page.ReloadAsync();

        await Assertions.Expect(KeyedEntries.Field(page, Title)).ToHaveValueAsync("Solar water heater with a siphon valve and pump");
        Assert.That((KeyedEntries.ValueOf(_node, "titles")!.State, KeyedEntries.ValueOf(_node, "titles")!.Author), Is.EqualTo((ValueState.Typed, "nadia")));
    }

    [Test]
    public async Task Done_leads_to_the_next_dossier_and_its_first_field(CancellationToken cancellation)
    {
        await KeyedEntries.MakeAsync(_node, 2);
        await using var served = await ServedNode.StartAsync(_node, _node.Time, cancellation);
        var page = await OpenAsync(served, new BrowserLook());
        await page.GoAsync("/keying/E-1");

        await page.PressAsync("Control+Enter");
        await page.Page.WaitForSelectorAsync(".summary, h1:has-text('000124')");
        if (await page.Page.Locator(".summary").IsVisibleAsync())
        {
            await Screenshots.SaveWindowAsync(page, "en-keying-summary");
            await page.Page.Locator("#remark").FocusAsync();
            await page.TypeAsync("The form says no more.");
            await page.PressAsync("Enter");
        }

        await Expect(page, "h1").ToHaveTextAsync("P/2025/000124");
        await Assertions.Expect(KeyedEntries.Field(page, Number)).ToBeFocusedAsync();
        Assert.That(_node.Read(session => session.Entries.Get(new EntryId(1)))!.State, Is.EqualTo(EntryState.Waiting));
    }

    [Test]
    public async Task Ditto_repeats_what_the_person_keyed_last(CancellationToken cancellation)
    {
        await KeyedEntries.MakeAsync(_node, 2);
        await using var served = await ServedNode.StartAsync(_node, _node.Time, cancellation);
        var page = await OpenAsync(served, new BrowserLook());
        await page.GoAsync("/keying/E-1");
        await KeyedEntries.FocusAsync(page, "parties[applicant].address.country#0");
        await page.TypeAsync("KE");
        await SaveAsync(page);
        using (var journey = new Keyed(_node))
        {
            journey.Done(1);
        }

        await page.GoAsync("/keying/E-2");
        await KeyedEntries.FocusAsync(page, "parties[applicant].address.country#0");
        await page.PressAsync(KeyboardLayout.French.Ctrl('D'));

        await Assertions.Expect(KeyedEntries.Field(page, "parties[applicant].address.country#0")).ToHaveValueAsync("KE");
        await page.GoAsync("about:blank");   // before the service goes away
    }

    [Test]
    public async Task The_second_person_sees_who_has_it_reads_along_and_changes_nothing(CancellationToken cancellation)
    {
        await KeyedEntries.MakeAsync(_node, 1);
        await using var served = await ServedNode.StartAsync(_node, _node.Time, cancellation);
        var first = await OpenAsync(served, new BrowserLook());
        await first.GoAsync("/keying/E-1");
        var second = await OpenAsync(served, new BrowserLook(), "peter");

        await second.GoAsync("/keying/E-1");

        await Expect(second, "[data-held]").ToContainTextAsync("N. Person has this dossier since");
        await KeyedEntries.FocusAsync(second, Title);
        await second.TypeAsync("Mine");
        await Assertions.Expect(KeyedEntries.Field(second, Title)).ToHaveValueAsync("Solar water heater with a siphon valve");
        await Screenshots.SaveWindowAsync(second, "en-keying-held");
        await AxeCheck.AssertCleanAsync(second);
        await first.PressAsync("Escape");
        await Expect(first, "main h1").ToHaveTextAsync("Keying");
        await second.Page.ReloadAsync();
        await Expect(second, "[data-held]").ToBeHiddenAsync();
    }

    [Test]
    public async Task The_second_keying_shows_nothing_of_the_first_and_a_third_person_settles(CancellationToken cancellation)
    {
        await KeyedEntries.MakeAsync(_node, 1, settings => settings with { DoubleKeying = ["applicationNumber", "titles"] });
        await using var served = await ServedNode.StartAsync(_node, _node.Time, cancellation);
        TestPeople.Add(_node, _node.Time, "third", Role.Clerk);
        using (var journey = new Keyed(_node))
        {
            journey.Done(1);
        }

        var second = await OpenAsync(served, new BrowserLook(), "peter");
        await second.GoAsync("/keying/E-1");
        await Assertions.Expect(second.Page.Locator("form[data-keying] [data-state]:not([data-aside])")).ToHaveCountAsync(2);
        await Assertions.Expect(KeyedEntries.Field(second, Number)).ToHaveValueAsync("");
        await Screenshots.SaveWindowAsync(second, "en-keying-second");
        await second.TypeAsync("P/2025/000132");
        await second.PressAsync("Enter");
        await second.TypeAsync("Solar water heater with a siphon valve");
        await second.PressAsync("Control+Enter");
        await Expect(second, "main h1").ToHaveTextAsync("Keying");

        var third = await OpenAsync(served, new BrowserLook(), "third");
        await third.GoAsync("/keying/E-1");
        await Expect(third, ".offers").ToContainTextAsync("P/2025/000123");
        await Screenshots.SaveWindowAsync(third, "en-keying-settling");
        await AxeCheck.AssertCleanAsync(third);
        await third.PressAsync("Tab", "Enter", "Control+Enter");
        await Expect(third, "main h1").ToHaveTextAsync("Keying");

        var entry = _node.Read(session => session.Entries.Get(new EntryId(1)))!;
        Assert.That((entry.State, entry.Number), Is.EqualTo((EntryState.Waiting, "P/2025/000123")));
    }

    [Test]
    public async Task A_save_that_comes_twice_or_names_what_the_form_has_not_changes_nothing(CancellationToken cancellation)
    {
        await KeyedEntries.MakeAsync(_node, 1);
        await using var served = await ServedNode.StartAsync(_node, _node.Time, cancellation);
        var nadia = served.As("nadia", Role.Clerk);
        var hidden = Visitor.HiddenOf((await nadia.GetAsync("/keying/E-1", cancellation)).Body, "done");
        IReadOnlyList<(string, string)> order = [.. hidden, ("value:" + Title, "A pump"), ("was:" + Title, "Solar water heater with a siphon valve")];

        var once = await nadia.SendFormAsync("/keying/E-1/save", order, cancellation);
        var twice = await nadia.SendFormAsync("/keying/E-1/save", order, cancellation);
        var foreign = await nadia.SendFormAsync("/keying/E-1/save", [.. hidden, ("value:nowhere#0", "x"), ("was:nowhere#0", "")], cancellation);
        var other = await nadia.SendFormAsync("/keying/E-1/save", [.. hidden, ("value:" + Title, "A valve"), ("was:" + Title, "A heater")], cancellation);
        var missing = await nadia.SendFormAsync("/keying/E-9/save", order, cancellation);

        Assert.That((once.Status, twice.Status, foreign.Status, missing.Status), Is.EqualTo((HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.NotFound)));
        Assert.That(twice.Body, Is.EqualTo(once.Body));
        Assert.That(other.Body, Does.Contain("A pump").And.Contain("Take the other"));
        Assert.That(KeyedEntries.ValueOf(_node, "titles")!.Text, Is.EqualTo("A pump"));
    }

    [Test]
    public async Task Whoever_does_not_hold_an_entry_saves_nothing_by_a_request_of_their_own(CancellationToken cancellation)
    {
        await KeyedEntries.MakeAsync(_node, 1);
        await using var served = await ServedNode.StartAsync(_node, _node.Time, cancellation);
        var nadia = served.As("nadia", Role.Clerk);
        var own = Visitor.HiddenOf((await nadia.GetAsync("/keying/E-1", cancellation)).Body, "done");
        var peter = served.As("peter", Role.Clerk);
        var hidden = Visitor.HiddenOf((await peter.GetAsync("/keying/E-1", cancellation)).Body, "done");

        var saved = await peter.SendFormAsync("/keying/E-1/save", [.. hidden, ("value:" + Title, "Mine"), ("was:" + Title, "Solar water heater with a siphon valve")], cancellation);
        var done = await peter.SendFormAsync("/keying/E-1", [.. hidden, ("remark", "Mine")], cancellation);
        var twofold = await nadia.SendFormAsync("/keying/E-1", [.. own, .. own.Where(field => field.Name == "version"), ("remark", "Mine")], cancellation);

        Assert.That(twofold.Text, Does.Contain("was changed"), "a version that is named twice is none");
        Assert.That(saved.Body, Does.Contain("N. Person has this dossier"));
        Assert.That((done.Status, KeyedEntries.ValueOf(_node, "titles")!.State), Is.EqualTo((HttpStatusCode.OK, ValueState.Read)));
        Assert.That(_node.Read(session => session.Entries.Get(new EntryId(1)))!.State, Is.EqualTo(EntryState.Keying));
    }

    [Test]
    public async Task A_browser_without_scripts_sends_the_whole_form_as_done(CancellationToken cancellation)
    {
        await KeyedEntries.MakeAsync(_node, 1);
        await using var served = await ServedNode.StartAsync(_node, _node.Time, cancellation);
        var nadia = served.As("nadia", Role.Clerk);

        var answer = await nadia.FillAsync("/keying/E-1", "done", [(Title, "A pump"), ("remark", "No more is on the form.")], cancellation);

        Assert.That((answer.Status, answer.Location), Is.EqualTo((HttpStatusCode.Redirect, "/keying?done=P%2F2025%2F000123")));
        Assert.That((KeyedEntries.ValueOf(_node, "titles")!.Text, _node.Read(session => session.Entries.Get(new EntryId(1)))!.State), Is.EqualTo(("A pump", EntryState.Waiting)));
    }

    [Test]
    public async Task From_the_list_an_entry_is_made_urgent_and_given_up_by_keys(CancellationToken cancellation)
    {
        await KeyedEntries.MakeAsync(_node, 3);
        await using var served = await ServedNode.StartAsync(_node, _node.Time, cancellation);
        var page = await OpenAsync(served, new BrowserLook());
        await page.GoAsync("/keying");

        await TabToAsync(page, "[data-row]");
        await page.PressAsync("ArrowDown", "ArrowDown", "u");
        await Expect(page, "tbody tr:first-child .tag.look").ToHaveTextAsync("Urgent");
        await Expect(page, "tbody tr:first-child [data-row]").ToBeFocusedAsync();
        await Expect(page, "tbody tr:first-child [data-row]").ToHaveTextAsync("P/2025/000125");
        await page.PressAsync("ArrowDown", "Delete");
        await Expect(page, "#Given-Reason").ToBeFocusedAsync();
        await page.TypeAsync("Scanned twice.");
        await page.PressAsync("Control+Enter");

        await Expect(page, "main [role=status].note").ToHaveTextAsync("P/2025/000123 was given up.");
        Assert.That(_node.Read(session => (session.Entries.Get(new EntryId(1))!.State, session.Entries.Get(new EntryId(1))!.Remark, session.Entries.Get(new EntryId(3))!.IsHurried)),
            Is.EqualTo((EntryState.Dropped, "Scanned twice.", true)));
    }

    [Test]
    public async Task An_entry_is_given_up_only_with_a_reason_and_by_nobody_while_another_has_it(CancellationToken cancellation)
    {
        await KeyedEntries.MakeAsync(_node, 1);
        await using var served = await ServedNode.StartAsync(_node, _node.Time, cancellation);
        var nadia = served.As("nadia", Role.Clerk);
        await nadia.GetAsync("/keying/E-1", cancellation);

        var other = await served.As("peter", Role.Clerk).FillAsync("/keying/E-1/drop", "drop", [("Given.Reason", "Not ours.")], cancellation);
        var silent = await nadia.FillAsync("/keying/E-1/drop", "drop", [("Given.Reason", " ")], cancellation);
        var done = await nadia.FillAsync("/keying/E-1/drop", "drop", [("Given.Reason", "Not ours.")], cancellation);
        var again = await nadia.GetAsync("/keying/E-1/drop", cancellation);

        Assert.That(other.Text, Does.Contain("N. Person works on this entry since"));
        Assert.That(silent.Text, Does.Contain("The reason is missing."));
        Assert.That((done.Location, again.Status), Is.EqualTo(("/keying?dropped=P%2F2025%2F000123", HttpStatusCode.NotFound)));
    }

    [Test]
    public async Task An_entry_that_is_not_there_is_said_to_be_missing(CancellationToken cancellation)
    {
        await using var served = await ServedNode.StartAsync(_node, _node.Time, cancellation);

        var answer = await served.As("nadia", Role.Clerk).GetAsync("/keying/E-7", cancellation);

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    private async Task<BrowserPage> OpenAsync(ServedNode served, BrowserLook look, string name = "nadia")
    {
        var page = await OpenAsync(served.Address, "/sign-in", look);
        await page.Page.Context.AddCookiesAsync([CookieOf(served, name, Role.Clerk)]);
        return page;
    }

    /// <summary>Leaves the field, which is then saved.</summary>
    private static Task<IResponse> SaveAsync(BrowserPage page) =>
        page.Page.RunAndWaitForResponseAsync(() => page.PressAsync("Tab"), response => response.Url.EndsWith("/save", StringComparison.Ordinal));
}

using Microsoft.Playwright;
using NUnit.Framework;
using OfficeNode.Core.Disk;
using OfficeNode.Core.Keying;
using OfficeNode.Core.People;
using OfficeNode.Host.Journey;
using OfficeNode.Journeys.Keying;
using OfficeNode.Journeys.Service;

namespace OfficeNode.Journeys.Kiosk.Releases;

/// <summary>Release at the screen: by keys alone in a language of each direction, and by forms that no screen made.</summary>
[CancelAfter(300_000)]
[Parallelizable(ParallelScope.Self)]   // a node of its own
public sealed class ReleaseScreenTests : BrowserTests
{
    private TestNode _node = null!;   // made before each test
    private IReadOnlyList<Entry> _entries = [];

    [SetUp]
    public async Task MakeNode()
    {
        _node = await TestNode.CreateAsync();
        KeyingOffice.Change(_node, settings => settings);
        TestPeople.Add(_node, _node.Time, "nadia", Role.Clerk);
        using var opened = Open();
        _entries = await ReleaseOffice.HandOverAsync(opened, 3, "nadia");
        ReleaseOffice.Key(opened, _entries[0].Id, "nadia");
        ReleaseOffice.Key(opened, _entries[1].Id, "nadia");
        var keying = new KeyingJourney(opened, "nadia");
        var saved = keying.Save(_entries[2].Id, keying.Open(_entries[2].Id)!.Entry.Version, [new("filingDate", 0, "31.02.2025", null, false)]);
        keying.Done(_entries[2].Id, saved.Version, "The stamp is smudged.");
    }

    [TearDown]
    public void RemoveNode() => _node.Dispose();

    [TestCaseSource(typeof(ScreenLanguages), nameof(ScreenLanguages.Today))]
    public async Task A_supervisor_releases_and_sends_back_by_keys(string language, CancellationToken cancellation)
    {
        await using var served = await ServedNode.StartAsync(_node, _node.Time, cancellation);
        var page = await OpenAsSupervisorAsync(served, new BrowserLook { Locale = language });
        await CheckAsync(page, $"{language}-release");

        await page.PressAsync("Control+Enter");
        await Expect(page, "h1").ToHaveTextAsync("P/2025/101");
        await Assertions.Expect(page.Page.Locator(".release-row")).Not.ToHaveCountAsync(0);
        await CheckAsync(page, $"{language}-release-entry");
        await page.Page.EvaluateAsync("() => document.querySelector('.release-row input').focus()");
        await page.PressAsync("Space", "F9");
        await page.TypeAsync("The number is not the one on the page.");
        await page.PressAsync("Control+b");

        await Expect(page, "h1").ToHaveTextAsync("P/2025/102");
        await page.PressAsync("Control+Enter");
        await Expect(page, "h1").ToHaveTextAsync("P/2025/103");
        await Expect(page, ".keying-top [role=status]").ToContainTextAsync("P-2025-P/2025/102");
        await page.PressAsync("Control+Enter");
        await Expect(page, ".summary").ToBeFocusedAsync();
        await CheckAsync(page, $"{language}-release-refused");
        await page.PressAsync("Escape");
        await Expect(page, "main table").ToContainTextAsync("P/2025/103");

        Assert.That(_node.Read(session => _entries.Select(entry => session.Entries.Get(entry.Id)!.State).ToList()), Is.EqualTo(new[] { EntryState.SentBack, EntryState.Released, EntryState.Waiting }));
    }

    [TestCaseSource(typeof(ScreenLanguages), nameof(ScreenLanguages.Today))]
    public async Task Screens_of_release_are_clean_at_any_width(string language, CancellationToken cancellation)
    {
        await using var served = await ServedNode.StartAsync(_node, _node.Time, cancellation);
        var page = await OpenAsSupervisorAsync(served, new BrowserLook { Locale = language }.Zoomed());

        foreach (var (address, name) in new[] { ("/release", "release"), ("/release/E-3", "release-entry") })
        {
            await page.GoAsync(address);
            await CheckAsync(page, $"{language}-zoomed-{name}");
            var width = await page.Page.EvaluateAsync<int[]>("() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]");
            Assert.That(width[0], Is.EqualTo(width[1]), address);
        }
    }

    [Test]
    public async Task Who_keyed_an_entry_is_refused_whatever_they_send(CancellationToken cancellation)
    {
        await using var served = await ServedNode.StartAsync(_node, _node.Time, cancellation);
        var nadia = served.As("nadia");
        using (var opened = Open())
        {
            opened.Register.Note(session => session.Entries.SetKeyed(_entries[0].Id, "ada"));
        }

        var ada = served.As("ada", Role.Supervisor, Role.Clerk);
        var own = await ada.FillAsync("/release/E-1", "release", [], cancellation);
        var shown = await ada.GetAsync("/release/E-2", cancellation);
        IReadOnlyList<(string Name, string Value)> older = [.. Visitor.HiddenOf(shown.Body, "release").Where(field => field.Name != "Given.Version"), ("Given.Version", "1")];
        var stale = await ada.SendFormAsync("/release/E-2", older, cancellation);
        var hidden = Visitor.HiddenOf(shown.Body, "release");
        var twofold = await ada.SendFormAsync("/release/E-2", [.. hidden, .. hidden.Where(field => field.Name == "Given.Version")], cancellation);
        var clerk = await nadia.GetAsync("/release/E-1", cancellation);

        Assert.That(own.Text, Does.Contain("You keyed E-1 yourself."));
        Assert.That(stale.Text, Does.Contain("E-2 was changed since it was shown here."));
        Assert.That(twofold.Text, Does.Contain("E-2 was changed since it was shown here."), "a version that is named twice is none");
        Assert.That((int)clerk.Status, Is.EqualTo(403));
        Assert.That(_node.Read(session => session.Dossiers.Counts()), Is.Empty);
    }

    [Test]
    public async Task A_released_entry_leads_to_the_next_and_its_history_says_who_keyed_and_released_it(CancellationToken cancellation)
    {
        await using var served = await ServedNode.StartAsync(_node, _node.Time, cancellation);
        var ada = served.As("ada", Role.Supervisor);

        var answer = await ada.FillAsync("/release/E-1", "release", [], cancellation);
        var history = await ada.GetAsync("/register/1?pane=history", cancellation);

        Assert.That(answer.Location, Is.EqualTo("/release/E-2?released=P-2025-P%2F2025%2F101"));
        Assert.That(history.Text, Does.Match(@"Keyed by N\. Person\. Released by A\. Person, [^<]*\. Text: checked by two people\."));
        Assert.That(history.Text, Does.Not.Contain("by one person"));
    }

    [Test]
    public async Task A_batch_is_sampled_and_released_at_the_screen(CancellationToken cancellation)
    {
        KeyingOffice.Change(_node, settings => settings with { SampleFrom = 2, SampleSize = 2, SampleAccepted = 0 });
        await using var served = await ServedNode.StartAsync(_node, _node.Time, cancellation);
        var ada = served.As("ada", Role.Supervisor);

        await ada.FillAsync("/release", "draw-1", [], cancellation);
        for (var i = 0; i < 2; i++)
        {
            var next = _node.Read(session => session.Samples.Unchecked(1)[0]);
            await ada.FillAsync($"/release/{next}", "release", [], cancellation);
        }

        var done = await ada.FillAsync("/release", "release-sample-1", [], cancellation);
        var said = await ada.GetAsync(done.Location ?? "", cancellation);

        Assert.That(said.Text, Does.Contain("Released by the sample: 2.").And.Contain("Left because of errors: 1."));
        Assert.That(_node.Read(session => session.Entries.CountIn(EntryState.Waiting)), Is.EqualTo(1));
    }

    private Node Open() => Node.Open(_node.Folder.Root, new PhysicalDisk(), _node.Time);

    private async Task<BrowserPage> OpenAsSupervisorAsync(ServedNode served, BrowserLook look)
    {
        var page = await OpenAsync(served.Address, "/sign-in", look);
        var cookie = served.As("omar", Role.Supervisor).Cookies.GetCookies(served.Address)["officenode"]!;   // the visitor is signed in
        await page.Page.Context.AddCookiesAsync([new Cookie { Name = cookie.Name, Value = cookie.Value, Url = served.Address.ToString() }]);
        await page.GoAsync("/release");
        return page;
    }
}

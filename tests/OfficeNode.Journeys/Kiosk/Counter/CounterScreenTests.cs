using System.Net;
using System.Text;
using NUnit.Framework;
using OfficeNode.Core.Counter;
using OfficeNode.Core.People;
using OfficeNode.Journeys.Service;

namespace OfficeNode.Journeys.Kiosk.Counter;

/// <summary>The counter over HTTP: refusals, acts that are sent again, requests that no screen makes.</summary>
[CancelAfter(120_000)]
[Parallelizable(ParallelScope.Self)]   // a node of its own
public sealed class CounterScreenTests
{
    private static readonly (string Name, string Value)[] Filing =
    [
        ("Given.Applicant", "Société Sahel"), ("Given.Sheets[DES]", "12"), ("Given.Sheets[CLA]", "3"), ("Given.FeeReceipt", "R 77"), ("Given.Remark", ""),
    ];

    private CounterOffice _office = null!;   // made before each test
    private SeriesId _series;

    [SetUp]
    public async Task MakeOffice()
    {
        _office = await CounterOffice.CreateAsync();
        _series = _office.AddSeries();
    }

    [TearDown]
    public void RemoveOffice() => _office.Dispose();

    [Test]
    public async Task A_filing_leads_to_its_number(CancellationToken cancellation)
    {
        await using var served = await ServeAsync(cancellation);
        var clerk = served.As("binta", Role.Clerk);

        var answer = await clerk.FillAsync($"/counter/new/{_series}", "receive", Filing, cancellation);
        var counter = await clerk.GetAsync(answer.Location!, cancellation);   // it leads somewhere

        Assert.That((answer.Status, answer.Location), Is.EqualTo((HttpStatusCode.Redirect, "/counter?given=1")));
        Assert.That(counter.Text, Does.Contain("XX/P/2026/000001").And.Contain("Société Sahel").And.Contain("/counter/1/separators.pdf"));
    }

    [Test]
    public async Task An_act_of_one_name_gives_one_number_however_often_it_is_sent(CancellationToken cancellation)
    {
        await using var served = await ServeAsync(cancellation);
        var clerk = served.As("binta", Role.Clerk);
        var hidden = Visitor.HiddenOf((await clerk.GetAsync($"/counter/new/{_series}", cancellation)).Body, "receive");

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => SendAsync(clerk, [.. hidden, .. Filing], "4f00aa", cancellation)));

        Assert.That(answers.Where(answer => answer.Status == HttpStatusCode.Redirect).Select(answer => answer.Location).Distinct(), Is.EqualTo(new[] { "/counter?given=1" }));
        Assert.That(_office.Counter.Of(_office.Counter.Today), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_form_that_a_browser_without_script_sends_again_gives_no_second_number(CancellationToken cancellation)
    {
        await using var served = await ServeAsync(cancellation);
        var clerk = served.As("binta", Role.Clerk);
        var hidden = Visitor.HiddenOf((await clerk.GetAsync($"/counter/new/{_series}", cancellation)).Body, "receive");

        var first = await clerk.SendFormAsync($"/counter/new/{_series}", [.. hidden, .. Filing], cancellation);
        var again = await clerk.SendFormAsync($"/counter/new/{_series}", [.. hidden, .. Filing], cancellation);

        Assert.That((first.Location, again.Location), Is.EqualTo(("/counter?given=1", "/counter?given=1")));
    }

    [Test]
    public async Task What_is_wrong_is_said_at_its_field_and_keeps_what_was_typed(CancellationToken cancellation)
    {
        await using var served = await ServeAsync(cancellation);

        var answer = await served.As("binta", Role.Clerk).FillAsync(
            $"/counter/new/{_series}", "receive", [("Given.Applicant", ""), ("Given.Sheets[DES]", "a dozen"), ("Given.FeeReceipt", "R 77")], cancellation);

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(answer.Text, Does.Contain("href=\"#Given-Sheets-DES\"").And.Contain("value=\"a dozen\"").And.Contain("value=\"R 77\"").And.Contain("applicant's name is missing"));
    }

    [Test]
    public async Task A_clock_that_is_behind_is_told_and_confirmed_by_the_supervisor_alone(CancellationToken cancellation)
    {
        _office.Receive(_series);
        _office.Clock.Now -= TimeSpan.FromHours(3);
        await using var served = await ServeAsync(cancellation);
        var (clerk, supervisor) = (served.As("binta", Role.Clerk), served.As("salif", Role.Supervisor));

        var counter = await clerk.GetAsync("/counter", cancellation);
        var refused = await clerk.FillAsync($"/counter/new/{_series}", "receive", Filing, cancellation);
        var closed = await clerk.GetAsync("/clock", cancellation);
        var confirmed = await supervisor.FillAsync("/clock", "confirm", [], cancellation);
        var given = await clerk.FillAsync($"/counter/new/{_series}", "receive", Filing, cancellation);

        Assert.That(counter.Text, Does.Contain("no number is given"));
        Assert.That((refused.Status, closed.Status), Is.EqualTo((HttpStatusCode.OK, HttpStatusCode.Forbidden)));
        Assert.That(confirmed.Text, Does.Contain("counts from now on"));
        Assert.That(given.Location, Is.EqualTo("/counter?given=2"));
    }

    [Test]
    public async Task The_acknowledgement_says_what_it_proves_and_that_it_accords_no_filing_date(CancellationToken cancellation)
    {
        var given = _office.Receive(_series);
        await using var served = await ServeAsync(cancellation);

        var page = await served.As("binta", Role.Clerk).GetAsync($"/counter/{given.Id}", cancellation);

        Assert.That(page.Text, Does.Contain("20 November 2026, 18:05").And.Contain("R-2026-77").And.Contain("description, sheets: 12").And.Contain("It accords no filing date"));
    }

    [Test]
    public async Task An_acknowledgement_of_a_filing_that_was_taken_back_proves_nothing(CancellationToken cancellation)
    {
        var given = _office.Receive(_series);
        await using var served = await ServeAsync(cancellation);
        var clerk = served.As("binta", Role.Clerk);

        var page = await clerk.FillAsync($"/counter/{given.Id}", "take-back", [("Given.Why", "Received twice")], cancellation);

        Assert.That(page.Text, Does.Contain("proves nothing any more").And.Contain("Received twice").And.Not.Contain("value=\"take-back\""));
    }

    [TestCase("en", "SEPARATOR SHEET")]
    [TestCase("fr", "FEUILLE INTERCALAIRE")]
    [TestCase("ar", "SEPARATOR SHEET")]
    public async Task Separators_of_a_filing_name_its_dossier_and_papers(string language, string title, CancellationToken cancellation)
    {
        var given = _office.Receive(_series);
        await using var served = await ServeAsync(cancellation);
        var clerk = served.As("binta", Role.Clerk);
        clerk.Client.DefaultRequestHeaders.Add("Accept-Language", language);

        var pdf = Encoding.Latin1.GetString(await clerk.Client.GetByteArrayAsync(new Uri($"/counter/{given.Id}/separators.pdf", UriKind.Relative), cancellation));

        Assert.That(pdf, Does.StartWith("%PDF-").And.Contain(title).And.Contain("OFN1-XX-P-2026-XX/P/2026/000001-DES").And.Contain("OFN1-XX-P-2026-XX/P/2026/000001-CLA"));
    }

    [TestCase("/counter/77")]
    [TestCase("/counter/77/separators.pdf")]
    [TestCase("/counter/new/77")]
    [TestCase("/counter/blocks/77")]
    [TestCase("/counter/series/77")]
    public async Task What_there_is_not_is_not_found(string address, CancellationToken cancellation)
    {
        await using var served = await ServeAsync(cancellation);

        var answer = await served.As("omar", Enum.GetValues<Role>()).GetAsync(address, cancellation);

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task A_hand_made_request_for_a_number_of_no_block_is_refused(CancellationToken cancellation)
    {
        var (id, _) = _office.Blocks.Reserve(_series, new() { Count = "2", FirstDay = "2026-11-20" }, "b1");
        await using var served = await ServeAsync(cancellation);

        var answer = await served.As("binta", Role.Clerk).FillAsync(
            $"/counter/blocks/{id}", "enter", [.. Filing, ("Given.Ordinal", "9"), ("Given.Day", "2026-11-20"), ("Given.Time", "09:00")], cancellation);

        Assert.That(answer.Text, Does.Contain("is not of this block"));
        Assert.That(_office.Counter.Of(_office.Counter.Today), Is.Empty);
    }

    [Test]
    public async Task Series_are_the_administrators(CancellationToken cancellation)
    {
        await using var served = await ServeAsync(cancellation);
        var (clerk, administrator) = (served.As("binta", Role.Clerk), served.As("amina", Role.Administrator));
        (string, string)[] marks =
        [
            ("Given.Right", "Trademark"), ("Given.Name", "Marks Act"), ("Given.FirstYear", "2026"), ("Given.Pattern", "T/{number}"), ("Given.Next", "12"),
        ];

        var refused = await clerk.GetAsync("/counter/series", cancellation);
        var added = await administrator.FillAsync("/counter/series/new", "add", marks, cancellation);
        var listed = await administrator.GetAsync("/counter/series", cancellation);

        Assert.That((refused.Status, added.Location), Is.EqualTo((HttpStatusCode.Forbidden, "/counter/series")));
        Assert.That(listed.Text, Does.Contain("Marks Act").And.Contain("T/12"));
    }

    private Task<ServedNode> ServeAsync(CancellationToken cancellation) => ServedNode.StartAsync(_office.Files, _office.Clock, cancellation);

    private async Task<Answer> SendAsync(Visitor visitor, IReadOnlyList<(string Name, string Value)> fields, string name, CancellationToken cancellation) => await visitor.SendAsync(
        new HttpRequestMessage(HttpMethod.Post, new Uri($"/counter/new/{_series}", UriKind.Relative))
        {
            Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
            Headers = { { "Kiosk-Request", name } },
        },
        cancellation);
}

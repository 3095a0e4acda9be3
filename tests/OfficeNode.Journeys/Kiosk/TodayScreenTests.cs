using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using NUnit.Framework;
using OfficeNode.Core.People;
using OfficeNode.Host.Kiosk.Today;
using OfficeNode.Host.Service;
using OfficeNode.Host.Settings;
using OfficeNode.Journeys.Service;
using OfficeNode.Storage;
using OfficeNode.TestKit;

namespace OfficeNode.Journeys.Kiosk;

[CancelAfter(120_000)]
[Parallelizable(ParallelScope.Self)]   // a node of its own
public sealed partial class TodayScreenTests : OneNodeTests
{
    private const string Package = "XX-patents-full-20261120-0001";

    [Test]
    public async Task Page_and_health_show_no_content_of_records(CancellationToken cancellation)
    {
        await ImportPatentsAsync();
        await Node.RunAsync(SampleOffice.ImportOf("trademarks"));
        await DeliverAsync();
        await Node.DoAsync(
            "acknowledge", Package, "--date", "2026-11-20", "--from", "Receiving desk", "--by", "A. Clerk", "--refused",
            "--record", "118=Distillateur solaire refused");
        await LoseMastersAsync();
        await using var served = await ServedNode.StartAsync(Node, Node.Time, cancellation);

        var shown = WebUtility.HtmlDecode(await served.PageAsync(cancellation)) + await served.Browser.GetStringAsync(new Uri("/health", UriKind.Relative), cancellation);

        Assert.That(WordsOf("patents.csv", "trademarks.csv").Where(word => shown.Contains(word, StringComparison.OrdinalIgnoreCase)), Is.Empty);
    }

    [Test]
    public async Task Answers_forbid_inline_script_frames_and_everything_from_elsewhere(CancellationToken cancellation)
    {
        await using var served = await ServedNode.StartAsync(Node, Node.Time, cancellation);

        using var answer = await served.Browser.GetAsync(new Uri("/", UriKind.Relative), cancellation);

        Assert.Multiple(() =>
        {
            Assert.That(answer.Headers.GetValues("Content-Security-Policy"), Is.EqualTo(
                new[]
                {
                    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; "
                    + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
                }));
            Assert.That(answer.Headers.GetValues("X-Content-Type-Options"), Is.EqualTo(new[] { "nosniff" }));
            Assert.That(answer.Headers.GetValues("Referrer-Policy"), Is.EqualTo(new[] { "no-referrer" }));
            Assert.That(answer.Headers.CacheControl?.NoStore, Is.True);
            Assert.That(answer.Headers.Contains("Server"), Is.False);
        });
    }

    [Test]
    public async Task The_page_holds_no_inline_script_no_inline_style_and_no_foreign_address(CancellationToken cancellation)
    {
        await using var served = await ServedNode.StartAsync(Node, Node.Time, cancellation);

        var page = await served.PageAsync(cancellation);

        Assert.That(page, Does.Not.Match("<script(?![^>]* src=)").And.Not.Contain("style=").And.Not.Contain("http://").And.Not.Contain("https://"));
    }

    [Test]
    public async Task The_stylesheet_comes_from_the_program_itself(CancellationToken cancellation)
    {
        await using var served = await ServedNode.StartAsync(Node, Node.Time, cancellation);
        var address = Stylesheet().Match(await served.PageAsync(cancellation)).Groups[1].Value;

        using var sheet = await served.Browser.GetAsync(new Uri(address, UriKind.Relative), cancellation);

        Assert.That((sheet.StatusCode, sheet.Content.Headers.ContentType?.MediaType), Is.EqualTo((HttpStatusCode.OK, "text/css")));
    }

    [Test]
    public async Task The_page_under_the_name_of_another_host_is_not_given(CancellationToken cancellation)
    {
        await using var served = await ServedNode.StartAsync(Node, Node.Time, cancellation);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { Host = "office.example" } };

        using var answer = await served.Browser.SendAsync(request, cancellation);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [Test]
    public async Task The_page_says_whose_product_it_is_not(CancellationToken cancellation)
    {
        await using var served = await ServedNode.StartAsync(Node, Node.Time, cancellation);

        var page = await served.PageAsync(cancellation);

        Assert.That(page, Does.Contain("not a WIPO product and is not endorsed by WIPO"));
    }

    [Test]
    public async Task The_page_names_the_support_that_the_office_named(CancellationToken cancellation)
    {
        var store = new SettingsStore(Node.Folder, Node.Disk);
        store.Save(store.Load() with { Support = "Regional centre, +000 12" });
        await using var served = await ServedNode.StartAsync(Node, Node.Time, cancellation);

        var page = WebUtility.HtmlDecode(await served.PageAsync(cancellation));

        Assert.That(page, Does.Contain("Help: Regional centre, +000 12"));
    }

    [Test]
    public async Task What_waits_is_told_with_since_when_why_and_when_it_is_tried_again(CancellationToken cancellation)
    {
        await ImportPatentsAsync();
        await Node.ReceiveInFolderAsync("patentscope", "Patents");
        Directory.Delete(Node.Receiver, recursive: true);
        await Node.RunAsync("package", "--destination", "patentscope", "--scope", "full");
        await Node.RunAsync("sync", "--once");
        await using var served = await ServedNode.StartAsync(Node, Node.Time, cancellation);

        var page = WebUtility.HtmlDecode(await served.PageAsync(cancellation));

        Assert.That(page, Does.Match(@"Waiting for patentscope since 12:00: one package, [\d.]+ kB\. Next try 22:00\.</a></p><p>patentscope "));
    }

    [Test]
    public async Task Sent_delivered_and_accepted_are_never_one_for_another(CancellationToken cancellation)
    {
        await ImportPatentsAsync();
        await DeliverAsync();
        await using var served = await ServedNode.StartAsync(Node, Node.Time, cancellation);

        var page = await served.PageAsync(cancellation);

        Assert.That(page, Does.Contain("delivered to patentscope at 12:00 and is not yet accepted").And.Not.Contain("<td>accepted"));
    }

    [Test]
    public async Task The_worst_comes_first(CancellationToken cancellation)
    {
        await ImportPatentsAsync();
        await DeliverAsync();
        await Node.DoAsync("acknowledge", Package, "--date", "2026-11-20", "--from", "Desk", "--by", "A. Clerk", "--record", "118=drawings missing");
        await using var served = await ServedNode.StartAsync(Node, Node.Time, cancellation);

        var tones = Tones().Matches(await served.PageAsync(cancellation)).Select(match => match.Groups[1].Value).ToList();

        var rank = new[] { "stop", "look", "good" };
        Assert.That(tones.Select(tone => Array.IndexOf(rank, tone)), Is.Ordered.And.SupersetOf(new[] { 0, 1, 2 }));
    }

    [Test]
    public async Task A_clock_behind_the_newest_entry_is_told(CancellationToken cancellation)
    {
        await using var served = await ServedNode.StartAsync(Node, new OfficeDay(2020, 1, 1), cancellation);

        var page = await served.PageAsync(cancellation);

        Assert.That(page, Does.Contain("but the newest entry of the register is from 20 November 2026, 12:00"));
    }

    [Test]
    public async Task How_the_last_night_went_is_told(CancellationToken cancellation)
    {
        using (var register = Register.Open(Node.Folder, Node.Time))
        {
            var night = new NightResult { Night = new DateOnly(2026, 11, 19), Began = At(22), Ended = At(23), Packages = 2, Delivered = 1 };
            register.Note(session => NightBook.SetResult(session, night));
        }

        await using var served = await ServedNode.StartAsync(Node, Node.Time, cancellation);

        var page = await served.PageAsync(cancellation);

        Assert.That(page, Does.Contain("The night of 19 November ended at 19 November, 23:00. Packages built: 2, delivered: 1;"));
    }

    [TestCase(20, "The night goes on until 05:00")]
    [TestCase(21, "The next night begins at 22 November, 22:00 and ends at 05:00")]
    public void A_night_that_is_done_with_does_not_go_on(int dealtWith, string said)
    {
        var time = new ManualTime();
        time.Advance(new DateTimeOffset(2026, 11, 21, 23, 0, 0, TimeSpan.Zero) - time.GetUtcNow());
        using (var register = Register.Open(Node.Folder, time))
        {
            register.Note(session => NightBook.SetDealtWith(session, new DateOnly(2026, 11, dealtWith)));
        }

        using var node = new NodeSource(Node.Folder.Root, Node.Disk, time).Open();

        var report = StatusReport.Of(node, NodeHealth.Read(node));

        Assert.That(report.Night, Does.StartWith(said));
    }

    [Test]
    public async Task Settings_that_break_while_it_serves_are_told_on_the_page(CancellationToken cancellation)
    {
        await using var served = await ServedNode.StartAsync(Node, Node.Time, cancellation);
        var visitor = served.As("amina", Role.Administrator);
        await File.WriteAllTextAsync(Node.Folder.SettingsFile, "{", cancellation);

        var answer = await visitor.GetAsync("/", cancellation);

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
        Assert.That(answer.Text, Does.Contain("The node cannot be read.").And.Contain("settings.json"));
    }

    [Test]
    public async Task Health_is_503_when_the_node_cannot_be_read(CancellationToken cancellation)
    {
        await using var served = await ServedNode.StartAsync(Node, Node.Time, cancellation);
        await File.WriteAllTextAsync(Node.Folder.SettingsFile, "{", cancellation);

        var answer = await served.Stranger().GetAsync("/health", cancellation);

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
    }

    [Test]
    public async Task Health_counts_for_scripts(CancellationToken cancellation)
    {
        await ImportPatentsAsync();
        await DeliverAsync();
        await using var served = await ServedNode.StartAsync(Node, Node.Time, cancellation);

        using var health = JsonDocument.Parse(await served.Browser.GetStringAsync(new Uri("/health", UriKind.Relative), cancellation));

        var root = health.RootElement;
        Assert.Multiple(() =>
        {
            Assert.That(root.GetProperty("records").GetProperty("patent").GetInt64(), Is.EqualTo(13));
            Assert.That(root.GetProperty("outbox").GetProperty("delivered").GetInt64(), Is.EqualTo(1));
            Assert.That(root.GetProperty("status").GetString(), Is.EqualTo("look"));
        });
    }

    private static DateTimeOffset At(int hour) => new(2026, 11, 19, hour, 0, 0, TimeSpan.Zero);

    private Task<ProgramRun> ImportPatentsAsync() =>
        Node.RunAsync([.. SampleOffice.ImportOf("patents"), "--published-collection", "gazette 12/2025 of 2025-06-30 by A. Registrar"]);

    private async Task DeliverAsync()
    {
        await Node.ReceiveInFolderAsync("patentscope", "Patents");
        await Node.RunAsync("package", "--destination", "patentscope", "--scope", "full");
        await Node.DoAsync("sync", "--once");
    }

    /// <summary>Takes all page images away and lets the doctor find out.</summary>
    private async Task LoseMastersAsync()
    {
        foreach (var file in Directory.EnumerateFiles(Node.Folder.Masters, "*.*", SearchOption.AllDirectories))
        {
            File.Delete(file);
        }

        await Node.RunAsync("doctor");
    }

    /// <summary>Every cell that says something of a record: names, titles, addresses, numbers with a letter or a slash.</summary>
    private static IEnumerable<string> WordsOf(params IReadOnlyList<string> files) => files
        .SelectMany(file => File.ReadLines(Corpus.Office(file), file == "patents.csv" ? System.Text.Encoding.Latin1 : System.Text.Encoding.UTF8).Skip(1))
        .SelectMany(line => line.Split([';', ',', '"'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        .Where(word => word.Length >= 6 && word.Any(c => char.IsLetter(c) || c == '/'))
        .Concat(["P-2015-118", "Distillateur solaire refused"])
        .Distinct();

    [GeneratedRegex("<link rel=\"stylesheet\" href=\"([^\"]+)\"")]
    private static partial Regex Stylesheet();

    [GeneratedRegex("<li class=\"(\\w+)\"")]
    private static partial Regex Tones();
}

using System.Net;
using NUnit.Framework;
using OfficeNode.Core;
using OfficeNode.Core.People;
using OfficeNode.Journeys.Service;
using OfficeNode.Storage.Tables;

namespace OfficeNode.Journeys.Kiosk.Tonight;

/// <summary>What people do with packages and destinations, and what they are kept from.</summary>
[CancelAfter(120_000)]
[Parallelizable(ParallelScope.Self)]   // a node of its own
public sealed class OutboxScreenTests : OneNodeTests
{
    private const string Destination = "brand-database";

    private protected override Task<TestNode> MakeNodeAsync() => GeneratedRecords.OpenMarksAsync(2, 1);

    [Test]
    public async Task A_package_that_is_stopped_is_not_sent_until_it_goes_on(CancellationToken cancellation)
    {
        var package = await PackageAsync();
        await using var served = await ServedNode.StartAsync(Node, Node.Time, cancellation);
        var supervisor = served.As("sara", Role.Supervisor);

        await supervisor.FillAsync($"/packages/{package}/stop", "stop", [("Given.Reason", "call of the receiver")], cancellation);
        var kept = await Node.DoAsync("sync", "--once");
        await supervisor.FillAsync($"/packages/{package}/stop", "go-on", [], cancellation);
        var sent = await Node.DoAsync("sync", "--once");

        Assert.That((kept.Count("delivered"), sent.Count("delivered")), Is.EqualTo((0L, 1L)));
    }

    [Test]
    public async Task A_package_is_not_stopped_without_a_reason(CancellationToken cancellation)
    {
        var package = await PackageAsync();
        await using var served = await ServedNode.StartAsync(Node, Node.Time, cancellation);

        var answer = await served.As("sara", Role.Supervisor).FillAsync($"/packages/{package}/stop", "stop", [("Given.Reason", " ")], cancellation);

        Assert.That(answer.Text, Does.Contain("The reason is missing"));
        Assert.That(StateOf(package), Is.EqualTo(DeliveryState.Waiting));
    }

    [Test]
    public async Task A_package_with_a_record_that_was_taken_back_never_goes_on(CancellationToken cancellation)
    {
        var package = await PackageAsync();
        await using var served = await ServedNode.StartAsync(Node, Node.Time, cancellation);
        var supervisor = served.As("sara", Role.Supervisor);
        await supervisor.FillAsync($"/packages/{package}/stop", "stop", [("Given.Reason", "doubt")], cancellation);
        await served.As("hana", Role.Head).FillAsync($"/retractions/new?d=1&destination={Destination}", "retract", [("Given.Reason", "order of the court")], cancellation);

        var answer = await supervisor.FillAsync($"/packages/{package}/stop", "go-on", [], cancellation);

        Assert.That(answer.Text, Does.Contain("it never goes"));
        Assert.That(StateOf(package), Is.EqualTo(DeliveryState.Stopped));
    }

    [Test]
    public async Task A_retraction_waits_while_packages_are_being_sent(CancellationToken cancellation)
    {
        await PackageAsync();
        await using var served = await ServedNode.StartAsync(Node, Node.Time, cancellation);
        using var sending = Host.Journey.Node.Open(Node.Folder.Root, Node.Disk, Node.Time);
        using var lease = sending.TakeLease("sync");

        var answer = await served.As("hana", Role.Head).FillAsync($"/retractions/new?d=1&destination={Destination}", "retract", [("Given.Reason", "order of the court")], cancellation);

        Assert.That(answer.Text, Does.Contain("being made or sent just now"));
        Assert.That(Node.Read(session => session.Retractions.Of(new DossierId(1))), Is.Empty);
    }

    [Test]
    public async Task An_answer_keeps_its_letter(CancellationToken cancellation)
    {
        var package = await PackageAsync();
        await Node.DoAsync("sync", "--once");
        await using var served = await ServedNode.StartAsync(Node, Node.Time, cancellation);
        var supervisor = served.As("sara", Role.Supervisor);
        var page = await supervisor.GetAsync($"/packages/{package}/answer", cancellation);
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in Visitor.HiddenOf(page.Body, "answer").Concat([("Given.Date", "2026-11-19"), ("Given.Sender", "desk@receiver.example"), ("Given.Verdict", "accepted")]))
        {
            form.Add(new StringContent(value), name);
        }

        form.Add(new ByteArrayContent(new byte[200_000]), "Given.Letter", "letter.pdf");
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"/packages/{package}/answer", UriKind.Relative)) { Content = form };
        var answer = await supervisor.SendAsync(request, cancellation);

        var kept = Node.Read(session => session.Answers.Of(session.Packages.Find(PackageName.Parse(package).Value)!.Id));   // built above
        Assert.That((answer.Status, kept?.Sender, kept?.Source is not null, StateOf(package)), Is.EqualTo((HttpStatusCode.Redirect, "desk@receiver.example", true, DeliveryState.Accepted)));
    }

    [Test]
    public async Task An_answer_about_a_record_that_is_not_in_the_package_is_not_entered(CancellationToken cancellation)
    {
        var package = await PackageAsync();
        await Node.DoAsync("sync", "--once");
        await using var served = await ServedNode.StartAsync(Node, Node.Time, cancellation);

        var answer = await served.As("sara", Role.Supervisor).FillAsync(
            $"/packages/{package}/answer", "answer", [("Given.Date", "2026-11-19"), ("Given.Sender", "desk"), ("Given.Verdict", "accepted"), ("Given.Records", "P-2026-999 = unknown")], cancellation);

        Assert.That(answer.Text, Does.Contain("P-2026-999 is not in"));
        Assert.That(StateOf(package), Is.EqualTo(DeliveryState.Delivered));
    }

    [Test]
    public async Task A_refused_record_is_corrected_in_the_field_that_the_answer_names(CancellationToken cancellation)
    {
        var package = await PackageAsync();
        await Node.DoAsync("sync", "--once");
        await using var served = await ServedNode.StartAsync(Node, Node.Time, cancellation);
        var supervisor = served.As("sara", Role.Supervisor);
        var record = GeneratedRecords.Dossiers(Right.Trademark, 1)[0];
        await supervisor.FillAsync(
            $"/packages/{package}/answer", "answer", [("Given.Date", "2026-11-19"), ("Given.Sender", "desk"), ("Given.Verdict", "accepted"), ("Given.Records", record + " (730) = no such name")], cancellation);

        var shown = await supervisor.GetAsync($"/packages/{package}", cancellation);
        var dossier = await supervisor.GetAsync("/register/1?field=parties%5B0%5D.name", cancellation);
        var opened = await supervisor.SendFormAsync("/register/1/correct", [.. Visitor.HiddenAt(dossier.Body, "/register/1/correct")], cancellation);
        var entry = await supervisor.GetAsync(opened.Location ?? "", cancellation);

        Assert.That(shown.Text, Does.Contain("/register/1?field=parties%5B0%5D.name"));
        Assert.That(dossier.Text, Does.Contain("refused by brand-database on 2026-11-19 (desk): no such name"));
        Assert.That(opened.Location, Is.EqualTo("/keying/E-1?field=parties%5Bapplicant%5D.name%230"));
        Assert.That(entry.Text, Does.Contain("refused by brand-database on 2026-11-19 (desk): no such name"));
        Assert.That(entry.Text, Does.Match("name=\"parties\\[applicant\\].name#0\"[^>]*autofocus"));
    }

    [Test]
    public async Task An_answer_that_names_a_field_which_the_form_has_not_is_not_entered(CancellationToken cancellation)
    {
        var package = await PackageAsync();
        await Node.DoAsync("sync", "--once");
        await using var served = await ServedNode.StartAsync(Node, Node.Time, cancellation);

        var answer = await served.As("sara", Role.Supervisor).FillAsync(
            $"/packages/{package}/answer",
            "answer",
            [("Given.Date", "2026-11-19"), ("Given.Sender", "desk"), ("Given.Verdict", "accepted"), ("Given.Records", GeneratedRecords.Dossiers(Right.Trademark, 1)[0] + " (99) = wrong")],
            cancellation);

        Assert.That(answer.Text, Does.Contain("has no field with the code (99)"));
        Assert.That(StateOf(package), Is.EqualTo(DeliveryState.Delivered));
    }

    [TestCase("", "2026-01-05", "A. Registrar")]
    [TestCase("Letter 7", "2099-01-05", "A. Registrar")]
    [TestCase("Letter 7", "soon", "A. Registrar")]
    [TestCase("Letter 7", "2026-01-05", "")]
    public async Task A_destination_is_agreed_only_with_reference_day_and_person(string reference, string date, string person, CancellationToken cancellation)
    {
        await using var served = await ServedNode.StartAsync(Node, Node.Time, cancellation);

        var answer = await SettleAsync(served, "Agreed", reference, date, person, cancellation);

        Assert.That(answer.Text, Does.Contain("class=\"summary\""));
        Assert.That(await StateOfPatentsAsync(), Does.Contain("draft"));
    }

    [Test]
    public async Task An_agreement_is_kept_in_the_settings_and_stands_in_the_audit_log(CancellationToken cancellation)
    {
        await using var served = await ServedNode.StartAsync(Node, Node.Time, cancellation);
        var before = Node.Read(session => session.Audit.Head);

        var answer = await SettleAsync(served, "Agreed", "Letter 7", "2026-01-05", "A. Registrar", cancellation);

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Redirect));
        Assert.That(await StateOfPatentsAsync(), Does.Contain("agreed"));
        Assert.That(Node.Read(session => session.Audit.Head), Is.Not.EqualTo(before));
    }

    [Test]
    public async Task A_line_is_tested_in_the_background_and_says_what_is_missing(CancellationToken cancellation)
    {
        await using var served = await ServedNode.StartAsync(Node, Node.Time, cancellation);
        var administrator = served.As("amina", Role.Administrator);

        await administrator.FillAsync($"/destinations/{Destination}", "test", [], cancellation);
        await administrator.FillAsync("/destinations/patentscope", "test", [], cancellation);
        var (good, bad) = (await EndedAsync(Destination, cancellation), await EndedAsync("patentscope", cancellation));

        Assert.That((good.Findings.Count, bad.Findings.Single().Rule), Is.EqualTo((0, "DESTINATION-NO-LINE")));
    }

    [Test]
    public async Task Nothing_is_packaged_for_a_destination_that_is_not_agreed_whoever_asks(CancellationToken cancellation)
    {
        await using var served = await ServedNode.StartAsync(Node, Node.Time, cancellation);

        await served.As("sara", Role.Supervisor).FillAsync("/packages/send", "ask", [("Given.Destination", "patentscope"), ("Given.Kind", "Build")], cancellation);
        var errand = await EndedAsync("patentscope", cancellation);

        Assert.That(errand.Findings.Single().Rule, Is.EqualTo("DESTINATION-NOT-AGREED"));
    }

    [Test]
    public async Task An_errand_of_another_kind_cannot_be_asked_for_by_hand(CancellationToken cancellation)
    {
        await using var served = await ServedNode.StartAsync(Node, Node.Time, cancellation);

        var answer = await served.As("sara", Role.Supervisor).FillAsync("/packages/send", "ask", [("Given.Destination", Destination), ("Given.Kind", "TestLine")], cancellation);

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    private async Task<Errand> EndedAsync(string destination, CancellationToken cancellation)
    {
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            if (Node.Read(session => session.Errands.Newest(destination)).FirstOrDefault(errand => errand.EndedAt is not null) is { } ended)
            {
                return ended;
            }

            await Task.Yield();
        }
    }

    private static Task<Answer> SettleAsync(ServedNode served, string state, string reference, string date, string person, CancellationToken cancellation) =>
        served.As("amina", Role.Administrator).FillAsync(
            "/destinations/patentscope", "settle", [("Given.State", state), ("Given.Reference", reference), ("Given.Date", date), ("Given.Person", person)], cancellation);

    private async Task<string> StateOfPatentsAsync() =>
        (await Node.RunAsync("destination", "list")).Json.GetProperty("destinations").GetProperty("patentscope").GetProperty("state").GetString() ?? "";

    private async Task<string> PackageAsync() =>
        (await Node.DoAsync("package", "--destination", Destination, "--scope", "updates")).Json.GetProperty("packages")[0].GetProperty("name").GetString() ?? "";

    private DeliveryState? StateOf(string package) => Node.Read(session => session.Deliveries.Of(session.Packages.Find(PackageName.Parse(package).Value)!.Id))?.State;   // built above
}

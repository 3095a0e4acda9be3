using System.Globalization;
using NUnit.Framework;
using OfficeNode.Core;
using OfficeNode.Packaging;

namespace OfficeNode.Journeys.Packages;

/// <summary>What the destination has, what is on its way there and what is due.</summary>
public sealed class UpdatesTests
{
    private const string Destination = "brand-database";

    private TestNode _node = null!;   // each test begins by making its own

    [TearDown]
    public void RemoveNode() => _node.Dispose();

    [Test]
    public async Task Nothing_is_due_after_a_full_package_was_delivered_where_nobody_answers()
    {
        await OpenAsync("--acknowledgement", "none");
        await PackageAsync("full");
        await _node.DoAsync("sync", "--once");

        var updates = await PackageAsync("updates");

        Assert.That(Records(updates), Is.Zero);
    }

    [Test]
    public async Task Nothing_is_due_while_the_full_package_is_on_its_way()
    {
        await OpenAsync();
        await PackageAsync("full");

        var updates = await PackageAsync("updates");

        Assert.That((Records(updates), Skipped(updates).Count), Is.EqualTo((0, 0)));
    }

    [Test]
    public async Task A_changed_record_goes_as_an_update_once_the_full_package_is_confirmed()
    {
        await OpenAsync("--acknowledgement", "none");
        await PackageAsync("full");
        await _node.DoAsync("sync", "--once");
        await ChangeAsync();

        var updates = await PackageAsync("updates");

        Assert.That(Records(updates), Is.EqualTo(3));
        Assert.That(Members(updates).Values.Select(Text), Has.All.Contains("operationCategory=\"Update\""));
    }

    [Test]
    public async Task A_changed_record_waits_and_is_listed_while_its_earlier_state_is_on_its_way()
    {
        await OpenAsync();
        await PackageAsync("full");
        await ChangeAsync();

        var updates = await PackageAsync("updates");

        Assert.That((updates.ExitCode, Records(updates)), Is.EqualTo((0, 0)));
        Assert.That(Skipped(updates), Is.EqualTo(new[] { "outstanding", "outstanding", "outstanding" }));
    }

    [Test]
    public async Task A_second_full_package_leaves_out_and_lists_what_is_still_on_its_way()
    {
        await OpenAsync();
        await PackageAsync("full");

        var second = await PackageAsync("full");

        Assert.That((second.ExitCode, Records(second)), Is.EqualTo((0, 0)), second.Everything);
        Assert.That(Skipped(second), Is.EqualTo(new[] { "outstanding", "outstanding", "outstanding" }));
    }

    [Test]
    public async Task A_refused_record_may_go_again_and_shows_its_refusal_meanwhile()
    {
        await OpenAsync("--acknowledgement", "signed");
        using var desk = new Desk(_node);
        await _node.DoAsync("trust", "add", desk.CertificateFile, "--for", Destination);
        var full = await PackageAsync("full");
        await _node.DoAsync("sync", "--once");
        var refusal = new Finding("VALUE-CODE", Severity.Error) { Dossier = GeneratedRecords.Dossiers(Right.Trademark, 1)[0], Path = "status", Found = "Published" };
        desk.Answer(NameOf(full), ReceiptOutcome.Partly, refusal);

        var sync = await _node.RunAsync("sync", "--once");
        var validate = await _node.RunAsync("validate", "--all", "--destination", Destination);
        var updates = await PackageAsync("updates");

        Assert.That((sync.ExitCode, sync.Count("accepted"), Records(updates)), Is.EqualTo((0, 1L, 1)), sync.Everything);
        Assert.That(validate.Rules, Is.EqualTo(new[] { "VALUE-CODE" }));
        Assert.That(Members(updates).Values.Select(Text), Has.All.Contains("operationCategory=\"Insert\""));
    }

    [Test]
    public async Task A_package_refused_as_a_whole_may_go_again_whole()
    {
        await OpenAsync("--acknowledgement", "signed");
        using var desk = new Desk(_node);
        await _node.DoAsync("trust", "add", desk.CertificateFile, "--for", Destination);
        var full = await PackageAsync("full");
        await _node.DoAsync("sync", "--once");
        desk.Answer(NameOf(full), ReceiptOutcome.Refused, new Finding("ZIP-BROKEN", Severity.Error));

        var sync = await _node.RunAsync("sync", "--once");
        var again = await PackageAsync("full");

        Assert.That((sync.ExitCode, sync.Count("refused"), Records(again)), Is.EqualTo((1, 1L, 3)), sync.Everything);
        Assert.That(NameOf(again), Is.Not.EqualTo(NameOf(full)));
    }

    [Test]
    public async Task A_verified_receipt_confirms_and_status_says_so()
    {
        await OpenAsync("--acknowledgement", "signed");
        using var desk = new Desk(_node);
        await _node.DoAsync("trust", "add", desk.CertificateFile, "--for", Destination);
        var full = await PackageAsync("full");
        await _node.DoAsync("sync", "--once");
        desk.Answer(NameOf(full), ReceiptOutcome.Accepted);

        await _node.DoAsync("sync", "--once");

        Assert.That((await _node.RunPlainAsync("status")).Output, Does.Contain("verified by its signed receipt"));
        Assert.That(Records(await PackageAsync("updates")), Is.Zero);
    }

    [Test]
    public async Task A_receipt_that_is_too_large_to_fetch_does_not_keep_the_others_away()
    {
        await OpenAsync("--acknowledgement", "signed");
        using var desk = new Desk(_node);
        await _node.DoAsync("trust", "add", desk.CertificateFile, "--for", Destination);
        var test = await PackageAsync("test");
        var full = await PackageAsync("full");
        await _node.DoAsync("sync", "--once");
        await File.WriteAllBytesAsync(Path.Combine(_node.Receiver, "Receipts", Receipt.FileOf(PackageName.Parse(NameOf(test)).Value)), new byte[PackagingLimits.Default.Receipt + 1]);
        desk.Answer(NameOf(full), ReceiptOutcome.Accepted);

        var sync = await _node.RunAsync("sync", "--once");

        Assert.That((sync.Count("accepted"), sync.Rules), Is.EqualTo((1L, new[] { "SYNC-TOO-LARGE" })), sync.Everything);
    }

    [Test]
    public async Task A_receipt_of_a_desk_that_nobody_pinned_changes_nothing()
    {
        await OpenAsync("--acknowledgement", "signed");
        using var desk = new Desk(_node);
        var full = await PackageAsync("full");
        await _node.DoAsync("sync", "--once");
        desk.Answer(NameOf(full), ReceiptOutcome.Accepted);

        var sync = await _node.RunAsync("sync", "--once");

        Assert.That((sync.Count("accepted"), sync.Findings.Any()), Is.EqualTo((0L, true)), sync.Everything);
    }

    [Test]
    public async Task A_new_page_of_an_opened_type_is_an_update_of_its_record_alone()
    {
        await OpenAsync("--acknowledgement", "none");
        await PackageAsync("full");
        await _node.DoAsync("sync", "--once");
        var picture = _node.PathOf("new.png");
        await File.WriteAllBytesAsync(picture, TestKit.TinyPng.Write(24, new byte[24 * 24 * 3]));
        await _node.DoAsync("pages", "add", "--dossier", GeneratedRecords.Dossiers(Right.Trademark, 1)[0], "--document", "MRK", picture);

        var updates = await PackageAsync("updates");

        Assert.That(Records(updates), Is.EqualTo(1), updates.Everything);
    }

    [Test]
    public async Task A_wider_act_is_an_update()
    {
        _node = await TestNode.CreateAsync();
        await _node.DoAsync(GeneratedRecords.Write(_node, Right.Patent, 2));
        var dossiers = GeneratedRecords.Dossiers(Right.Patent, 2);
        await _node.DoAsync(GeneratedRecords.Publish(dossiers, "--opens", "ABS"));
        await _node.ReceiveInFolderAsync("patentscope", "Patents", "--acknowledgement", "none");
        var full = await _node.RunAsync("package", "--destination", "patentscope", "--scope", "full");
        await _node.DoAsync("sync", "--once");
        await _node.DoAsync(GeneratedRecords.Publish([dossiers[1]], "--opens", "ABS,CLA"));

        var updates = await _node.RunAsync("package", "--destination", "patentscope", "--scope", "updates");

        Assert.That((Records(full), Records(updates)), Is.EqualTo((2, 1)), full.Everything + updates.Everything);
    }

    [Test]
    public async Task A_test_package_never_counts_as_sent()
    {
        await OpenAsync("--acknowledgement", "none");
        var test = await PackageAsync("test");
        await _node.DoAsync("sync", "--once");

        var updates = await PackageAsync("updates");

        Assert.That((Records(test), Records(updates)), Is.EqualTo((3, 3)));
        Assert.That(Members(updates).Values.Select(Text), Has.All.Contains("operationCategory=\"Insert\""));
    }

    [Test]
    public async Task A_test_package_may_repeat_what_is_on_its_way()
    {
        await OpenAsync();
        await PackageAsync("full");

        var test = await PackageAsync("test");

        Assert.That((test.ExitCode, Records(test)), Is.EqualTo((0, 3)), test.Everything);
    }

    [Test]
    public async Task A_record_that_is_held_after_it_was_sent_goes_no_more()
    {
        await OpenAsync("--acknowledgement", "none");
        await PackageAsync("full");
        await _node.DoAsync("sync", "--once");
        await ChangeAsync();
        await _node.DoAsync("hold", GeneratedRecords.Dossiers(Right.Trademark, 1)[0], "--reason", "court order", "--by", "A. Registrar");

        var updates = await PackageAsync("updates");

        Assert.That((Records(updates), string.Join(' ', Skipped(updates))), Is.EqualTo((2, "Held")));
    }

    [Test]
    public async Task An_act_of_tomorrow_opens_tomorrow()
    {
        _node = await TestNode.CreateAsync();
        await _node.DoAsync(GeneratedRecords.Write(_node, Right.Trademark, 1));
        await _node.ReceiveInFolderAsync(Destination, "Trademarks");
        var tomorrow = _node.Time.Day.AddDays(1);
        await _node.DoAsync(
            "publish", GeneratedRecords.Dossiers(Right.Trademark, 1)[0], "--act", "gazette", "--date", tomorrow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), "--by", "A", "--gazette", "1");

        var today = await PackageAsync("full");
        _node.Time.Day = tomorrow;
        var next = await PackageAsync("full");

        Assert.That((Records(today), Skipped(today).Single(), Records(next)), Is.EqualTo((0, "FutureAct", 1)));
    }

    private async Task OpenAsync(params IReadOnlyList<string> settings) => _node = await GeneratedRecords.OpenMarksAsync(3, 0, settings);

    private Task<ProgramRun> ChangeAsync() => _node.DoAsync(GeneratedRecords.Write(_node, Right.Trademark, 3, seed: 2));

    private Task<ProgramRun> PackageAsync(string scope) => _node.RunAsync("package", "--destination", Destination, "--scope", scope);

    private static string NameOf(ProgramRun run) => run.Json.GetProperty("packages")[0].GetProperty("name").GetString() ?? "";

    private static int Records(ProgramRun run) => run.Json.GetProperty("packages").EnumerateArray().Sum(package => package.GetProperty("records").GetInt32());

    private static IReadOnlyList<string> Skipped(ProgramRun run) =>
        [.. run.Json.GetProperty("skipped").EnumerateArray().Select(skipped => skipped.GetProperty("reason").GetString() ?? "")];

    private static IReadOnlyDictionary<string, byte[]> Members(ProgramRun run) =>
        PackageContents.Of(run.Json.GetProperty("packages")[0].GetProperty("path").GetString() ?? "");

    private static string Text(byte[] member) => System.Text.Encoding.UTF8.GetString(member);
}

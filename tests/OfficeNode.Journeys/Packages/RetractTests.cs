using System.Text;
using NUnit.Framework;
using OfficeNode.Core;
using OfficeNode.Storage.Tables;

namespace OfficeNode.Journeys.Packages;

/// <summary>What was sent by mistake is taken back: what waits stops, what arrived is deleted or asked for, and none of it goes again.</summary>
[CancelAfter(120_000)]
public sealed class RetractTests : OneNodeTests
{
    private const string Destination = "brand-database";

    private static string First => GeneratedRecords.Dossiers(Right.Trademark, 1)[0];

    private protected override Task<TestNode> MakeNodeAsync() => GeneratedRecords.OpenMarksAsync(3, 1);

    [Test]
    public async Task A_package_that_waits_stops_and_its_other_records_go_with_the_next()
    {
        await PackageAsync("full");

        var run = await RetractAsync();
        var next = await PackageAsync("updates");

        Assert.That(WayIn(run), Is.EqualTo("nothing"));
        Assert.That(Node.Read(session => session.Deliveries.All()).Select(delivery => delivery.State), Is.EqualTo(new[] { DeliveryState.Stopped, DeliveryState.Waiting }));
        Assert.That(Records(next), Is.EqualTo(2));
    }

    [Test]
    public async Task What_was_delivered_is_deleted_by_the_next_package_and_settled_by_its_answer()
    {
        await PackageAsync("full");
        await Node.DoAsync("sync", "--once");

        var run = await RetractAsync();
        var next = await PackageAsync("updates");
        await Node.DoAsync("sync", "--once");
        await AcknowledgeAsync(next);

        var retraction = Node.Read(session => session.Retractions.Last(new DossierId(1), Destination));
        Assert.That((WayIn(run), Records(next), retraction?.SettledAt is not null), Is.EqualTo(("delete", 1, true)));
        Assert.That(Documents(next).Single(), Does.Contain("operationCategory=\"Delete\""));
    }

    [Test]
    public async Task A_delete_names_the_record_and_tells_nothing_of_it_again()
    {
        await PackageAsync("full");
        await Node.DoAsync("sync", "--once");
        var record = Node.Read(session => session.Revisions.Current(new DossierId(1)))?.Record;
        await RetractAsync();

        var next = await PackageAsync("updates");

        var document = Documents(next).Single();
        Assert.That(document, Does.Contain(record?.ApplicationNumber?.AsPrinted));
        Assert.That(document, Does.Not.Contain(record?.Parties[0].Names[0].Text));
        Assert.That(PackageContents.Of(PathOf(next)).Keys, Has.None.EndsWith(".png").And.None.EndsWith(".jpg"));
    }

    [Test]
    public async Task A_record_that_was_taken_back_stays_closed_until_a_new_act()
    {
        await PackageAsync("full");
        await Node.DoAsync("sync", "--once");
        await RetractAsync();
        await AcknowledgeAsync(await SendUpdatesAsync());

        var before = await PackageAsync("updates");
        await Node.DoAsync(GeneratedRecords.Publish([First]));
        var after = await PackageAsync("updates");

        Assert.That((Records(before), ReasonsIn(before), Records(after)), Is.EqualTo((0, "Retracted", 1)));
        Assert.That(Documents(after).Single(), Does.Contain("operationCategory=\"Insert\""));
    }

    [Test]
    public async Task A_delete_that_is_refused_is_tracked_on()
    {
        await PackageAsync("full");
        await Node.DoAsync("sync", "--once");
        await RetractAsync();
        var delete = await SendUpdatesAsync();

        await Node.DoAsync("acknowledge", NameOf(delete), "--date", "2026-11-19", "--from", "desk", "--by", "A. Registrar", "--record", First + "=not found");

        var open = Node.Read(session => session.Retractions.Open());
        Assert.That(open.Select(retraction => retraction.Package), Is.EqualTo(new long?[] { null }));
    }

    [Test]
    public async Task A_record_is_taken_back_once_while_the_destination_has_not_confirmed()
    {
        await PackageAsync("full");
        await Node.DoAsync("sync", "--once");
        await RetractAsync();

        var again = await Node.RunAsync("retract", First, "--destination", Destination, "--reason", "order of the court");

        Assert.That((again.ExitCode, again.Rules.Single()), Is.EqualTo((1, "RETRACT-ALREADY")));
    }

    [Test]
    public async Task What_never_went_cannot_be_taken_back()
    {
        var run = await Node.RunAsync("retract", First, "--destination", Destination, "--reason", "order of the court");

        Assert.That((run.ExitCode, run.Rules.Single()), Is.EqualTo((1, "RETRACT-NEVER-SENT")));
    }

    [Test]
    public async Task A_package_built_again_gives_the_same_delete()
    {
        await PackageAsync("full");
        await Node.DoAsync("sync", "--once");
        await RetractAsync();
        var delete = await PackageAsync("updates");

        var rebuilt = await Node.RunAsync("package", "--rebuild", NameOf(delete), "--to", Node.PathOf("again"));

        Assert.That(rebuilt.ExitCode, Is.Zero, rebuilt.Everything);
    }

    private Task<ProgramRun> RetractAsync() => Node.DoAsync("retract", First, "--destination", Destination, "--reason", "order of the court");

    private Task<ProgramRun> PackageAsync(string scope) => Node.DoAsync("package", "--destination", Destination, "--scope", scope);

    private async Task<ProgramRun> SendUpdatesAsync()
    {
        var built = await PackageAsync("updates");
        await Node.DoAsync("sync", "--once");
        return built;
    }

    private Task<ProgramRun> AcknowledgeAsync(ProgramRun package) =>
        Node.DoAsync("acknowledge", NameOf(package), "--date", "2026-11-19", "--from", "desk", "--by", "A. Registrar");

    private static string NameOf(ProgramRun package) => package.Json.GetProperty("packages")[0].GetProperty("name").GetString() ?? "";

    private static string PathOf(ProgramRun package) => package.Json.GetProperty("packages")[0].GetProperty("path").GetString() ?? "";

    private static int Records(ProgramRun package) => package.Json.GetProperty("packages").EnumerateArray().Sum(one => one.GetProperty("records").GetInt32());

    private static string ReasonsIn(ProgramRun package) => string.Join(' ', package.Json.GetProperty("skipped").EnumerateArray().Select(skipped => skipped.GetProperty("reason").GetString()));

    private static string? WayIn(ProgramRun run) => run.Json.GetProperty("records")[0].GetProperty("way").GetString();

    private static IEnumerable<string> Documents(ProgramRun package) => PackageContents.Of(PathOf(package)).Where(member => member.Key.EndsWith(".xml", StringComparison.Ordinal)).Select(member => Encoding.UTF8.GetString(member.Value));
}

using System.Text.Json;
using NUnit.Framework;
using OfficeNode.Core;

namespace OfficeNode.Journeys.Packages;

/// <summary>How a destination's answer comes back: by letter, or from a desk that is itself a node.</summary>
public sealed class AnswersTests : OneNodeTests
{
    private const string Destination = "brand-database";
    private static readonly string[] Letter = ["--date", "2026-11-19", "--from", "database@receiver.example", "--by", "A. Registrar"];

    private protected override Task<TestNode> MakeNodeAsync() => GeneratedRecords.OpenMarksAsync(3, 1, "--sidecars", "true");

    [Test]
    public async Task A_letter_that_accepts_confirms_what_was_delivered()
    {
        var package = await SendAsync();

        var answer = await Node.ProcessAsync(["acknowledge", package, .. Letter]);

        Assert.That((answer.ExitCode, answer.Json.GetProperty("accepted").GetBoolean()), Is.EqualTo((0, true)), answer.Everything);
        Assert.That(await DueAsync(), Is.Zero);
        Assert.That(StateOf(await Node.RunAsync("status")), Is.EqualTo("accepted"));
    }

    [Test]
    public async Task A_letter_that_refuses_lets_all_records_go_again()
    {
        var package = await SendAsync();

        await Node.DoAsync(["acknowledge", package, .. Letter, "--refused"]);

        Assert.That(await DueAsync(), Is.EqualTo(3));
        Assert.That(StateOf(await Node.RunAsync("status")), Is.EqualTo("refused"));
    }

    [Test]
    public async Task A_record_refused_by_letter_shows_it_and_goes_again_alone()
    {
        var package = await SendAsync();
        var dossier = GeneratedRecords.Dossiers(Right.Trademark, 1)[0];

        await Node.DoAsync(["acknowledge", package, .. Letter, "--record", dossier + "=no such class"]);

        Assert.That((await Node.RunAsync("validate", dossier)).Everything, Does.Contain("no such class"));
        Assert.That(await DueAsync(), Is.EqualTo(1));
    }

    [Test]
    public async Task A_desk_takes_the_package_in_and_its_receipt_is_shown_as_verified()
    {
        using var desk = await TestNode.CreateAsync();
        await desk.DoAsync("keys", "export", "--to", desk.PathOf("desk.pem"));
        await Node.DoAsync("keys", "export", "--to", Node.PathOf("node.pem"));
        await desk.DoAsync("trust", "add", Node.PathOf("node.pem"), "--for", "intake");
        await Node.DoAsync("trust", "add", desk.PathOf("desk.pem"), "--for", Destination);
        await Node.DoAsync("destination", "set", Destination, "--acknowledgement", "signed");
        await SendAsync();

        var intake = await desk.ProcessAsync("intake", "--root", Node.Receiver);
        var sync = await Node.ProcessAsync("sync", "--once");

        Assert.That(intake.ExitCode, Is.Zero, intake.Everything);
        Assert.That((sync.ExitCode, sync.Count("accepted"), sync.Count("refused")), Is.EqualTo((0, 1L, 0L)), sync.Everything);
        Assert.That((await Node.RunPlainAsync("status")).Output, Does.Contain("verified by its signed receipt"));
        Assert.That(await DueAsync(), Is.Zero);
    }

    [Test]
    public async Task Verify_says_kind_and_validity_of_each_file()
    {
        var package = await SendAsync();
        await Node.DoAsync("keys", "export", "--to", Node.PathOf("node.pem"));
        var good = Path.Combine(Node.Receiver, "Trademarks", "Full_Extraction", package + ".zip");
        var bad = Node.PathOf("bad.zip");
        await File.WriteAllBytesAsync(bad, (await File.ReadAllBytesAsync(good))[..^40]);

        var run = await Node.ProcessAsync("verify", good, bad, "--trust", Node.PathOf("node.pem"));

        var files = run.Json.GetProperty("files").EnumerateArray().ToList();
        Assert.That(run.ExitCode, Is.EqualTo(1), run.Everything);
        Assert.That(files.Select(file => file.GetProperty("file").GetString()), Is.EqualTo(new[] { good, bad }));
        Assert.That(files.Select(file => file.GetProperty("valid").GetBoolean()), Is.EqualTo(new[] { true, false }));
        Assert.That(files, Has.All.Matches<JsonElement>(file => file.TryGetProperty("kind", out _) && file.GetProperty("findings").ValueKind == JsonValueKind.Array));
    }

    private async Task<string> SendAsync()
    {
        var package = await Node.DoAsync("package", "--destination", Destination, "--scope", "full");
        await Node.DoAsync("sync", "--once");
        return package.Json.GetProperty("packages")[0].GetProperty("name").GetString() ?? "";
    }

    private async Task<int> DueAsync()
    {
        var updates = await Node.RunAsync("package", "--destination", Destination, "--scope", "updates");
        return updates.Json.GetProperty("packages").EnumerateArray().Sum(package => package.GetProperty("records").GetInt32());
    }

    private static string? StateOf(ProgramRun status) => status.Json.GetProperty("outbox")[0].GetProperty("state").GetString();
}

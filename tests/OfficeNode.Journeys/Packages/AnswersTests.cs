using System.Text.Json;
using NUnit.Framework;
using OfficeNode.Core;

namespace OfficeNode.Journeys.Packages;

/// <summary>How a destination's answer comes back: by letter, or from a desk that is itself a node.</summary>
public sealed class AnswersTests
{
    private const string Destination = "brand-database";
    private static readonly string[] Letter = ["--date", "2026-11-19", "--from", "database@receiver.example", "--by", "A. Registrar"];

    private TestNode _node = null!;   // set before the tests

    [SetUp]
    public async Task MakeNode() => _node = await GeneratedRecords.OpenMarksAsync(3, 1, "--sidecars", "true");

    [TearDown]
    public void RemoveNode() => _node.Dispose();

    [Test]
    public async Task A_letter_that_accepts_confirms_what_was_delivered()
    {
        var package = await SendAsync();

        var answer = await _node.ProcessAsync(["acknowledge", package, .. Letter]);

        Assert.That((answer.ExitCode, answer.Json.GetProperty("accepted").GetBoolean()), Is.EqualTo((0, true)), answer.Everything);
        Assert.That(await DueAsync(), Is.Zero);
        Assert.That(StateOf(await _node.RunAsync("status")), Is.EqualTo("accepted"));
    }

    [Test]
    public async Task A_letter_that_refuses_lets_all_records_go_again()
    {
        var package = await SendAsync();

        await _node.DoAsync(["acknowledge", package, .. Letter, "--refused"]);

        Assert.That(await DueAsync(), Is.EqualTo(3));
        Assert.That(StateOf(await _node.RunAsync("status")), Is.EqualTo("refused"));
    }

    [Test]
    public async Task A_record_refused_by_letter_shows_it_and_goes_again_alone()
    {
        var package = await SendAsync();
        var dossier = GeneratedRecords.Dossiers(Right.Trademark, 1)[0];

        await _node.DoAsync(["acknowledge", package, .. Letter, "--record", dossier + "=no such class"]);

        Assert.That((await _node.RunAsync("validate", dossier)).Everything, Does.Contain("no such class"));
        Assert.That(await DueAsync(), Is.EqualTo(1));
    }

    [Test]
    public async Task A_desk_takes_the_package_in_and_its_receipt_is_shown_as_verified()
    {
        using var desk = await TestNode.CreateAsync();
        await desk.DoAsync("keys", "export", "--to", desk.PathOf("desk.pem"));
        await _node.DoAsync("keys", "export", "--to", _node.PathOf("node.pem"));
        await desk.DoAsync("trust", "add", _node.PathOf("node.pem"), "--for", "intake");
        await _node.DoAsync("trust", "add", desk.PathOf("desk.pem"), "--for", Destination);
        await _node.DoAsync("destination", "set", Destination, "--acknowledgement", "signed");
        await SendAsync();

        var intake = await desk.ProcessAsync("intake", "--root", _node.Receiver);
        var sync = await _node.ProcessAsync("sync", "--once");

        Assert.That(intake.ExitCode, Is.Zero, intake.Everything);
        Assert.That((sync.ExitCode, sync.Count("accepted"), sync.Count("refused")), Is.EqualTo((0, 1L, 0L)), sync.Everything);
        Assert.That((await _node.RunPlainAsync("status")).Output, Does.Contain("verified by its signed receipt"));
        Assert.That(await DueAsync(), Is.Zero);
    }

    [Test]
    public async Task Verify_says_kind_and_validity_of_each_file()
    {
        var package = await SendAsync();
        await _node.DoAsync("keys", "export", "--to", _node.PathOf("node.pem"));
        var good = Path.Combine(_node.Receiver, "Trademarks", "Full_Extraction", package + ".zip");
        var bad = _node.PathOf("bad.zip");
        await File.WriteAllBytesAsync(bad, (await File.ReadAllBytesAsync(good))[..^40]);

        var run = await _node.ProcessAsync("verify", good, bad, "--trust", _node.PathOf("node.pem"));

        var files = run.Json.GetProperty("files").EnumerateArray().ToList();
        Assert.That(run.ExitCode, Is.EqualTo(1), run.Everything);
        Assert.That(files.Select(file => file.GetProperty("file").GetString()), Is.EqualTo(new[] { good, bad }));
        Assert.That(files.Select(file => file.GetProperty("valid").GetBoolean()), Is.EqualTo(new[] { true, false }));
        Assert.That(files, Has.All.Matches<JsonElement>(file => file.TryGetProperty("kind", out _) && file.GetProperty("findings").ValueKind == JsonValueKind.Array));
    }

    private async Task<string> SendAsync()
    {
        var package = await _node.DoAsync("package", "--destination", Destination, "--scope", "full");
        await _node.DoAsync("sync", "--once");
        return package.Json.GetProperty("packages")[0].GetProperty("name").GetString() ?? "";
    }

    private async Task<int> DueAsync()
    {
        var updates = await _node.RunAsync("package", "--destination", Destination, "--scope", "updates");
        return updates.Json.GetProperty("packages").EnumerateArray().Sum(package => package.GetProperty("records").GetInt32());
    }

    private static string? StateOf(ProgramRun status) => status.Json.GetProperty("outbox")[0].GetProperty("state").GetString();
}

using NUnit.Framework;
using OfficeNode.Core;
using OfficeNode.Host.Journey;
using OfficeNode.Storage.Tables;

namespace OfficeNode.Journeys.Service;

public sealed class AcknowledgeTests
{
    private const string Package = "XX-patents-full-20261120-0001";
    private static readonly string[] Answer = ["acknowledge", Package, "--date", "2026-11-20", "--from", "Receiving desk", "--by", "A. Clerk"];

    private TestNode _node = null!;   // made for each test

    [SetUp]
    public async Task MakeOffice()
    {
        _node = await TestNode.CreateAsync();
        await _node.RunAsync([.. SampleOffice.ImportOf("patents"), "--published-collection", "gazette 12/2025 of 2025-06-30 by A. Registrar"]);
        await _node.ReceiveInFolderAsync("patentscope", "Patents");
        await _node.RunAsync("package", "--destination", "patentscope", "--scope", "full");
    }

    [TearDown]
    public void CloseOffice() => _node.Dispose();

    [Test]
    public async Task A_delivered_package_is_accepted()
    {
        await _node.DoAsync("sync", "--once");

        await _node.DoAsync(Answer);

        Assert.That(Delivery(), Has.Property("State").EqualTo(DeliveryState.Accepted));
    }

    [Test]
    public async Task An_accepted_package_is_not_shown_as_verified()
    {
        await _node.DoAsync("sync", "--once");

        await _node.DoAsync(Answer);

        Assert.That(_node.Read(session => session.Deliveries.HasReceipt(Row().Id)), Is.False);
    }

    [Test]
    public async Task Who_answered_when_and_who_entered_it_is_kept()
    {
        await _node.DoAsync("sync", "--once");

        await _node.DoAsync([.. Answer, "--count", "9"]);

        Assert.That(_node.Read(session => session.Answers.Of(Row().Id)), Is.EqualTo(
            new RecordedAnswer { Day = new DateOnly(2026, 11, 20), Sender = "Receiving desk", Person = "A. Clerk", Records = 9 }));
    }

    [Test]
    public async Task The_letter_is_kept_by_its_digest()
    {
        await _node.DoAsync("sync", "--once");
        var letter = _node.PathOf("Answer.EML");
        await File.WriteAllTextAsync(letter, "Received with thanks.");

        var run = await _node.DoAsync([.. Answer, "--attach", letter]);

        var kept = Path.Combine(_node.Folder.Sources, run.Json.GetProperty("attachment").GetString() + ".eml");
        Assert.That(await File.ReadAllTextAsync(kept), Is.EqualTo("Received with thanks."));
    }

    [Test]
    public async Task A_refused_record_shows_in_validate()
    {
        await _node.DoAsync("sync", "--once");

        await _node.DoAsync([.. Answer, "--record", "118=drawings missing"]);

        var judged = await _node.RunAsync("validate", "P-2015-118");
        Assert.That((judged.ExitCode, judged.Rules), Is.EqualTo((1, new[] { AcknowledgeFindings.RecordRefused })));
    }

    [Test]
    public async Task The_other_records_are_confirmed()
    {
        await _node.DoAsync("sync", "--once");

        var run = await _node.DoAsync([.. Answer, "--record", "118=drawings missing"]);

        Assert.That((run.Count("confirmed"), run.Count("refused")), Is.EqualTo((8, 1)));
    }

    [Test]
    public async Task The_records_of_a_refused_package_may_be_packaged_again()
    {
        await _node.DoAsync("sync", "--once");
        await _node.DoAsync([.. Answer, "--refused"]);

        var again = await _node.RunAsync("package", "--destination", "patentscope", "--scope", "updates");

        Assert.That(again.Json.GetProperty("packages")[0].GetProperty("records").GetInt64(), Is.EqualTo(9));
    }

    [Test]
    public async Task Another_count_than_by_the_entry_is_said()
    {
        await _node.DoAsync("sync", "--once");

        var run = await _node.DoAsync([.. Answer, "--count", "7"]);

        Assert.That(run.Rules, Is.EqualTo(new[] { AcknowledgeFindings.CountDiffers }));
    }

    [Test]
    public async Task A_package_that_still_waits_takes_no_answer()
    {
        var run = await _node.RunAsync(Answer);

        Assert.That((run.ExitCode, Delivery().State), Is.EqualTo((2, DeliveryState.Waiting)));
    }

    [Test]
    public async Task An_answer_that_is_in_stands()
    {
        await _node.DoAsync("sync", "--once");
        await _node.DoAsync(Answer);

        var run = await _node.RunAsync([.. Answer, "--refused"]);

        Assert.That((run.ExitCode, Delivery().State), Is.EqualTo((2, DeliveryState.Accepted)));
    }

    [TestCase("signed")]
    [TestCase("none")]
    public async Task A_destination_that_answers_otherwise_takes_no_entered_answer(string kind)
    {
        await _node.DoAsync("sync", "--once");
        await _node.DoAsync("destination", "set", "patentscope", "--acknowledgement", kind);

        var run = await _node.RunAsync(Answer);

        Assert.That((run.ExitCode, Delivery().State), Is.EqualTo((2, DeliveryState.Delivered)));
    }

    [TestCase("--record", "130=was never in it")]
    [TestCase("--record", "118")]
    [TestCase("--attach", "/not/there.eml")]
    [TestCase("--date", "2026-11-21")]
    public async Task What_cannot_be_so_changes_nothing(string option, string value)
    {
        await _node.DoAsync("sync", "--once");
        string[] answer = option == "--date" ? ["acknowledge", Package, "--from", "Desk", "--by", "A. Clerk"] : Answer;

        var run = await _node.RunAsync([.. answer, option, value]);

        Assert.That((run.ExitCode, Delivery().State), Is.EqualTo((2, DeliveryState.Delivered)));
    }

    private PackageRow Row() => _node.Read(session => session.Packages.Find(PackageName.Parse(Package).Value))
        ?? throw new InvalidOperationException($"{Package} was not built.");

    private Delivery Delivery() => _node.Read(session => session.Deliveries.Of(Row().Id)) ?? throw new InvalidOperationException($"{Package} was not queued.");
}

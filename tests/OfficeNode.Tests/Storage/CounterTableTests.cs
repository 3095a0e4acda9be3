using NUnit.Framework;
using OfficeNode.Core;
using OfficeNode.Core.Counter;
using OfficeNode.Storage;
using OfficeNode.Storage.Tables;
using OfficeNode.TestKit;

namespace OfficeNode.Tests.Storage;

/// <summary>Numbers are given once and none is lost, however many desks give them and whenever the power goes.</summary>
public sealed class CounterTableTests
{
    private static readonly DateOnly Day = new(2026, 11, 20);

    // Each kill is checked, and a folder serves so many kills only.
    private const int KillsPerFolder = 20;

    [Test]
    public async Task Four_desks_and_two_processes_give_every_number_once()
    {
        using var node = new TestNode();
        var id = AddSeries(node);
        var each = FaultPoints.Count(200, 1002) / 6;
        using var one = TestNode.StartWorker("numbers", node.Folder.Root, $"{id}", "one", $"{each}");
        using var two = TestNode.StartWorker("numbers", node.Folder.Root, $"{id}", "two", $"{each}");

        var desks = Enumerable.Range(1, 4).Select(desk => Task.Factory.StartNew(() => GiveMany(node, id, $"desk{desk}n", each), TaskCreationOptions.LongRunning));
        await Task.WhenAll(desks);
        await Task.WhenAll(one.WaitForExitAsync(), two.WaitForExitAsync());

        var numbers = node.Read(session => session.Receptions.Of(Day)).Select(reception => reception.Number.AsPrinted).Order(StringComparer.Ordinal);
        Assert.That(numbers, Is.EqualTo(Enumerable.Range(1, 6 * each).Select(ordinal => $"XX/P/2026/{ordinal:D6}")));
        Assert.That(node.Read(session => (session.Series.Unexplained(id), session.Audit.FindBreak())), Is.EqualTo((0L, (long?)null)));
    }

    [Test]
    public async Task A_killed_desk_leaves_no_gap_and_no_number_twice()
    {
        var random = FaultPoints.Random();

        for (var kills = 0; kills < FaultPoints.Count(20, 200); kills += KillsPerFolder)
        {
            using var node = new TestNode();
            var id = AddSeries(node);
            for (var round = 0; round < KillsPerFolder; round++)
            {
                var last = await RunAndKillAsync(node, id, round, random.Next(1, 60));

                var numbers = node.Read(session => session.Receptions.Of(Day)).Select(reception => reception.Number.AsPrinted).Order(StringComparer.Ordinal).ToList();
                Assert.That(numbers, Does.Contain(last), "what was said to be given is there");
                Assert.That(numbers, Is.EqualTo(Enumerable.Range(1, numbers.Count).Select(ordinal => $"XX/P/2026/{ordinal:D6}")));
                Assert.That(node.Read(session => session.Series.Unexplained(id)), Is.Zero);
            }
        }
    }

    [Test]
    public void A_series_that_begins_anew_each_year_counts_each_year_apart()
    {
        using var node = new TestNode();
        var id = AddSeries(node);
        GiveMany(node, id, "a", 2);

        var next = node.Read(session => session.Series.Get(id) is { } series ? (session.Series.Next(series, 2026), session.Series.Next(series, 2027)) : default);

        Assert.That(next, Is.EqualTo((3L, 1L)));
    }

    [Test]
    public void A_series_that_runs_on_counts_all_years_together()
    {
        using var node = new TestNode();
        var id = AddSeries(node, isYearly: false);
        GiveMany(node, id, "a", 2);

        var next = node.Read(session => session.Series.Get(id) is { } series ? (session.Series.Next(series, 2026), session.Series.Next(series, 2027)) : default);

        Assert.That(next, Is.EqualTo((3L, 3L)));
    }

    [Test]
    public void A_filing_comes_back_as_entered()
    {
        using var node = new TestNode();
        var facts = new ReceptionFacts { Applicant = "Société Sahel", Papers = [new(DocumentCode.Description, 12), new(DocumentCode.Claims, 3)], FeeReceipt = "R 7", Remark = "no drawings" };
        var id = AddSeries(node);

        var given = Give(node, id, "a", facts);

        Assert.That(
            (given.Number, given.Facts, given.Day, given.ReceivedAt, given.Author, given.Block, given.TakenBack, given.Dossier.ToString()),
            Is.EqualTo((Number.Of("XX/P/2026/000001", 2026), facts, Day, DateTimeOffset.UnixEpoch, "desk", (BlockId?)null, (TakenBack?)null, "P-2026-XX/P/2026/000001")));
    }

    [Test]
    public void A_number_is_not_given_twice_even_by_hand()
    {
        using var node = new TestNode();
        var id = AddSeries(node);
        GiveMany(node, id, "a", 1);

        Assert.That(() => node.Write(session => session.Receptions.Add(session.Series.Get(id)!, 1, NewOf("b", Facts), null)), Throws.Exception);
    }

    [Test]
    public void A_hole_in_a_series_is_seen()
    {
        using var node = new TestNode();
        var id = AddSeries(node);
        GiveMany(node, id, "a", 3);

        node.Tamper("DELETE FROM reception WHERE ordinal = 2");

        Assert.That(node.Read(session => session.Series.Unexplained(id)), Is.EqualTo(1));
    }

    [Test]
    public void The_clock_is_behind_the_latest_change_and_not_only_behind_the_newest()
    {
        using var node = new TestNode();
        node.Time.Advance(TimeSpan.FromDays(30));
        node.Write(_ => { });
        node.Time.Advance(TimeSpan.FromDays(-20));
        node.Write(_ => { });

        Assert.That(node.Read(session => session.Clock.IsBehind(node.Time.GetUtcNow())), Is.True);
    }

    [Test]
    public void A_clock_that_was_confirmed_counts_from_then_on()
    {
        using var node = new TestNode();
        node.Time.Advance(TimeSpan.FromDays(30));
        node.Write(_ => { });
        node.Time.Advance(TimeSpan.FromDays(-20));

        node.Register.Write(new Deed("supervisor", ClockTable.Confirmation, "it is right"), _ => { });

        Assert.That(node.Read(session => session.Clock.Latest), Is.EqualTo(node.Time.GetUtcNow()));
    }

    [TestCase("sign-in")]
    [TestCase("sign-in lock")]
    public void A_sign_in_says_nothing_about_the_clock(string action)
    {
        using var node = new TestNode();
        node.Write(_ => { });
        node.Time.Advance(TimeSpan.FromDays(30));
        node.Register.Write(new Deed("nadia", action, ""), _ => { });
        node.Time.Advance(TimeSpan.FromDays(-20));

        Assert.That(node.Read(session => session.Clock.IsBehind(node.Time.GetUtcNow())), Is.False);
    }

    [Test]
    public void What_had_been_done_before_leaves_no_entry_in_the_audit_log()
    {
        using var node = new TestNode();
        var head = node.Read(session => session.Audit.Head);

        var findings = node.Register.TryWrite(_ => ((Deed?)null, []));

        Assert.That((findings, node.Read(session => session.Audit.Head)), Is.EqualTo((Array.Empty<Finding>(), head)));
    }

    private static ReceptionFacts Facts => new() { Applicant = "Société Sahel", Papers = [new(DocumentCode.Description, 1)] };

    private static SeriesId AddSeries(TestNode node, bool isYearly = true) => node.Register.Write(TestNode.Deed, session =>
    {
        var pattern = SeriesPattern.Parse("XX/P/{year}/{number:6}").Value;
        var id = session.Series.Add(new SeriesFacts { Right = Right.Patent, Name = "Patents Act", FirstYear = 2020, Pattern = pattern, IsYearly = isYearly });
        session.Series.Begin(session.Series.Get(id)!, 2026, 1);   // it was just added
        return id;
    });

    private static void GiveMany(TestNode node, SeriesId id, string name, int count)
    {
        for (var n = 0; n < count; n++)
        {
            Give(node, id, $"{name}{n}", Facts);
        }
    }

    private static Reception Give(TestNode node, SeriesId id, string request, ReceptionFacts facts) => node.Register.Write(
        TestNode.Deed, session => session.Receive(session.Series.Get(id)!, NewOf(request, facts)));   // every test adds it first

    private static NewReception NewOf(string request, ReceptionFacts facts) => new() { Facts = facts, ReceivedAt = DateTimeOffset.UnixEpoch, Day = Day, Author = "desk", Request = request };

    // The child says a line per number that it committed, so that the kill comes at a number of them and not at a time.
    private static async Task<string> RunAndKillAsync(TestNode node, SeriesId id, int round, int steps)
    {
        using var worker = TestNode.StartWorker("numbers", node.Folder.Root, $"{id}", $"round{round}n", "100000");
        var last = "";
        for (var step = 0; step < steps; step++)
        {
            last = await worker.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The worker ended by itself.");
        }

        worker.Kill();
        await worker.WaitForExitAsync();
        return last;
    }
}

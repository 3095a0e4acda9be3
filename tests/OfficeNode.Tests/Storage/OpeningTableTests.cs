using NUnit.Framework;
using OfficeNode.Core;
using OfficeNode.Storage.Tables;
using OfficeNode.TestKit;

namespace OfficeNode.Tests.Storage;

[CancelAfter(60_000)]
[Parallelizable(ParallelScope.Self)]
public sealed class OpeningTableTests
{
    private static readonly OpeningState[] States = Enum.GetValues<OpeningState>();

    private TestNode _node = null!;   // made before each test

    [SetUp]
    public void MakeNode()
    {
        _node = new TestNode();
        var (marks, design) = (Enumerable.Range(1, 6).Select(n => _node.Save(SampleRecords.WordMark(n))).ToList(), _node.Save(SampleRecords.Design()));
        _node.Write(session =>
        {
            session.Acts.Record(marks[1], Act(OpeningPoint.Gazette, 0));
            session.Acts.Record(marks[2], Act(OpeningPoint.Acceptance, 0));
            session.Acts.Record(marks[3], Act(OpeningPoint.Gazette, 3));
            session.Acts.Record(marks[4], Act(OpeningPoint.Gazette, 0));
            session.Holds.Place(marks[4], new Hold { Reason = "court", Person = "A. Registrar", Since = Today, Until = Today.AddDays(3) });
            session.Acts.Record(design, Act(OpeningPoint.Gazette, 0));
        });
    }

    [TearDown]
    public void RemoveNode() => _node.Dispose();

    private DateOnly Today => DateOnly.FromDateTime(_node.Time.GetLocalNow().DateTime);

    [Test]
    public void Each_dossier_is_counted_and_listed_in_the_state_that_its_acts_and_holds_give_it()
    {
        AssertAgree();

        Assert.That(Counts(), Is.EqualTo(new[] { (OpeningState.None, 2L), (OpeningState.Coming, 1), (OpeningState.Short, 2), (OpeningState.Open, 1), (OpeningState.Held, 1) }));
    }

    [TestCase(0)]
    [TestCase(3)]
    public void Days_that_come_are_counted_whether_they_were_noted_or_not(int settled)
    {
        _node.Time.Advance(TimeSpan.FromDays(3));

        Settle(settled);

        AssertAgree();
        Assert.That(Counts(), Is.EqualTo(new[] { (OpeningState.None, 2L), (OpeningState.Short, 2), (OpeningState.Open, 3) }));
    }

    [Test]
    public void What_days_have_made_sure_is_not_looked_up_again()
    {
        _node.Time.Advance(TimeSpan.FromDays(3));

        Settle(10);

        using var raw = _node.OpenRaw();
        Assert.That(raw.Count("SELECT count(*) FROM dossier WHERE opening = -1"), Is.Zero);
    }

    [Test]
    public void A_lifted_hold_and_another_right_move_a_dossier_to_its_new_place()
    {
        _node.Write(session => session.Holds.Lift(new DossierId(5), "A. Registrar"));
        _node.Save(SampleRecords.Design(), new DossierId(2));   // designs open with the registration alone

        AssertAgree();
        Assert.That(Counts(), Is.EqualTo(new[] { (OpeningState.None, 2L), (OpeningState.Coming, 1), (OpeningState.Short, 3), (OpeningState.Open, 1) }));
    }

    [Test]
    public void What_an_older_program_saved_is_counted_before_anybody_looked_at_it()
    {
        using (var raw = _node.OpenRaw())
        {
            raw.ExecuteScript(
                """
                UPDATE dossier SET opening = -1;
                DELETE FROM dossier_tally;
                INSERT INTO dossier_tally (right, opening, count) SELECT right, opening, count(*) FROM dossier GROUP BY right, opening;
                """);
        }

        AssertAgree();
    }

    [Test]
    public void A_list_goes_on_behind_its_last_dossier()
    {
        var first = In(OpeningState.None, default, 1);
        var second = In(OpeningState.None, first[0].Id, 1);

        Assert.That(first.Concat(second).Select(dossier => dossier.Id.Value), Is.EqualTo(new[] { 1, 6 }));
    }

    [Test]
    public void Rights_are_counted_by_their_dossiers()
    {
        Assert.That(_node.Read(session => session.Dossiers.Counts()), Is.EquivalentTo(new Dictionary<Right, long> { [Right.Trademark] = 6, [Right.Design] = 1 }));
    }

    [Test]
    public void No_list_or_count_reads_dossiers_of_another_state()
    {
        using var raw = _node.OpenRaw();

        var plans = new[]
        {
            "SELECT id, right, number, year, revision FROM dossier WHERE opening = 3 AND right = 2 AND id > 7 ORDER BY id LIMIT 51",
            "SELECT id FROM dossier WHERE opening = -1 AND right = 2 AND id > 7 ORDER BY id LIMIT 500",
        }.SelectMany(sql => raw.Query("EXPLAIN QUERY PLAN " + sql, row => row.Text(3)));

        Assert.That(plans, Has.All.StartWith("SEARCH").And.All.Contain("dossier_by_opening").And.All.Not.Contain("TEMP B-TREE"));
    }

    private static OpeningPolicy Policy(DateOnly today) => new(today, Enum.GetValues<Right>().ToDictionary(
        right => right, right => right == Right.Design ? OpeningPoint.Registration : OpeningPoint.Gazette));

    private PublicationAct Act(OpeningPoint kind, int days) => new() { Kind = kind, Date = Today.AddDays(days), Person = "A. Registrar", Gazette = "7/2026", Opens = [] };

    private void Settle(int most)
    {
        foreach (var right in Enum.GetValues<Right>().Where(_ => most > 0))
        {
            var after = default(DossierId);
            while (_node.Register.Note(session => session.Openings.Settle(right, after, most)) is { } last)
            {
                after = last;
            }
        }
    }

    private IEnumerable<(OpeningState, long)> Counts() =>
        _node.Read(session => session.Openings.Counts(Policy(Today))).Where(pair => pair.Value > 0).OrderBy(pair => pair.Key).Select(pair => (pair.Key, pair.Value));

    private IReadOnlyList<Dossier> In(OpeningState state, DossierId after, int count) => _node.Read(session => session.Openings.In(state, Policy(Today), after, count));

    // What is asked of one dossier comes from its acts and holds alone: the lists are to say the same.
    private void AssertAgree()
    {
        var policy = Policy(Today);
        var wanted = _node.Read(session => session.Dossiers.After(default, 100).ToLookup(dossier => session.Openings.Of(dossier.Id, policy), dossier => dossier.Id));
        var counts = _node.Read(session => session.Openings.Counts(policy));
        foreach (var state in States)
        {
            Assert.That(In(state, default, 100).Select(dossier => dossier.Id), Is.EqualTo(wanted[state]), $"{state}");
            Assert.That(counts.GetValueOrDefault(state), Is.EqualTo(wanted[state].Count()), $"{state}");
        }
    }
}

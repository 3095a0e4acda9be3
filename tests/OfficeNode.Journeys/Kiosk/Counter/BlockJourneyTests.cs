using NUnit.Framework;
using OfficeNode.Core.Counter;
using OfficeNode.Host.Journey;

namespace OfficeNode.Journeys.Kiosk.Counter;

[CancelAfter(120_000)]
[Parallelizable(ParallelScope.Self)]   // a node of its own
public sealed class BlockJourneyTests
{
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
    public void Reserved_numbers_are_given_to_nobody_else()
    {
        _office.Receive(_series);
        var block = Reserve("3");

        var next = _office.Receive(_series, "a2");

        Assert.That((block.Print(block.Block.First), block.Print(block.Block.Last), next.Number.AsPrinted), Is.EqualTo(("XX/P/2026/000002", "XX/P/2026/000004", "XX/P/2026/000005")));
        Assert.That(Unexplained(), Is.Zero);
    }

    [Test]
    public void A_block_is_reserved_once_however_often_it_is_asked_for()
    {
        var first = Reserve("3");

        var again = Reserve("3");

        Assert.That(again.Block.Id, Is.EqualTo(first.Block.Id));
        Assert.That(_office.Blocks.Newest(), Has.Count.EqualTo(1));
    }

    [Test]
    public void A_filing_is_entered_with_the_day_and_time_on_the_paper()
    {
        var block = Reserve("3");
        _office.Clock.Now += TimeSpan.FromDays(2);

        var entered = Enter(block, 2, "2026-11-21", "14:30");

        Assert.That(entered.Findings, Is.Empty);
        Assert.That(
            (entered.Reception?.Number.AsPrinted, entered.Reception?.Day, entered.Reception?.ReceivedAt, entered.Reception?.EnteredAt),
            Is.EqualTo(("XX/P/2026/000002", (DateOnly?)new DateOnly(2026, 11, 21), (DateTimeOffset?)new DateTimeOffset(2026, 11, 21, 9, 30, 0, TimeSpan.Zero), (DateTimeOffset?)_office.Clock.Now)));
    }

    [Test]
    public void A_closed_block_leaves_its_unused_numbers_as_gaps_with_a_reason()
    {
        var block = Reserve("5");
        _office.Clock.Now += TimeSpan.FromDays(2);
        Enter(block, 2, "2026-11-21", "14:30");

        var findings = _office.Blocks.Close(block.Block.Id);

        Assert.That(findings, Is.Empty);
        Assert.That(_office.Counter.Gaps().Select(gap => (gap.First, gap.Last, gap.Reason)), Is.EquivalentTo(new[]
        {
            ("XX/P/2026/000001", "XX/P/2026/000001", GapReason.BlockUnused), ("XX/P/2026/000003", "XX/P/2026/000005", GapReason.BlockUnused),
        }));
        Assert.That((Unexplained(), _office.Receive(_series).Number.AsPrinted), Is.EqualTo((0L, "XX/P/2026/000006")));
    }

    [Test]
    public void Nothing_is_entered_into_a_closed_block()
    {
        var block = Reserve("2");
        _office.Blocks.Close(block.Block.Id);
        _office.Clock.Now += TimeSpan.FromDays(2);

        var answer = Enter(block, 1, "2026-11-21", "14:30");

        Assert.That(answer.Findings.Select(finding => finding.Rule), Is.EqualTo(new[] { CounterFindings.BlockClosed }));
    }

    [TestCase(1, "2026-11-21", "14:30", CounterFindings.BlockNumber)]
    [TestCase(3, "2026-11-21", "14:30", CounterFindings.BlockNumber)]
    [TestCase(2, "2026-11-20", "14:30", CounterFindings.PaperDay)]
    [TestCase(2, "21.11.2026", "14:30", CounterFindings.PaperDay)]
    [TestCase(2, "2026-11-21", "", CounterFindings.PaperTime)]
    [TestCase(2, "2026-11-22", "18:06", CounterFindings.PaperTime)]
    public void What_does_not_fit_the_sheet_is_refused(long ordinal, string day, string time, string rule)
    {
        var block = Reserve("2");
        _office.Clock.Now += TimeSpan.FromDays(2);
        Enter(block, 1, "2026-11-21", "09:00", "e0");

        var answer = Enter(block, ordinal, day, time);

        Assert.That(answer.Findings.Select(finding => finding.Rule), Is.EqualTo(new[] { rule }));
    }

    [TestCase("0", "2026-11-21", null, CounterFindings.CountForm)]
    [TestCase("201", "2026-11-21", null, CounterFindings.CountForm)]
    [TestCase("5", "2026-11-19", null, CounterFindings.BlockDays)]
    [TestCase("5", "", null, CounterFindings.BlockDays)]
    [TestCase("5", "2026-11-21", "2026-11-20", CounterFindings.BlockDays)]
    [TestCase("5", "2026-11-21", "2026-12-22", CounterFindings.BlockDays)]
    [TestCase("5", "2026-12-31", "2027-01-01", CounterFindings.BlockDays)]
    public void A_block_has_numbers_and_days_of_one_year(string count, string first, string? last, string rule)
    {
        var (_, findings) = _office.Blocks.Reserve(_series, new BlockEntry { Count = count, FirstDay = first, LastDay = last }, "b1");

        Assert.That(findings.Select(finding => finding.Rule), Is.EqualTo(new[] { rule }));
    }

    [Test]
    public void A_block_whose_days_are_over_stands_open_at_the_end_of_the_day()
    {
        var block = Reserve("2");
        var before = new ClosingJourney(_office.Node, "binta").Look();
        _office.Clock.Now += TimeSpan.FromDays(2);

        var after = new ClosingJourney(_office.Node, "binta").Look();

        Assert.That((before.Blocks.Count, after.Blocks.Single().Block.Id), Is.EqualTo((0, block.Block.Id)));
    }

    [Test]
    public void Numbers_for_the_next_year_are_of_the_next_year()
    {
        var (id, _) = _office.Blocks.Reserve(_series, new BlockEntry { Count = "2", FirstDay = "2027-01-02" }, "b1");

        var block = _office.Blocks.Find(id!.Value)!;   // it was just reserved
        Assert.That(block.Print(block.Block.First), Is.EqualTo("XX/P/2027/000001"));
    }

    [Test]
    public void A_clock_that_is_behind_reserves_nothing()
    {
        _office.Receive(_series);
        _office.Clock.Now -= TimeSpan.FromMinutes(5);

        var (_, findings) = _office.Blocks.Reserve(_series, new BlockEntry { Count = "2", FirstDay = "2026-11-21" }, "b1");

        Assert.That(findings.Select(finding => finding.Rule), Is.EqualTo(new[] { CounterFindings.ClockBehind }));
    }

    private BlockState Reserve(string count)
    {
        var (id, findings) = _office.Blocks.Reserve(_series, new BlockEntry { Count = count, FirstDay = "2026-11-21", LastDay = "2026-11-22" }, "b1");
        Assert.That(findings, Is.Empty);
        return _office.Blocks.Find(id!.Value)!;   // nothing was found against it
    }

    private ReceptionAnswer Enter(BlockState block, long ordinal, string day, string time, string request = "e1") =>
        _office.Blocks.Enter(block.Block.Id, new PaperEntry(ordinal, day, time), CounterOffice.Filing, request);

    private long Unexplained() => _office.Node.Register.Read(session => session.Series.Unexplained(_series));
}

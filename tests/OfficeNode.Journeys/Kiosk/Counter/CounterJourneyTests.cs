using NUnit.Framework;
using OfficeNode.Core;
using OfficeNode.Core.Counter;
using OfficeNode.Core.Keying;
using OfficeNode.Host.Journey;
using OfficeNode.Journeys.Keying;
using ScannedPaper = OfficeNode.Journeys.Keying.Paper;

namespace OfficeNode.Journeys.Kiosk.Counter;

[CancelAfter(120_000)]
[Parallelizable(ParallelScope.Self)]   // a node of its own
public sealed class CounterJourneyTests
{
    private CounterOffice _office = null!;   // made before each test

    [SetUp]
    public async Task MakeOffice() => _office = await CounterOffice.CreateAsync();

    [TearDown]
    public void RemoveOffice() => _office.Dispose();

    [Test]
    public void A_filing_gets_the_next_number_with_the_day_and_time_of_the_office()
    {
        var id = _office.AddSeries();
        _office.Receive(id);

        var given = _office.Receive(id, "a2");

        Assert.That(
            (given.Number.AsPrinted, given.Day, given.ReceivedAt, given.Author, given.Facts.Applicant, given.Facts.FeeReceipt),
            Is.EqualTo(("XX/P/2026/000002", new DateOnly(2026, 11, 20), _office.Clock.Now, "binta", "Société Sahel Énergie", "R-2026-77")));
        Assert.That(given.Facts.Papers, Is.EqualTo(new ReceivedPapers[] { new(DocumentCode.Description, 12), new(DocumentCode.Claims, 3) }));
    }

    [Test]
    public void An_act_that_is_asked_for_again_gets_the_same_number()
    {
        var id = _office.AddSeries();
        var first = _office.Receive(id);

        var again = _office.Receive(id);

        Assert.That(again.Id, Is.EqualTo(first.Id));
        Assert.That(_office.Counter.Of(first.Day), Has.Count.EqualTo(1));
    }

    [Test]
    public void An_act_that_is_asked_for_again_with_other_words_is_refused()
    {
        var id = _office.AddSeries();
        _office.Receive(id);

        var other = _office.Counter.Receive(id, CounterOffice.Filing with { Applicant = "Somebody else" }, "a1");

        Assert.That(RulesOf(other.Findings), Is.EqualTo(new[] { CounterFindings.RequestUsed }));
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("a b")]
    [TestCase("01234567890123456789012345678901234567890123456789012345678901234")]
    public void An_act_without_a_name_gets_no_number(string? request)
    {
        var answer = _office.Counter.Receive(_office.AddSeries(), CounterOffice.Filing, request);

        Assert.That(RulesOf(answer.Findings), Is.EqualTo(new[] { CounterFindings.RequestMissing }));
    }

    [Test]
    public void What_is_missing_is_told_and_takes_no_number()
    {
        var id = _office.AddSeries();
        var sheets = new Dictionary<DocumentCode, string> { [DocumentCode.Description] = "many", [DocumentCode.Claims] = "100000" };

        var answer = _office.Counter.Receive(id, new ReceptionEntry { Applicant = " ", Sheets = sheets, FeeReceipt = new string('7', 41), Remark = "a\u0007b" }, "a1");

        Assert.That(answer.Findings.Select(finding => (finding.Rule, finding.Path)), Is.EqualTo(new[]
        {
            (CounterFindings.ApplicantForm, "applicant"), (CounterFindings.SheetsForm, "sheets.DES"), (CounterFindings.SheetsForm, "sheets.CLA"),
            (CounterFindings.FeeReceiptForm, "feeReceipt"), (CounterFindings.RemarkForm, "remark"),
        }));
        Assert.That(_office.Series.Find(id)?.Ordinal, Is.EqualTo(1));
    }

    [Test]
    public void A_filing_of_no_sheets_is_none()
    {
        var answer = _office.Counter.Receive(_office.AddSeries(), new ReceptionEntry { Applicant = "Sahel" }, "a1");

        Assert.That(RulesOf(answer.Findings), Is.EqualTo(new[] { CounterFindings.PapersMissing }));
    }

    [Test]
    public void Numbers_of_the_new_year_begin_at_the_midnight_of_the_office()
    {
        var id = _office.AddSeries();
        _office.Clock.Now = new DateTimeOffset(2026, 12, 31, 18, 59, 59, TimeSpan.Zero);
        var before = _office.Receive(id);

        _office.Clock.Now += TimeSpan.FromSeconds(1);
        var after = _office.Receive(id, "a2");

        Assert.That((before.Number.AsPrinted, before.Day), Is.EqualTo(("XX/P/2026/000001", new DateOnly(2026, 12, 31))));
        Assert.That((after.Number.AsPrinted, after.Day), Is.EqualTo(("XX/P/2027/000001", new DateOnly(2027, 1, 1))));
    }

    [Test]
    public void A_series_that_runs_on_does_so_over_the_new_year()
    {
        var id = _office.AddSeries(CounterOffice.Patents with { IsYearly = false });
        _office.Receive(id);

        _office.Clock.Now = new DateTimeOffset(2027, 1, 2, 9, 0, 0, TimeSpan.Zero);

        Assert.That(_office.Receive(id, "a2").Number.AsPrinted, Is.EqualTo("XX/P/2027/000002"));
    }

    [Test]
    public void A_series_that_has_ended_gives_no_number()
    {
        var id = _office.AddSeries(CounterOffice.Patents with { FirstYear = "1980", LastYear = "2025", IsYearly = false });

        var answer = _office.Counter.Receive(id, CounterOffice.Filing, "a1");

        Assert.That(RulesOf(answer.Findings), Is.EqualTo(new[] { CounterFindings.SeriesYears }));
        Assert.That(_office.Counter.OpenSeries(), Is.Empty);
    }

    [Test]
    public void A_clock_that_is_behind_gives_no_number_until_it_is_confirmed()
    {
        var id = _office.AddSeries();
        _office.Receive(id);
        _office.Clock.Now -= TimeSpan.FromHours(2);
        var refused = _office.Counter.Receive(id, CounterOffice.Filing, "a2");

        var confirmed = _office.ClockOf.Confirm();
        var given = _office.Counter.Receive(id, CounterOffice.Filing, "a2");

        Assert.That(RulesOf(refused.Findings), Is.EqualTo(new[] { CounterFindings.ClockBehind }));
        Assert.That((confirmed.Count, given.Reception?.Number.AsPrinted), Is.EqualTo((0, "XX/P/2026/000002")));
    }

    [Test]
    public void A_clock_that_is_right_is_not_confirmed()
    {
        _office.AddSeries();

        Assert.That(RulesOf(_office.ClockOf.Confirm()), Is.EqualTo(new[] { CounterFindings.ClockRight }));
    }

    [Test]
    public void A_number_of_a_filing_that_was_taken_back_is_not_given_again()
    {
        var id = _office.AddSeries();
        var first = _office.Receive(id);

        var findings = _office.Counter.TakeBack(first.Id, "The applicant took the papers home");
        var next = _office.Receive(id, "a2");

        Assert.That((findings.Count, next.Number.AsPrinted), Is.EqualTo((0, "XX/P/2026/000002")));
        var gap = _office.Counter.Gaps().Single();
        Assert.That((gap.First, gap.Reason, gap.Remark, gap.Author), Is.EqualTo(("XX/P/2026/000001", GapReason.Aborted, "The applicant took the papers home", "binta")));
    }

    [Test]
    public void A_filing_is_taken_back_once_and_with_a_reason()
    {
        var given = _office.Receive(_office.AddSeries());
        var without = _office.Counter.TakeBack(given.Id, " ");
        _office.Counter.TakeBack(given.Id, "twice received");

        var again = _office.Counter.TakeBack(given.Id, "twice received");

        Assert.That((RulesOf(without).Single(), RulesOf(again).Single()), Is.EqualTo((CounterFindings.WhyMissing, CounterFindings.AlreadyTakenBack)));
    }

    [Test]
    public void Skipped_numbers_have_a_reason_and_are_skipped_once()
    {
        var id = _office.AddSeries();
        _office.Counter.Skip(id, "2", "Stamped on spoiled paper", "s1");

        _office.Counter.Skip(id, "2", "Stamped on spoiled paper", "s1");

        var gap = _office.Counter.Gaps().Single();
        Assert.That((gap.First, gap.Last, gap.Count, gap.Reason), Is.EqualTo(("XX/P/2026/000001", "XX/P/2026/000002", 2L, GapReason.Spoiled)));
        Assert.That(_office.Receive(id).Number.AsPrinted, Is.EqualTo("XX/P/2026/000003"));
        Assert.That(Unexplained(id), Is.Zero);
    }

    [TestCase("0", "why", CounterFindings.CountForm)]
    [TestCase("201", "why", CounterFindings.CountForm)]
    [TestCase("two", "why", CounterFindings.CountForm)]
    [TestCase("1", "", CounterFindings.WhyMissing)]
    public void Numbers_are_not_skipped_without_a_count_and_a_reason(string count, string why, string rule)
    {
        Assert.That(RulesOf(_office.Counter.Skip(_office.AddSeries(), count, why, "s1")), Is.EqualTo(new[] { rule }));
    }

    [Test]
    public void A_number_that_came_with_an_import_since_is_not_given_until_it_is_skipped()
    {
        var id = _office.AddSeries();
        _office.Know("XX/P/2026/000001");

        var refused = _office.Counter.Receive(id, CounterOffice.Filing, "a1");
        _office.Counter.Skip(id, "1", "It came with an import", "s1");

        Assert.That(RulesOf(refused.Findings), Is.EqualTo(new[] { CounterFindings.NumberTaken }));
        Assert.That(_office.Receive(id, "a2").Number.AsPrinted, Is.EqualTo("XX/P/2026/000002"));
    }

    [Test]
    public void A_filing_waits_as_an_entry_for_its_papers()
    {
        var given = _office.Receive(_office.AddSeries());

        var entry = _office.Node.Register.Read(session => session.Entries.Received(Right.Patent, given.Number.AsPrinted));

        Assert.That((entry?.Number, entry?.Applicant, entry?.State, entry?.MadeBy), Is.EqualTo(("XX/P/2026/000001", "Société Sahel Énergie", (EntryState?)EntryState.Keying, "binta")));
        var values = _office.Node.Register.Read(session => session.EntryValues.Of(entry!.Id, KeyingPass.First));   // it is there
        Assert.That(values.Select(value => value.Path), Is.EquivalentTo(new[] { "applicationNumber", "parties[applicant].name" }), "the day of receipt is no filing date");
    }

    [Test]
    public async Task Papers_scanned_behind_their_separators_find_the_entry_of_the_counter()
    {
        var given = _office.Receive(_office.AddSeries());
        var code = new SeparatorCode { Office = _office.Node.Settings.Office, Right = given.Right, Year = 2026, Number = given.Number.AsPrinted, Document = DocumentCode.Description };
        var batch = await KeyingOffice.ScanAsync(_office.Node, [new ScannedPaper(code.ToString()), new ScannedPaper(), new ScannedPaper()]);

        var findings = new KeyingJourney(_office.Node, "nadia").HandOver(batch);

        Assert.That(findings, Is.Empty);
        var entry = _office.Node.Register.Read(session => session.Entries.OfBatch(batch)).Single();
        Assert.That((entry.Number, entry.Applicant, entry.MadeBy), Is.EqualTo((given.Number.AsPrinted, "Société Sahel Énergie", "binta")));
        Assert.That(new KeyingJourney(_office.Node, "nadia").Due(10).Select(due => due.Id), Is.EqualTo(new[] { entry.Id }));
    }

    [Test]
    public async Task Papers_that_were_handed_over_before_their_sheet_was_entered_make_one_entry()
    {
        var id = _office.AddSeries();
        var (block, _) = _office.Blocks.Reserve(id, new BlockEntry { Count = "1", FirstDay = "2026-11-20" }, "b1");
        var code = new SeparatorCode { Office = _office.Node.Settings.Office, Right = Right.Patent, Year = 2026, Number = "XX/P/2026/000001", Document = DocumentCode.Description };
        var batch = await KeyingOffice.ScanAsync(_office.Node, [new ScannedPaper(code.ToString()), new ScannedPaper()]);
        new KeyingJourney(_office.Node, "nadia").HandOver(batch);

        var entered = _office.Blocks.Enter(block!.Value, new PaperEntry(1, "2026-11-20", "09:00"), CounterOffice.Filing, "e1");   // it was just reserved

        Assert.That(entered.Findings, Is.Empty);
        Assert.That(new KeyingJourney(_office.Node, "nadia").Due(10).Select(due => due.Number), Is.EqualTo(new[] { "XX/P/2026/000001" }));
    }

    [TestCase(Right.Trademark)]
    [TestCase(Right.Design)]
    [TestCase(Right.UtilityModel)]
    public void Filings_of_every_right_wait_as_entries(Right right)
    {
        var id = _office.AddSeries(CounterOffice.Patents with { Right = right });
        var first = ReceivedPapers.KindsFor(right)[0];

        var answer = _office.Counter.Receive(id, CounterOffice.Filing with { Sheets = new Dictionary<DocumentCode, string> { [first] = "2" } }, "a1");

        Assert.That(answer.Findings, Is.Empty);
        Assert.That(_office.Node.Register.Read(session => session.Entries.Received(right, "XX/P/2026/000001"))?.Applicant, Is.EqualTo("Société Sahel Énergie"));
    }

    [Test]
    public void A_filing_that_was_taken_back_is_keyed_by_nobody()
    {
        var given = _office.Receive(_office.AddSeries());

        _office.Counter.TakeBack(given.Id, "Received twice");

        Assert.That(new KeyingJourney(_office.Node, "binta").Due(10), Is.Empty);
    }

    [TestCase(false, EntryState.Dropped)]
    [TestCase(true, EntryState.SentBack)]
    public async Task A_filing_that_was_scanned_and_taken_back_goes_unless_somebody_keyed_it(bool isKeyed, EntryState state)
    {
        var given = _office.Receive(_office.AddSeries());
        var batch = await KeyingOffice.ScanAsync(_office.Node, [KeyingOffice.Sheet(given.Number.AsPrinted), new ScannedPaper()]);
        var keying = new KeyingJourney(_office.Node, "binta");
        keying.HandOver(batch);
        var entry = _office.Node.Register.Read(session => session.Entries.OfBatch(batch))[0].Id;
        if (isKeyed)
        {
            keying.Save(entry, keying.Open(entry)!.Entry.Version, [new("titles", 0, "A pump", null, false)]);
        }

        _office.Counter.TakeBack(given.Id, "Received twice");

        var view = keying.View(entry)!;
        Assert.That((view.Entry.State, view.Entry.Remark), Is.EqualTo((state, "Received twice")));
        Assert.That(view.Findings.Select(found => found.Finding.Rule), Does.Contain(KeyingFindings.TakenBack));
    }

    private long Unexplained(SeriesId id) => _office.Node.Register.Read(session => session.Series.Unexplained(id));

    private static IEnumerable<string> RulesOf(IReadOnlyList<Finding> findings) => findings.Select(finding => finding.Rule);
}

using NUnit.Framework;
using OfficeNode.Core;
using OfficeNode.Core.Counter;
using OfficeNode.Host.Commands;

namespace OfficeNode.Journeys.Kiosk.Counter;

[CancelAfter(120_000)]
[Parallelizable(ParallelScope.Self)]   // a node of its own
public sealed class SeriesJourneyTests
{
    private CounterOffice _office = null!;   // made before each test

    [SetUp]
    public async Task MakeOffice() => _office = await CounterOffice.CreateAsync();

    [TearDown]
    public void RemoveOffice() => _office.Dispose();

    [Test]
    public void Old_series_stay_with_their_law_and_years()
    {
        _office.AddSeries(CounterOffice.Patents with { Name = "Patents Act 1980", FirstYear = "1980", LastYear = "2019", Pattern = "{number}", IsYearly = false });
        _office.AddSeries();

        var series = _office.Series.List();

        Assert.That(series.Select(state => (state.Series.Name, state.Series.FirstYear, state.Series.LastYear, state.Next)), Is.EqualTo(new[]
        {
            ("Patents Act", 2020, (int?)null, "XX/P/2026/000001"), ("Patents Act 1980", 1980, (int?)2019, (string?)null),
        }));
    }

    [Test]
    public void Several_series_of_a_right_run_beside_each_other()
    {
        var one = _office.AddSeries();
        var two = _office.AddSeries(CounterOffice.Patents with { Name = "Petty", Pattern = "XX/Q/{year}/{number}" });

        Assert.That((_office.Receive(one).Number.AsPrinted, _office.Receive(two, "a2").Number.AsPrinted), Is.EqualTo(("XX/P/2026/000001", "XX/Q/2026/1")));
    }

    [Test]
    public void A_series_does_not_begin_at_a_number_that_the_register_knows()
    {
        _office.Know("XX/P/2026/000041");
        _office.Know("XX/P/2025/000900");

        var (_, findings) = _office.Series.Add(CounterOffice.Patents with { Next = "41" });

        Assert.That((findings.Single().Rule, findings.Single().Found, findings.Single().Expected), Is.EqualTo((CounterFindings.NextKnown, "XX/P/2026/000041", "42")));
    }

    [Test]
    public void A_series_goes_on_where_the_register_ends()
    {
        _office.Know("XX/P/2026/000041");

        var id = _office.AddSeries(CounterOffice.Patents with { FromRegister = true });

        Assert.That(_office.Receive(id).Number.AsPrinted, Is.EqualTo("XX/P/2026/000042"));
    }

    [Test]
    public void What_numbers_look_like_is_settled_with_the_first()
    {
        var id = _office.AddSeries();
        var before = _office.Series.Change(id, CounterOffice.Patents with { Pattern = "XX/{year}/{number:5}", Next = "7" });
        var given = _office.Receive(id);

        var pattern = _office.Series.Change(id, CounterOffice.Patents);
        var next = _office.Series.Change(id, CounterOffice.Patents with { Pattern = "XX/{year}/{number:5}", Next = "9" });
        var end = _office.Series.Change(id, CounterOffice.Patents with { Pattern = "XX/{year}/{number:5}", LastYear = "2026" });

        Assert.That((before.Count, given.Number.AsPrinted, end.Count), Is.EqualTo((0, "XX/2026/00007", 0)));
        Assert.That((pattern.Single().Rule, next.Single().Rule), Is.EqualTo((CounterFindings.SeriesInUse, CounterFindings.SeriesInUse)));
    }

    [TestCase("", "2020", null, "{number}", null, CounterFindings.SeriesName)]
    [TestCase("PATENTS ACT", "2020", null, "{number}", null, CounterFindings.SeriesTaken)]
    [TestCase("A", "20", null, "{number}", null, CounterFindings.YearsForm)]
    [TestCase("A", "2020", "2019", "{number}", null, CounterFindings.YearsForm)]
    [TestCase("A", "2020", "soon", "{number}", null, CounterFindings.YearsForm)]
    [TestCase("A", "2020", null, "{year}", null, CounterFindings.PatternForm)]
    [TestCase("A", "2020", null, "{number}", "0", CounterFindings.NextForm)]
    public void What_makes_no_series_is_refused(string name, string first, string? last, string pattern, string? next, string rule)
    {
        _office.AddSeries();

        var (_, findings) = _office.Series.Add(new() { Right = Right.Patent, Name = name, FirstYear = first, LastYear = last, Pattern = pattern, Next = next });

        Assert.That(findings.Select(finding => finding.Rule), Is.EqualTo(new[] { rule }));
    }

    [Test]
    public void Numbers_that_begin_anew_each_year_show_it()
    {
        var (_, findings) = _office.Series.Add(CounterOffice.Patents with { Pattern = "P {number}" });

        Assert.That(findings.Select(finding => finding.Rule), Is.EqualTo(new[] { CounterFindings.PatternYear }));
    }

    [Test]
    public async Task Scripts_add_and_list_series()
    {
        _office.Know("T/7");

        var added = await _office.Files.DoAsync("series", "add", "--right", "T", "--name", "Marks Act", "--pattern", "T/{number}", "--from", "1999", "--from-register");
        var listed = await _office.Files.DoAsync("series", "list");

        Assert.That(added.Json.GetProperty("next").GetString(), Is.EqualTo("T/1"), "the register knows a patent of that number, and no mark");
        Assert.That(listed.Json.GetProperty("series").EnumerateArray().Single().GetProperty("name").GetString(), Is.EqualTo("Marks Act"));
    }

    [Test]
    public async Task A_script_learns_why_there_is_no_series()
    {
        var run = await _office.Files.RunAsync("series", "add", "--right", "patent", "--name", "Act", "--pattern", "P/{number}", "--yearly");

        Assert.That(run.ExitCode, Is.EqualTo(ExitCode.WrongUse));
        Assert.That(run.Messages, Does.Contain("the year is missing"));
    }
}

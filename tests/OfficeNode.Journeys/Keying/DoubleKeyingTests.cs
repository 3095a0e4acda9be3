using NUnit.Framework;
using OfficeNode.Core.Keying;
using OfficeNode.Core.People;
using OfficeNode.Host.Journey;
using OfficeNode.Journeys.Kiosk;

namespace OfficeNode.Journeys.Keying;

/// <summary>Fields that two people key, neither seeing the other.</summary>
[CancelAfter(120_000)]
[Parallelizable(ParallelScope.Self)]   // a node of its own
public sealed class DoubleKeyingTests
{
    private KeyingOffice _office = null!;   // made before each test
    private EntryId _entry;

    [SetUp]
    public async Task MakeOffice()
    {
        _office = await KeyingOffice.CreateAsync(settings => settings with { DoubleKeying = ["applicationNumber", "titles"] });
        _office.Time.Advance(new DateTimeOffset(2026, 9, 1, 12, 0, 0, TimeSpan.Zero) - _office.Time.GetUtcNow());
        TestPeople.Add(_office.Files, _office.Time, "nadia", Role.Clerk);
        TestPeople.Add(_office.Files, _office.Time, "binta", Role.Clerk);
        _entry = (await ReleaseOffice.HandOverAsync(_office.Node, 1, "nadia"))[0].Id;
        ReleaseOffice.Key(_office.Node, _entry, "nadia");
    }

    [TearDown]
    public void RemoveOffice() => _office.Dispose();

    [Test]
    public void The_second_person_sees_pages_and_an_empty_form_of_those_fields()
    {
        var first = _office.By("nadia").Open(_entry)!;
        var second = _office.By("binta").Open(_entry)!;

        Assert.That((first.MayEdit, first.Refusal?.Rule), Is.EqualTo((false, KeyingFindings.OtherPerson)));
        Assert.That(second.Fields.Select(field => field.Path), Is.EqualTo(new[] { "applicationNumber", "titles" }));
        Assert.That((second.MayEdit, second.Values.Count, second.Findings.Count, second.Pages.Count), Is.EqualTo((true, 0, 0, 2)));
    }

    [Test]
    public void Equal_but_for_blanks_is_agreed_and_waits_for_release()
    {
        KeySecond("P/2025/101", " Solar water  heater with a siphon valve");

        var after = _office.By("ada").View(_entry)!.Entry;
        Assert.That((after.State, after.Level, after.SecondBy), Is.EqualTo((EntryState.Waiting, TextLevel.DoubleKeyed, "binta")));
    }

    [Test]
    public void What_differs_is_settled_by_a_third_person_who_sees_no_names()
    {
        TestPeople.Add(_office.Files, _office.Time, "ines", Role.Clerk);
        KeySecond("P/2025/101", "Solar water heather with a siphon valve");
        var ines = _office.By("ines");

        var mayFirst = _office.By("nadia").Open(_entry)!.MayEdit;
        var view = ines.Open(_entry)!;
        var early = ines.Done(_entry, view.Entry.Version, null);
        var saved = ines.Save(_entry, view.Entry.Version, [new("titles", 0, "Solar water heater with a siphon valve", null, false)]);
        var done = ines.Done(_entry, saved.Version, null);

        Assert.That(view.Differences, Is.EqualTo(new[] { new KeyingDifference("titles", 0, "Solar water heater with a siphon valve", "Solar water heather with a siphon valve") }));
        Assert.That((mayFirst, early.Refused[0].Rule, done.IsDone), Is.EqualTo((false, KeyingFindings.Unsettled, true)));
        var after = ines.View(_entry)!;
        Assert.That((after.Entry.State, after.Entry.SettledBy, after.Values.Single(value => value.Path == "titles").Author), Is.EqualTo((EntryState.Waiting, "ines", "ines")));
        Assert.That(_office.Node.Register.Read(session => session.Accuracy.Differences(DateTimeOffset.MinValue)), Is.EqualTo(new AccuracyEstimate(1, 2)));
    }

    [Test]
    public void Where_there_is_no_third_person_a_supervisor_settles()
    {
        TestPeople.Add(_office.Files, _office.Time, "omar", Role.Supervisor);
        KeySecond("P/2025/101", "Other");

        Assert.That(new[] { "nadia", "binta", "omar" }.Where(name => _office.By(name).Open(_entry)!.MayEdit), Is.EqualTo(new[] { "omar" }));
    }

    private void KeySecond(string number, string title)
    {
        var binta = _office.By("binta");
        var saved = binta.Save(_entry, binta.Open(_entry)!.Entry.Version, [new("applicationNumber", 0, number, null, false), new("titles", 0, title, null, false)]);
        Assert.That(binta.Done(_entry, saved.Version, null).IsDone, Is.True);
    }
}

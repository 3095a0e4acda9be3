using NUnit.Framework;
using OfficeNode.Core;
using OfficeNode.Host.Kiosk.Register;
using OfficeNode.TestKit;

namespace OfficeNode.Journeys.Kiosk.RegisterScreens;

public sealed class RecordChangesTests
{
    private static readonly Record Before = SampleRecords.Patent();

    [Test]
    public void A_party_put_in_before_others_changes_one_line()
    {
        var after = Before with { Parties = [new Party { Role = PartyRole.Inventor, Names = [new PartyName { Text = "Fatou Sarr" }] }, .. Before.Parties] };

        Assert.That(Changes(after), Is.EqualTo(new[] { ("Inventor", default(string), "Fatou Sarr") }));
    }

    [Test]
    public void A_value_that_was_mended_shows_both_states()
    {
        var after = Before with { ApplicationNumber = Number.Of("P/2022/00124", 2022) };

        Assert.That(Changes(after), Is.EqualTo(new[] { ("Application number", "P/2022/00123", "P/2022/00124") }));
    }

    [Test]
    public void A_value_that_was_taken_away_shows_what_was()
    {
        var after = Before with { Language = null };

        Assert.That(Changes(after), Is.EqualTo(new[] { ("Language of filing", "fr", default(string)) }));
    }

    [Test]
    public void Parties_in_another_order_change_nothing_that_people_read()
    {
        var after = Before with { Parties = [.. Enumerable.Reverse(Before.Parties)] };

        Assert.That(Changes(after), Is.Empty);
    }

    [Test]
    public void Every_line_of_every_sample_has_a_label_and_a_text()
    {
        var lines = SampleRecords.All.SelectMany(record => RecordLines.Of(record, withContacts: true)).ToList();

        Assert.That(lines, Has.All.Matches<RecordLine>(line => line is { Label.Length: > 0, Text.Length: > 0 }));
        Assert.That(lines.Select(line => line.Inid), Has.Some.EqualTo("54").And.Some.EqualTo("541").And.Some.EqualTo("51"));
    }

    private static IEnumerable<(string, string?, string?)> Changes(Record after) => RecordChanges
        .Between(RecordLines.Of(Before, withContacts: true), RecordLines.Of(after, withContacts: true))
        .Select(change => (change.Line.Label, change.Was?.Text, change.Is?.Text));
}

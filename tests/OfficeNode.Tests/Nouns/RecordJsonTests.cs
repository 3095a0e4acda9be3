using System.Text;
using System.Text.Json;
using NUnit.Framework;
using OfficeNode.Core;
using OfficeNode.Core.Json;

namespace OfficeNode.Tests.Nouns;

public sealed class RecordJsonTests
{
    [Test]
    public void A_record_is_written_without_nulls_and_empty_lists()
    {
        var record = new Record { Right = Right.Trademark, Office = OfficeCode.Parse("XX").Value };

        var json = Encoding.UTF8.GetString(RecordJson.Write(record));

        Assert.That(json, Is.EqualTo("""{"schema":1,"record":{"right":"Trademark","office":"XX"}}"""));
    }

    [Test]
    public void A_record_survives_writing_and_reading()
    {
        var record = new Record
        {
            Right = Right.Patent,
            Office = OfficeCode.Parse("XX").Value,
            ApplicationNumber = Number.Of("P/2026/000123", 2026),
            FilingDate = PrintedDate.Of(new DateOnly(2026, 2, 26), "26.02.2026"),
            Titles = [LocalText.Of("Chauffe-eau à vanne", LanguageCode.Parse("fr").Value), LocalText.Of("سخان مياه")],
            Parties = [new Party { Role = PartyRole.Inventor, Names = [new PartyName { Text = "Ayan Şahin" }] }],
        };

        var written = RecordJson.Write(record);

        Assert.That(RecordJson.Write(RecordJson.Read(written)), Is.EqualTo(written));
    }

    [Test]
    public void Lists_that_the_text_leaves_out_are_empty()
    {
        var record = RecordJson.Read("""{"schema":1,"record":{"right":"Trademark","office":"XX"}}"""u8);

        Assert.That(record.Publications, Is.Not.Null.And.Empty);
    }

    [Test]
    public void A_newer_schema_is_refused()
    {
        var json = Encoding.UTF8.GetBytes("""{"schema":2,"record":{"right":"Trademark","office":"XX"}}""");

        Assert.That(() => RecordJson.Read(json), Throws.InstanceOf<JsonException>().With.Message.Contains("1 to 1"));
    }
}

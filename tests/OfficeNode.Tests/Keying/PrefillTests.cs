using NUnit.Framework;
using OfficeNode.Core;
using OfficeNode.Core.Batches;
using OfficeNode.Core.Keying;

namespace OfficeNode.Tests.Keying;

/// <summary>What was found on forms becomes values of entries.</summary>
[CancelAfter(60_000)]
public sealed class PrefillTests
{
    [TestCase("US 63/138088, 14.02.2025", "US", "63/138088", "14.02.2025")]
    [TestCase("14.02.2025 US 63/138088", "US", "63/138088", "14.02.2025")]
    [TestCase("63/138088 (14.02.2025)", null, "63/138088", "14.02.2025")]
    [TestCase("EP20192345.6; 2020-08-28", "EP", "20192345.6", "2020-08-28")]
    [TestCase("KE/P/2024/17", "KE", "KE/P/2024/17", null)]
    [TestCase("١٤/٠٢/٢٠٢٥ JO 17", "JO", "17", "١٤/٠٢/٢٠٢٥")]
    public void A_priority_is_parted_into_office_number_and_date(string printed, string? office, string? number, string? date)
    {
        var values = Of(Right.Patent, ("priority", printed));

        Assert.That((Text(values, "priorities.office"), Text(values, "priorities.number"), Text(values, "priorities.date")), Is.EqualTo((office, number, date)));
    }

    [TestCase(Right.Patent, "F24S 10/20; F16K 31/64", "ipc F24S 10/20, ipc F16K 31/64")]
    [TestCase(Right.Design, "06 - 01, 07-02", "locarno 06-01, locarno 07-02")]
    [TestCase(Right.Trademark, "29, 30 and 35", "nice 29, nice 30, nice 35")]
    [TestCase(Right.Trademark, "29 Milk, cheese; 30 Coffee.", "nice 29, nice.goods Milk, cheese, nice 30, nice.goods Coffee")]
    [TestCase(Right.Patent, "something else", "ipc something else")]
    public void Classes_are_parted(Right right, string printed, string expected)
    {
        var values = Of(right, ("classification", printed));

        Assert.That(string.Join(", ", values.Select(value => $"{value.Path} {value.Text}")), Is.EqualTo(expected));
    }

    [Test]
    public void A_country_that_ends_an_address_has_a_field_of_its_own()
    {
        var values = Of(Right.Patent, ("applicant", "Énergies du Sahel SARL"), ("address", "12, rue du Marché, Nouakchott, MR"));

        Assert.That((Text(values, "parties[applicant].address.lines"), Text(values, "parties[applicant].address.country")), Is.EqualTo(("12, rue du Marché, Nouakchott", "MR")));
    }

    [Test]
    public void Several_parties_are_several_items_and_a_field_that_stands_once_takes_the_first()
    {
        var values = Of(Right.Patent, ("inventor", "A"), ("inventor", "B"), ("filing_date", "26.02.2025"), ("filing_date", "27.02.2025"));

        Assert.That(values.Select(value => (value.Path, value.Item, value.Text)), Is.EqualTo(new[]
        {
            ("parties[inventor].name", 0, "A"), ("parties[inventor].name", 1, "B"), ("filingDate", 0, "26.02.2025"),
        }));
    }

    [Test]
    public void Each_value_says_where_it_was_read()
    {
        var value = Of(Right.Trademark, ("title", "SIMBA")).Single();

        Assert.That((value.Path, value.State, value.Confidence, value.Page, value.Box, value.Author), Is.EqualTo(("mark.words", ValueState.Read, (double?)90, (int?)2, (PixelBox?)new PixelBox(1, 2, 3, 4), (string?)null)));
    }

    private static string? Text(IReadOnlyList<EntryValue> values, string path) => values.FirstOrDefault(value => value.Path == path)?.Text;

    private static IReadOnlyList<EntryValue> Of(Right right, params IReadOnlyList<(string Field, string Value)> fields) => Prefill.Of(
        Form.Of(right),
        fields.Select(field => new ReadField { Field = field.Field, Value = field.Value, Confidence = 90, Page = 5, Box = new PixelBox(1, 2, 3, 4) }),
        number => number == 5 ? 2 : null,
        DateTimeOffset.UnixEpoch);
}

using FsCheck;
using FsCheck.Fluent;
using NUnit.Framework;
using OfficeNode.Core.Counter;

namespace OfficeNode.Tests.Counter;

public sealed class SeriesPatternTests
{
    [TestCase("XX/P/{year}/{number:6}", 123, "XX/P/2026/000123")]
    [TestCase("{number}", 123, "123")]
    [TestCase("{year:2}-{number:4}", 7, "26-0007")]
    [TestCase("{year}{number:6}", 7, "2026000007")]
    [TestCase("T {number:3} bis", 1234, "T 1234 bis")]
    public void A_number_is_printed_as_the_office_writes_it(string pattern, long ordinal, string printed)
    {
        Assert.That(Of(pattern).Print(2026, ordinal), Is.EqualTo(printed));
    }

    [TestCase("XX/P/{year}/{number:6}", "XX/P/2026/000123", 2026, 123L)]
    [TestCase("XX/P/{year}/{number:6}", "xx/p/2026/123", 2026, 123L)]
    [TestCase("XX/P/{year}/{number:6}", "XX/P/2025/000123", 2026, null)]
    [TestCase("XX/P/{year}/{number:6}", "XX/P/2025/000123", null, 123L)]
    [TestCase("XX/P/{year}/{number:6}", "XX/T/2026/000123", 2026, null)]
    [TestCase("{year:2}.{number}", "26.9", 2026, 9L)]
    [TestCase("{year:2}.{number}", "26x9", 2026, null)]
    [TestCase("{number}", "9876543210123", null, null)]
    public void A_number_of_the_series_is_known(string pattern, string printed, int? year, long? ordinal)
    {
        Assert.That(Of(pattern).Read(printed, year), Is.EqualTo(ordinal));
    }

    [TestCase("")]
    [TestCase("XX/P/2026")]
    [TestCase("{number}{number}")]
    [TestCase("{year}{year}{number}")]
    [TestCase("{number:0}")]
    [TestCase("{number:13}")]
    [TestCase("{year:4}/{number}")]
    [TestCase("{Number}")]
    [TestCase("{number")]
    [TestCase("a~{number}")]
    [TestCase("a\u0007{number}")]
    [TestCase("The register of patents of the year {year}, number {number}")]
    public void What_says_no_place_for_numbers_is_refused(string pattern)
    {
        Assert.That(SeriesPattern.Parse(pattern).Success, Is.False);
    }

    [Test]
    public void What_is_printed_is_read_back()
    {
        var patterns = Gen.Elements("XX/P/{year}/{number:6}", "{number}", "{year}{number:7}", "a.{year:2}({number:3})+");
        var cases = patterns.SelectMany(pattern => Gen.Choose(1900, 2099).SelectMany(year => Gen.Choose(1, int.MaxValue).Select(ordinal => (pattern, year, ordinal))));

        Prop.ForAll(cases.ToArbitrary(), example => Of(example.pattern).Read(Of(example.pattern).Print(example.year, example.ordinal), example.year) == example.ordinal).QuickCheckThrowOnFailure();
    }

    private static SeriesPattern Of(string pattern) => SeriesPattern.Parse(pattern).Value;
}

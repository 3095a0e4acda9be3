using NUnit.Framework;
using OfficeNode.Core;
using OfficeNode.Standards.Codes;

namespace OfficeNode.Tests.Rules;

public sealed class SymbolFormTests
{
    [TestCase("1", 1)]
    [TestCase("09", 9)]
    [TestCase("45", 45)]
    public void A_nice_number_is_read(string printed, int number) => Assert.That(NiceNumber.Parse(printed).Value.Value, Is.EqualTo(number));

    [TestCase("")]
    [TestCase("0")]
    [TestCase("46")]
    [TestCase("009")]
    [TestCase("-1")]
    [TestCase(" 9")]
    [TestCase("٩")]
    public void A_number_beyond_nice_is_refused(string printed) => Assert.That(NiceNumber.Parse(printed).Expected, Is.EqualTo("a Nice class from 1 to 45"));

    [Test]
    public void Services_begin_at_class_35() =>
        Assert.That(new[] { "34", "35" }.Select(printed => NiceNumber.Parse(printed).Value.IsService), Is.EqualTo(new[] { false, true }));

    [TestCase("06.03.03", "06.03.03")]
    [TestCase("6.3.3", "06.03.03")]
    [TestCase("26.4", "26.04")]
    [TestCase("29", "29")]
    [TestCase("A5.5.20", "05.05.20")]
    public void A_vienna_code_is_read_and_written_with_two_digits(string printed, string written) =>
        Assert.That(ViennaSymbol.Parse(printed).Value.ToString(), Is.EqualTo(written));

    [TestCase("")]
    [TestCase("A")]
    [TestCase("30.1.1")]
    [TestCase("06.00.03")]
    [TestCase("06.03.")]
    [TestCase("06.03.03.01")]
    [TestCase("06.03.03.01.02")]
    [TestCase("6,3,3")]
    [TestCase("060303")]
    public void What_is_no_vienna_code_is_refused(string printed) => Assert.That(ViennaSymbol.Parse(printed).Success, Is.False);

    [Test]
    public void A_leading_A_names_an_auxiliary_section() => Assert.That(ViennaSymbol.Parse("A05.05.20").Value.IsAuxiliary, Is.True);

    [TestCase("06-01", "06-01")]
    [TestCase("06.01", "06-01")]
    [TestCase("0601", "06-01")]
    [TestCase("32", "32")]
    [TestCase("14-99", "14-99")]
    public void A_locarno_class_is_read_and_written_as_st96_has_it(string printed, string written) =>
        Assert.That(LocarnoSymbol.Parse(printed).Value.ToString(), Is.EqualTo(written));

    [TestCase("")]
    [TestCase("6-1")]
    [TestCase("00-01")]
    [TestCase("06-00")]
    [TestCase("06/01")]
    [TestCase("06-1a")]
    public void What_is_no_locarno_class_is_refused(string printed) => Assert.That(LocarnoSymbol.Parse(printed).Success, Is.False);

    [TestCase("A1", 'A', 1)]
    [TestCase("B", 'B', null)]
    [TestCase("U8", 'U', 8)]
    public void A_kind_code_is_read(string printed, char letter, int? level) =>
        Assert.That(KindCode.Parse(printed).Value, Is.EqualTo(new KindCode(letter, level)));

    [TestCase("")]
    [TestCase("a1")]
    [TestCase("A12")]
    [TestCase("AA")]
    public void What_is_no_kind_code_is_refused(string printed) => Assert.That(KindCode.Parse(printed).Success, Is.False);

    [TestCase("102026000000123", Right.Patent, 2026, 123)]
    [TestCase("XX 10 2026 000000123", Right.Patent, 2026, 123)]
    [TestCase("300000123456700", Right.Trademark, null, 123456700)]
    [TestCase("992026000000001", null, 2026, 1)]
    public void An_st13_number_is_read(string printed, Right? right, int? year, int serial)
    {
        var number = St13Number.Parse(printed).Value;

        Assert.That((number.Right, number.Year, number.Serial), Is.EqualTo((right, year, serial)));
    }

    [TestCase("")]
    [TestCase("P/2026/123")]
    [TestCase("10202600000012")]
    [TestCase("xx102026000000123")]
    public void What_is_no_st13_number_is_refused(string printed) => Assert.That(St13Number.Parse(printed).Success, Is.False);
}

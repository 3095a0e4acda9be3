using NUnit.Framework;
using OfficeNode.Core;
using OfficeNode.Core.Batches;

namespace OfficeNode.Tests.Fields;

/// <summary>Where a value begins and ends, and whether it passes for a whole one.</summary>
public sealed class FieldValueTests
{
    // The shares of full confidence that a value with its shape and one without it get, both read with 95.
    private const double Full = 90;
    private const double Doubted = 60;

    private static readonly string[] Parties = ["(71) Applicant: Highland Pump Works Limited", "(74) Agent: Tobias Barasa"];
    private static readonly string[] MarkParties = ["(731) Applicant: Highland Pump Works Limited", "(740) Agent: Tobias Barasa"];

    [TestCase("(22) 12.03.2026 14:35", "filing_date", "12.03.2026")]
    [TestCase("(22) Filing date 12.03.2026 14:35", "filing_date", "12.03.2026")]
    [TestCase("(22) 14:35 Received here: 12.03.2026", "filing_date", "12.03.2026")]
    [TestCase("(21) KE/P/2026/000123 Date: 12.03.2026", "application_number", "KE/P/2026/000123")]
    [TestCase("(54) Bicycle: frame and method", "title", "Bicycle: frame and method")]
    [TestCase("(54): Bicycle frame", "title", "Bicycle frame")]
    [TestCase("(54) Full title of the invention: Kiln for bricks", "title", "Kiln for bricks")]
    public void Colon_within_a_value_makes_no_label_of_it(string line, string field, string value)
    {
        Assert.That(Sheet.Of([.. Parties, line]).ValueOf(field), Is.EqualTo(value));
    }

    [Test]
    public void Colon_within_a_mark_makes_no_label_of_it()
    {
        Assert.That(Sheet.Of([.. MarkParties, "(540) AMBER: the heron"]).ValueOf("title", Right.Trademark), Is.EqualTo("AMBER: the heron"));
    }

    [TestCase("10 2026 000 123.4")]
    [TestCase("57 of 2026")]
    [TestCase("57 de 2026")]
    [TestCase("BR 10 2026 012345 6")]
    [TestCase("PCT/KE2026/000123")]
    [TestCase("1-2026-01234")]
    [TestCase("KE/P/2026/000123")]
    public void Number_is_found_whole_as_offices_write_it(string number)
    {
        var found = Found("(21) Application number: " + number, "application_number");

        Assert.That((found.Value, found.Confidence > Full), Is.EqualTo((number, true)));
    }

    [TestCase("KE/P/2026/000123-4")]
    [TestCase("KE/P/2026/000123/A")]
    [TestCase("2026123456.7")]
    [TestCase("18/123,456")]
    [TestCase("57/2026 of 12 at 3")]
    public void Number_that_goes_on_beside_its_shape_is_given_whole_and_doubted(string number)
    {
        var found = Found("(21) Application number: " + number, "application_number");

        Assert.That((found.Value, found.Confidence < Doubted), Is.EqualTo((number, true)));
    }

    [TestCase("(copy 2)")]
    [TestCase("of 12 March 2026")]
    [TestCase("12.03.2026 14:35")]
    [TestCase("Fee: 200")]
    public void What_is_no_part_of_a_number_leaves_it_sure(string beside)
    {
        var found = Found("(21) Application number: KE/P/2026/000123 " + beside, "application_number");

        Assert.That((found.Value, found.Confidence > Full), Is.EqualTo(("KE/P/2026/000123", true)));
    }

    [TestCase("9, 35 et 42")]
    [TestCase("9 and 12")]
    [TestCase("9, 35 y 42")]
    [TestCase("9 e 12")]
    [TestCase("9 и 12")]
    [TestCase("26.11.08 et 5.3.1")]
    public void Classes_of_marks_are_counted_with_the_words_of_each_language(string classes)
    {
        var found = Found("(511) Nice class: " + classes, "classification", Right.Trademark);

        Assert.That((found.Value, found.Confidence > Full), Is.EqualTo((classes, true)));
    }

    [Test]
    public void Classes_of_marks_are_counted_in_arabic()
    {
        var sheet = new Sheet("ara").Line("(731) مقدم الطلب: شركة المضخات").Line("(740) الوكيل: محمود سالم").Line("(511) الفئات: 9، 35 و 42");

        Assert.That(sheet.ValueOf("classification", Right.Trademark), Is.EqualTo("9، 35 و 42"));
    }

    [TestCase("29 Milk, 30 Coffee")]
    [TestCase("9, 35, 50")]
    public void Classes_among_other_words_are_given_whole_and_doubted(string classes)
    {
        var found = Found("(511) Nice class: " + classes, "classification", Right.Trademark);

        Assert.That((found.Value, found.Confidence < Doubted), Is.EqualTo((classes, true)));
    }

    [TestCase("A61K 31/00 (2006.01) A61P 35/00", "A61K 31/00 (2006.01) A61P 35/00")]
    [TestCase("A61K 31/00 (2006.01), A61P 35/00 (2006.01)", "A61K 31/00 (2006.01), A61P 35/00")]
    [TestCase("A61K 31/00 and A61P 35/00", "A61K 31/00 and A61P 35/00")]
    public void Symbols_of_the_patent_classification_are_found_all(string line, string value)
    {
        var found = Found("(51) Classification: " + line, "classification");

        Assert.That((found.Value, found.Confidence > Full), Is.EqualTo((value, true)));
    }

    [Test]
    public void Edition_behind_the_label_is_no_part_of_the_symbol()
    {
        Assert.That(Sheet.Of([.. Parties, "(51) Int.Cl.7 A61K 31/00"]).ValueOf("classification"), Is.EqualTo("A61K 31/00"));
    }

    [TestCase("28.02.2026", true)]
    [TestCase("29.02.2024", true)]
    [TestCase("29.02.2026", false)]
    [TestCase("31.02.2026", false)]
    [TestCase("31.04.2026", false)]
    [TestCase("2026-02-30", false)]
    [TestCase("30 June 2026", true)]
    [TestCase("31 June 2026", false)]
    [TestCase("June 31, 2026", false)]
    [TestCase("31 de abril de 2026", false)]
    [TestCase("31 сентября 2026", false)]
    [TestCase("31 juillet 2026", true)]
    public void Date_of_a_day_that_no_month_has_is_doubted(string date, bool isDay)
    {
        var found = Found("(22) Filing date: " + date, "filing_date");

        Assert.That((found.Value, found.Confidence > Full, found.Confidence < Doubted), Is.EqualTo((date, isDay, !isDay)));
    }

    [TestCase("US", true)]
    [TestCase("US 63/123456, 2025", true)]
    [TestCase("US 63/123456 14.02.2025", true)]
    [TestCase("US 63/123456 31.02.2025", false)]
    [TestCase("No", false)]
    [TestCase("no 63/123456, 2025", false)]
    public void Priority_names_its_country_in_capitals_and_a_day_that_there_is(string priority, bool isSure)
    {
        var found = Found("(30) Priority: " + priority, "priority");

        Assert.That((found.Value, found.Confidence > Full, found.Confidence < Doubted), Is.EqualTo((priority, isSure, !isSure)));
    }

    [Test]
    public void Sentence_about_priority_is_none()
    {
        Assert.That(Sheet.Of([.. Parties, "Priority is hereby claimed"]).ValueOf("priority"), Is.Null);
    }

    [Test]
    public void Digits_of_any_script_have_the_shape_and_stay_as_printed_where_they_stand()
    {
        var found = Found("(22) Filing date: १२.०३.२०२६ १४:३५", "filing_date");

        Assert.That((found.Value, found.Confidence > Full, found.Box), Is.EqualTo(("१२.०३.२०२६", true, new PixelBox(626, 585, 220, 42))));
    }

    [TestCase("(21) رقم الطلب: JO/P/٢٠٢٦/٠٠٠١٢٣", "application_number", "JO/P/٢٠٢٦/٠٠٠١٢٣")]
    [TestCase("(22) تاريخ الإيداع: ١٦.٠٤.٢٠٢٦", "filing_date", "١٦.٠٤.٢٠٢٦")]
    public void Arabic_form_has_its_own_digits(string line, string field, string value)
    {
        var sheet = new Sheet("ara").Line("(71) مقدم الطلب: شركة المضخات").Line("(74) الوكيل: محمود سالم").Line(line);

        var found = sheet.Find().Single(one => one.Field == field);

        Assert.That((found.Value, found.Confidence > Full), Is.EqualTo((value, true)));
    }

    [TestCase("(51) التصنيف: 02-07", false)]
    [TestCase("(51) التصنيف: 07-07", true)]
    public void Numbers_joined_by_a_hyphen_are_doubted_on_an_arabic_form_because_programs_print_them_in_either_order(string line, bool isSure)
    {
        var sheet = new Sheet("ara").Line("(71) مقدم الطلب: شركة المضخات").Line("(74) الوكيل: محمود سالم").Line(line);

        var found = sheet.Find(Right.Design).Single(one => one.Field == "classification");

        Assert.That((found.Value, found.Confidence > Full), Is.EqualTo((line[^5..], isSure)));
    }

    [Test]
    public void Label_over_two_lines_is_no_line_of_the_value_above_it()
    {
        var sheet = Sheet.Of("(71) Applicant: Highland Pump Works Limited", "(72) Inventor: Jane Roe").Line("Date of", step: 58).Line("filing: 12.03.2026", step: 58);

        Assert.That((sheet.ValueOf("inventor"), sheet.ValueOf("filing_date")), Is.EqualTo(("Jane Roe", "12.03.2026")));
    }

    private static ReadField Found(string line, string field, Right right = Right.Patent) =>
        Sheet.Of([.. right == Right.Trademark ? MarkParties : Parties, line]).Find(right).Single(one => one.Field == field);
}

using NUnit.Framework;
using OfficeNode.Core;

namespace OfficeNode.Tests.Fields;

public sealed class FieldFinderTests
{
    private static readonly string[] Form =
    [
        "(21) Application number: KE/P/2026/000123",
        "(22) Filing date: 12.03.2026",
        "(30) Priority: US 63/123456 14.02.2025",
        "(51) Classification: F24S 10/22",
        "(54) Title: Stackable water jar",
        "(71) Applicant: Highland Pump Works Limited",
        "(71) Address: 27 Quarry Lane, Nakuru 20100",
        "(72) Inventor: Josephine Adhiambo Wekesa",
        "(74) Agent: Tobias Barasa",
        "Done on: 12.03.2026",
    ];

    [TestCase("application_number", "KE/P/2026/000123")]
    [TestCase("filing_date", "12.03.2026")]
    [TestCase("priority", "US 63/123456 14.02.2025")]
    [TestCase("classification", "F24S 10/22")]
    [TestCase("title", "Stackable water jar")]
    [TestCase("applicant", "Highland Pump Works Limited")]
    [TestCase("address", "27 Quarry Lane, Nakuru 20100")]
    [TestCase("inventor", "Josephine Adhiambo Wekesa")]
    [TestCase("agent", "Tobias Barasa")]
    public void Value_behind_code_and_label_is_found_as_printed(string field, string value)
    {
        Assert.That(Sheet.Of(Form).ValueOf(field), Is.EqualTo(value));
    }

    [Test]
    public void Field_says_its_code_its_page_and_where_it_stands()
    {
        var found = Sheet.Of(Form).Find().Single(field => field.Field == "filing_date");

        Assert.That((found.Inid, found.Page, found.Box), Is.EqualTo(("22", 4, new PixelBox(626, 490, 220, 42))));
    }

    [TestCase("(2l) Application number:")]
    [TestCase("{21) Application number:")]
    [TestCase("(Z1) Application number:")]
    [TestCase("21) Application number:")]
    [TestCase("(211 Application number:")]
    [TestCase("‘(21) Application number:")]
    [TestCase(". (21) Application number:")]
    [TestCase("(21) Appl1cation numher:")]
    [TestCase("(21)")]
    public void Code_is_known_whatever_the_machine_made_of_it(string misread)
    {
        var found = Sheet.Of([misread + " KE/P/2026/000123", .. Form[1..]]).Find().Single(field => field.Field == "application_number");

        Assert.That((found.Inid, found.Value), Is.EqualTo(("21", "KE/P/2026/000123")));
    }

    [Test]
    public void Letters_among_digits_are_read_as_the_digits_that_the_shape_demands()
    {
        var sheet = Sheet.Of([.. Form[..1], "(22) Filing date: l2.O3.2026", .. Form[2..]]);

        Assert.That(sheet.ValueOf("filing_date"), Is.EqualTo("12.03.2026"));
    }

    [Test]
    public void Label_names_the_field_where_there_is_no_code()
    {
        var sheet = Sheet.Of("Application No.: 2026/77", "Filing date: 12.03.2026", "Title of the invention: Kiln for bricks");

        Assert.That((sheet.ValueOf("application_number"), sheet.ValueOf("title")), Is.EqualTo(("2026/77", "Kiln for bricks")));
    }

    [Test]
    public void Shape_finds_the_number_that_nothing_names()
    {
        var sheet = Sheet.Of(["KE/P/2026/000123", .. Form[1..]]);

        Assert.That(sheet.ValueOf("application_number"), Is.EqualTo("KE/P/2026/000123"));
    }

    [Test]
    public void What_is_surer_found_has_more_confidence()
    {
        var confidences = new[] { "", "Application number: ", "(21) Application number: " }.Select(before => ConfidenceOf(before + "KE/P/2026/000123"));

        Assert.That(confidences, Is.Ordered.And.Unique);
    }

    [Test]
    public void Value_that_has_not_its_shape_or_was_read_badly_has_less_confidence()
    {
        var good = Sheet.Of(Form).Find()[1].Confidence;
        var misshapen = Sheet.Of([.. Form[..1], "(22) Filing date: soon", .. Form[2..]]).Find()[1].Confidence;
        var blurred = Sheet.Of(Form[..1]).Line("(22) Filing date: 12.03.2026", confidence: 40).Line(Form[2]).Find()[1].Confidence;

        Assert.That((misshapen, blurred), Is.EqualTo((Math.Round(good * 0.6, 1), Math.Round(good * 0.7 / 0.975, 1))).Within(0.15));
    }

    [Test]
    public void Value_goes_on_over_lines_that_stand_close()
    {
        var sheet = Sheet.Of("(21) Application number: KE/P/2026/000123", "(54) Title: Foot-operated irrigation pump with a piston").Line("and a valve seat of fired clay", step: 58).Line(Form[5]);

        Assert.That(sheet.ValueOf("title"), Is.EqualTo("Foot-operated irrigation pump with a piston and a valve seat of fired clay"));
    }

    [Test]
    public void Lines_below_the_name_are_the_address_where_nothing_else_is_named_so()
    {
        var sheet = Sheet.Of(Form[..2]).Line("(71) Applicant: Highland Pump Works Limited").Line("27 Quarry Lane", step: 58).Line("Nakuru 20100", step: 58).Line(Form[7]);

        Assert.That((sheet.ValueOf("applicant"), sheet.ValueOf("address")), Is.EqualTo(("Highland Pump Works Limited", "27 Quarry Lane Nakuru 20100")));
    }

    [Test]
    public void Value_stands_in_the_next_column_over_several_lines()
    {
        var sheet = new Sheet().Row("Application number", "KE/P/2026/000123").Row("Name of applicant", "Highland Pump Works Limited").Row("Full address", "27 Quarry Lane", "Nakuru 20100", "Kenya").Row("Telephone", "051 2345");

        Assert.That((sheet.ValueOf("applicant"), sheet.ValueOf("address")), Is.EqualTo(("Highland Pump Works Limited", "27 Quarry Lane Nakuru 20100 Kenya")));
    }

    [Test]
    public void Value_stands_below_its_label()
    {
        var sheet = new Sheet().Line("Application number").Line("KE/P/2026/000123", step: 60).Line("Filing date").Line("12.03.2026", step: 60).Line("Title of the invention").Line("Kiln for bricks", step: 60);

        Assert.That((sheet.ValueOf("filing_date"), sheet.ValueOf("title")), Is.EqualTo(("12.03.2026", "Kiln for bricks")));
    }

    [Test]
    public void Small_print_above_larger_is_the_label_of_a_box()
    {
        var sheet = new Sheet()
            .Line("Number of this application", small: true).Line("KE/P/2026/000123", step: 50)
            .Line("Filing date", small: true).Line("12.03.2026", step: 50)
            .Line("Full name of the applicant or applicants", small: true).Line("Highland Pump Works Limited", step: 50);

        Assert.That((sheet.ValueOf("filing_date"), sheet.ValueOf("applicant")), Is.EqualTo(("12.03.2026", "Highland Pump Works Limited")));
    }

    [Test]
    public void Two_codes_in_one_line_part_their_values()
    {
        var sheet = Sheet.Of(["(21) KE/P/2026/000123 (22) 12.03.2026", .. Form[2..]]);

        Assert.That((sheet.ValueOf("application_number"), sheet.ValueOf("filing_date")), Is.EqualTo(("KE/P/2026/000123", "12.03.2026")));
    }

    [Test]
    public void Form_in_arabic_is_read_from_right_to_left_and_its_latin_words_from_left_to_right()
    {
        // As it stands in print: the priority's words from left to right within the line.
        var sheet = new Sheet("ara").Line("(21) رقم الطلب: JO/P/2026/000123").Line("(22) تاريخ الإيداع: 16.04.2026").Line("(30) الأولوية: 14.02.2025 63/140150 US").Line("(71) مقدم الطلب: شركة المضخات الحديثة");

        Assert.That(
            (sheet.ValueOf("application_number"), sheet.ValueOf("priority"), sheet.ValueOf("applicant")),
            Is.EqualTo(("JO/P/2026/000123", "US 63/140150 14.02.2025", "شركة المضخات الحديثة")));
    }

    [Test]
    public void Address_under_the_agent_is_not_the_applicants()
    {
        var sheet = Sheet.Of([.. Form, "Address: 1 Court Street, Mombasa"]);

        Assert.That(sheet.ValueOf("address"), Is.EqualTo("27 Quarry Lane, Nakuru 20100"));
    }

    [Test]
    public void All_inventors_are_given()
    {
        var sheet = Sheet.Of([.. Form, "(72) Inventor: Tobias Barasa"]);

        Assert.That(sheet.ValueOf("inventor"), Is.EqualTo("Josephine Adhiambo Wekesa | Tobias Barasa"));
    }

    [TestCase("(511) Nice class: 5, 29, 30", "5, 29, 30")]
    [TestCase("(511) 29 Milk, cheese", "29")]
    [TestCase("(531) 26.11.08", "26.11.08")]
    public void Codes_of_marks_are_their_own(string line, string value)
    {
        var sheet = Sheet.Of("(210) Application number: KE/T/2026/000123", "(220) Filing date: 12.03.2026", line, "(540) Mark: AMBER HERON");

        Assert.That((sheet.ValueOf("classification", Right.Trademark), sheet.ValueOf("title", Right.Trademark)), Is.EqualTo((value, "AMBER HERON")));
    }

    [Test]
    public void Description_with_numbers_in_brackets_gives_nothing()
    {
        var sheet = Sheet.Of(
            "The invention relates to a device for heating water that can be made in a village.",
            "(30) as shown in the second figure, the upper bend of which is above the outlet",
            "of the tank. The applicant has found that the siphon works without a pump.",
            "The title of this part: none. A person skilled in the art will see that the valve");

        Assert.That(sheet.Find(), Is.Empty);
    }

    private static double ConfidenceOf(string line) => Sheet.Of([line, .. Form[1..]]).Find().Single(field => field.Field == "application_number").Confidence;
}

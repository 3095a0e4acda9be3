using NUnit.Framework;
using OfficeNode.Capture.Fields;
using OfficeNode.Core;

namespace OfficeNode.Tests.Fields;

public sealed class FieldLimitsTests
{
    private static readonly int[] Extremes = [int.MinValue, int.MaxValue, -1, 0];

    private static readonly string[] Words =
    [
        "(21)", "(22)", "(54)", "(71)", "(74)", "Application", "number:", "Filing", "date:", "Title:", "Applicant", "Agent:", "Address:", "Name:", "KE/P/2026/000123", "12.03.2026",
        "31.02.2026", "14:35", "١٢", "الطلب", ":", "|", "||", "", " ", "\uFFFE", "\uD800", "\uDC00x", "\u200F", "\n", "(", "F24S", "10/22", "____", "№",
    ];

    [Test]
    public void Page_without_words_gives_nothing()
    {
        Assert.That(new Sheet().Find(), Is.Empty);
    }

    [Test]
    public void Page_with_more_words_than_a_form_is_left_alone()
    {
        var sheet = Enumerable.Range(0, 1_100).Aggregate(new Sheet(), (all, _) => all.Line("(21) Application number: KE/P/2026/000123"));

        Assert.That(sheet.Find(), Is.Empty);
    }

    [Test]
    [CancelAfter(60_000)]
    public void Page_full_of_codes_and_brackets_comes_to_an_end()
    {
        var sheet = Enumerable.Range(0, 290).Aggregate(new Sheet(), (all, line) => all.Line("(21) (22) ((((( :::: (71) a: b: c: (54) )))))", x: line % 7 * 300));

        Assert.That(sheet.Find(), Has.Count.LessThanOrEqualTo(9 * new FieldLimits().MostValues));
    }

    [Test]
    public void Words_longer_than_any_are_no_part_of_a_value()
    {
        var sheet = Sheet.Of("(21) Application number: KE/P/2026/000123", "(22) Filing date: 12.03.2026", "(54) Title: Kiln " + new string('x', 100_000));

        Assert.That(sheet.ValueOf("title"), Is.EqualTo("Kiln"));
    }

    [Test]
    public void Values_of_a_field_are_limited()
    {
        var sheet = Enumerable.Range(0, 300).Aggregate(Sheet.Of("(21) Application number: KE/P/2026/000123"), (all, person) => all.Line($"(72) Inventor: Person {person}"));

        Assert.That(sheet.Find(), Has.Count.EqualTo(new FieldLimits().MostValues + 1));
    }

    [Test]
    public void Signs_that_are_no_characters_do_no_harm()
    {
        var sheet = Sheet.Of("(21) Application number: KE/P/2026/000123", "(22) \uFFFEFiling \uD800date: 12.03.2026", "(54) Title: Kiln \uDC00 \uFFFF");

        Assert.That((sheet.ValueOf("filing_date"), sheet.ValueOf("title")), Is.EqualTo(("12.03.2026", "Kiln")));
    }

    [Test]
    public void No_words_and_no_boxes_make_it_fail()
    {
        // Seeded: the same pages each time.
        var chance = new Random(1);
        var finder = new FieldFinder(FieldRules.BuiltIn, new());

        for (var page = 0; page < 150; page++)
        {
            var text = new PageText { Width = Place(chance), Height = Place(chance), Skew = chance.Next(-90, 91), Languages = ["eng"], Engine = "by hand", Blocks = [new(BoxOf(chance), LinesOf(chance))] };

            Assert.That(() => finder.Find([new(1, text)], (Right)chance.Next(4)), Throws.Nothing, $"page {page}");
        }
    }

    [Test]
    public void Boxes_beyond_all_measure_do_no_harm()
    {
        var word = new TextWord("(21)", new(int.MaxValue / 4, int.MaxValue / 4, int.MaxValue / 4, int.MaxValue / 4), float.NaN);
        var text = new PageText { Width = 1, Height = 1, Languages = [], Engine = "by hand", Blocks = [new(word.Box, [new(word.Box, [word, word, word])])] };

        Assert.That(new FieldFinder(FieldRules.BuiltIn, new()).Find([new(1, text)], Right.Patent), Is.Empty);
    }

    private static IReadOnlyList<TextLine> LinesOf(Random chance) => [.. Enumerable.Range(0, chance.Next(1, 12)).Select(_ =>
        new TextLine(BoxOf(chance), [.. Enumerable.Range(0, chance.Next(1, 9)).Select(_ => new TextWord(Words[chance.Next(Words.Length)], BoxOf(chance), chance.Next(4) == 0 ? float.NaN : chance.Next(-5, 105)))]) { RightToLeft = chance.Next(3) == 0 })];

    /// <summary>One in ten lies where no page reaches.</summary>
    private static PixelBox BoxOf(Random chance) => new(Place(chance), Place(chance), Place(chance), Place(chance));

    private static int Place(Random chance) => chance.Next(10) == 0 ? Extremes[chance.Next(Extremes.Length)] : chance.Next(2_000);
}

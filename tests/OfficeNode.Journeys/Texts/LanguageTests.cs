using System.Globalization;
using NUnit.Framework;
using OfficeNode.Core;
using OfficeNode.Host.Kiosk.Today;
using OfficeNode.Host.Texts;
using OfficeNode.TestKit;

namespace OfficeNode.Journeys.Texts;

public sealed class LanguageTests
{
    private static readonly DateOnly Day = new(2026, 11, 20);

    [Test]
    public void Texts_are_English_where_nobody_entered_a_language()
    {
        var text = Words.Of("right.Design");

        Assert.That(text, Is.EqualTo("Designs"));
    }

    [TestCase("fr", "Dessins et modèles industriels")]
    [TestCase("es", "Diseños industriales")]
    [TestCase("pt", "Desenhos industriais")]
    [TestCase("ar", "التصاميم الصناعية")]
    [TestCase("ru", "Промышленные образцы")]
    public void Texts_are_in_the_language_that_was_entered(string tag, string text)
    {
        using var entered = Of(tag).Enter();

        Assert.That(Words.Of("right.Design"), Is.EqualTo(text));
    }

    [Test]
    public void Findings_are_in_the_language_that_was_entered()
    {
        var finding = new Finding("DOCTOR-DISK-OK", Severity.Info) { Found = "12" };
        var english = FindingTexts.Message(finding);

        using var entered = Own("""{"language":"sw","name":"Kiswahili","direction":"ltr","texts":{"DOCTOR-DISK-OK.message":"Nafasi: {found}"}}""").Enter();

        Assert.That(FindingTexts.Message(finding), Is.EqualTo("Nafasi: 12").And.Not.EqualTo(english));
    }

    [Test]
    public void Leaving_a_language_puts_back_the_one_before()
    {
        using var outer = Of("fr").Enter();

        Of("ru").Enter().Dispose();

        Assert.Multiple(() =>
        {
            Assert.That(Language.Current.Tag.Value, Is.EqualTo("fr"));
            Assert.That(CultureInfo.CurrentCulture.Name, Is.EqualTo("fr"));
        });
    }

    [Test]
    public async Task Requests_that_run_beside_each_other_keep_their_languages()
    {
        var (atFirst, atSecond) = (new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));

        var texts = await Task.WhenAll(AskAsync("fr", atFirst, atSecond.Task), AskAsync("ru", atSecond, atFirst.Task));

        Assert.That(texts, Is.EqualTo(new[] { "Brevets 1,5", "Патенты 1,5" }));
    }

    [Test]
    public async Task Requests_leave_no_language_behind()
    {
        await AskAsync("ar", new TaskCompletionSource(), Task.CompletedTask);

        Assert.That(Language.Current, Is.SameAs(Language.English));
    }

    [TestCase("en", "20 November 2026", "20 November")]
    [TestCase("fr", "20 novembre 2026", "20 novembre")]
    [TestCase("es", "20 de noviembre de 2026", "20 de noviembre")]
    [TestCase("pt", "20 de novembro de 2026", "20 de novembro")]
    [TestCase("ar", "20 نوفمبر 2026", "20 نوفمبر")]
    [TestCase("ru", "20 ноября 2026\u202fг.", "20 ноября")]
    public void Days_are_written_as_the_language_writes_them(string tag, string day, string ofYear)
    {
        var language = Of(tag);

        Assert.Multiple(() =>
        {
            Assert.That(language.Day(Day), Is.EqualTo(day));
            Assert.That(language.DayOfYear(Day), Is.EqualTo(ofYear));
        });
    }

    [TestCase("ar-SA")]
    [TestCase("fa-IR")]
    [TestCase("th-TH")]
    [TestCase("ps")]
    [TestCase("am-ET")]
    public void No_date_is_written_in_another_calendar(string culture)
    {
        var plain = LanguageCulture.Of(culture);

        Assert.That(Day.ToString("d", plain), Does.Contain("2026"));
    }

    [TestCase("ar")]
    [TestCase("ar-EG")]
    [TestCase("fa")]
    public void Numbers_have_Western_digits_and_the_marks_that_go_with_them(string culture)
    {
        var plain = LanguageCulture.Of(culture);

        Assert.That((-1234.5).ToString("N1", plain), Is.EqualTo("-1,234.5"));
    }

    [TestCase("ar-DZ", "1.234,5")]
    [TestCase("es", "1.234,5")]
    [TestCase("ru", "1\u00a0234,5")]
    public void Numbers_are_written_as_the_language_writes_them(string culture, string number)
    {
        var plain = LanguageCulture.Of(culture);

        Assert.That(1234.5.ToString("N1", plain), Is.EqualTo(number));
    }

    [TestCase("es", new[] { "Nandú", "nube", "Ñandú", "obra" })]
    [TestCase("ru", new[] { "елка", "ёлочка", "Жук" })]
    [TestCase("ar", new[] { "أحمد", "بدر", "يوسف" })]
    [TestCase("en", new[] { "B-2", "b-10", "C" })]
    public void Names_are_sorted_as_the_language_sorts_them(string tag, string[] names)
    {
        var sorted = names.Reverse().Order(Of(tag).Sorting);

        Assert.That(sorted, Is.EqualTo(names));
    }

    [TestCase("fr", false)]
    [TestCase("ar", true)]
    public void A_language_knows_its_direction(string tag, bool isRightToLeft)
    {
        Assert.That(Of(tag).IsRightToLeft, Is.EqualTo(isRightToLeft));
    }

    [Test]
    public void What_stands_in_right_to_left_writing_keeps_its_own_order()
    {
        using var entered = Of("ar").Enter();

        var text = Words.Of("storage.Exists", ("path", "/var/lib"), ("detail", "P-2026-123"));

        Assert.That(text, Does.Contain("\u2068/var/lib\u2069").And.Contain("(P-2026-123)"));
    }

    [Test]
    public void A_text_put_into_another_keeps_the_direction_of_its_writing()
    {
        using var entered = Of("ar").Enter();
        var time = Words.Of("moment.day", ("day", "20 \u0646\u0648\u0641\u0645\u0628\u0631"), ("time", "12:00"));

        var text = Words.Of("outbox.next", ("time", time));

        Assert.That(text, Does.Contain($"\u2067{time}\u2069"));
    }

    [TestCase(3, "3 пакета")]
    [TestCase(5, "5 пакетов")]
    [TestCase(1, "1 пакетов", Description = "A form that is missing is stood in for by the text without one.")]
    public void A_counted_text_takes_the_form_of_its_number(int count, string expected)
    {
        using var entered = Own("""
            {"language":"uk","name":"Українська","direction":"ltr","plural":"like ru",
             "texts":{"page.packages.more":"{count} пакетов","page.packages.more.few":"{count} пакета"}}
            """).Enter();

        var text = Words.OfCount("page.packages.more", count);

        Assert.That(text, Is.EqualTo(expected));
    }

    [Test]
    public void A_counted_text_that_is_not_translated_is_counted_in_English()
    {
        using var entered = Own("""{"language":"uk","name":"Українська","direction":"ltr","plural":"like ru"}""").Enter();

        Assert.Multiple(() =>
        {
            Assert.That(Words.OfCount("page.verdict.look", 21), Is.EqualTo("21 things to look at."));
            Assert.That(Words.OfCount("page.verdict.look", 1), Is.EqualTo("One thing to look at."));
        });
    }

    [TestCase("fr-CA", "fr")]
    [TestCase("PT-br", "pt")]
    [TestCase("de", "en")]
    [TestCase("nonsense_", "en")]
    [TestCase(null, "en")]
    public void A_browser_gets_the_nearest_language(string? tag, string expected)
    {
        var language = Languages.Shipped.Preferred(tag);

        Assert.That(language.Tag.Value, Is.EqualTo(expected));
    }

    [Test]
    public void Moments_are_in_the_language_that_was_entered()
    {
        var now = new DateTimeOffset(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);
        using var entered = Of("es").Enter();

        var text = new Moments(TimeZoneInfo.Utc, now).Of(now.AddDays(-1));

        Assert.That(text, Does.StartWith("20 de noviembre").And.EndsWith("09:00"));
    }

    private static Language Of(string tag) => Languages.Shipped.Find(tag) ?? throw new InvalidOperationException($"There is no language {tag}.");

    private static Language Own(string json)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.PathOf("own.json"), json);
        var languages = new LanguageFolder(folder.Path).Read();
        return languages.All.Single(language => language.IsOffices);
    }

    /// <summary>Enters a language, waits until the other request has entered its own, and answers on another thread.</summary>
    private static async Task<string> AskAsync(string tag, TaskCompletionSource entered, Task other)
    {
        using var language = Of(tag).Enter();
        entered.TrySetResult();
        await other;
        await Task.Yield();
        return $"{Words.Of("right.Patent")} {1.5.ToString(CultureInfo.CurrentCulture)}";
    }
}

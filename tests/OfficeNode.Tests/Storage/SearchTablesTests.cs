using NUnit.Framework;
using OfficeNode.Core;
using OfficeNode.Core.Json;
using OfficeNode.TestKit;

namespace OfficeNode.Tests.Storage;

public sealed class SearchTablesTests
{
    private static readonly string[] IndexTables = ["number", "party", "class", "day", "register_text"];

    [TestCase("Énergies du Sahel", TestName = "Words_as_printed")]
    [TestCase("energies SAHEL", TestName = "Latin_without_accents_in_any_case_and_order")]
    [TestCase("ÉNERGIES", TestName = "Latin_capitals_with_accents")]
    [TestCase("ayan sahin", TestName = "A_cedilla_folded")]
    [TestCase("AYAN ŞAHİN", TestName = "A_dotted_capital_I_folded")]
    [TestCase("chauffe-eau", TestName = "Words_with_a_hyphen")]
    [TestCase("chauff", TestName = "The_beginning_of_the_last_word")]
    [TestCase("سخان مياه", TestName = "Arabic")]
    [TestCase("سَخَّان", TestName = "Arabic_typed_with_vowel_signs")]
    [TestCase("ســـخان", TestName = "Arabic_stretched")]
    [TestCase("احمد", TestName = "Arabic_without_hamza")]
    [TestCase("P/2022/00123", TestName = "A_number_as_printed")]
    [TestCase("PCT/EP2021", TestName = "The_beginning_of_a_number_of_the_route")]
    [TestCase("b00123", TestName = "A_registration_number_in_small_letters")]
    [TestCase("  energies \t sahel \n", TestName = "Blanks_around_words")]
    [TestCase("\"energies\" & (sahel) *", TestName = "Signs_that_the_query_language_knows")]
    public void A_patent_is_found_by(string words)
    {
        using var node = new TestNode();
        node.Save(SampleRecords.Trademark());
        var patent = node.Save(SampleRecords.Patent());

        Assert.That(Found(node, words), Is.EqualTo(new[] { patent }));
    }

    [TestCase("КРАСНЫЙ", TestName = "Cyrillic_in_capitals")]
    [TestCase("красныи чаи", TestName = "Cyrillic_without_breves")]
    [TestCase("ещё", TestName = "Cyrillic_with_diaeresis")]
    [TestCase("еще", TestName = "Cyrillic_without_diaeresis")]
    public void A_mark_in_Cyrillic_is_found_by(string words)
    {
        using var node = new TestNode();
        var mark = node.Save(SampleRecords.WordMark() with { Mark = new Mark { Words = [LocalText.Of("Красный Чай Ещё")] } });

        Assert.That(Found(node, words), Is.EqualTo(new[] { mark }));
    }

    [TestCase("lodz", TestName = "A_barred_l")]
    [TestCase("ostergard", TestName = "A_barred_o")]
    [TestCase("strasse", TestName = "A_sharp_s")]
    [TestCase("isik", TestName = "A_dotless_i")]
    [TestCase("អង្គរ", TestName = "Khmer")]
    public void A_letter_that_few_keyboards_have_is_found_by(string words)
    {
        using var node = new TestNode();
        var mark = node.Save(SampleRecords.WordMark() with { Mark = new Mark { Words = [LocalText.Of("Łódź Østergård Straße ışık មាស អង្គរ")] } });

        Assert.That(Found(node, words), Is.EqualTo(new[] { mark }));
    }

    [TestCase("NEAR sahel", TestName = "Words_of_the_query_language")]
    [TestCase("energies tropiques", TestName = "A_word_too_much")]
    [TestCase("", TestName = "Nothing")]
    [TestCase("\"*()", TestName = "Signs_alone")]
    public void A_patent_is_not_found_by(string words)
    {
        using var node = new TestNode();
        node.Save(SampleRecords.Patent());

        Assert.That(Found(node, words), Is.Empty);
    }

    [Test]
    public void Index_tables_equal_a_rebuild_from_the_current_revisions()
    {
        using var lived = new TestNode();
        var dossiers = SampleRecords.Many(12).Select(record => lived.Save(record)).ToList();
        lived.Save(SampleRecords.Patent(900), dossiers[0]);
        lived.Save(SampleRecords.Design(901) with { Right = Right.Design, Parties = [] }, dossiers[3]);
        lived.Save(SampleRecords.Trademark(902), dossiers[3]);
        lived.Save(SampleRecords.WordMark() with { ApplicationNumber = null, RegistrationNumber = null }, dossiers[5]);

        using var rebuilt = new TestNode();
        foreach (var dossier in dossiers)
        {
            rebuilt.Save(lived.Read(session => session.Revisions.Current(dossier))!.Record);   // all of them were saved above
        }

        Assert.That(Dump(lived), Is.EqualTo(Dump(rebuilt)));
    }

    [Test]
    public void The_full_text_index_is_consistent_after_changes()
    {
        using var node = new TestNode();
        var dossier = node.Save(SampleRecords.Patent());
        node.Save(SampleRecords.Trademark(), dossier);
        using var database = node.OpenRaw();

        Assert.That(() => database.Execute("INSERT INTO register_text (register_text) VALUES ('integrity-check')"), Throws.Nothing);
    }

    [Test]
    public void What_a_correction_took_away_is_not_found_any_more()
    {
        using var node = new TestNode();
        var dossier = node.Save(SampleRecords.Patent());

        node.Save(SampleRecords.Patent() with { Parties = [] }, dossier);

        Assert.That((Found(node, "Sahel"), Found(node, "chauffe")), Is.EqualTo((Array.Empty<DossierId>(), new[] { dossier })));
    }

    [Test]
    public void A_design_that_names_a_class_twice_is_indexed_once()
    {
        using var node = new TestNode();
        var twice = new LocarnoClass { Code = "07-01" };

        node.Save(SampleRecords.Design() with { Locarno = [twice, twice] });

        Assert.That(Dump(node).Count(row => row.StartsWith("class|1|3|07-01", StringComparison.Ordinal)), Is.EqualTo(1));
    }

    [Test]
    public void No_more_are_given_than_asked_for()
    {
        using var node = new TestNode();
        for (var i = 1; i <= 5; i++)
        {
            node.Save(SampleRecords.Trademark(i));
        }

        Assert.That(node.Read(session => session.Search.FindText("angkor", 3)), Has.Count.EqualTo(3));
    }

    [Test]
    public void Of_very_many_the_newest_come_first()
    {
        using var node = new TestNode();
        node.Write(session =>
        {
            for (var i = 1; i <= 1000; i++)
            {
                var record = SampleRecords.WordMark(i);
                session.Save(null, record, RecordJson.Write(record), "tester", null);
            }
        });

        Assert.That(node.Read(session => session.Search.FindText("sambuk", 2)), Is.EqualTo(new DossierId[] { new(1000), new(999) }));
    }

    private static IReadOnlyList<DossierId> Found(TestNode node, string words) => node.Read(session => session.Search.FindText(words, 10));

    private static List<string> Dump(TestNode node)
    {
        using var database = node.OpenRaw();
        var rows = new List<string>();
        foreach (var table in IndexTables)
        {
            var columns = database.Query($"SELECT name FROM pragma_table_info('{table}')", row => row.Text(0));
            rows.AddRange(database.Query(
                $"SELECT '{table}|' || {string.Join(" || '|' || ", columns)} FROM {table} {(table == "register_text" ? "ORDER BY rowid" : "ORDER BY 1")}", row => row.Text(0)));
        }

        return rows;
    }
}

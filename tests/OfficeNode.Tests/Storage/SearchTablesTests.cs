using NUnit.Framework;
using OfficeNode.Core;
using OfficeNode.Core.Json;
using OfficeNode.Storage;
using OfficeNode.Storage.Tables;
using OfficeNode.TestKit;

namespace OfficeNode.Tests.Storage;

public sealed class SearchTablesTests
{
    private static readonly string[] IndexTables = ["number", "party", "class", "day", "register_text", "register_find"];

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

    [TestCase(ClassScheme.Ipc, "F", 9, "F16K 31/64", "F24S 20/40")]
    [TestCase(ClassScheme.Ipc, "", 1, "F16K 31/64")]
    [TestCase(ClassScheme.Ipc, "F24S", 9, "F24S 20/40")]
    [TestCase(ClassScheme.Ipc, "F24T", 9)]
    [TestCase(ClassScheme.Vienna, "F", 9)]
    public void Classes_of_records_are_offered_once_by_their_beginning(ClassScheme scheme, string beginning, int most, params string[] codes)
    {
        using var node = new TestNode();
        node.Save(SampleRecords.Patent());
        node.Save(SampleRecords.Patent() with { ApplicationNumber = Number.Of("P/2022/00124") });

        Assert.That(node.Read(session => session.Search.ClassesFrom(scheme, beginning, most)), Is.EqualTo(codes));
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

        Assert.That(node.Read(session => session.Search.Find(SearchWords.Parse("angkor"), 3).Dossiers), Has.Count.EqualTo(3));
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

        Assert.That(node.Read(session => session.Search.Find(SearchWords.Parse("sambuk"), 2).Dossiers), Is.EqualTo(new DossierId[] { new(1000), new(999) }));
    }

    [TestCase("cl:25", new[] { 2 }, TestName = "A_class")]
    [TestCase("cl:2", new int[0], TestName = "A_class_and_not_those_that_begin_so")]
    [TestCase("coral cl:25", new[] { 2 }, TestName = "Words_and_a_class")]
    [TestCase("coral cl:25 cl:30", new[] { 2 }, TestName = "Two_classes")]
    [TestCase("coral cl:9", new int[0], TestName = "Words_and_a_class_of_others")]
    [TestCase("F24S 10/20", new[] { 3 }, TestName = "An_IPC_symbol")]
    [TestCase("f24s10/2", new[] { 3 }, TestName = "An_IPC_symbol_as_far_as_it_is_typed")]
    [TestCase("cl:f24s", new[] { 3 }, TestName = "A_subclass")]
    [TestCase("cl:7", new[] { 4 }, TestName = "A_class_of_designs_without_its_nought")]
    [TestCase("coral r:t", new[] { 2, 1 }, TestName = "Words_and_a_right")]
    [TestCase("r:D", new[] { 4 }, TestName = "A_right_alone")]
    [TestCase("coral y:2019", new[] { 1 }, TestName = "Words_and_a_year")]
    public void Classes_rights_and_years_narrow_a_search(string typed, int[] expected)
    {
        using var node = new TestNode();
        SaveFour(node);

        Assert.That(Found(node, typed).Select(dossier => dossier.Value), Is.EqualTo(expected));
    }

    [TestCase("TM/2019/77", TestName = "Without_noughts")]
    [TestCase("tm 2019 00077", TestName = "With_blanks")]
    [TestCase("TM201900077", TestName = "Without_its_signs")]
    [TestCase("77", TestName = "Its_last_part_alone")]
    [TestCase("T-2019-TM/2019/00077", TestName = "The_name_of_the_dossier")]
    [TestCase("R77", TestName = "A_letter_and_a_number_without_noughts")]
    public void A_number_is_found_in_any_spelling(string typed)
    {
        using var node = new TestNode();
        SaveFour(node);
        var mark = node.Save(SampleRecords.WordMark() with { ApplicationNumber = Number.Of("TM/2019/00077", 2019), RegistrationNumber = Number.Of("R00077") });

        Assert.That(Found(node, typed), Is.EqualTo(new[] { mark }));
    }

    [Test]
    public void The_number_itself_comes_before_numbers_that_begin_so_and_words()
    {
        using var node = new TestNode();
        var number = node.Save(Numbered("47"));
        var beginning = node.Save(Numbered("471"));
        var word = node.Save(Numbered("9") with { Mark = new Mark { Words = [LocalText.Of("Bay 47")] } });

        Assert.That(Found(node, "47"), Is.EqualTo(new[] { number, beginning, word }));
    }

    [Test]
    public void A_whole_word_comes_before_words_that_begin_so()
    {
        using var node = new TestNode();
        var whole = node.Save(Numbered("1") with { Mark = new Mark { Words = [LocalText.Of("Sol")] } });
        var beginning = node.Save(Numbered("2") with { Mark = new Mark { Words = [LocalText.Of("Solar")] } });

        Assert.That(Found(node, "sol"), Is.EqualTo(new[] { whole, beginning }));
    }

    [Test]
    public void Words_of_the_goods_are_found_whole()
    {
        using var node = new TestNode();
        SaveFour(node);

        Assert.That((Found(node, "beachwear").Count, Found(node, "beachw").Count), Is.EqualTo((1, 0)));
    }

    [Test]
    public void More_than_a_thousand_are_not_counted()
    {
        using var node = new TestNode();
        SaveMany(node, 1002);

        var answer = node.Read(session => session.Search.Find(SearchWords.Parse("coral"), 5));

        Assert.That((answer.Dossiers.Count, answer.IsUncounted), Is.EqualTo((5, true)));
    }

    [Test]
    public void What_an_older_program_saved_is_found_before_and_after_the_index_is_filled()
    {
        using var node = new TestNode();
        SaveMany(node, 30);
        node.Tamper("DELETE FROM register_find; INSERT INTO find_gap VALUES (1, 30)");
        var before = node.Read(session => (session.Search.Find(SearchWords.Parse("cor"), 50).Found, session.Search.IsFilling));

        while (node.Register.Note(session => session.FillSearch(7)))
        {
            // The next step.
        }

        var after = node.Read(session => (session.Search.Find(SearchWords.Parse("cor"), 50).Found, session.Search.IsFilling));
        Assert.That((before, after), Is.EqualTo(((30, true), (30, false))));
    }

    [Test]
    public void Any_typing_is_answered()
    {
        using var node = new TestNode();
        SaveFour(node);
        string[] typed = ["'", "\"; DROP TABLE number; --", "cl:", "cl:[", "r:", "r:x", "y:99999", "cl:0", "* AND OR NOT", "{words}:a", "a:b", "^a", new('a', 5000), "\ud800", "0", "00"];

        Assert.That(() => typed.Select(text => Found(node, text).Count).ToList(), Throws.Nothing);
    }

    private static Record Numbered(string number) => SampleRecords.WordMark() with { ApplicationNumber = Number.Of(number), RegistrationNumber = null };

    private static void SaveFour(TestNode node)
    {
        node.Save(Numbered("1/2019") with { FilingDate = PrintedDate.Of(new DateOnly(2019, 3, 1)), Mark = new Mark { Words = [LocalText.Of("Coral Reef")] }, Nice = [] });
        node.Save(Numbered("2/2020") with
        {
            FilingDate = PrintedDate.Of(new DateOnly(2020, 3, 1)),
            Mark = new Mark { Words = [LocalText.Of("Coral Bay")] },
            Nice = [new NiceClass { Number = "25", Goods = [LocalText.Of("Beachwear")] }, new NiceClass { Number = "30" }],
        });
        node.Save(SampleRecords.Patent() with { ApplicationNumber = Number.Of("3/2021"), RegistrationNumber = null, Ipc = [new IpcClass { Symbol = "F24S 10/20" }] });
        node.Save(SampleRecords.Design() with { Right = Right.Design, ApplicationNumber = Number.Of("4/2022"), RegistrationNumber = null, Locarno = [new LocarnoClass { Code = "07-01" }], Designs = [] });
    }

    private static void SaveMany(TestNode node, int count) => node.Write(session =>
    {
        for (var i = 1; i <= count; i++)
        {
            var record = Numbered($"{i}/2019") with { Mark = new Mark { Words = [LocalText.Of("Coral")] } };
            session.Save(null, record, RecordJson.Write(record), "tester", null);
        }
    });

    private static IReadOnlyList<DossierId> Found(TestNode node, string words) => node.Read(session => session.Search.Find(SearchWords.Parse(words), 10).Dossiers);

    private static List<string> Dump(TestNode node)
    {
        using var database = node.OpenRaw();
        var rows = new List<string>();
        foreach (var table in IndexTables)
        {
            var columns = database.Query($"SELECT name FROM pragma_table_info('{table}')", row => row.Text(0));
            rows.AddRange(database.Query(
                $"SELECT '{table}|' || {string.Join(" || '|' || ", columns)} FROM {table} {(table.StartsWith("register_", StringComparison.Ordinal) ? "ORDER BY rowid" : "ORDER BY 1")}", row => row.Text(0)));
        }

        return rows;
    }
}

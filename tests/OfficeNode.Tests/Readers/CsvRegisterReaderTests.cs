using System.Text;
using NUnit.Framework;
using OfficeNode.Core;
using OfficeNode.Core.Json;
using OfficeNode.Standards.Readers;

namespace OfficeNode.Tests.Readers;

public sealed class CsvRegisterReaderTests
{
    private const string Number = "\"No\": \"applicationNumber\"";

    [Test]
    public async Task A_row_becomes_a_record_with_everything_its_columns_say()
    {
        const string Columns = """
            "No": "applicationNumber", "Filed": { "path": "filingDate", "date": "dd.MM.yyyy" },
            "Mark": { "path": "mark.words", "language": "ar" }, "Status": { "path": "status", "codes": { "REG": "registered" } },
            "Classes": { "path": "nice", "split": "," }, "Goods": { "path": "nice.goods", "split": "|" },
            "Owner": "parties[holder].name", "Address": "parties[holder].address.lines", "Country": "parties[holder].country",
            "Gazette": ["act.gazette", "publications.gazette"], "Gazette date": ["act.date", "publications.date"], "Image": "image"
            """;
        const string Csv = """
            No;Filed;Mark;Status;Classes;Goods;Owner;Address;Country;Gazette;Gazette date;Image
            TM/2019/77;03.05.2019;سخان;REG;9, 35;Software|Advertising;"Firm ""A"" Ltd";"1 Main St
            PO Box 2";KE;12/2019;2019-12-01;img/77.png
            """;

        var item = (await Reading.CsvAsync(Csv, Columns, """ "language": "en", "constants": { "act.person": "Registrar", "nice.edition": "11" }, """)).Single();

        Assert.Multiple(() =>
        {
            Assert.That(item.Findings, Is.Empty);
            Assert.That(Encoding.UTF8.GetString(RecordJson.Write(item.Record!)), Is.EqualTo(
                """{"schema":1,"record":{"right":"Trademark","office":"XX","applicationNumber":{"asPrinted":"TM/2019/77","year":2019},"filingDate":{"date":"2019-05-03","printed":"03.05.2019"},"publications":[{"date":{"date":"2019-12-01"},"gazette":"12/2019"}],"status":{"code":"REG","category":"Registered"},"parties":[{"role":"Holder","kind":"Unknown","names":[{"text":"Firm \"A\" Ltd","language":"en"}],"address":{"lines":["1 Main St","PO Box 2"],"country":"KE"}}],"mark":{"words":[{"text":"سخان","language":"ar"}]},"nice":[{"number":"9","edition":"11","goods":[{"text":"Software","language":"en"}]},{"number":"35","edition":"11","goods":[{"text":"Advertising","language":"en"}]}]}}"""));
            Assert.That(item.Images, Is.EqualTo(new[] { new SourceImage("img/77.png", DocumentCode.MarkImage) }));
            Assert.That(item.Act?.Gazette, Is.EqualTo("12/2019"));
            Assert.That(item.Act?.Person, Is.EqualTo("Registrar"));
        });
    }

    [Test]
    public async Task A_row_without_a_whole_act_stays_closed()
    {
        const string Columns = Number + """, "Gazette": "act.gazette", "Day": "act.date" """;

        var items = await Reading.CsvAsync("No;Gazette;Day\n1;;\n2;7/2020;\n", Columns, """ "constants": { "act.person": "Registrar" }, """);

        Assert.That(items.Select(item => item.Act), Is.All.Null);
        Assert.That(items.Rules(), Is.EqualTo(new[] { ReaderFindings.ActIncomplete }));
    }

    [TestCase(';')]
    [TestCase(',')]
    [TestCase('\t')]
    [TestCase('|')]
    public async Task The_delimiter_is_detected(char delimiter)
    {
        var csv = "No;Mark;Owner\n1;A;B\n2;C;D\n".Replace(';', delimiter);

        var items = await Reading.CsvAsync(csv, Number + """, "Mark": "mark.words" """);

        Assert.That(items.Numbers(), Is.EqualTo(new[] { "1", "2" }));
    }

    [TestCase("\n")]
    [TestCase("\r\n")]
    [TestCase("\r")]
    public async Task Lines_are_counted_as_they_stand_in_the_file(string lineBreak)
    {
        var csv = string.Join(lineBreak, "No;Mark", "1;\"two", "lines\"", "", "2;B", ";;;", "3", "4;D");

        var items = await Reading.CsvAsync(csv, Number + """, "Mark": "mark.words" """);

        Assert.That(items.Select(item => item.Line), Is.EqualTo(new long?[] { 2, 5, 7, 8 }));
    }

    [Test]
    public async Task A_row_of_another_length_is_rejected_and_its_neighbours_go_through()
    {
        var items = await Reading.CsvAsync("No;Mark\n1;A\n2\n3;C;D\n4;E;\n", Number + """, "Mark": "mark.words" """);

        Assert.Multiple(() =>
        {
            Assert.That(items.Numbers(), Is.EqualTo(new[] { "1", "4" }));
            Assert.That(items[1].Findings[0].Rule, Is.EqualTo(ReaderFindings.CsvRowLength));
            Assert.That(items[1].Findings[0].Line, Is.EqualTo(3));
            Assert.That(items[2].Raw, Is.EqualTo("3;C;D"));
        });
    }

    [Test]
    public async Task An_unclosed_quote_costs_one_line()
    {
        var items = await Reading.CsvAsync("No;Mark\n1;A\n2;\"B\n3;C\n4;\"D\"\n5;E\n", Number + """, "Mark": "mark.words" """);

        Assert.Multiple(() =>
        {
            Assert.That(items.Numbers(), Is.EqualTo(new[] { "1", "3", "4", "5" }));
            Assert.That(items[1].Raw, Is.EqualTo("2;\"B"));
            Assert.That(items[1].Findings[0].Rule, Is.EqualTo(ReaderFindings.CsvQuote));
            Assert.That(items.Select(item => item.Line), Is.EqualTo(new long?[] { 2, 3, 4, 5, 6 }));
        });
    }

    [Test]
    public async Task An_unclosed_quote_at_the_end_of_the_file_costs_one_line()
    {
        var items = await Reading.CsvAsync("No;Mark\n1;\"A\n2;B\n3;C", Number + """, "Mark": "mark.words" """);

        Assert.That(items.Numbers(), Is.EqualTo(new[] { "2", "3" }));
    }

    [Test]
    public async Task Quotes_on_every_line_do_not_stop_the_reading()
    {
        var csv = "No;Mark\n" + string.Concat(Enumerable.Range(1, 50).Select(row => $"{row};\"open {row}\n")) + "51;fine\n";

        var items = await Reading.CsvAsync(csv, Number + """, "Mark": "mark.words" """, limits: new ReaderLimits { MaxResyncs = 5 });

        Assert.That(items.Numbers(), Is.EqualTo(new[] { "51" }));
        Assert.That(items, Has.Count.EqualTo(51));
        Assert.That(items.Rules(), Has.Exactly(1).EqualTo(ReaderFindings.CsvQuotesGivenUp));
    }

    [Test]
    public async Task Text_behind_a_closing_quote_is_kept_as_it_stands()
    {
        var items = await Reading.CsvAsync("No;Mark\n1;\"ABC\" Ltd\n2;5\" pipe\n", Number + """, "Mark": "mark.words" """);

        Assert.That(items.Select(item => item.Record?.Mark?.Words[0].Text), Is.EqualTo(new[] { "\"ABC\" Ltd", "5\" pipe" }));
        Assert.That(items.Rules(), Is.EqualTo(new[] { ReaderFindings.CsvQuoteKept }));
    }

    [Test]
    public async Task A_row_beyond_the_limit_is_rejected_and_the_next_goes_through()
    {
        var csv = $"No;Mark\n1;A\n\n2;{new string('x', 300_000)}\n3;C\n";

        var items = await Reading.CsvAsync(csv, Number + """, "Mark": "mark.words" """, limits: new ReaderLimits { MaxRowBytes = 100_000, HeadBytes = 1000 });

        Assert.Multiple(() =>
        {
            Assert.That(items.Numbers(), Is.EqualTo(new[] { "1", "3" }));
            Assert.That(items[1].Findings[0].Rule, Is.EqualTo(ReaderFindings.CsvRowTooLong));
            Assert.That(items.Select(item => item.Line), Is.EqualTo(new long?[] { 2, 4, 5 }));
        });
    }

    [Test]
    public async Task A_row_with_NUL_bytes_is_rejected_and_other_control_signs_become_blanks()
    {
        var items = await Reading.CsvAsync("No;Mark\n1;A\0\n2;B\u000BC\n3;D\n", Number + """, "Mark": "mark.words" """);

        Assert.Multiple(() =>
        {
            Assert.That(items.Numbers(), Is.EqualTo(new[] { "2", "3" }));
            Assert.That(items.Rules(), Is.EqualTo(new[] { ReaderFindings.CsvNul, ReaderFindings.CsvControlCharacter }));
            Assert.That(items[1].Record?.Mark?.Words[0].Text, Is.EqualTo("B C"));
        });
    }

    [Test]
    public async Task An_empty_file_and_a_header_alone_are_told_apart()
    {
        var empty = await Reading.CsvAsync("", Number);
        var headerOnly = await Reading.CsvAsync("No;Mark\n", Number);

        Assert.That(empty.Rules(), Is.EqualTo(new[] { ReaderFindings.CsvEmpty }));
        Assert.That(headerOnly, Is.Empty);
    }

    [Test]
    public async Task The_second_column_of_a_name_gets_a_number()
    {
        var items = await Reading.CsvAsync("No;Name;Name\n1;A;B\n", Number + """, "Name": "parties[applicant].name", "Name#2": "parties[holder].name" """);

        Assert.That(items[0].Findings[0].Rule, Is.EqualTo(ReaderFindings.CsvHeaderDuplicate));
        Assert.That(items[1].Record?.Parties.Select(party => party.Names[0].Text), Is.EqualTo(new[] { "A", "B" }));
    }

    [Test]
    public async Task A_column_that_the_table_lacks_ends_the_reading_before_the_first_row()
    {
        var items = await Reading.CsvAsync("Number;Mark\n1;A\n", Number);

        Assert.That(items.Single().Findings.Single().Rule, Is.EqualTo(ReaderFindings.MapHeaderMissing));
        Assert.That(items.Single().Ordinal, Is.Zero);
    }

    [Test]
    public async Task Values_of_columns_without_a_place_are_counted_and_ignored_ones_are_not()
    {
        var items = await Reading.CsvAsync("No;Clerk;Shelf\n1;Ann;7\n2;;8\n", Number + """, "Shelf": "ignore" """);

        Assert.That(items.Select(item => item.Unmapped), Is.EqualTo(new[] { new[] { "Clerk" }, [] }));
    }

    [TestCase("31.02.2020")]
    [TestCase("2020")]
    [TestCase("29.02.2021")]
    public async Task An_impossible_date_rejects_the_row(string date)
    {
        var items = await Reading.CsvAsync($"No;Filed\n1;{date}\n2;\n", Number + """, "Filed": { "path": "filingDate", "date": ["dd.MM.yyyy", "yyyyMMdd"] } """);

        Assert.Multiple(() =>
        {
            Assert.That(items[0].Record, Is.Null);
            Assert.That(items[0].Findings[0], Has.Property("Rule").EqualTo(ReaderFindings.ValueDate).And.Property("Found").EqualTo(date).And.Property("Path").EqualTo("Filed"));
            Assert.That(items[1].Record?.FilingDate, Is.Null);
        });
    }

    [TestCase("thai", "yyyy-MM-dd", "2567-02-29", "2024-02-29")]
    [TestCase("hijri", "dd/MM/yyyy", "٠١/٠٩/١٤٤٥", "2024-03-11")]
    [TestCase("ethiopic", "dd/MM/yyyy", "01/01/2000", "2007-09-12")]
    [TestCase("ethiopic", "dd/MM/yyyy", "06/13/2011", "2019-09-11")]
    [TestCase("persian", "yyyy/MM/dd", "1403/01/01", "2024-03-20")]
    [TestCase("gregorian", "d MMMM yyyy", "3 February 2001", "2001-02-03")]
    [TestCase("gregorian", "dd/MM/yy", "03/02/49", "2049-02-03")]
    [TestCase("gregorian", "yyyy-MM-dd*", "2001-02-03 00:00:00", "2001-02-03")]
    public async Task Dates_of_other_calendars_become_Gregorian_days_and_keep_their_print(string calendar, string form, string printed, string day)
    {
        var columns = Number + $$""", "Filed": { "path": "filingDate", "date": "{{form}}", "calendar": "{{calendar}}" } """;

        var items = await Reading.CsvAsync($"No;Filed\n1;{printed}\n", columns);

        Assert.That(items.Single().Record?.FilingDate?.Iso, Is.EqualTo(day));
        Assert.That(items.Single().Record?.FilingDate?.Printed, Is.EqualTo(printed));
    }

    [Test]
    public async Task Month_names_are_read_in_the_language_of_the_column()
    {
        var columns = Number + """, "Filed": { "path": "filingDate", "date": "d MMMM yyyy", "language": "fr" } """;

        var items = await Reading.CsvAsync("No;Filed\n1;14 août 1998\n", columns);

        Assert.That(items.Single().Record?.FilingDate?.Iso, Is.EqualTo("1998-08-14"));
    }

    [TestCase("P/2026/000123", 2026)]
    [TestCase("BR 10 2016 006121-0", 2016)]
    [TestCase("1999/2001", 2001)]
    [TestCase("12345", 2001)]
    [TestCase("1985", 2001)]
    [TestCase("20240001", 2001)]
    public async Task The_year_is_the_one_the_number_carries_else_that_of_filing(string number, int year)
    {
        var items = await Reading.CsvAsync($"No;Filed\n{number};2001-05-06\n", Number + """, "Filed": "filingDate" """);

        Assert.That(items.Single().Record?.ApplicationNumber?.Year, Is.EqualTo(year));
    }

    [Test]
    public async Task A_year_pattern_of_the_mapping_goes_before_what_is_guessed()
    {
        var items = await Reading.CsvAsync("No\n202400001\n", """ "No": { "path": "applicationNumber", "year": "^(\\d{4})" } """);

        Assert.That(items.Single().Record?.ApplicationNumber?.Year, Is.EqualTo(2024));
    }

    [Test]
    public async Task A_column_may_say_what_each_record_is()
    {
        const string Json = """{ "right": { "column": "Type", "codes": { "TM": "trademark", "PT": "patent" } }, "columns": { "No": "applicationNumber" } }""";
        var reading = Mapping.Read(Encoding.UTF8.GetBytes(Json), null);

        var items = await Reading.AllAsync(new CsvRegisterReader(reading.Mapping!), "No;Type\n1;TM\n2;PT\n3;??\n"u8.ToArray());

        Assert.That(items.Select(item => item.Record?.Right), Is.EqualTo(new Right?[] { Right.Trademark, Right.Patent, null }));
        Assert.That(items[2].Findings[0].Rule, Is.EqualTo(ReaderFindings.ValueRight));
    }

    [Test]
    public async Task Several_people_in_one_field_keep_their_countries()
    {
        const string Columns = Number + """, "Inventors": { "path": "parties[inventor].name", "split": ";" }, "Countries": { "path": "parties[inventor].country", "split": ";" } """;

        var items = await Reading.CsvAsync("No|Inventors|Countries\n1|Ann;Bo;Cy|KE;;GH\n", Columns);

        Assert.That(items.Single().Record?.Parties.Select(party => (party.Names[0].Text, party.Address?.Country?.Value)),
            Is.EqualTo(new[] { ("Ann", "KE"), ("Bo", (string?)null), ("Cy", "GH") }));
    }

    [Test]
    public async Task Goods_without_a_class_reject_the_row()
    {
        var items = await Reading.CsvAsync("No;Class;Goods\n1;9;a|b\n", Number + """, "Class": { "path": "nice", "split": "," }, "Goods": { "path": "nice.goods", "split": "|" } """);

        Assert.That(items.Single().Findings.Single().Rule, Is.EqualTo(ReaderFindings.GoodsWithoutClass));
    }

    [Test]
    public async Task Reading_goes_on_behind_the_ordinal_taken_in_before()
    {
        var items = await Reading.CsvAsync("No\n1\n2\n3\n4\n", Number, after: 2);

        Assert.That(items.Select(item => item.Ordinal), Is.EqualTo(new[] { 3, 4 }));
        Assert.That(items.Numbers(), Is.EqualTo(new[] { "3", "4" }));
    }

    [Test]
    public async Task A_line_that_names_the_delimiter_is_no_header()
    {
        var items = await Reading.CsvAsync("sep=|\nNo|Mark\n1|A;B\n", Number + """, "Mark": "mark.words" """);

        Assert.That(items.Single().Record?.Mark?.Words[0].Text, Is.EqualTo("A;B"));
        Assert.That(items.Single().Line, Is.EqualTo(3));
    }
}

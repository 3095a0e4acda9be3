using OfficeNode.Core;
using OfficeNode.Standards.Rules;
using OfficeNode.TestKit;

namespace OfficeNode.Tests.Rules;

/// <summary>For each rule that judges the record a good and a bad one, and the place of the finding.</summary>
internal static class RecordCases
{
    private static readonly Record Patent = SampleRecords.Patent();
    private static readonly Record UtilityModel = SampleRecords.UtilityModel();
    private static readonly Record Mark = SampleRecords.Trademark();
    private static readonly Record WordMark = SampleRecords.WordMark();
    private static readonly Record Design = SampleRecords.Design();

    private static readonly Record SoundMark = WordMark with
    {
        Mark = new Mark { Feature = MarkFeature.Sound, Descriptions = [LocalText.Of("Three strokes of a gong")] },
    };

    public static IEnumerable<RuleCase> All => [.. Acceptance, .. Classes, .. Dates, .. Lists, .. Numbers, .. Parties, .. Priorities, .. Publications, .. Routes, .. Signs, .. Statuses, .. Texts, .. Views];

    private static IEnumerable<RuleCase> Acceptance =>
    [
        Case("ACC-LANGUAGE", Mark, Mark with { Language = null }, "language"),
        Case("ACC-PATENT-PUBLICATION", Patent, Patent with { Publications = [] }, "publications"),
        Case(
            "ACC-PATENT-PUBLICATION",
            Patent with { Publications = [Patent.Publications[0] with { Number = null }] },
            Patent with { Publications = [Patent.Publications[0], Patent.Publications[1] with { Kind = null }] },
            "publications[1].kind"),
        Case(
            "ACC-PATENT-PUBLICATION",
            UtilityModel,
            UtilityModel with { Publications = [UtilityModel.Publications[0] with { Date = null }] },
            "publications[0].date"),
        Case("ACC-PATENT-APPLICATION", UtilityModel, Patent with { ApplicationNumber = null }, "applicationNumber"),
        Case("ACC-PATENT-APPLICATION", Patent, Patent with { FilingDate = null }, "filingDate"),
        Case("ACC-PATENT-TITLE", Patent, Patent with { Titles = [] }, "titles"),
        Case("ACC-PATENT-PARTY", Patent with { Parties = [Patent.Parties[1]] }, Patent with { Parties = [Patent.Parties[3]] }, "parties"),
        Case("ACC-PATENT-CLASS", Patent, Patent with { Ipc = [] }, "ipc"),
        Case("ACC-DATES", Mark, Mark with { FilingDate = null }, "filingDate"),
        Case("ACC-DATES", Mark with { ApplicationNumber = null, FilingDate = null }, Design with { RegistrationDate = null }, "registrationDate"),
        Case("ACC-STATUS", Mark, Mark with { Status = null }, "status"),
        Case("ACC-STATUS", Design, Design with { Status = new RecordStatus { Code = "17" } }, "status"),
        Case("ACC-EXPIRY", Mark, Mark with { ExpiryDate = null }, "expiryDate"),
        Case(
            "ACC-EXPIRY",
            Mark with { ExpiryDate = null, Status = new RecordStatus { Code = "F", Category = StatusCategory.Filed } },
            Design with { ExpiryDate = null },
            "expiryDate"),
        Case(
            "ACC-HOLDER",
            Mark with { Parties = [Mark.Parties[0] with { Role = PartyRole.Applicant, Address = null }] },
            Mark with { Parties = [Mark.Parties[0] with { Address = null, Residence = null }] },
            "parties"),
        Case("ACC-HOLDER", Design, Design with { Parties = [Design.Parties[1]] }, "parties"),
        Case("ACC-MARK-CLASS", Mark, Mark with { Nice = [] }, "nice"),
        Case("ACC-MARK-SIGN", SoundMark, SoundMark with { Mark = new Mark { Feature = MarkFeature.Sound } }, "mark"),
        Case("ACC-DESIGN-ITEM", Design, Design with { Designs = [] }, "designs"),
        Case(
            "ACC-DESIGN-CLASS",
            Design with { Locarno = [] },
            Design with { Locarno = [], Designs = [Design.Designs[0], Design.Designs[1] with { Locarno = [] }] },
            "designs[1].locarno"),
    ];

    private static IEnumerable<RuleCase> Classes =>
    [
        Case("CLASS-DOUBLE", Mark, Mark with { Nice = [Mark.Nice[0], Mark.Nice[1], Mark.Nice[0] with { Number = "030" }] }, "nice[2]"),
        Case(
            "CLASS-DOUBLE",
            Design,
            Design with { Designs = [Design.Designs[0] with { Locarno = [Locarno("07-02"), Locarno("07-02")] }, Design.Designs[1]] },
            "designs[0].locarno[1]"),
        Case("IPC-FORM", Patent, Patent with { Ipc = [Patent.Ipc[0], Patent.Ipc[1] with { Symbol = "F16K31/64" }] }, "ipc[1].symbol"),
        Case(
            "IPC-FORM",
            Patent with { Ipc = [new IpcClass { Symbol = "F24S" }] },
            Patent with { Ipc = [Patent.Ipc[0] with { Symbol = "Z24S 20/40" }] },
            "ipc[0].symbol"),
        Case("IPC-INDICATORS", Patent, Patent with { Ipc = [Patent.Ipc[0] with { Value = 'X' }] }, "ipc[0].value"),
        Case(
            "IPC-FIRST",
            Patent with { Ipc = [new IpcClass { Symbol = "F24S" }, new IpcClass { Symbol = "F16K" }] },
            Patent with { Ipc = [Patent.Ipc[0], Patent.Ipc[1] with { Position = 'F' }] },
            "ipc[1].position"),
        Case("IPC-FIRST", Patent, Patent with { Ipc = [Patent.Ipc[1]] }, "ipc[0].position"),
        Case("IPC-FIRST-INVENTION", Patent, Patent with { Ipc = [Patent.Ipc[0] with { Value = 'N' }] }, "ipc[0].value"),
        Case("NICE-RANGE", Mark, Mark with { Nice = [Mark.Nice[0] with { Number = "46" }] }, "nice[0].number"),
        Case("NICE-GOODS-MISSING", Mark, Mark with { Nice = [Mark.Nice[0], Mark.Nice[1] with { Goods = [LocalText.Of(" ")] }] }, "nice[1].goods"),
        Case("NICE-EDITION-MISSING", Mark, Mark with { Nice = [Mark.Nice[0] with { Edition = null }] }, "nice[0].edition"),
        Case(
            "VIENNA-FORM",
            Mark with { Vienna = [new ViennaClass { Code = "A5.5.20" }] },
            Mark with { Vienna = [new ViennaClass { Code = "30.01.01" }] },
            "vienna[0].code"),
        Case("LOCARNO-FORM", Design, Design with { Locarno = [Locarno("07.01")] }, "locarno[0].code"),
        Case(
            "LOCARNO-FORM",
            Design with { Locarno = [Locarno("32")] },
            Design with { Designs = [Design.Designs[0] with { Locarno = [Locarno("33-01")] }, Design.Designs[1]] },
            "designs[0].locarno[0].code"),
        Case("LOCARNO-EDITION-MISSING", Design, Design with { Locarno = [new LocarnoClass { Code = "07-01" }] }, "locarno[0].edition"),
    ];

    private static IEnumerable<RuleCase> Dates =>
    [
        Case("DATE-EARLY", WordMark, Mark with { FilingDate = Day(19, 1, 22) }, "filingDate"),
        Case("DATE-EXPIRY-LAST", Mark, Mark with { ExpiryDate = Mark.RegistrationDate }, "expiryDate"),
        Case(
            "DATE-FILING-FIRST",
            Patent with { Publications = [Patent.Publications[0] with { Date = Day(2022, 3, 3) }] },
            Mark with { Publications = [new Publication { Date = Day(2024, 1, 21) }] },
            "publications[0].date"),
        Case(
            "DATE-FILING-FIRST",
            Mark with { RegistrationDate = Mark.FilingDate },
            Mark with { RegistrationDate = Day(2024, 1, 21) },
            "registrationDate"),
        Case("DATE-FUTURE", Mark with { FilingDate = Day(2026, 9, 1) }, Mark with { FilingDate = Day(2026, 9, 2) }, "filingDate"),
        Case(
            "DATE-FUTURE",
            Mark,
            Mark with { Publications = [Mark.Publications[0], new Publication { Date = Day(2062, 1, 1) }] },
            "publications[1].date"),
        Case("DATE-PRINTED-YEAR", UtilityModel, UtilityModel with { FilingDate = Printed("10.03.2052") }, "filingDate"),
        Case(
            "DATE-PRINTED-YEAR",
            Mark with { FilingDate = Printed("٩ رمضان ١٤٤٦") },
            Mark with { FilingDate = Printed("٩ رمضان ١٤٢٦") },
            "filingDate"),
        Case(
            "DATE-PRINTED-YEAR",
            Mark with { FilingDate = Printed("10 มีนาคม 2568") },
            Mark with { FilingDate = Printed("10 มีนาคม 2658") },
            "filingDate"),
        Case(
            "DATE-PRINTED-YEAR",
            Mark with { FilingDate = Printed("20 اسفند ۱۴۰۳") },
            Mark with { FilingDate = Printed("20 اسفند ۱۳۰۴") },
            "filingDate"),
        Case(
            "DATE-PRINTED-YEAR",
            Mark with { FilingDate = Printed("10/3/25, No. 20521999") },
            Mark with { FilingDate = Printed("10 March 2015") },
            "filingDate"),
        Case(
            "DATE-TERMINATION-LAST",
            Mark with { TerminationDate = Mark.FilingDate },
            Mark with { TerminationDate = Day(2024, 1, 21) },
            "terminationDate"),
    ];

    private static IEnumerable<RuleCase> Lists =>
    [
        Case("OFFICE-LISTED", Mark, Mark with { Office = OfficeCode.Parse("SU").Value }, "office"),
        Case("LANGUAGE-LISTED", Patent, Patent with { Titles = [LocalText.Of("Titel", LanguageCode.Parse("xx").Value)] }, "titles[0].language"),
        Case("LANGUAGE-LISTED", Mark, Mark with { Language = LanguageCode.Parse("jp").Value }, "language"),
        Case(
            "COUNTRY-LISTED",
            Mark,
            Mark with { Parties = [Mark.Parties[0] with { Residence = CountryCode.Parse("UK").Value }] },
            "parties[0].residence"),
    ];

    private static IEnumerable<RuleCase> Numbers =>
    [
        Case(
            "NUMBER-MISSING",
            Mark with { ApplicationNumber = null },
            Mark with { ApplicationNumber = null, RegistrationNumber = null },
            "applicationNumber"),
        Case("NUMBER-FORM", Mark, Mark with { ApplicationNumber = Number.Of("4711/2024 ", 2024) }, "applicationNumber"),
        Case("NUMBER-FORM", Patent, Patent with { RegistrationNumber = Number.Of("pending") }, "registrationNumber"),
        Case(
            "NUMBER-ST13-RIGHT",
            Patent with { ApplicationNumber = Number.Of("XX 10 2022 000000123", 2022) },
            Patent with { ApplicationNumber = Number.Of("302022000000123", 2022) },
            "applicationNumber"),
        Case(
            "NUMBER-ST13-RIGHT",
            Patent with { ApplicationNumber = Number.Of("309922000000123") },
            Mark with { ApplicationNumber = Number.Of("400000000000123") },
            "applicationNumber"),
        Case(
            "NUMBER-YEAR",
            Mark with { ApplicationNumber = Number.Of("1/2023", 2023) },
            Mark with { ApplicationNumber = Number.Of("1/2042", 2042) },
            "applicationNumber.year"),
        Case("REGISTRATION-INCOMPLETE", Mark, Mark with { RegistrationNumber = null }, "registrationNumber"),
        Case("REGISTRATION-INCOMPLETE", UtilityModel, Mark with { RegistrationDate = null }, "registrationDate"),
    ];

    private static IEnumerable<RuleCase> Parties =>
    [
        Case(
            "PARTY-NAME-MISSING",
            Mark,
            Mark with { Parties = [Mark.Parties[0] with { Names = [new PartyName { Text = " " }] }] },
            "parties[0].names"),
        Case(
            "PARTY-DOUBLE",
            UtilityModel,
            Patent with { Parties = [Patent.Parties[0], Named(Patent.Parties[0], "ÉNERGIES DU SAHEL, S.A.R.L.")] },
            "parties[1]"),
        Case("PARTY-NAME-SPACES", Patent, Patent with { Parties = [Named(Patent.Parties[0], "Énergies  du Sahel")] }, "parties[0].names[0].text"),
        Case("PARTY-NAME-SCRIPTS", Design, Mark with { Parties = [Named(Mark.Parties[0], "Аngkor Rice Mills")] }, "parties[0].names[0].text"),
        Case(
            "PARTY-NAME-SCRIPTS",
            Mark with { Parties = [Named(Mark.Parties[0], "Ольга Sokolova")] },
            Mark with { Parties = [Named(Mark.Parties[0], "Rice ΜILLS")] },
            "parties[0].names[0].text"),
        Case("PARTY-ROLE", Design, Mark with { Parties = [Mark.Parties[0], Patent.Parties[1]] }, "parties[1].role"),
        Case("PARTY-CREATOR-PERSON", Patent, Patent with { Parties = [Patent.Parties[0] with { Role = PartyRole.Inventor }] }, "parties[0].kind"),
        Case(
            "PARTY-ORIGIN-MISSING",
            Patent,
            Patent with { Parties = [Patent.Parties[1], Patent.Parties[0] with { Address = null, Residence = null }] },
            "parties[1].residence"),
    ];

    private static IEnumerable<RuleCase> Priorities =>
    [
        Case("PRIORITY-INCOMPLETE", Patent, Mark with { Priorities = [Mark.Priorities[0] with { Number = "" }] }, "priorities[0].number"),
        Case(
            "PRIORITY-OFFICE-LISTED",
            Mark with { Priorities = [Mark.Priorities[0] with { Office = OfficeCode.Parse("SU").Value }] },
            Mark with { Priorities = [Mark.Priorities[0] with { Office = OfficeCode.Parse("ZZ").Value }] },
            "priorities[0].office"),
        Case(
            "PRIORITY-BEFORE-FILING",
            Mark with { Priorities = [Mark.Priorities[0] with { Date = Mark.FilingDate }] },
            Mark with { Priorities = [Mark.Priorities[0] with { Date = Day(2024, 1, 23) }] },
            "priorities[0].date"),
        Case(
            "PRIORITY-BEFORE-FILING",
            Patent,
            Patent with { Priorities = [Patent.Priorities[0] with { Date = Day(2021, 8, 28) }] },
            "priorities[0].date"),
        Case("PRIORITY-PERIOD", Patent, Mark with { Priorities = [Mark.Priorities[0] with { Date = Day(2023, 7, 1) }] }, "priorities[0].date"),
        Case("PRIORITY-PERIOD", Patent with { Route = new Route { Kind = RouteKind.Pct } }, Patent with { Route = null }, "priorities[0].date"),
        Case("PRIORITY-DOUBLE", Patent, Patent with { Priorities = [Patent.Priorities[0], Patent.Priorities[0] with { }] }, "priorities[1]"),
    ];

    private static IEnumerable<RuleCase> Publications =>
    [
        Case("PUBLICATION-KIND-FORM", Patent, Patent with { Publications = [Patent.Publications[0] with { Kind = "A11" }] }, "publications[0].kind"),
        Case(
            "PUBLICATION-KIND-RIGHT",
            UtilityModel,
            Patent with { Publications = [Patent.Publications[0] with { Kind = "U1" }] },
            "publications[0].kind"),
        Case(
            "PUBLICATION-NUMBER-FORM",
            Patent,
            Patent with { Publications = [Patent.Publications[0], Patent.Publications[1] with { Number = "B-17" }] },
            "publications[1].number"),
        Case(
            "PUBLICATION-DOUBLE",
            Patent,
            Patent with { Publications = [Patent.Publications[0], Patent.Publications[1], Patent.Publications[0] with { Gazette = "2023/10" }] },
            "publications[2]"),
    ];

    private static IEnumerable<RuleCase> Routes =>
    [
        Case("ROUTE-NUMBER-MISSING", Patent, Patent with { Route = new Route { Kind = RouteKind.Pct } }, "route.applicationNumber"),
        Case(
            "ROUTE-NUMBER-MISSING",
            Mark with { Route = new Route { Kind = RouteKind.Direct } },
            Mark with { Route = new Route { Kind = RouteKind.Madrid, ApplicationNumber = "1" } },
            "route.registrationNumber"),
        Case("ROUTE-RIGHT", Patent, Mark with { Route = new Route { Kind = RouteKind.Hague, RegistrationNumber = "DM/1" } }, "route.kind"),
        Case(
            "ROUTE-OFFICE",
            Patent with { Route = new Route { Kind = RouteKind.Regional, Office = OfficeCode.Parse("AP").Value } },
            Patent with { Route = new Route { Kind = RouteKind.Regional } },
            "route.office"),
    ];

    private static IEnumerable<RuleCase> Signs =>
    [
        Case("MARK-FEATURE-MISSING", Mark, Mark with { Mark = Mark.Mark! with { Feature = null } }, "mark.feature"),
        Case(
            "MARK-WORDS-MISSING",
            Mark with { Mark = new Mark { Feature = MarkFeature.Figurative } },
            Mark with { Mark = Mark.Mark! with { Words = [] } },
            "mark.words"),
        Case("MARK-WORD-PICTURE", WordMark, WordMark with { Vienna = Mark.Vienna }, "vienna"),
        Case("MARK-VIENNA-MISSING", Mark, Mark with { Vienna = [] }, "vienna"),
        Case("MARK-CATEGORY-LISTED", Mark, Mark with { Mark = Mark.Mark! with { Category = "Marque" } }, "mark.category"),
    ];

    private static IEnumerable<RuleCase> Statuses =>
    [
        Case("STATUS-UNMAPPED", Mark, Mark with { Status = new RecordStatus { Code = "17" } }, "status.code"),
        Case("STATUS-EXPIRED", Mark with { ExpiryDate = Day(2026, 9, 1) }, Mark with { ExpiryDate = Day(2026, 8, 31) }, "status"),
        Case(
            "STATUS-REGISTERED",
            UtilityModel,
            UtilityModel with { Status = new RecordStatus { Code = "REG", Category = StatusCategory.Registered } },
            "status"),
        Case("STATUS-REGISTERED", Mark, Mark with { Status = new RecordStatus { Code = "NEW", Category = StatusCategory.Filed } }, "status"),
    ];

    private static IEnumerable<RuleCase> Texts =>
    [
        Case(
            "TEXT-CONTROL",
            Patent with { Claims = [LocalText.Of("1. Vanne.\n\n2. 𝛼-Vanne.")] },
            Patent with { Titles = [LocalText.Of("Chauffe\u0001eau")] },
            "titles[0].text"),
        Case("TEXT-CONTROL", Patent, Mark with { Parties = [Named(Mark.Parties[0], "Angkor \uD800 Rice")] }, "parties[0].names[0].text"),
        Case(
            "TEXT-REPLACED",
            Mark with { Mark = Mark.Mark! with { Words = [LocalText.Of("WHY??")] } },
            Design with { Designs = [Design.Designs[0], Design.Designs[1] with { Products = [LocalText.Of("Th\uFFFDi\uFFFDre")] }] },
            "designs[1].products[0].text"),
        Case("TEXT-REPLACED", Mark, Mark with { Parties = [Named(Mark.Parties[0], "???????? ?????")] }, "parties[0].names[0].text"),
        Case(
            "TEXT-MARKUP",
            Mark with { Mark = Mark.Mark! with { Words = [LocalText.Of("A&B; <3")] } },
            Mark with { Nice = [Mark.Nice[0], Mark.Nice[1] with { Goods = [LocalText.Of("Caf&eacute;s")] }] },
            "nice[1].goods[0].text"),
        Case("TEXT-MARKUP", Patent, Patent with { Titles = [LocalText.Of("H<sub>2</sub>O")] }, "titles[0].text"),
        Case(
            "TEXT-MISREAD",
            Design with { Parties = [Named(Design.Parties[0], "SÃO Ørsted Ð")] },
            Patent with { Titles = [LocalText.Of("Vanne Ã\u00A0 thermostat")] },
            "titles[0].text"),
        Case("TEXT-MISREAD", Patent, Patent with { Titles = [LocalText.Of("Ø³Ø®Ø§Ù†")] }, "titles[0].text"),
        Case("TITLE-EMPTY", Patent, Patent with { Titles = [Patent.Titles[0], LocalText.Of(" ")] }, "titles[1].text"),
        Case(
            "TITLE-LONG",
            Patent with { Titles = [LocalText.Of(new string('x', 500))] },
            Patent with { Titles = [LocalText.Of(new string('x', 501))] },
            "titles[0].text"),
        Case(
            "TITLE-CAPITALS",
            Patent with { Titles = [LocalText.Of("DNA PCR")] },
            Patent with { Titles = [LocalText.Of("CHAUFFE-EAU SOLAIRE")] },
            "titles[0].text"),
        Case(
            "TITLE-LANGUAGE-MISSING",
            Patent with { Titles = [LocalText.Of("Vanne")] },
            Patent with { Titles = [Patent.Titles[0], LocalText.Of("Vanne")] },
            "titles[1].language"),
        Case(
            "TITLE-LANGUAGE-SCRIPT",
            Patent with { Titles = [LocalText.Of("2026", Patent.Titles[1].Language)] },
            Patent with { Titles = [Patent.Titles[0] with { Language = Patent.Titles[1].Language }] },
            "titles[0]"),
    ];

    private static IEnumerable<RuleCase> Views =>
    [
        Case("DESIGN-NUMBER-DOUBLE", Design, Design with { Designs = [Design.Designs[0], Design.Designs[0]] }, "designs[1].number"),
        Case("DESIGN-NUMBER-GAP", Design, Design with { Designs = [Design.Designs[0], Design.Designs[1] with { Number = 4 }] }, "designs"),
        Case(
            "DESIGN-PRODUCT-MISSING",
            Design with { Designs = [new DesignItem { Number = 1 }] },
            Design with { Titles = [], Designs = [Design.Designs[0], new DesignItem { Number = 2 }] },
            "designs[1].products"),
    ];

    private static RuleCase Case(string rule, Record good, Record bad, string path) => new(rule, Subject(good), Subject(bad), path);

    private static Subject Subject(Record record) => new() { Record = record, Pages = SampleRecords.PagesOf(record), Today = SampleRecords.Today };

    private static PrintedDate Day(int year, int month, int day) => PrintedDate.Of(new DateOnly(year, month, day));

    /// <summary>10 March 2025 as some office prints it.</summary>
    private static PrintedDate Printed(string text) => PrintedDate.Of(new DateOnly(2025, 3, 10), text);

    private static LocarnoClass Locarno(string code) => new() { Code = code, Edition = "14" };

    private static Party Named(Party party, string name) => party with { Names = [new PartyName { Text = name }] };
}

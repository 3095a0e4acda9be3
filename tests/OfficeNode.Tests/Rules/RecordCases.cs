using OfficeNode.Core;
using OfficeNode.Standards.Rules;
using OfficeNode.TestKit;

namespace OfficeNode.Tests.Rules;

/// <summary>For each rule that judges the record a good and a bad one, and the place of the finding.</summary>
internal static partial class RecordCases
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

    public static IEnumerable<RuleCase> All =>
    [
        .. Acceptance, .. Classes, .. Dates, .. Lists, .. Numbers, .. Parties, .. Priorities,
        .. Publications, .. Routes, .. Signs, .. Statuses, .. Texts, .. Views,
    ];

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
        Case(
            "ACC-PATENT-PUBLICATION",
            Patent with { Publications = [Patent.Publications[0] with { Kind = null }, Patent.Publications[1]] },
            Patent with { Publications = [Patent.Publications[0] with { Date = null }] },
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
            Design with { Designs = [Design.Designs[0] with { Locarno = [Locarno("7-1")] }, Design.Designs[1]] },
            "designs[0].locarno[0].code"),
        Case(
            "LOCARNO-RANGE",
            Design with { Locarno = [Locarno("32-00a"), Locarno("32-99")] },
            Design with { Locarno = [Locarno("33-01")] },
            "locarno[0].code"),
        Case("LOCARNO-EDITION-MISSING", Design, Design with { Locarno = [new LocarnoClass { Code = "07-01" }] }, "locarno[0].edition"),
    ];

    private static IEnumerable<RuleCase> Dates =>
    [
        Case(
            "DATE-FUTURE",
            Mark with { Events = [new RecordEvent { Code = "RENEWAL-DUE", Date = Day(2034, 1, 22) }] },
            Mark with { RegistrationDate = Day(2027, 1, 1) },
            "registrationDate"),
        Case("DATE-EARLY", WordMark, Mark with { Events = [new RecordEvent { Code = "X", Date = Day(24, 1, 22) }] }, "events[0].date"),
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

    private static RuleCase Case(string rule, Record good, Record bad, string path) => new(rule, Subject(good), Subject(bad), path);

    private static Subject Subject(Record record) => new() { Record = record, Pages = SampleRecords.PagesOf(record), Today = SampleRecords.Today };

    private static PrintedDate Day(int year, int month, int day) => PrintedDate.Of(new DateOnly(year, month, day));

    /// <summary>10 March 2025 as some office prints it.</summary>
    private static PrintedDate Printed(string text) => PrintedDate.Of(new DateOnly(2025, 3, 10), text);

    private static LocarnoClass Locarno(string code) => new() { Code = code, Edition = "14" };

    private static Party Named(Party party, string name) => party with { Names = [new PartyName { Text = name }] };
}

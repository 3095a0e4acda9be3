using OfficeNode.Core;

namespace OfficeNode.Tests.Rules;

/// <summary>The cases of parties, priorities, publications, routes, signs, statuses, texts and designs.</summary>
internal static partial class RecordCases
{
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
            "PUBLICATION-INCOMPLETE",
            Patent with { Publications = [Patent.Publications[1] with { Kind = null }] },
            Patent with { Publications = [Patent.Publications[0] with { Kind = null }, Patent.Publications[1]] },
            "publications[0].kind"),
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
        Case("TEXT-CONTROL", Patent, Patent with { Route = Patent.Route! with { ApplicationNumber = "PCT\u0000" } }, "route.applicationNumber"),
        Case(
            "TEXT-CONTROL",
            Mark,
            Mark with { Parties = [Mark.Parties[0] with { Names = [new PartyName { Text = "A B", LastName = "B\u009F" }] }] },
            "parties[0].names[0].lastName"),
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
            Patent with { Titles = [LocalText.Of("Ã‰nergie".Replace("Ã‰", "Ã©", StringComparison.Ordinal))] },
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
}

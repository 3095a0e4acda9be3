namespace OfficeNode.Core.Keying;

/// <summary>The forms as data. INID codes: ST.9 for inventions, ST.60 for marks, ST.80 for designs (facts/numbering-and-codes.md [R]).</summary>
internal static class FormFields
{
    private static readonly string[] Statuses = [.. Enum.GetNames<StatusCategory>().Skip(1).Select(Camel)];
    private static readonly string[] Features = [.. Enum.GetNames<MarkFeature>().Select(Camel)];

    public static IReadOnlyList<FormField> Of(Right right) => right switch
    {
        Right.Trademark => Mark(),
        Right.Design => Design(),
        _ => Invention(),
    };

    private static IReadOnlyList<FormField> Invention() =>
    [
        .. Filing("21", "22"),
        .. Priority("31", "32", "33"),
        Many("ipc", "ipc", "51", FieldKind.Class, "ipc") with { IsRequired = true },
        Many("titles", "title", "54", FieldKind.LocalText, "titles") with { IsRequired = true, ReadFrom = "title" },
        .. Party("applicant", "71", isRequired: true),
        .. Party("inventor", "72"),
        .. Party("representative", "74"),
        Many("abstracts", "abstract", "57", FieldKind.LongLocalText, "abstracts"),
        .. Publication("11", "13", "43"),
        .. Registration("11", null, null),
    ];

    private static IReadOnlyList<FormField> Mark() =>
    [
        .. Filing("210", "220"),
        .. Priority("310", "320", "330"),
        Many("mark.words", "mark.words", "540", FieldKind.LocalText, "mark.words") with { ReadFrom = "title" },
        One("mark.feature", "mark.feature", "550", FieldKind.Code) with { Codes = Features, IsRequired = true },
        Many("nice", "nice", "511", FieldKind.Class, "nice") with { IsRequired = true },
        Many("nice.goods", "nice.goods", "511", FieldKind.LongLocalText, "nice"),
        One("nice.edition", "nice.edition", null, FieldKind.Text),
        Many("vienna", "vienna", "531", FieldKind.Class, "vienna"),
        Many("mark.colours", "mark.colours", "591", FieldKind.LocalText, "mark.colours"),
        Many("mark.disclaimers", "mark.disclaimers", "526", FieldKind.LocalText, "mark.disclaimers"),
        One("mark.transliteration", "mark.transliteration", "561", FieldKind.Text),
        Many("mark.translations", "mark.translations", "566", FieldKind.LocalText, "mark.translations"),
        .. Party("applicant", "730", isRequired: true),
        .. Party("representative", "740"),
        .. Registration("111", "151", "180"),
    ];

    private static IReadOnlyList<FormField> Design() =>
    [
        .. Filing("21", "22"),
        .. Priority("31", "32", "33"),
        Many("locarno", "locarno", "51", FieldKind.Class, "locarno") with { IsRequired = true },
        One("locarno.edition", "locarno.edition", null, FieldKind.Text),
        Many("designs.products", "designs.products", "54", FieldKind.LocalText, "designs") with { IsRequired = true, ReadFrom = "title" },
        Many("designs.descriptions", "designs.descriptions", "57", FieldKind.LongLocalText, "designs"),
        .. Party("applicant", "71", isRequired: true),
        .. Party("designer", "72"),
        .. Party("representative", "74"),
        .. Registration("11", "15", "18"),
    ];

    private static IEnumerable<FormField> Filing(string number, string date) =>
    [
        One("applicationNumber", "number", number, FieldKind.Number) with { IsRequired = true, ReadFrom = "application_number" },
        One("filingDate", "filing-date", date, FieldKind.Date) with { IsRequired = true, ReadFrom = "filing_date" },
    ];

    // On paper they stand in one line, the office first.
    private static IEnumerable<FormField> Priority(string number, string date, string office) =>
    [
        Many("priorities.office", "priority.office", office, FieldKind.Office, "priority"),
        Many("priorities.number", "priority.number", number, FieldKind.Number, "priority"),
        Many("priorities.date", "priority.date", date, FieldKind.Date, "priority"),
    ];

    // Without them no receiver of patents knows which document it has before it; the number may be that of the application.
    private static IEnumerable<FormField> Publication(string number, string kind, string date) =>
    [
        Many("publications.number", "publication.number", number, FieldKind.Text, "publication"),
        Many("publications.kind", "publication.kind", kind, FieldKind.Text, "publication"),
        Many("publications.date", "publication.date", date, FieldKind.Date, "publication"),
    ];

    private static IEnumerable<FormField> Party(string role, string inid, bool isRequired = false)
    {
        var path = $"parties[{role}].";
        return
        [
            Many(path + "name", role, inid, FieldKind.PartyName, role) with { IsRequired = isRequired, ReadFrom = ReadFieldOf(role) },
            Many(path + "otherName", "other-name", null, FieldKind.Text, role) with { Place = path + "name" },
            Many(path + "address.lines", "address", null, FieldKind.LongText, role) with { ReadFrom = role == "applicant" ? "address" : null },
            Many(path + "address.country", "country", null, FieldKind.Country, role),
        ];
    }

    private static string ReadFieldOf(string role) => role switch
    {
        "designer" => "inventor",
        "representative" => "agent",
        _ => role,
    };

    private static IEnumerable<FormField> Registration(string number, string? date, string? expiry) =>
    [
        One("registrationNumber", "registration", number, FieldKind.Number),
        One("registrationDate", "registration-date", date, FieldKind.Date),
        One("expiryDate", "expiry-date", expiry, FieldKind.Date),
        One("status", "status", null, FieldKind.Code) with { Codes = Statuses },
    ];

    private static FormField One(string path, string name, string? inid, FieldKind kind) => new() { Path = path, Name = name, Inid = inid, Kind = kind };

    private static FormField Many(string path, string name, string? inid, FieldKind kind, string group) => One(path, name, inid, kind) with { Group = group };

    private static string Camel(string member) => string.Concat(char.ToLowerInvariant(member[0]).ToString(), member.AsSpan(1));
}

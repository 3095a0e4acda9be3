using OfficeNode.Core;

namespace OfficeNode.Standards.Readers;

/// <summary>One place of the record that a column can fill.</summary>
/// <param name="Name">The path without brackets.</param>
/// <param name="Kind">What its values are, for checks and for the documentation.</param>
/// <param name="Put">Puts one value there.</param>
internal sealed record MappingPlace(string Name, ValueKind Kind, Action<Cell> Put)
{
    public bool IsOfParty => Name.StartsWith("parties.", StringComparison.Ordinal);

    /// <summary>Whether brackets with a number may tell several of a kind apart.</summary>
    public bool HasGroups => Name.Split('.')[0] is "priorities" or "publications" or "events" or "designs" or "nice";

    /// <summary>Whether several columns may fill it side by side.</summary>
    public bool TakesMany => Kind is ValueKind.LocalText or ValueKind.List or ValueKind.Picture or ValueKind.Nothing;
}

/// <summary>What the values of a place are.</summary>
internal enum ValueKind
{
    Text,
    LocalText,
    Number,
    Date,
    Year,
    Code,
    Flag,
    List,
    Picture,
    Nothing,
}

/// <summary>All places, in the order of the record. docs/mapping.md explains each.</summary>
internal static class MappingPlaces
{
    /// <summary>The path of a column that is known and deliberately left out.</summary>
    public const string Ignore = "ignore";

    public static IReadOnlyList<MappingPlace> All { get; } =
    [
        new("office", ValueKind.Code, cell => cell.Draft.Office = cell.Value<OfficeCode>() ?? cell.Draft.Office),
        new("applicationNumber", ValueKind.Number, cell => cell.Draft.Application.Put(cell)),
        new("applicationNumber.series", ValueKind.Text, cell => cell.Draft.Application.Series = cell.Text),
        new("applicationNumber.year", ValueKind.Year, cell => cell.Draft.Application.Year = cell.Year()),
        new("filingDate", ValueKind.Date, cell => cell.Draft.FilingDate = cell.Date()),
        new("registrationNumber", ValueKind.Number, cell => cell.Draft.Registration.Put(cell)),
        new("registrationNumber.series", ValueKind.Text, cell => cell.Draft.Registration.Series = cell.Text),
        new("registrationNumber.year", ValueKind.Year, cell => cell.Draft.Registration.Year = cell.Year()),
        new("registrationDate", ValueKind.Date, cell => cell.Draft.RegistrationDate = cell.Date()),
        new("expiryDate", ValueKind.Date, cell => cell.Draft.ExpiryDate = cell.Date()),
        new("terminationDate", ValueKind.Date, cell => cell.Draft.TerminationDate = cell.Date()),
        new("publications.number", ValueKind.Text, cell => cell.Draft.Publications.At(cell).Number = cell.Text),
        new("publications.kind", ValueKind.Text, cell => cell.Draft.Publications.At(cell).Kind = cell.Text),
        new("publications.date", ValueKind.Date, cell => cell.Draft.Publications.At(cell).Date = cell.Date()),
        new("publications.gazette", ValueKind.Text, cell => cell.Draft.Publications.At(cell).Gazette = cell.Text),
        new("publications.language", ValueKind.Code, cell => cell.Draft.Publications.At(cell).Language = cell.Value<LanguageCode>()),
        new("status", ValueKind.Code, cell => cell.Draft.PutStatus(cell)),
        new("status.date", ValueKind.Date, cell => cell.Draft.StatusDate = cell.Date()),
        new("language", ValueKind.Code, cell => cell.Draft.Language = cell.Value<LanguageCode>()),
        new("route.kind", ValueKind.Code, cell => cell.Draft.Route.Kind = cell.Member<RouteKind>()),
        new("route.office", ValueKind.Code, cell => cell.Draft.Route.Office = cell.Value<OfficeCode>()),
        new("route.applicationNumber", ValueKind.Text, cell => cell.Draft.Route.ApplicationNumber = cell.Text),
        new("route.filingDate", ValueKind.Date, cell => cell.Draft.Route.FilingDate = cell.Date()),
        new("route.registrationNumber", ValueKind.Text, cell => cell.Draft.Route.RegistrationNumber = cell.Text),
        new("route.registrationDate", ValueKind.Date, cell => cell.Draft.Route.RegistrationDate = cell.Date()),
        new("route.publicationNumber", ValueKind.Text, cell => cell.Draft.Route.PublicationNumber = cell.Text),
        new("route.publicationDate", ValueKind.Date, cell => cell.Draft.Route.PublicationDate = cell.Date()),
        new("titles", ValueKind.LocalText, cell => cell.Draft.Titles.Add(cell.Local())),
        new("parties.name", ValueKind.LocalText, cell => cell.Party().Names.Add(new PartyName { Text = cell.Text, Language = cell.Plan.Language })),
        new("parties.lastName", ValueKind.Text, cell => cell.Party().LastName = cell.Text),
        new("parties.firstName", ValueKind.Text, cell => cell.Party().FirstName = cell.Text),
        new("parties.kind", ValueKind.Code, cell => cell.Party().Kind = cell.Member<PartyKind>() ?? PartyKind.Unknown),
        new("parties.address.lines", ValueKind.List, cell => cell.Party().Lines.AddRange(cell.Lines())),
        new("parties.address.city", ValueKind.Text, cell => cell.Party().City = cell.Text),
        new("parties.address.region", ValueKind.Text, cell => cell.Party().Region = cell.Text),
        new("parties.address.postalCode", ValueKind.Text, cell => cell.Party().PostalCode = cell.Text),
        new("parties.address.country", ValueKind.Code, cell => cell.Party().Country = cell.Value<CountryCode>()),
        new("parties.country", ValueKind.Code, cell => cell.Party().Country = cell.Value<CountryCode>()),
        new("parties.nationality", ValueKind.Code, cell => cell.Party().Nationality = cell.Value<CountryCode>()),
        new("parties.residence", ValueKind.Code, cell => cell.Party().Residence = cell.Value<CountryCode>()),
        new("parties.phone", ValueKind.Text, cell => cell.Party().Phone = cell.Text),
        new("parties.email", ValueKind.Text, cell => cell.Party().Email = cell.Text),
        new("parties.identityNumber", ValueKind.Text, cell => cell.Party().IdentityNumber = cell.Text),
        new("priorities.office", ValueKind.Code, cell => cell.Draft.Priorities.At(cell).Office = cell.Value<OfficeCode>()),
        new("priorities.number", ValueKind.Text, cell => cell.Draft.Priorities.At(cell).Number = cell.Text),
        new("priorities.date", ValueKind.Date, cell => cell.Draft.Priorities.At(cell).Date = cell.Date()),
        new("ipc", ValueKind.List, cell => cell.Draft.PutIpc(cell)),
        new("mark.feature", ValueKind.Code, cell => cell.Draft.Mark.Feature = cell.Member<MarkFeature>()),
        new("mark.category", ValueKind.Text, cell => cell.Draft.Mark.Category = cell.Coded()),
        new("mark.words", ValueKind.LocalText, cell => cell.Draft.Mark.Words.Add(cell.Local())),
        new("mark.translations", ValueKind.LocalText, cell => cell.Draft.Mark.Translations.Add(cell.Local())),
        new("mark.transliteration", ValueKind.Text, cell => cell.Draft.Mark.Transliteration = cell.Text),
        new("mark.colours", ValueKind.LocalText, cell => cell.Draft.Mark.Colours.Add(cell.Local())),
        new("mark.disclaimers", ValueKind.LocalText, cell => cell.Draft.Mark.Disclaimers.Add(cell.Local())),
        new("mark.descriptions", ValueKind.LocalText, cell => cell.Draft.Mark.Descriptions.Add(cell.Local())),
        new("mark.standardCharacters", ValueKind.Flag, cell => cell.Draft.Mark.StandardCharacters = cell.Flag()),
        new("nice", ValueKind.List, cell => cell.Draft.Nice.At(cell).Number = cell.Text),
        new("nice.goods", ValueKind.LocalText, cell => cell.Draft.Nice.At(cell).Goods.Add(cell.Local())),
        new("nice.edition", ValueKind.Text, cell => cell.Draft.NiceEdition = cell.Text),
        new("vienna", ValueKind.List, cell => cell.Draft.Vienna.Add(cell.Text)),
        new("vienna.edition", ValueKind.Text, cell => cell.Draft.ViennaEdition = cell.Text),
        new("locarno", ValueKind.List, cell => cell.Draft.Locarno.Add(cell.Text)),
        new("locarno.edition", ValueKind.Text, cell => cell.Draft.LocarnoEdition = cell.Text),
        new("designs.products", ValueKind.LocalText, cell => cell.Draft.Designs.At(cell).Products.Add(cell.Local())),
        new("designs.locarno", ValueKind.Text, cell => cell.Draft.Designs.At(cell).Locarno.Add(cell.Text)),
        new("designs.descriptions", ValueKind.LocalText, cell => cell.Draft.Designs.At(cell).Descriptions.Add(cell.Local())),
        new("abstracts", ValueKind.LocalText, cell => cell.Draft.Abstracts.Add(cell.Local())),
        new("descriptions", ValueKind.LocalText, cell => cell.Draft.Descriptions.Add(cell.Local())),
        new("claims", ValueKind.LocalText, cell => cell.Draft.Claims.Add(cell.Local())),
        new("events.code", ValueKind.Text, cell => cell.Draft.Events.At(cell).Code = cell.Text),
        new("events.date", ValueKind.Date, cell => cell.Draft.Events.At(cell).Date = cell.Date()),
        new("events.text", ValueKind.Text, cell => cell.Draft.Events.At(cell).Text = cell.Text),
        new("act.kind", ValueKind.Code, cell => cell.Draft.Act.Kind = cell.Member<OpeningPoint>()),
        new("act.date", ValueKind.Date, cell => cell.Draft.Act.Date = cell.Date()),
        new("act.person", ValueKind.Text, cell => cell.Draft.Act.Person = cell.Text),
        new("act.gazette", ValueKind.Text, cell => cell.Draft.Act.Gazette = cell.Text),
        new("act.opens", ValueKind.List, cell => cell.Draft.Act.Open(cell)),
        new("act.destinations", ValueKind.List, cell => cell.Draft.Act.Destinations.Add(cell.Text)),
        new("image", ValueKind.Picture, cell => cell.Draft.PutImage(cell)),
        new(Ignore, ValueKind.Nothing, _ => { }),
    ];
}

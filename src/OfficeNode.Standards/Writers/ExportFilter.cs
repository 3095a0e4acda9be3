using OfficeNode.Core;

namespace OfficeNode.Standards.Writers;

/// <summary>Reduces a record to what may leave for one destination (I14).</summary>
/// <remarks>
/// A whitelist in code: the reduced record is made anew from the fields named here, so that a field added to <see cref="Record"/> or <see cref="Party"/>
/// stays inside until somebody lets it out. Never out: phone, e-mail, identity number, correspondents, number series, dates as printed. Stateless and
/// thread-safe.
/// </remarks>
public sealed class ExportFilter
{
    private readonly ExportPolicy _policy;

    public ExportFilter(ExportPolicy policy) => _policy = policy;

    /// <summary>The record as it may leave.</summary>
    /// <param name="opened">The document types that acts open for the destination: abstract, description and claims follow them. Bibliographic data always go.</param>
    public Record Reduce(Record record, IReadOnlyCollection<DocumentCode> opened) => new()
    {
        Right = record.Right,
        Office = record.Office,
        ApplicationNumber = Reduce(record.ApplicationNumber),
        FilingDate = Reduce(record.FilingDate),
        RegistrationNumber = Reduce(record.RegistrationNumber),
        RegistrationDate = Reduce(record.RegistrationDate),
        ExpiryDate = Reduce(record.ExpiryDate),
        TerminationDate = Reduce(record.TerminationDate),
        Publications = [.. record.Publications.Select(Reduce)],
        Status = record.Status is { } status ? new RecordStatus { Code = status.Code, Category = status.Category, Date = Reduce(status.Date) } : null,
        Language = record.Language,
        Route = Reduce(record.Route),
        Titles = record.Titles,
        Parties = [.. record.Parties.Where(MayBeNamed).Select(Reduce)],
        Priorities = [.. record.Priorities.Select(priority => new Priority { Office = priority.Office, Number = priority.Number, Date = Reduce(priority.Date) })],
        Ipc = record.Ipc,
        Mark = record.Mark,
        Nice = record.Nice,
        Vienna = record.Vienna,
        Locarno = record.Locarno,
        Designs = [.. record.Designs.Select(design => Reduce(design, opened))],
        Abstracts = opened.Contains(DocumentCode.Abstract) ? record.Abstracts : [],
        Descriptions = opened.Contains(DocumentCode.Description) ? record.Descriptions : [],
        Claims = opened.Contains(DocumentCode.Claims) ? record.Claims : [],
        Events = [.. record.Events.Where(entry => _policy.EventCodes.Contains(entry.Code)).Select(Reduce)],
    };

    private bool MayBeNamed(Party party) => party.Role != PartyRole.Correspondent && _policy.Roles.Contains(party.Role);

    private Party Reduce(Party party) => new()
    {
        Role = party.Role,
        Kind = party.Kind,
        Names = party.Names,
        Address = Reduce(party.Address, withStreet: party.Kind == PartyKind.Organization || _policy.StreetsOfPersons),
        Nationality = party.Nationality,
        Residence = party.Residence,
    };

    /// <summary>A postal code goes with the street: in many countries it names a house.</summary>
    private static Address? Reduce(Address? address, bool withStreet) => address is null ? null : new()
    {
        Lines = withStreet ? address.Lines : [],
        City = address.City,
        Region = address.Region,
        PostalCode = withStreet ? address.PostalCode : null,
        Country = address.Country,
    };

    /// <summary>What describes the views goes with them.</summary>
    private static DesignItem Reduce(DesignItem design, IReadOnlyCollection<DocumentCode> opened) => new()
    {
        Number = design.Number,
        Products = design.Products,
        Locarno = design.Locarno,
        Descriptions = opened.Contains(DocumentCode.Description) || opened.Contains(DocumentCode.DesignViews) ? design.Descriptions : [],
    };

    private static Publication Reduce(Publication publication) => new()
    {
        Number = publication.Number,
        Kind = publication.Kind,
        Date = Reduce(publication.Date),
        Gazette = publication.Gazette,
        Language = publication.Language,
    };

    private static Route? Reduce(Route? route) => route is null ? null : new()
    {
        Kind = route.Kind,
        Office = route.Office,
        ApplicationNumber = route.ApplicationNumber,
        FilingDate = Reduce(route.FilingDate),
        RegistrationNumber = route.RegistrationNumber,
        RegistrationDate = Reduce(route.RegistrationDate),
        PublicationNumber = route.PublicationNumber,
        PublicationDate = Reduce(route.PublicationDate),
    };

    private static RecordEvent Reduce(RecordEvent entry) => new() { Code = entry.Code, Date = Reduce(entry.Date), Text = entry.Text };

    /// <summary>The year stays because files are named by it; the series is the office's own business.</summary>
    private static Number? Reduce(Number? number) => number is null ? null : new() { AsPrinted = number.AsPrinted, Year = number.Year };

    private static PrintedDate? Reduce(PrintedDate? date) => date is null ? null : new() { Date = date.Date };
}

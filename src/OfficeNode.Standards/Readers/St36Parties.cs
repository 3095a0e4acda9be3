using System.Xml.Linq;
using OfficeNode.Core;

namespace OfficeNode.Standards.Readers;

/// <summary>Reads parties with their address books; one book per script of the name.</summary>
internal sealed class St36Parties(XmlEntry entry)
{
    private static readonly (string Path, PartyRole Role)[] Places =
    [
        ("parties/applicants/applicant", PartyRole.Applicant),
        ("us-parties/us-applicants/us-applicant", PartyRole.Applicant),
        ("parties/inventors/inventor", PartyRole.Inventor),
        ("us-parties/inventors/inventor", PartyRole.Inventor),
        ("assignees/assignee", PartyRole.Holder),
        ("parties/agents/agent", PartyRole.Representative),
        ("us-parties/agents/agent", PartyRole.Representative),
        ("parties/correspondence-address", PartyRole.Correspondent),
        ("cn-parties/cn-applicants/cn-applicant", PartyRole.Applicant),
        ("cn-parties/cn-inventors/cn-inventor", PartyRole.Inventor),
        ("cn-parties/cn-agents/cn-agent/cn-agency", PartyRole.Representative),
    ];

    private static readonly string[] AddressLines =
        ["text", "address-1", "address-2", "address-3", "address-4", "address-5", "mailcode", "pobox", "room", "address-floor", "building", "street"];

    public List<Party> Read()
    {
        var parties = new List<Party>();
        foreach (var (path, role) in Places)
        {
            foreach (var element in XmlEntry.Each(entry.Root, path))
            {
                Add(parties, element, role);
            }
        }

        return parties;
    }

    private void Add(List<Party> parties, XElement element, PartyRole role)
    {
        var isInventorToo = entry.Attribute(element, "app-type") == "applicant-inventor";
        if (ReadParty(element, role) is not { } party)
        {
            return;
        }

        parties.Add(party);
        if (isInventorToo)
        {
            parties.Add(party with { Role = PartyRole.Inventor });
        }
    }

    private Party? ReadParty(XElement element, PartyRole role)
    {
        // Old documents of the USPTO name an assignee without an address book.
        var books = XmlEntry.Each(element, "addressbook").ToList();
        books = books.Count == 0 ? [element] : books;
        var names = books.Select(ReadName).OfType<PartyName>().ToList();
        return names.Count == 0 ? null : new()
        {
            Role = role,
            Kind = KindOf(books[0]),
            Names = names,
            Address = ReadAddress(books),
            Nationality = Country(element, "nationality/country"),
            Residence = Country(element, "residence/country"),
            Phone = entry.Text(books[0], "phone"),
            Email = entry.Text(books[0], "email"),
        };
    }

    private static PartyKind KindOf(XElement book) => (XmlEntry.First(book, "orgname"), XmlEntry.First(book, "last-name"), XmlEntry.First(book, "name")?.Attribute("name-type")?.Value) switch
    {
        (not null, _, _) or (_, _, "legal") => PartyKind.Organization,
        (_, not null, _) or (_, _, "natural") => PartyKind.Person,
        _ => PartyKind.Unknown,
    };

    private PartyName? ReadName(XElement book)
    {
        var language = St36Document.LanguageOf(entry.Attribute(book, "lang"));
        var last = entry.Text(book, "last-name");
        var given = string.Join(' ', new[] { entry.Text(book, "first-name"), entry.Text(book, "middle-name") }.OfType<string>());
        var first = given.Length == 0 ? null : given;
        var whole = entry.Text(book, "orgname") ?? entry.Text(book, "name");
        var text = whole ?? (last is null ? null : first is null ? last : $"{last}, {first}");
        return text is null ? null : new() { Text = text, LastName = whole is null ? last : null, FirstName = whole is null ? first : null, Language = language };
    }

    // The same address stands in each book, in the book's script; the first is the official one.
    private Address? ReadAddress(List<XElement> books)
    {
        var address = XmlEntry.First(books[0], "address");
        if (address is null)
        {
            return null;
        }

        var built = new Address
        {
            Lines = [.. AddressLines.SelectMany(name => XmlEntry.Each(address, name)).SelectMany(entry.Lines)],
            City = entry.Text(address, "city"),
            Region = entry.Text(address, "state") ?? entry.Text(address, "county"),
            PostalCode = entry.Text(address, "postcode"),
            Country = Country(address, "country"),
        };
        return built is { Lines.Count: 0, City: null, Region: null, PostalCode: null, Country: null } ? null : built;
    }

    // Documents fill a demanded country with words for nothing: XX (ST.3), "unknown", "omitted".
    private CountryCode? Country(XElement? place, string path)
    {
        var text = entry.Text(place, path);
        return text is null or "XX" or "unknown" or "omitted" ? null : entry.Code<CountryCode>(place, path);
    }
}

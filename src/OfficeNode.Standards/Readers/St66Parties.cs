using System.Xml.Linq;
using OfficeNode.Core;

namespace OfficeNode.Standards.Readers;

/// <summary>Reads applicants, holders, representatives and correspondents with ST.66's address books.</summary>
/// <remarks>EUIPO's open data name parties by key only; their names are in files of their own, and the keys stay unmapped.</remarks>
internal sealed class St66Parties(XmlEntry entry)
{
    private static readonly (string Path, PartyRole Role)[] Places =
    [
        ("ApplicantDetails/Applicant", PartyRole.Applicant),
        ("HolderDetails/Holder", PartyRole.Holder),
        ("RepresentativeDetails/Representative", PartyRole.Representative),
        ("CorrespondenceAddress", PartyRole.Correspondent),
    ];

    private static readonly string[] AddressLines =
        ["FreeFormatAddressLine", "AddressRoom", "AddressFloor", "AddressBuilding", "AddressStreet", "AddressMailCode", "AddressPostOfficeBox", "AddressLine"];

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

    // The USPTO lists every owner of the mark's life as an applicant and says beside it what each is, the same one at every stage.
    private void Add(List<Party> parties, XElement element, PartyRole role)
    {
        var stage = entry.Text(element, "ApplicantExt/PartyTypeDescriptionText");
        var isOwner = stage is not null && (stage.Contains("OWNER", StringComparison.OrdinalIgnoreCase) || stage.Contains("REGISTRANT", StringComparison.OrdinalIgnoreCase));
        var party = ReadParty(element, isOwner ? PartyRole.Holder : role);
        if (party is not null && !parties.Exists(known => known.Role == party.Role && known.Names.SequenceEqual(party.Names)))
        {
            parties.Add(party);
        }
    }

    private Party? ReadParty(XElement element, PartyRole role)
    {
        var book = element.Elements().FirstOrDefault(child => child.Name.LocalName.EndsWith("AddressBook", StringComparison.Ordinal));
        var formatted = XmlEntry.First(book, "FormattedNameAddress");
        var name = ReadName(XmlEntry.First(formatted, "Name"));
        return name is null ? null : new()
        {
            Role = role,
            Kind = KindOf(element, name),
            Names = [name],
            Address = ReadAddress(XmlEntry.First(formatted, "Address")),
            Nationality = entry.Code<CountryCode>(element, "ApplicantNationalityCode") ?? entry.Code<CountryCode>(element, "HolderNationalityCode"),
            Phone = entry.Text(book, "ContactInformationDetails/Phone"),
            Email = entry.Text(book, "ContactInformationDetails/Email"),
        };
    }

    private PartyKind KindOf(XElement element, PartyName name)
    {
        var legal = entry.Text(element, "ApplicantLegalEntity") ?? entry.Text(element, "HolderLegalEntity");
        var isPerson = name.LastName is not null || legal?.StartsWith("INDIVIDUAL", StringComparison.OrdinalIgnoreCase) == true || legal == "Physical person";
        return isPerson ? PartyKind.Person : legal is null ? PartyKind.Unknown : PartyKind.Organization;
    }

    private PartyName? ReadName(XElement? name)
    {
        var lines = name is null ? [] : XmlEntry.Each(name, "FreeFormatName/FreeFormatNameDetails/FreeFormatNameLine").Select(entry.Text).OfType<string>().ToList();
        if (lines.Count > 0)
        {
            return new() { Text = string.Join(", ", lines) };
        }

        var formatted = XmlEntry.First(name, "FormattedName");
        var last = entry.Text(formatted, "LastName");
        var first = entry.Text(formatted, "FirstName");
        var organization = entry.Text(formatted, "OrganizationName");
        var person = string.Join(", ", new[] { last, first }.OfType<string>());
        var text = organization ?? (person.Length == 0 ? null : person);
        return text is null ? null : new() { Text = text, LastName = organization is null ? last : null, FirstName = organization is null ? first : null };
    }

    private Address? ReadAddress(XElement? address)
    {
        var place = XmlEntry.First(address, "FormattedAddress") ?? XmlEntry.First(address, "FreeFormatAddress");
        if (place is null)
        {
            return null;
        }

        return new()
        {
            Lines = [.. place.Elements().Where(child => AddressLines.Contains(child.Name.LocalName)).SelectMany(entry.Lines)],
            City = entry.Text(place, "AddressCity"),
            Region = entry.Text(place, "AddressState") ?? entry.Text(place, "AddressCounty"),
            PostalCode = entry.Text(place, "AddressPostcode"),
            Country = entry.Code<CountryCode>(place, "FormattedAddressCountryCode") ?? entry.Code<CountryCode>(address, "AddressCountryCode"),
        };
    }
}

using System.Globalization;
using OfficeNode.Core;

namespace OfficeNode.Standards.Writers;

/// <summary>Writes names and addresses of parties as ST.96 has them for all rights.</summary>
internal static class St96Parties
{
    /// <summary>The parties with one of some roles, each with its place in the record for findings.</summary>
    public static IEnumerable<(Party Party, string Path)> With(Record record, params IReadOnlyList<PartyRole> roles)
    {
        for (var i = 0; i < record.Parties.Count; i++)
        {
            if (roles.Contains(record.Parties[i].Role))
            {
                yield return (record.Parties[i], string.Create(CultureInfo.InvariantCulture, $"parties[{i}]"));
            }
        }
    }

    /// <summary>Contact or PublicationContact: the second is the one without street, which the whitelist leaves of natural persons (I14).</summary>
    public static void Contact(St96Output xml, Party party, string path)
    {
        if (party.Address is { Lines.Count: 0 } address)
        {
            PublicationContact(xml, party, address, path);
        }
        else
        {
            FullContact(xml, party, path);
        }
    }

    /// <summary>Contact, for roles whose type has no PublicationContact.</summary>
    public static void FullContact(St96Output xml, Party party, string path)
    {
        xml.StartCom("Contact");
        Name(xml, party, path);
        PostalAddress(xml, party.Address, path);
        xml.End();
    }

    private static void PublicationContact(St96Output xml, Party party, Address address, string path)
    {
        xml.StartCom("PublicationContact");
        Name(xml, party, path);
        xml.ComText("CityName", address.City);
        xml.ComText("GeographicRegionName", address.Region);
        xml.ComCountry("CountryCode", address.Country, path + ".address.country");
        xml.ComToken("PostalCode", address.PostalCode);
        xml.End();
    }

    private static void Name(St96Output xml, Party party, string path)
    {
        xml.StartCom("Name");
        for (var i = 0; i < party.Names.Count; i++)
        {
            NameInOneScript(xml, party.Kind, party.Names[i], string.Create(CultureInfo.InvariantCulture, $"{path}.names[{i}].language"));
        }

        if (party.Names.Count == 0)
        {
            xml.ComText("EntityName", "");
        }

        xml.End();
    }

    private static void NameInOneScript(St96Output xml, PartyKind kind, PartyName name, string path)
    {
        xml.StartCom(kind switch { PartyKind.Person => "PersonName", PartyKind.Organization => "OrganizationName", _ => "EntityName" });
        xml.Language(name.Language, path);
        switch (kind)
        {
            case PartyKind.Person when SaysAll(name):
                xml.StartCom("PersonStructuredName");
                xml.ComText("FirstName", name.FirstName);
                xml.ComText("LastName", name.LastName);
                xml.End();
                break;
            case PartyKind.Person:
                xml.ComText("PersonFullName", name.Text);
                break;
            case PartyKind.Organization:
                xml.ComText("OrganizationStandardName", name.Text);
                break;
            default:
                xml.Content(name.Text);
                break;
        }

        xml.End();
    }

    /// <summary>Whether the parts hold the whole official name; otherwise the printed one goes out, because it is never changed.</summary>
    private static bool SaysAll(PartyName name)
    {
        if (string.IsNullOrWhiteSpace(name.LastName))
        {
            return false;
        }

        var spaced = name.Text.Replace(",", " ", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var parts = $"{name.FirstName} {name.LastName}".Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return spaced.Order(StringComparer.Ordinal).SequenceEqual(parts.Order(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    private static void PostalAddress(St96Output xml, Address? address, string path)
    {
        if (address is null)
        {
            return;
        }

        xml.StartCom("PostalAddressBag");
        xml.StartCom("PostalAddress");
        if (address.Lines.Count > 0 && address.Country is { } country && xml.Codes.Countries.Contains(country.Value))
        {
            StructuredAddress(xml, address, country);
        }
        else
        {
            AddressText(xml, address, path);
        }

        xml.End();
        xml.End();
    }

    private static void StructuredAddress(St96Output xml, Address address, CountryCode country)
    {
        xml.StartCom("PostalStructuredAddress");
        for (var i = 0; i < address.Lines.Count; i++)
        {
            xml.StartCom("AddressLineText");
            xml.Attribute("sequenceNumber", (i + 1).ToString(CultureInfo.InvariantCulture));
            xml.Content(address.Lines[i]);
            xml.End();
        }

        xml.ComText("CityName", address.City);
        xml.ComText("GeographicRegionName", address.Region);
        xml.ComText("CountryCode", country.Value);
        xml.ComToken("PostalCode", address.PostalCode);
        xml.End();
    }

    /// <summary>The structured form demands a street and a listed country: without them the parts go out as lines.</summary>
    private static void AddressText(St96Output xml, Address address, string path)
    {
        var town = string.Join(' ', new[] { address.PostalCode, address.City }.Where(part => !string.IsNullOrEmpty(part)));
        string?[] lines = [.. address.Lines, town, address.Region, address.Country?.Value];
        var sequence = 0;
        foreach (var line in lines.Where(line => !string.IsNullOrEmpty(line)))
        {
            xml.Localized(St96Namespace.Com, "PostalAddressText", LocalText.Of(line! /* the null ones are gone */), path, ++sequence);
        }

        if (sequence == 0)
        {
            xml.ComText("PostalAddressText", "");
        }
    }
}

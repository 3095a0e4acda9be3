using System.Globalization;
using OfficeNode.Core;

namespace OfficeNode.Standards.Writers;

/// <summary>Writes the parties and assignees of ST.36 bibliographic data.</summary>
internal sealed class St36Parties
{
    private readonly St36Output _xml;
    private readonly Record _record;
    private readonly string _unknown;

    /// <param name="unknown">The country code where the register has none and the DTD demands one.</param>
    public St36Parties(St36Output xml, Record record, string unknown)
    {
        _xml = xml;
        _record = record;
        _unknown = unknown;
    }

    /// <summary>Applicants, which the DTD demands (holders or inventors where the register names no applicant), inventors, agents.</summary>
    public void Write()
    {
        _xml.Start("parties");
        _xml.Start("applicants");
        var sequence = 0;
        foreach (var party in ApplicantsOf(_record))
        {
            WriteApplicant(party, ++sequence);
        }

        _xml.End();
        WriteAll("inventors", "inventor", PartyRole.Inventor, null);
        WriteAll("agents", "agent", PartyRole.Representative, "agent");
        _xml.End();
    }

    /// <summary>Holders as assignees, which ST.36 writes apart from the parties.</summary>
    public void WriteHolders()
    {
        var holders = Of(PartyRole.Holder);
        if (holders.Count == 0)
        {
            return;
        }

        _xml.Start("assignees");
        foreach (var holder in holders)
        {
            // An assignee holds one address book: the name in the first, official script.
            _xml.Start("assignee");
            WriteAddressBook(holder, holder.Names.Count > 0 ? holder.Names[0] : null);
            _xml.End();
            foreach (var name in holder.Names.Skip(1))
            {
                _xml.Findings.LeftOut("parties", name.Text, "a holder's name in one script");
            }
        }

        _xml.End();
    }

    private static List<Party> ApplicantsOf(Record record)
    {
        foreach (var role in new[] { PartyRole.Applicant, PartyRole.Holder, PartyRole.Inventor })
        {
            if (record.Parties.Where(party => party.Role == role).ToList() is { Count: > 0 } found)
            {
                return found;
            }
        }

        return [];
    }

    private List<Party> Of(PartyRole role) => [.. _record.Parties.Where(party => party.Role == role)];

    private void WriteApplicant(Party party, int sequence)
    {
        _xml.Start("applicant");
        _xml.Attribute("sequence", sequence.ToString(CultureInfo.InvariantCulture));
        _xml.Attribute("app-type", party.Role == PartyRole.Inventor ? "applicant-inventor" : "applicant");
        _xml.Attribute("designation", "as-indicated");
        WriteAddressBooks(party);
        _xml.Country("nationality", party.Nationality?.Value ?? _unknown);
        _xml.Country("residence", (party.Residence ?? party.Address?.Country)?.Value ?? _unknown);
        _xml.End();
    }

    private void WriteAll(string group, string element, PartyRole role, string? representativeType)
    {
        var parties = Of(role);
        if (parties.Count == 0)
        {
            return;
        }

        _xml.Start(group);
        for (var i = 0; i < parties.Count; i++)
        {
            _xml.Start(element);
            _xml.Attribute("sequence", (i + 1).ToString(CultureInfo.InvariantCulture));
            _xml.Attribute("rep-type", representativeType);
            WriteAddressBooks(parties[i]);
            _xml.End();
        }

        _xml.End();
    }

    /// <summary>One address book per script of the name.</summary>
    private void WriteAddressBooks(Party party)
    {
        if (party.Names.Count == 0)
        {
            WriteAddressBook(party, null);
        }

        foreach (var name in party.Names)
        {
            WriteAddressBook(party, name);
        }
    }

    private void WriteAddressBook(Party party, PartyName? name)
    {
        _xml.Start("addressbook");
        _xml.Attribute("lang", name?.Language?.Value);
        if (party.Kind == PartyKind.Organization)
        {
            _xml.Element("orgname", name?.Text ?? "");
        }
        else
        {
            _xml.Start("name");
            _xml.Attribute("name-type", party.Kind == PartyKind.Person ? "natural" : null);
            _xml.Content(name?.Text ?? "");
            _xml.End();
        }

        WriteAddress(party.Address);
        _xml.End();
    }

    private void WriteAddress(Address? address)
    {
        const int NumberedLines = 5;
        _xml.Start("address");
        var lines = address?.Lines ?? [];
        for (var i = 0; i < Math.Min(lines.Count, NumberedLines); i++)
        {
            // The DTD has five lines: what is more stands with the fifth.
            var text = i == NumberedLines - 1 ? string.Join(", ", lines.Skip(i)) : lines[i];
            _xml.Element(string.Create(CultureInfo.InvariantCulture, $"address-{i + 1}"), text);
        }

        _xml.Element("city", address?.City);
        _xml.Element("state", address?.Region);
        _xml.Element("postcode", address?.PostalCode);
        _xml.Element("country", address?.Country?.Value ?? _unknown);
        _xml.End();
    }
}

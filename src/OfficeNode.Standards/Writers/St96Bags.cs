using System.Globalization;
using OfficeNode.Core;

namespace OfficeNode.Standards.Writers;

/// <summary>Writes PriorityBag, which marks and designs have in the same shape, each in its own namespace.</summary>
internal static class St96Priorities
{
    public static void Write(St96Output xml, IReadOnlyList<Priority> priorities)
    {
        var started = false;
        for (var i = 0; i < priorities.Count; i++)
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"priorities[{i}]");
            if (priorities[i].Date is not { } date || !xml.IsListedOffice(priorities[i].Office, path + ".office"))
            {
                xml.Findings.LeftOut(path, priorities[i].Number, "a priority with a listed office and a date");
                continue;
            }

            if (!started)
            {
                xml.Start("PriorityBag");
                started = true;
            }

            xml.Start("Priority");
            xml.ComText("PriorityCountryCode", priorities[i].Office?.Value);
            xml.ApplicationNumber(priorities[i].Office, priorities[i].Number, path + ".office");
            xml.ComText("PriorityApplicationFilingDate", date.Iso);
            xml.End();
        }

        if (started)
        {
            xml.End();
        }
    }
}

/// <summary>Writes PublicationBag of marks and designs: the gazette, or the publication number where no gazette is known.</summary>
internal static class St96Publications
{
    public static void Write(St96Output xml, IReadOnlyList<Publication> publications)
    {
        var started = false;
        for (var i = 0; i < publications.Count; i++)
        {
            if ((publications[i].Gazette ?? publications[i].Number) is not { } identifier)
            {
                xml.Findings.LeftOut(string.Create(CultureInfo.InvariantCulture, $"publications[{i}]"), publications[i].Date?.Iso, "a publication with a gazette or a number");
                continue;
            }

            if (!started)
            {
                xml.Start("PublicationBag");
                started = true;
            }

            xml.Start("Publication");
            xml.ComToken("PublicationIdentifier", identifier);
            xml.ComDate("PublicationDate", publications[i].Date);
            xml.End();
        }

        if (started)
        {
            xml.End();
        }
    }
}

/// <summary>Writes RepresentativeBag of marks and designs.</summary>
internal static class St96Representatives
{
    public static void Write(St96Output xml, Record record)
    {
        var sequence = 0;
        foreach (var (party, path) in St96Parties.With(record, PartyRole.Representative))
        {
            if (sequence++ == 0)
            {
                xml.StartCom("RepresentativeBag");
            }

            xml.StartCom("Representative");
            xml.Attribute("sequenceNumber", sequence.ToString(CultureInfo.InvariantCulture));
            St96Parties.FullContact(xml, party, path);
            xml.ComCountry("NationalityCode", party.Nationality, path + ".nationality");
            xml.End();
        }

        if (sequence > 0)
        {
            xml.End();
        }
    }
}

using OfficeNode.Core;
using OfficeNode.Host.Texts;

namespace OfficeNode.Host.Kiosk.Register;

/// <summary>The parts of a record in words, in the language of the person who reads.</summary>
internal static class RecordWords
{
    /// <summary>A legal day, and how the paper has it where that is another calendar or another order.</summary>
    public static string? Day(PrintedDate? day) => day is null
        ? null
        : day.Printed is { } printed ? Words.Of("record.day-printed", ("day", Language.Current.Day(day.Date)), ("printed", printed)) : Language.Current.Day(day.Date);

    /// <summary>The short form of a status, for rows: what it means, or the office's own word where nobody has said what it means.</summary>
    public static string? ShortStatus(RecordStatus? status) => status switch
    {
        null => null,
        { Category: StatusCategory.Unknown } => status.Code,
        _ => Words.Of("record-status." + status.Category),
    };

    public static string? Status(RecordStatus? status) => status is null
        ? null
        : Join(status.Category == StatusCategory.Unknown ? status.Code : Words.Of("record.status-code", ("status", ShortStatus(status)), ("code", status.Code)), Day(status.Date));

    public static string? Route(Core.Route? route) => route is null
        ? null
        : Join(
            Words.Of("record-route." + route.Kind), route.Office?.Value,
            route.ApplicationNumber, Day(route.FilingDate), route.RegistrationNumber, Day(route.RegistrationDate), route.PublicationNumber, Day(route.PublicationDate));

    /// <summary>Names, then the address line by line.</summary>
    public static string Party(Party party)
    {
        var address = party.Address;
        var place = Join([address?.PostalCode, address?.City, address?.Region, (address?.Country ?? party.Residence ?? party.Nationality)?.Value]);
        return string.Join('\n', new[] { string.Join(" / ", party.Names.Select(name => name.Text)) }.Concat(address?.Lines ?? []).Append(place).Where(line => line.Length > 0));
    }

    /// <summary>What is there of some parts, with commas between; each keeps its own order in writing of the other direction.</summary>
    public static string Join(params ReadOnlySpan<string?> parts)
    {
        var known = new List<string>(parts.Length);
        foreach (var part in parts)
        {
            if (!string.IsNullOrEmpty(part))
            {
                known.Add(Language.Current.IsRightToLeft ? Isolation.Around(part) : part);
            }
        }

        return string.Join(Words.Of("record.comma"), known);
    }
}

using System.Collections.Frozen;
using System.Globalization;
using OfficeNode.Core;
using OfficeNode.Standards.Codes;

namespace OfficeNode.Standards.Writers;

/// <summary>Writes the bibliographic-data element of the ep-patent-document DTD v1.5.</summary>
/// <remarks>
/// Where the DTD demands a country that the register does not have, ST.3's own code for unknown stands: XX. What has no place: status, expiry,
/// termination, earlier publications beyond the first unexamined one.
/// </remarks>
internal sealed class St36Bibliography
{
    private const string Unknown = "XX";

    /// <summary>Offices that grant for several countries (facts/numbering-and-codes.md [V]).</summary>
    private static readonly FrozenSet<string> RegionalOffices = FrozenSet.Create(StringComparer.Ordinal, "AP", "BX", "EA", "EM", "EP", "EU", "GC", "OA", "QZ", "XN", "XV");

    private readonly St36Output _xml;
    private readonly Record _record;
    private readonly Publication? _publication;

    public St36Bibliography(St36Output xml, Record record)
    {
        _xml = xml;
        _record = record;
        _publication = PatentFacts.MainPublication(record);
    }

    public void Write()
    {
        _xml.Start("bibliographic-data");
        _xml.Attribute("lang", PatentFacts.LanguageOf(_record)?.Value);
        _xml.Attribute("country", _record.Office.Value);
        _xml.Start("publication-reference");
        _xml.DocumentId(_record.Office.Value, _publication?.Number ?? _record.IdentifyingNumber?.AsPrinted, _publication?.Kind, _publication?.Date);
        _xml.End();
        WriteIpc();
        WriteApplication();
        WritePriorities();
        new St36Parties(_xml, _record, Unknown).Write();
        foreach (var title in _record.Titles)
        {
            _xml.Localized("invention-title", title);
        }

        new St36Parties(_xml, _record, Unknown).WriteHolders();
        WriteAvailability();
        WriteRoute();
        _xml.End();
    }

    private void WriteIpc()
    {
        if (_record.Ipc.Count == 0)
        {
            return;
        }

        _xml.Start("classifications-ipcr");
        for (var i = 0; i < _record.Ipc.Count; i++)
        {
            _xml.Start("classification-ipcr");
            _xml.Attribute("sequence", (i + 1).ToString(CultureInfo.InvariantCulture));
            _xml.Element("text", IpcSymbol.Parse(_record.Ipc[i].Symbol).Success ? IpcSymbol.WriteSt8(_record.Ipc[i]) : _record.Ipc[i].Symbol);
            _xml.End();
        }

        _xml.End();
    }

    private void WriteApplication()
    {
        _xml.Start("application-reference");
        _xml.Attribute("appl-type", _record.Right == Right.UtilityModel ? "utility-model" : "patent");
        _xml.DocumentId(_record.Office.Value, PatentFacts.NumberOf(_record, _xml.Findings), null, _record.FilingDate);
        _xml.End();
        _xml.Element("language-of-filing", _record.Language?.Value);
        _xml.Element("language-of-publication", _publication?.Language?.Value);
    }

    private void WritePriorities()
    {
        var written = 0;
        for (var i = 0; i < _record.Priorities.Count; i++)
        {
            if (_record.Priorities[i] is not { Office: { } office, Date: { } date } priority)
            {
                _xml.Findings.LeftOut(string.Create(CultureInfo.InvariantCulture, $"priorities[{i}]"), _record.Priorities[i].Number, "a priority with an office and a date");
                continue;
            }

            if (written++ == 0)
            {
                _xml.Start("priority-claims");
            }

            _xml.Start("priority-claim");
            _xml.Attribute("sequence", written.ToString(CultureInfo.InvariantCulture));
            _xml.Attribute("kind", KindOf(office));
            _xml.Element("country", office.Value);
            _xml.Element("doc-number", priority.Number);
            _xml.Date(date);
            _xml.End();
        }

        if (written > 0)
        {
            _xml.End();
        }
    }

    private static string KindOf(OfficeCode office) => office.Value is "WO" or "IB"
        ? "international"
        : RegionalOffices.Contains(office.Value) ? "regional" : "national";

    /// <summary>Gazette (with its date), the unexamined publication before this one, and the grant, open to inspection from its date (INID 43 and 47).</summary>
    private void WriteAvailability()
    {
        var gazette = _publication is { Gazette: not null, Date: not null } ? _publication : null;
        var unexamined = _record.Publications.FirstOrDefault(IsEarlierUnexamined);
        foreach (var other in _record.Publications.Where(other => !ReferenceEquals(other, _publication) && !ReferenceEquals(other, unexamined)))
        {
            _xml.Findings.LeftOut("publications", $"{other.Number} {other.Kind} {other.Date?.Iso}", "the latest publication and the first unexamined one");
        }

        if (gazette is null && unexamined is null && _record.RegistrationNumber is null)
        {
            return;
        }

        _xml.Start("dates-of-public-availability");
        if (gazette is not null)
        {
            _xml.Start("gazette-reference");
            _xml.Element("gazette-num", gazette.Gazette);
            _xml.Date(gazette.Date);
            _xml.End();
        }

        WriteAvailable("unexamined-printed-without-grant", unexamined is not null, unexamined?.Number, unexamined?.Kind, unexamined?.Date);
        WriteAvailable("not-printed-with-grant", _record.RegistrationNumber is not null, _record.RegistrationNumber?.AsPrinted, null, _record.RegistrationDate);
        _xml.End();
    }

    /// <summary>The kind says so; without a kind the day does: a printed grant names the first publication by its date alone (INID 43).</summary>
    private bool IsEarlierUnexamined(Publication publication) => !ReferenceEquals(publication, _publication) && (publication.Kind is { } kind
        ? kind.StartsWith('A')
        : publication.Date?.Date < _record.RegistrationDate?.Date);

    private void WriteAvailable(string element, bool exists, string? number, string? kind, PrintedDate? date)
    {
        if (exists)
        {
            _xml.Start(element);
            _xml.DocumentId(_record.Office.Value, number ?? _record.IdentifyingNumber?.AsPrinted, kind, date);
            _xml.End();
        }
    }

    private void WriteRoute()
    {
        if (_record.Route is not { Kind: RouteKind.Pct or RouteKind.Regional } route)
        {
            return;
        }

        var office = route.Kind == RouteKind.Pct ? "WO" : route.Office?.Value ?? Unknown;
        if (route.ApplicationNumber is { } application)
        {
            _xml.Start("pct-or-regional-filing-data");
            _xml.DocumentId(office, application, null, route.FilingDate);
            _xml.End();
        }

        if (route.PublicationNumber is { } publication)
        {
            _xml.Start("pct-or-regional-publishing-data");
            _xml.DocumentId(office, publication, null, route.PublicationDate);
            _xml.End();
        }
    }
}

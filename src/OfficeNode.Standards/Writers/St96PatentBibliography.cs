using System.Globalization;
using OfficeNode.Core;
using OfficeNode.Standards.Codes;

namespace OfficeNode.Standards.Writers;

/// <summary>Writes pat:BibliographicData.</summary>
internal sealed class St96PatentBibliography
{
    /// <summary>The code under which international applications are published.</summary>
    private const string International = "WO";

    private readonly St96Output _xml;
    private readonly Record _record;
    private readonly string _version;

    public St96PatentBibliography(St96Output xml, Record record, string version)
    {
        _xml = xml;
        _record = record;
        _version = version;
    }

    public void Write()
    {
        _xml.Start("BibliographicData");
        _xml.Attribute("st96Version", _version);
        WritePublication();
        WriteApplication();
        WriteGrant();
        WritePriorities();
        WriteClassification();
        _xml.Start("InventionTitleBag");
        for (var i = 0; i < _record.Titles.Count; i++)
        {
            _xml.Localized("InventionTitle", _record.Titles[i], string.Create(CultureInfo.InvariantCulture, $"titles[{i}].language"));
        }

        _xml.End();
        new St96PatentParties(_xml, _record).Write();
        WriteRoute();
        _xml.ComLanguage("PublicationLanguageCode", PatentFacts.MainPublication(_record)?.Language, "publications");
        _xml.End();
    }

    private void WritePublication()
    {
        var main = PatentFacts.MainPublication(_record);
        if (main is not null)
        {
            _xml.Start("PatentPublicationIdentification");
            _xml.ComText("IPOfficeCode", _record.Office.Value);
            _xml.Own("PublicationNumber", main.Number ?? _record.IdentifyingNumber?.AsPrinted);
            _xml.ComLanguage("PublicationLanguageCode", main.Language, "publications");
            _xml.ComToken("PatentDocumentKindCode", main.Kind);
            _xml.ComDate("PublicationDate", main.Date);
            _xml.End();
        }

        foreach (var earlier in _record.Publications.Where(publication => !ReferenceEquals(publication, main)))
        {
            _xml.Findings.LeftOut("publications", $"{earlier.Number} {earlier.Kind} {earlier.Date?.Iso}", "the latest publication");
        }
    }

    private void WriteApplication()
    {
        _xml.Start("ApplicationIdentification");
        _xml.ComText("IPOfficeCode", _record.Office.Value);
        _xml.ApplicationNumber(null, PatentFacts.NumberOf(_record, _xml.Findings), "office");
        _xml.ComLanguage("FilingLanguageCode", _record.Language, "language");
        _xml.Own("ApplicationFilingCategory", _record.Route?.Kind switch { RouteKind.Pct => "PCT", RouteKind.Regional => "Regional", RouteKind.Direct => "National", _ => null });
        _xml.OwnDate("FilingDate", _record.FilingDate);
        _xml.End();
    }

    private void WriteGrant()
    {
        if (_record.RegistrationNumber is { } grant)
        {
            _xml.Start("PatentGrantIdentification");
            _xml.ComText("IPOfficeCode", _record.Office.Value);
            _xml.Own("PatentNumber", grant.AsPrinted);
            _xml.OwnDate("GrantDate", _record.RegistrationDate);
            _xml.End();
        }
        else if (_record.RegistrationDate is { } date)
        {
            _xml.Findings.LeftOut("registrationDate", date.Iso, "a date of grant with its number");
        }
    }

    private void WritePriorities()
    {
        var written = 0;
        for (var i = 0; i < _record.Priorities.Count; i++)
        {
            var priority = _record.Priorities[i];
            var path = string.Create(CultureInfo.InvariantCulture, $"priorities[{i}]");
            if (priority.Date is not { } date || !_xml.IsListedOffice(priority.Office, path + ".office"))
            {
                _xml.Findings.LeftOut(path, priority.Number, "a priority with a listed office and a date");
                continue;
            }

            if (written++ == 0)
            {
                _xml.Start("PriorityClaimBag");
            }

            _xml.Start("PriorityClaim");
            _xml.Attribute("sequenceNumber", written.ToString(CultureInfo.InvariantCulture));
            _xml.ComText("IPOfficeCode", priority.Office?.Value);
            _xml.ApplicationNumber(null, priority.Number, path);
            _xml.Own("FilingDate", date.Iso);
            _xml.End();
        }

        if (written > 0)
        {
            _xml.End();
        }
    }

    private void WriteClassification()
    {
        if (_record.Ipc.Count == 0)
        {
            return;
        }

        _xml.Start("PatentClassificationBag");
        _xml.Start("IPCRClassificationBag");
        for (var i = 0; i < _record.Ipc.Count; i++)
        {
            _xml.Start("IPCRClassification");
            _xml.Attribute("sequenceNumber", (i + 1).ToString(CultureInfo.InvariantCulture));
            WriteIpc(_record.Ipc[i], string.Create(CultureInfo.InvariantCulture, $"ipc[{i}]"));
            _xml.End();
        }

        _xml.End();
        _xml.End();
    }

    /// <summary>The parts where the version is known, because the schema demands it with them; else the field of ST.8, else the symbol as the register has it.</summary>
    private void WriteIpc(IpcClass ipc, string path)
    {
        var parsed = IpcSymbol.Parse(ipc.Symbol);
        if (!parsed.Success || ipc.Version is not { } version)
        {
            _xml.Own("PatentClassificationText", parsed.Success ? IpcSymbol.WriteSt8(ipc) : ipc.Symbol);
            return;
        }

        _xml.OwnDate("ClassificationVersionDate", PrintedDate.Of(version));
        _xml.Own("PatentClassificationLevelCode", Indicator(ipc.Level, "ACS", path + ".level"));
        _xml.ComText("SymbolPositionCode", Indicator(ipc.Position, "FL", path + ".position"));
        _xml.Own("IPCClassificationValueCode", Indicator(ipc.Value, "IN", path + ".value"));
        _xml.OwnDate("ActionDate", ipc.ActionDate is { } action ? PrintedDate.Of(action) : null);
        _xml.Own("IPCClassificationStatusCode", Indicator(ipc.Status, "BRVD", path + ".status"));
        _xml.Own("PatentClassificationDataSourceCode", Indicator(ipc.Source, "HMG", path + ".source"));
        if (_xml.IsListedOffice(ipc.GeneratingOffice, path + ".generatingOffice"))
        {
            _xml.Own("GeneratingOfficeCode", ipc.GeneratingOffice?.Value);
        }

        var symbol = parsed.Value;
        _xml.Own("Section", symbol.Section.ToString());
        _xml.Own("Class", symbol.ClassNumber);
        _xml.Own("Subclass", symbol.Subclass.ToString());
        _xml.Own("MainGroup", symbol.MainGroup);
        _xml.Own("Subgroup", symbol.Subgroup);
    }

    private string? Indicator(char? letter, string allowed, string path)
    {
        if (letter is not { } known)
        {
            return null;
        }

        if (allowed.Contains(known, StringComparison.Ordinal))
        {
            return known.ToString();
        }

        _xml.Findings.Warning(WriterFindings.CodeUnlisted, path, known.ToString(), allowed);
        return null;
    }

    private void WriteRoute()
    {
        if (_record.Route is not { Kind: RouteKind.Pct or RouteKind.Regional } route)
        {
            return;
        }

        var international = route.Kind == RouteKind.Pct;
        var office = international ? International : _xml.IsListedOffice(route.Office, "route.office") ? route.Office?.Value : null;
        if (office is null)
        {
            _xml.Findings.LeftOut("route", route.ApplicationNumber, "a regional filing with its office");
            return;
        }

        WriteRouteFiling(route, office, international ? "InternationalFilingData" : "RegionalFilingData");
        WriteRoutePublication(route, office, international ? "InternationalPublishingData" : "RegionalPublishingData");
    }

    private void WriteRouteFiling(Route route, string office, string element)
    {
        if (route.ApplicationNumber is { } number)
        {
            _xml.Start(element);
            _xml.Start("ApplicationIdentification");
            _xml.ComText("IPOfficeCode", office);
            _xml.ApplicationNumber(null, number, "route");
            _xml.OwnDate("FilingDate", route.FilingDate);
            _xml.End();
            _xml.End();
        }
    }

    private void WriteRoutePublication(Route route, string office, string element)
    {
        if (route.PublicationNumber is { } number)
        {
            _xml.Start(element);
            _xml.Start("PatentDocumentIdentification");
            _xml.Start("PatentPublicationIdentification");
            _xml.ComText("IPOfficeCode", office);
            _xml.Own("PublicationNumber", number);
            _xml.ComDate("PublicationDate", route.PublicationDate);
            _xml.End();
            _xml.End();
            _xml.End();
        }
    }
}

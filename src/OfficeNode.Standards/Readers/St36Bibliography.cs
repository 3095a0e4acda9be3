using System.Xml.Linq;
using OfficeNode.Core;
using OfficeNode.Standards.Codes;

namespace OfficeNode.Standards.Readers;

/// <summary>Reads bibliographic data with ST.36's spelled-out names, in the general form and in the USPTO's.</summary>
internal sealed class St36Bibliography(XmlEntry entry, St36Document document)
{
    private readonly XElement _root = entry.Root;

    public Record Read(OfficeCode office)
    {
        var (own, ownOffice) = ReadOwnPublication();
        var application = XmlEntry.First(_root, "application-reference/document-id");
        entry.Text(application, "kind");
        var applicationOffice = entry.Code<OfficeCode>(application, "country");
        var filed = entry.Date(application, "date", isVital: true);
        var type = entry.Attribute(XmlEntry.First(_root, "application-reference"), "appl-type");
        var (grant, granted) = ReadGrant(own);
        return new Record
        {
            Right = St36Record.RightOf(own?.Kind, type),
            Office = ownOffice ?? document.Office ?? applicationOffice ?? office,
            ApplicationNumber = entry.Text(application, "doc-number") is { } number ? NumberYear.Of(number, filed?.Date) : null,
            FilingDate = filed,
            RegistrationNumber = grant is null ? null : NumberYear.Of(grant, granted?.Date),
            RegistrationDate = granted,
            Publications = ReadPublications(own),
            Status = St36Record.StatusOf(document, own?.Kind, own?.Date),
            Language = entry.Code<LanguageCode>(_root, "language-of-filing"),
            Route = ReadRoute(),
            Titles = [.. XmlEntry.Each(_root, "invention-title").Select(Local).OfType<LocalText>()],
            Parties = new St36Parties(entry).Read(),
            Priorities = [.. XmlEntry.Each(_root, "priority-claims/priority-claim").Select(ReadPriority)],
            Ipc = ReadIpc(),
            Locarno = [.. XmlEntry.Each(_root, "classification-locarno/main-classification").Select(entry.Text).OfType<string>().Select(code => new LocarnoClass { Code = code })],
            Abstracts = [.. XmlEntry.Each(_root, "abstract").Select(Local).OfType<LocalText>()],
        };
    }

    private LocalText? Local(XElement element)
    {
        var language = St36Document.LanguageOf(entry.Attribute(element, "lang")) ?? document.Language;
        return entry.Text(element) is { } text ? LocalText.Of(text, language) : null;
    }

    private (Publication? Publication, OfficeCode? Office) ReadOwnPublication()
    {
        var reference = XmlEntry.First(_root, "publication-reference") ?? _root.Elements().FirstOrDefault(child => child.Name.LocalName.EndsWith("-publication-reference", StringComparison.Ordinal));
        if (reference is null)
        {
            return (null, null);
        }

        var gazette = XmlEntry.First(reference, "gazette-reference") ?? XmlEntry.First(_root, "dates-of-public-availability/gazette-reference");
        entry.Date(gazette, "date");
        var publication = new Publication
        {
            Number = entry.Text(reference, "document-id/doc-number"),
            Kind = entry.Text(reference, "document-id/kind"),
            Date = entry.Date(reference, "document-id/date"),
            Gazette = entry.Text(gazette, "gazette-num"),
            Language = entry.Code<LanguageCode>(_root, "language-of-publication") ?? document.Language,
        };
        return (publication, entry.Code<OfficeCode>(reference, "document-id/country"));
    }

    private (string? Number, PrintedDate? Date) ReadGrant(Publication? own)
    {
        if (document.Root == "us-patent-grant")
        {
            return (own?.Number, own?.Date);
        }

        var reference = XmlEntry.First(_root, "dates-of-public-availability/not-printed-with-grant/document-id")
            ?? XmlEntry.First(_root, "dates-of-public-availability/printed-with-grant/document-id");
        entry.Text(reference, "country");
        return (entry.Text(reference, "doc-number"), entry.Date(reference, "date"));
    }

    private List<Publication> ReadPublications(Publication? own)
    {
        var publications = new List<Publication>();
        if (own is not null and not { Number: null, Date: null })
        {
            publications.Add(own);
        }

        foreach (var earlier in XmlEntry.Each(_root, "dates-of-public-availability/unexamined-printed-without-grant/document-id"))
        {
            entry.Text(earlier, "country");
            publications.Add(new() { Number = entry.Text(earlier, "doc-number"), Kind = entry.Text(earlier, "kind"), Date = entry.Date(earlier, "date") });
        }

        return publications;
    }

    private Route? ReadRoute()
    {
        var filing = XmlEntry.First(_root, "pct-or-regional-filing-data/document-id");
        var publishing = XmlEntry.First(_root, "pct-or-regional-publishing-data/document-id");
        if (filing is null && publishing is null)
        {
            return null;
        }

        var office = entry.Code<OfficeCode>(filing, "country") ?? entry.Code<OfficeCode>(publishing, "country");
        var publishingOffice = entry.Code<OfficeCode>(publishing, "country");
        var isPct = office?.Value is "WO" or "IB" || publishingOffice?.Value == "WO" || office is null;
        return new()
        {
            Kind = isPct ? RouteKind.Pct : RouteKind.Regional,
            Office = isPct ? null : office,
            ApplicationNumber = entry.Text(filing, "doc-number"),
            FilingDate = entry.Date(filing, "date"),
            PublicationNumber = entry.Text(publishing, "doc-number"),
            PublicationDate = entry.Date(publishing, "date"),
        };
    }

    private Priority ReadPriority(XElement claim) => new()
    {
        Office = entry.Code<OfficeCode>(claim, "country"),
        Number = entry.Text(claim, "doc-number"),
        Date = entry.Date(claim, "date"),
    };

    private List<IpcClass> ReadIpc()
    {
        var classes = new List<IpcClass>();
        foreach (var element in XmlEntry.Each(_root, "classifications-ipcr/classification-ipcr"))
        {
            var text = XmlEntry.First(element, "text");
            Add(element, text is null ? FromParts(element) : FromText(text.Value));
        }

        foreach (var (name, position) in new[] { ("main-classification", 'F'), ("further-classification", 'L') })
        {
            foreach (var element in XmlEntry.Each(_root, "classification-ipc/" + name))
            {
                Add(element, St36Ipc.ParseCompact(element.Value, position));
            }
        }

        return classes;

        void Add(XElement element, ParseResult<IpcClass> parsed)
        {
            if (parsed.Success)
            {
                entry.Take(element);
                classes.Add(parsed.Value);
            }
            else
            {
                entry.Findings.Add(ReaderFindings.ValueIpc, Severity.Warning, element.Name.LocalName, XmlEntry.OneLine(element.Value), parsed.Expected);
            }
        }
    }

    // The ST.8 field, or the display form with the edition in brackets as some offices write it.
    private static ParseResult<IpcClass> FromText(string text)
    {
        var field = IpcSymbol.ParseSt8(text.Trim('\r', '\n'));
        var bracket = text.IndexOf('(', StringComparison.Ordinal);
        return field.Success ? field : St36Ipc.Symbol(string.Concat((bracket < 0 ? text : text[..bracket]).Where(sign => !char.IsWhiteSpace(sign))), null, null);
    }

    private ParseResult<IpcClass> FromParts(XElement element)
    {
        var joined = string.Concat(Part("section"), Part("class"), Part("subclass"));
        var group = Part("main-group");
        var symbol = St36Ipc.Symbol(group.Length == 0 ? joined : $"{joined}{group}/{Part("subgroup")}", null, null);
        return !symbol.Success ? symbol : ParseResult<IpcClass>.Read(symbol.Value with
        {
            Version = entry.Date(element, "ipc-version-indicator/date")?.Date,
            Level = Letter("classification-level"),
            Position = Letter("symbol-position"),
            Value = Letter("classification-value"),
            ActionDate = entry.Date(element, "action-date/date")?.Date,
            Status = Letter("classification-status"),
            Source = Letter("classification-data-source"),
            GeneratingOffice = entry.Code<OfficeCode>(element, "generating-office/country"),
        });

        string Part(string name) => XmlEntry.First(element, name)?.Value.Trim() ?? "";

        char? Letter(string name) => Part(name) is [var letter] ? letter : null;
    }
}

using System.Xml.Linq;
using OfficeNode.Core;
using OfficeNode.Standards.Codes;

namespace OfficeNode.Standards.Readers;

/// <summary>Reads the sub-document for bibliographic data: elements named B and the INID number they print.</summary>
/// <remarks>INID codes: facts/numbering-and-codes.md [R] (ST.9). Elements ending in EP are the EPO's own.</remarks>
internal sealed class St36Sdobi(XmlEntry entry, St36Document document)
{
    // Dates that say when something happened to the file, in the order of the document.
    private static readonly string[] EventDates =
    [
        "B200/B240/B241", "B200/B240/B242", "B200/B240/B243", "B200/B240/B244", "B200/B240/B245EP", "B200/B240/B248EP",
        "B400/B451EP", "B400/B452EP", "B400/B472/B475", "B400/B477", "B500/B560/B565", "B500/B560/B565EP", "B800/B880",
    ];

    private readonly XElement _root = entry.Root;

    public Record Read(OfficeCode office)
    {
        var kind = entry.Text(_root, "B100/B130");
        var published = entry.Date(_root, "B100/B140/date");
        var filed = entry.Date(_root, "B200/B220/date", isVital: true);
        var publications = ReadPublications(kind, published);
        var isGrant = St36Record.IsGrant(document, kind);
        var granted = isGrant ? entry.Date(_root, "B400/B450/date") ?? published : null;
        return new Record
        {
            Right = St36Record.RightOf(kind, null),
            Office = entry.Code<OfficeCode>(_root, "B100/B190") ?? document.Office ?? office,
            ApplicationNumber = entry.Text(_root, "B200/B210") is { } number ? NumberYear.Of(number, filed?.Date) : null,
            FilingDate = filed,
            RegistrationNumber = isGrant && entry.Text(_root, "B100/B110") is { } grant ? NumberYear.Of(grant, granted?.Date) : null,
            RegistrationDate = granted,
            Publications = publications,
            Status = St36Record.StatusOf(document, kind, published),
            Language = entry.Code<LanguageCode>(_root, "B200/B250"),
            Route = ReadRoute(),
            Titles = ReadTitles(),
            Parties = ReadParties(),
            Priorities = ReadPriorities(),
            Ipc = ReadIpc(),
            Events = ReadEvents(),
        };
    }

    // The document's own publication first, then the earlier ones it names.
    private List<Publication> ReadPublications(string? kind, PrintedDate? published)
    {
        var number = entry.Text(_root, "B100/B110");
        var bulletin = entry.Date(_root, "B400/B405/date");
        var own = new Publication
        {
            Number = number,
            Kind = kind,
            Date = published,
            Gazette = bulletin is null || bulletin == published ? entry.Text(_root, "B400/B405/bnum") : null,
            Language = entry.Code<LanguageCode>(_root, "B200/B260") ?? document.Language,
        };
        var publications = new List<Publication> { own };
        foreach (var tag in new[] { "B430", "B450" })
        {
            var date = entry.Date(_root, $"B400/{tag}/date");
            var gazette = entry.Text(_root, $"B400/{tag}/bnum");
            if (date is not null && !publications.Exists(known => known.Date == date))
            {
                publications.Add(new() { Number = number, Date = date, Gazette = gazette });
            }
        }

        return publications;
    }

    private Route? ReadRoute()
    {
        if (XmlEntry.First(_root, "B800/B860") is null && XmlEntry.First(_root, "B800/B870") is null)
        {
            return null;
        }

        return new()
        {
            Kind = RouteKind.Pct,
            ApplicationNumber = entry.Text(_root, "B800/B860/B861/dnum/anum"),
            FilingDate = entry.Date(_root, "B800/B860/B861/date"),
            PublicationNumber = entry.Text(_root, "B800/B870/B871/dnum/pnum"),
            PublicationDate = entry.Date(_root, "B800/B870/B871/date"),
        };
    }

    // Language and title alternate: B541 B542 B541 B542.
    private List<LocalText> ReadTitles()
    {
        var titles = new List<LocalText>();
        LanguageCode? language = null;
        foreach (var element in XmlEntry.Each(_root, "B500/B540").Elements())
        {
            if (element.Name.LocalName == "B541")
            {
                language = St36Document.LanguageOf(entry.Text(element));
            }
            else if (element.Name.LocalName == "B542" && entry.Text(element) is { } title)
            {
                titles.Add(LocalText.Of(title, language));
            }
        }

        return titles;
    }

    private List<Party> ReadParties()
    {
        var parties = new List<Party>();
        foreach (var (path, role) in new[]
        {
            ("B700/B710/B711", PartyRole.Applicant), ("B700/B720/B721", PartyRole.Inventor),
            ("B700/B730/B731", PartyRole.Holder), ("B700/B740/B741", PartyRole.Representative),
        })
        {
            parties.AddRange(XmlEntry.Each(_root, path).Select(element => ReadParty(element, role)).OfType<Party>());
        }

        return parties;
    }

    private Party? ReadParty(XElement element, PartyRole role)
    {
        var last = entry.Text(element, "snm");
        var first = entry.Text(element, "fnm");
        var name = first is null ? last ?? entry.Text(element, "onm") : $"{last}, {first}";
        return name is null ? null : new()
        {
            Role = role,
            Names = [new PartyName { Text = name, LastName = first is null ? null : last, FirstName = first }],
            Address = ReadAddress(XmlEntry.First(element, "adr")),
        };
    }

    private Address? ReadAddress(XElement? address) => address is null ? null : new()
    {
        Lines = [.. XmlEntry.Each(address, "str").SelectMany(entry.Lines)],
        City = entry.Text(address, "city"),
        Region = entry.Text(address, "state") ?? entry.Text(address, "county"),
        PostalCode = entry.Text(address, "pcode"),
        Country = entry.Code<CountryCode>(address, "ctry"),
    };

    // The parts of several priorities follow each other: B310 B320 B330 B310 B320 B330.
    private List<Priority> ReadPriorities()
    {
        var priorities = new List<Priority>();
        foreach (var element in XmlEntry.Each(_root, "B300").Elements())
        {
            if (element.Name.LocalName == "B310" || priorities.Count == 0)
            {
                priorities.Add(new());
            }

            priorities[^1] = element.Name.LocalName switch
            {
                "B310" => priorities[^1] with { Number = entry.Text(element) },
                "B320" => priorities[^1] with { Date = entry.Date(element, "date") },
                "B330" => priorities[^1] with { Office = entry.Code<OfficeCode>(element, "ctry") },
                _ => priorities[^1],
            };
        }

        priorities.RemoveAll(priority => priority is { Number: null, Date: null, Office: null });
        return priorities;
    }

    private List<IpcClass> ReadIpc()
    {
        var classes = new List<IpcClass>();
        foreach (var text in XmlEntry.Each(_root, "B500/B510EP/classification-ipcr/text").Concat(XmlEntry.Each(_root, "B500/B510/classification-ipcr/text")))
        {
            Add(text, IpcSymbol.ParseSt8(text.Value.TrimStart('\n', '\r')));
        }

        foreach (var (tag, position, value) in new[] { ("B511", 'F', 'I'), ("B512", 'L', 'I'), ("B513", 'L', 'N') })
        {
            foreach (var old in XmlEntry.Each(_root, $"B500/B510/{tag}"))
            {
                Add(old, St36Ipc.ParseOld(old.Value, position, value));
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
                entry.Findings.Add(ReaderFindings.ValueIpc, Severity.Warning, element.Name.LocalName, element.Value, parsed.Expected);
            }
        }
    }

    private List<RecordEvent> ReadEvents()
    {
        var events = new List<RecordEvent>();
        foreach (var path in EventDates)
        {
            foreach (var element in XmlEntry.Each(_root, path))
            {
                if (entry.Date(element, "date") is { } date)
                {
                    events.Add(new() { Code = element.Name.LocalName, Date = date, Text = entry.Text(element, "ctry") ?? entry.Text(element, "bnum") });
                }
            }
        }

        return events;
    }
}

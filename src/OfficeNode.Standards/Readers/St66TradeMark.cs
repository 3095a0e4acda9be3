using System.Xml.Linq;
using OfficeNode.Core;

namespace OfficeNode.Standards.Readers;

/// <summary>Makes a record of one TradeMark element.</summary>
internal sealed class St66TradeMark
{
    private readonly XmlEntry _entry;
    private readonly XElement _mark;
    private readonly List<SourceImage> _images = [];

    private St66TradeMark(XmlEntry entry)
    {
        _entry = entry;
        _mark = entry.Root;
    }

    public static SourceItem Read(XElement mark, ReadOptions options, EntryFindings findings, ReaderLimits limits, long ordinal, long line)
    {
        var entry = new XmlEntry(mark, findings);
        var reader = new St66TradeMark(entry);
        var record = reader.ReadRecord(options.Office);
        if (record.IdentifyingNumber is null)
        {
            findings.Add(ReaderFindings.NumberMissing, Severity.Error);
        }

        var raw = findings.HasError ? mark.ToString() : null;
        return new SourceItem
        {
            Ordinal = ordinal,
            Line = line,
            Record = findings.HasError ? null : record,
            Unmapped = entry.Unmapped(),
            Findings = findings.Take(),
            Images = reader._images,
            Raw = raw is null || raw.Length <= limits.LongestRaw ? raw : raw[..limits.LongestRaw],
        };
    }

    private Record ReadRecord(OfficeCode office)
    {
        var filed = _entry.Date(_mark, "ApplicationDate", isVital: true) ?? _entry.Date(_mark, "ApplicationDateTime", isVital: true);
        var registered = _entry.Date(_mark, "RegistrationDate", isVital: true);
        var registeringOffice = _entry.Code<OfficeCode>(_mark, "RegistrationOfficeCode") ?? office;
        _entry.Attribute(_mark, "operationCode");
        return new Record
        {
            Right = Right.Trademark,
            Office = registeringOffice,
            ApplicationNumber = _entry.Text(_mark, "ApplicationNumber") is { } application ? NumberYear.Of(application, filed?.Date) : null,
            FilingDate = filed,
            RegistrationNumber = _entry.Text(_mark, "RegistrationNumber") is { } registration ? NumberYear.Of(registration, registered?.Date) : null,
            RegistrationDate = registered,
            ExpiryDate = _entry.Date(_mark, "ExpiryDate"),
            TerminationDate = _entry.Date(_mark, "TerminationDate"),
            Publications = [.. XmlEntry.Each(_mark, "PublicationDetails/Publication").Select(ReadPublication).OfType<Publication>()],
            Status = ReadStatus(registeringOffice),
            Language = _entry.Code<LanguageCode>(_mark, "ApplicationLanguageCode"),
            Parties = new St66Parties(_entry).Read(),
            Priorities = [.. XmlEntry.Each(_mark, "PriorityDetails/Priority").Select(ReadPriority)],
            Mark = ReadSign(),
            Nice = [.. XmlEntry.Each(_mark, "GoodsServicesDetails/GoodsServices").SelectMany(ReadGoods)],
            Vienna = ReadVienna(),
            Events = [.. XmlEntry.Each(_mark, "MarkEventDetails/MarkEvent").Select(ReadEvent).OfType<RecordEvent>()],
        };
    }

    private Publication? ReadPublication(XElement publication)
    {
        var read = new Publication { Gazette = _entry.Text(publication, "PublicationIdentifier"), Date = _entry.Date(publication, "PublicationDate") };
        return read is { Gazette: null, Date: null } ? null : read;
    }

    private RecordStatus? ReadStatus(OfficeCode office)
    {
        var code = _entry.Text(_mark, "MarkCurrentStatusCode");
        return code is null ? null : new() { Code = code, Category = St66Words.Status(code, office), Date = _entry.Date(_mark, "MarkCurrentStatusDate") };
    }

    // The USPTO writes the priority's date where its own extension has it.
    private Priority ReadPriority(XElement priority) => new()
    {
        Office = _entry.Code<OfficeCode>(priority, "PriorityCountryCode"),
        Number = _entry.Text(priority, "PriorityNumber"),
        Date = _entry.Date(priority, "PriorityDate") ?? _entry.Date(priority, "PriorityExt/ForeignApplicationFilingDate"),
    };

    private Mark ReadSign()
    {
        var words = XmlEntry.First(_mark, "WordMarkSpecification");
        var kind = _entry.Text(_mark, "KindMark");
        foreach (var image in XmlEntry.Each(_mark, "MarkImageDetails/MarkImage"))
        {
            ReadImage(image);
        }

        return new Mark
        {
            Feature = ReadFeature(),
            Category = kind is null ? null : St66Words.Kind(kind),
            Words = Locals(words, "MarkVerbalElementText"),
            Translations = Locals(words, "MarkTranslation"),
            Transliteration = _entry.Text(words, "MarkTransliteration"),
            Colours = Locals(_mark, "MarkImageDetails/MarkImage/MarkImageColourClaimedText"),
            Disclaimers = Locals(_mark, "MarkDisclaimerDetails/MarkDisclaimer"),
            Descriptions = Locals(_mark, "MarkDescriptionDetails/MarkDescription"),
            StandardCharacters = _entry.Text(words, "MarkStandardCharacterIndicator") is { } flag ? flag is "true" or "1" : null,
        };
    }

    private MarkFeature? ReadFeature()
    {
        var element = XmlEntry.First(_mark, "MarkFeature");
        if (element is null || XmlEntry.OneLine(element.Value) is not { Length: > 0 } text)
        {
            return null;
        }

        var feature = St66Words.Feature(text);
        if (feature is null)
        {
            _entry.Findings.Add(ReaderFindings.ValueCode, Severity.Warning, "TradeMark/MarkFeature", text, string.Join(", ", Enum.GetNames<MarkFeature>()));
        }
        else
        {
            _entry.Take(element);
        }

        return feature;
    }

    // A picture is named by file name, or by a file URI below the folder of the source; one that lies elsewhere stays unmapped.
    private void ReadImage(XElement image)
    {
        const string Scheme = "file://";
        var uri = XmlEntry.First(image, "MarkImageURI");
        if (uri is not null && uri.Value.Trim() is var path && path.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            _entry.Take(uri);
            _images.Add(new(path[Scheme.Length..].TrimStart('/'), DocumentCode.MarkImage));
        }
        else if (_entry.Text(image, "MarkImageFilename") is { } file)
        {
            _images.Add(new(file, DocumentCode.MarkImage));
        }
    }

    private List<LocalText> Locals(XElement? place, string path) => place is null ? [] : [.. XmlEntry.Each(place, path).Select(Local).OfType<LocalText>()];

    private LocalText? Local(XElement element)
    {
        var language = _entry.AttributeCode<LanguageCode>(element, "languageCode");
        return _entry.Text(element) is { } text ? LocalText.Of(text, language) : null;
    }

    private IEnumerable<NiceClass> ReadGoods(XElement goods)
    {
        var edition = _entry.Text(goods, "ClassificationVersion");
        foreach (var described in XmlEntry.Each(goods, "ClassDescriptionDetails/ClassDescription"))
        {
            if (_entry.Text(described, "ClassNumber") is { } number)
            {
                yield return new() { Number = number, Edition = edition, Goods = Locals(described, "GoodsServicesDescription") };
            }
        }
    }

    private List<ViennaClass> ReadVienna()
    {
        var classes = new List<ViennaClass>();
        foreach (var category in XmlEntry.Each(_mark, "MarkImageDetails/MarkImage/MarkImageCategory"))
        {
            var edition = _entry.Text(category, "CategoryVersion");
            classes.AddRange(XmlEntry.Each(category, "CategoryCodeDetails/CategoryCode")
                .Select(_entry.Text).OfType<string>().Select(code => new ViennaClass { Code = code, Edition = edition }));
        }

        return classes;
    }

    private RecordEvent? ReadEvent(XElement element)
    {
        var code = _entry.Text(element, "MarkEventCode") ?? _entry.Text(element, "MarkEventCategory");
        return code is null ? null : new()
        {
            Code = code,
            Date = _entry.Date(element, "MarkEventDate"),
            Text = _entry.Text(element, "MarkEventExt/MarkEventInternalDescriptionText") ?? _entry.Text(element, "MarkEventText"),
        };
    }
}

using OfficeNode.Core;

namespace OfficeNode.Standards.Readers;

/// <summary>Things of one kind in a row, told apart by the group their path names and by their place among several values in a field.</summary>
internal sealed class Slots<T>
    where T : class, new()
{
    private List<(int Group, int Item, T Value)>? _slots;

    public T At(Cell cell)
    {
        _slots ??= [];
        var (group, item) = (cell.Plan.Path.Group, cell.Item);
        foreach (var slot in _slots)
        {
            if (slot.Group == group && slot.Item == item)
            {
                return slot.Value;
            }
        }

        var made = new T();
        _slots.Add((group, item, made));
        return made;
    }

    public bool IsEmpty => _slots is null;

    /// <summary>The things by group, then by place.</summary>
    public IReadOnlyList<(int Group, int Item, T Value)> InOrder()
    {
        // Most rows fill their slots in order already, and sorting is not for free a million times.
        for (var i = 1; i < _slots?.Count; i++)
        {
            if ((_slots[i - 1].Group, _slots[i - 1].Item).CompareTo((_slots[i].Group, _slots[i].Item)) > 0)
            {
                _slots.Sort((one, other) => (one.Group, one.Item).CompareTo((other.Group, other.Item)));
                break;
            }
        }

        return _slots ?? [];
    }

    /// <summary>Builds what is whole; of what is not, the path is counted among the values without a place.</summary>
    public IReadOnlyList<TBuilt> Build<TBuilt>(string path, List<string> unmapped, Func<T, int, TBuilt?> build)
        where TBuilt : class
    {
        if (_slots is null)
        {
            return [];
        }

        var built = new List<TBuilt>(_slots.Count);
        foreach (var (_, _, value) in InOrder())
        {
            if (build(value, built.Count) is { } whole)
            {
                built.Add(whole);
            }
            else
            {
                unmapped.Add(path);
            }
        }

        return built;
    }
}

internal sealed class NumberDraft
{
    private string? _text;
    private System.Text.RegularExpressions.Regex? _pattern;

    public string? Series { get; set; }

    public int? Year { get; set; }

    public bool IsEmpty => _text is null;

    public void Put(Cell cell) => (_text, _pattern) = (cell.Text, cell.Plan.Year);

    public Number? Build(PrintedDate? date) => _text is null ? null : NumberYear.Of(_text, date?.Date, Series, Year, _pattern);
}

internal sealed class PublicationDraft
{
    public string? Number { get; set; }

    public string? Kind { get; set; }

    public PrintedDate? Date { get; set; }

    public string? Gazette { get; set; }

    public LanguageCode? Language { get; set; }

    // A kind or language alone, as a constant gives it, is no publication.
    public Publication? Build() => Number is null && Date is null && Gazette is null
        ? null
        : new() { Number = Number, Kind = Kind, Date = Date, Gazette = Gazette, Language = Language };
}

internal sealed class RouteDraft
{
    public RouteKind? Kind { get; set; }

    public OfficeCode? Office { get; set; }

    public string? ApplicationNumber { get; set; }

    public PrintedDate? FilingDate { get; set; }

    public string? RegistrationNumber { get; set; }

    public PrintedDate? RegistrationDate { get; set; }

    public string? PublicationNumber { get; set; }

    public PrintedDate? PublicationDate { get; set; }

    public bool IsEmpty => Kind is null && Office is null && ApplicationNumber is null && FilingDate is null && RegistrationNumber is null
        && RegistrationDate is null && PublicationNumber is null && PublicationDate is null;

    public Route? Build() => Kind is not { } kind ? null : new()
    {
        Kind = kind,
        Office = Office,
        ApplicationNumber = ApplicationNumber,
        FilingDate = FilingDate,
        RegistrationNumber = RegistrationNumber,
        RegistrationDate = RegistrationDate,
        PublicationNumber = PublicationNumber,
        PublicationDate = PublicationDate,
    };
}

internal sealed class PartyDraft(PartyRole role, int group, int item)
{
    public PartyRole Role => role;

    public int Group => group;

    public int Item => item;

    public List<PartyName> Names { get; } = [];

    public string? LastName { get; set; }

    public string? FirstName { get; set; }

    public PartyKind Kind { get; set; }

    public List<string> Lines { get; } = [];

    public string? City { get; set; }

    public string? Region { get; set; }

    public string? PostalCode { get; set; }

    public CountryCode? Country { get; set; }

    public CountryCode? Nationality { get; set; }

    public CountryCode? Residence { get; set; }

    public string? Phone { get; set; }

    public string? Email { get; set; }

    public string? IdentityNumber { get; set; }

    /// <summary>The party; null when the source gives it no name.</summary>
    public Party? Build()
    {
        var names = BuildNames();
        return names.Count == 0 ? null : new()
        {
            Role = Role,
            Kind = Kind,
            Names = names,
            Address = BuildAddress(),
            Nationality = Nationality,
            Residence = Residence,
            Phone = Phone,
            Email = Email,
            IdentityNumber = IdentityNumber,
        };
    }

    private List<PartyName> BuildNames()
    {
        if (LastName is null && FirstName is null)
        {
            return Names;
        }

        var whole = Names.Count > 0 ? Names[0] : new PartyName { Text = string.Join(", ", new[] { LastName, FirstName }.OfType<string>()) };
        return [whole with { LastName = LastName, FirstName = FirstName }, .. Names.Skip(1)];
    }

    private Address? BuildAddress() => Lines.Count == 0 && City is null && Region is null && PostalCode is null && Country is null
        ? null
        : new() { Lines = Lines, City = City, Region = Region, PostalCode = PostalCode, Country = Country };
}

internal sealed class PriorityDraft
{
    public OfficeCode? Office { get; set; }

    public string? Number { get; set; }

    public PrintedDate? Date { get; set; }

    public Priority? Build() => Number is null && Date is null ? null : new() { Office = Office, Number = Number, Date = Date };
}

internal sealed class MarkDraft
{
    public MarkFeature? Feature { get; set; }

    public string? Category { get; set; }

    public List<LocalText> Words { get; } = [];

    public List<LocalText> Translations { get; } = [];

    public string? Transliteration { get; set; }

    public List<LocalText> Colours { get; } = [];

    public List<LocalText> Disclaimers { get; } = [];

    public List<LocalText> Descriptions { get; } = [];

    public bool? StandardCharacters { get; set; }

    private bool IsEmpty => Feature is null && Category is null && Transliteration is null && StandardCharacters is null
        && Words.Count + Translations.Count + Colours.Count + Disclaimers.Count + Descriptions.Count == 0;

    public Mark? Build() => IsEmpty ? null : new()
    {
        Feature = Feature,
        Category = Category,
        Words = Words,
        Translations = Translations,
        Transliteration = Transliteration,
        Colours = Colours,
        Disclaimers = Disclaimers,
        Descriptions = Descriptions,
        StandardCharacters = StandardCharacters,
    };
}

internal sealed class NiceDraft
{
    public string? Number { get; set; }

    public List<LocalText> Goods { get; } = [];

    public NiceClass? Build(string? edition) => Number is null ? null : new() { Number = Number, Edition = edition, Goods = Goods };
}

internal sealed class DesignDraft
{
    public List<LocalText> Products { get; } = [];

    public List<string> Locarno { get; } = [];

    public List<LocalText> Descriptions { get; } = [];

    public DesignItem Build(int number, string? edition) => new()
    {
        Number = number,
        Products = Products,
        Locarno = Locarno.ConvertAll(code => new LocarnoClass { Code = code, Edition = edition }),
        Descriptions = Descriptions,
    };
}

internal sealed class EventDraft
{
    public string? Code { get; set; }

    public PrintedDate? Date { get; set; }

    public string? Text { get; set; }

    public RecordEvent? Build() => (Code ?? Text) is { } code ? new() { Code = code, Date = Date, Text = Code is null ? null : Text } : null;
}

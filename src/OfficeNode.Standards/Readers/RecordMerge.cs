using OfficeNode.Core;

namespace OfficeNode.Standards.Readers;

/// <summary>Lays what a form says over the record that it corrects. What the form does not show, and what nobody changed, stays as it was, to the last detail.</summary>
/// <remarks>A list that the form says anything of is the form's; its items that came from the record keep what the form does not show of them.</remarks>
internal sealed class RecordMerge
{
    private readonly Record _known;
    private readonly Record _read;
    private readonly FormRows _rows;
    private readonly FormTrace _trace;
    private readonly Dictionary<string, IReadOnlyList<int>> _items;

    public RecordMerge(Record known, Record read, FormRows rows, FormTrace trace)
    {
        _known = known;
        _read = read;
        _rows = rows;
        _trace = trace;
        _items = trace.Items.ToDictionary();
    }

    public (Record Record, FormTrace Trace) Run()
    {
        var (parties, places) = Parties();
        var record = _known with
        {
            ApplicationNumber = Pick("applicationNumber", _known.ApplicationNumber, _read.ApplicationNumber),
            FilingDate = Pick("filingDate", _known.FilingDate, _read.FilingDate),
            RegistrationNumber = Pick("registrationNumber", _known.RegistrationNumber, _read.RegistrationNumber),
            RegistrationDate = Pick("registrationDate", _known.RegistrationDate, _read.RegistrationDate),
            ExpiryDate = Pick("expiryDate", _known.ExpiryDate, _read.ExpiryDate),
            Status = Pick("status", _known.Status, _read.Status),
            Publications = List("publications", ["publications.number", "publications.kind", "publications.date"], _known.Publications, _read.Publications, Publication),
            Titles = Texts("titles", _known.Titles, _read.Titles),
            Abstracts = Texts("abstracts", _known.Abstracts, _read.Abstracts),
            Parties = parties,
            Priorities = List("priorities", ["priorities.office", "priorities.number", "priorities.date"], _known.Priorities, _read.Priorities, Priority),
            Ipc = List("ipc", ["ipc"], _known.Ipc, _read.Ipc, (item, known, read) => _rows.Keeps("ipc", item) ? known : read),
            Mark = Mark(),
            Nice = List("nice", ["nice", "nice.goods"], _known.Nice, _read.Nice, Nice),
            Vienna = List("vienna", ["vienna"], _known.Vienna, _read.Vienna, (item, known, read) => _rows.Keeps("vienna", item) ? known : read),
            Locarno = List("locarno", ["locarno"], _known.Locarno, _read.Locarno, Locarno),
            Designs = Designs(),
        };
        return (record, _trace with { Items = _items, Parties = places });
    }

    private T Pick<T>(string path, T known, T read) => _rows.Keeps(path, 0) ? known : read;

    private IReadOnlyList<LocalText> Texts(string path, IReadOnlyList<LocalText> known, IReadOnlyList<LocalText> read) =>
        _rows.Has(path) ? read : Unshown(path, known);

    private IReadOnlyList<T> Unshown<T>(string list, IReadOnlyList<T> known)
    {
        _items[list] = [];
        return known;
    }

    /// <param name="merge">Is given the item of the form, what the record has there and what was read; null for nothing.</param>
    private IReadOnlyList<T> List<T>(string list, IReadOnlyList<string> paths, IReadOnlyList<T> known, IReadOnlyList<T> read, Func<int, T?, T?, T?> merge)
        where T : class
    {
        if (!paths.Any(_rows.Has))
        {
            return Unshown(list, known);
        }

        var understood = _items.GetValueOrDefault(list) ?? [];
        var merged = new List<T>();
        var items = new List<int>();
        foreach (var item in _rows.Items(paths))
        {
            var place = understood.IndexOf(item);
            var before = _rows.IsKnown(item, paths) && item < known.Count ? known[item] : null;
            if (IsFilled(paths, item) && merge(item, before, place >= 0 && place < read.Count ? read[place] : null) is { } whole)
            {
                merged.Add(whole);
                items.Add(item);
            }
        }

        _items[list] = items;
        return merged;
    }

    private bool IsFilled(IReadOnlyList<string> paths, int item) => paths.Any(path => _rows.At(path, item) is { } value && value.Text.Trim().Length > 0);

    private Priority? Priority(int item, Priority? known, Priority? read) => known is null ? read : known with
    {
        Office = _rows.Keeps("priorities.office", item) ? known.Office : read?.Office,
        Number = _rows.Keeps("priorities.number", item) ? known.Number : read?.Number,
        Date = _rows.Keeps("priorities.date", item) ? known.Date : read?.Date,
    };

    private Publication? Publication(int item, Publication? known, Publication? read) => known is null ? read : known with
    {
        Number = _rows.Keeps("publications.number", item) ? known.Number : read?.Number,
        Kind = _rows.Keeps("publications.kind", item) ? known.Kind : read?.Kind,
        Date = _rows.Keeps("publications.date", item) ? known.Date : read?.Date,
    };

    private NiceClass? Nice(int item, NiceClass? known, NiceClass? read)
    {
        if (known is null)
        {
            return read;
        }

        var number = _rows.Keeps("nice", item) ? known.Number : read?.Number;
        return number is null ? null : known with
        {
            Number = number,
            Edition = Pick("nice.edition", known.Edition, read?.Edition),
            Goods = Over("nice.goods", item, known.Goods, read?.Goods),
        };
    }

    private LocarnoClass? Locarno(int item, LocarnoClass? known, LocarnoClass? read)
    {
        var one = known is not null && _rows.Keeps("locarno", item) ? known : read;
        return one is null || _rows.Keeps("locarno.edition", 0) ? one : one with { Edition = _rows.At("locarno.edition", 0)?.Text.Trim() is { Length: > 0 } edition ? edition : null };
    }

    /// <summary>The form shows the first of several texts.</summary>
    private IReadOnlyList<LocalText> Over(string path, int item, IReadOnlyList<LocalText> known, IReadOnlyList<LocalText>? read) =>
        _rows.Keeps(path, item) ? known : [.. read ?? [], .. known.Skip(1)];

    private Mark? Mark()
    {
        if (_known.Mark is not { } known)
        {
            return _read.Mark;
        }

        var read = _read.Mark ?? new Mark();
        return known with
        {
            Feature = Pick("mark.feature", known.Feature, read.Feature),
            Words = Texts("mark.words", known.Words, read.Words),
            Colours = Texts("mark.colours", known.Colours, read.Colours),
            Disclaimers = Texts("mark.disclaimers", known.Disclaimers, read.Disclaimers),
            Transliteration = Pick("mark.transliteration", known.Transliteration, read.Transliteration),
            Translations = Texts("mark.translations", known.Translations, read.Translations),
        };
    }

    private IReadOnlyList<DesignItem> Designs()
    {
        var last = _known.Designs.Select(design => design.Number).DefaultIfEmpty().Max();
        return List("designs", ["designs.products", "designs.descriptions"], _known.Designs, _read.Designs, (item, known, read) => known is null
            ? read is null ? null : read with { Number = ++last }
            : known with
            {
                Products = Over("designs.products", item, known.Products, read?.Products),
                Descriptions = Over("designs.descriptions", item, known.Descriptions, read?.Descriptions),
            });
    }

    /// <summary>The parties of the record in their order, then those that are new.</summary>
    private (IReadOnlyList<Party> Parties, IReadOnlyList<(PartyRole Role, int Item)?> Places) Parties()
    {
        var merged = new List<(Party Party, (PartyRole Role, int Item)? Place)>();
        var counts = new Dictionary<PartyRole, int>();
        var taken = new HashSet<(PartyRole Role, int Item)>();
        foreach (var party in _known.Parties)
        {
            var item = counts.GetValueOrDefault(party.Role);
            counts[party.Role] = item + 1;
            var paths = PathsOf(party.Role);
            if (!paths.Any(_rows.Has))
            {
                merged.Add((party, null));
            }
            else if (_rows.IsKnown(item, paths) && Over(party, item) is { } whole)
            {
                merged.Add((whole, (party.Role, item)));
                taken.Add((party.Role, item));
            }
        }

        merged.AddRange(_read.Parties.Zip(_trace.Parties)
            .Where(pair => pair.Second is { } place && !taken.Contains(place) && !IsGone(place))
            .Select(pair => (pair.First, pair.Second)));
        return ([.. merged.Select(pair => pair.Party)], [.. merged.Select(pair => pair.Place)]);
    }

    private bool IsGone((PartyRole Role, int Item) place) => _rows.At(PathsOf(place.Role)[0], place.Item) is not { } name || name.Text.Trim().Length == 0;

    private Party? Over(Party known, int item)
    {
        var read = _trace.Parties.IndexOf((known.Role, item)) is >= 0 and var place ? _read.Parties[place] : null;
        var paths = PathsOf(known.Role);
        if (read is null)
        {
            // Without a name it is nobody: the clerk took it out, unless the form never showed the name.
            return _rows.At(paths[0], item) is null ? known : null;
        }

        var firstKeeps = _rows.Keeps(paths[0], item);
        var otherKeeps = _rows.Keeps(paths[1], item);
        return known with
        {
            Names =
            [
                firstKeeps ? known.Names[0] : read.Names[0],
                .. otherKeeps ? known.Names.Skip(1).Take(1) : read.Names.Skip(1).Take(1),
                .. known.Names.Skip(2),
            ],
            Address = AddressOf(known.Address, read.Address, _rows.Keeps(paths[2], item), _rows.Keeps(paths[3], item)),
        };
    }

    private static Address? AddressOf(Address? known, Address? read, bool keepsLines, bool keepsCountry)
    {
        if (keepsLines && keepsCountry)
        {
            return known;
        }

        var lines = keepsLines ? known ?? new Address() : new Address { Lines = read?.Lines ?? [] };
        var whole = lines with { Country = keepsCountry ? known?.Country : read?.Country };
        return whole.Lines.Count == 0 && whole.City is null && whole.Region is null && whole.PostalCode is null && whole.Country is null ? null : whole;
    }

    private static string[] PathsOf(PartyRole role)
    {
        var path = $"parties[{MappingPath.JsonName(role.ToString())}].";
        return [path + "name", path + "otherName", path + "address.lines", path + "address.country"];
    }
}

/// <summary>Where something stands in a list.</summary>
internal static class ListPlaces
{
    public static int IndexOf<T>(this IReadOnlyList<T> list, T item)
    {
        for (var i = 0; i < list.Count; i++)
        {
            if (EqualityComparer<T>.Default.Equals(list[i], item))
            {
                return i;
            }
        }

        return -1;
    }
}

using System.Collections.Frozen;
using System.Globalization;
using OfficeNode.Core;

namespace OfficeNode.Standards.Readers;

/// <summary>A place in the record as a mapping names it: <c>filingDate</c>, <c>parties[inventor 2].address.city</c>, <c>priorities[2].number</c>.</summary>
internal sealed record MappingPath(MappingPlace Place, PartyRole? Role, int Group)
{
    private static readonly FrozenDictionary<string, MappingPlace> ByName = MappingPlaces.All.ToFrozenDictionary(place => place.Name);
    private static readonly string Roles = string.Join(", ", Enum.GetNames<PartyRole>().Select(JsonName));

    /// <summary>Two columns with equal keys fill one slot.</summary>
    public string Key => string.Create(CultureInfo.InvariantCulture, $"{Place.Name}/{Role}/{Group}");

    public static ParseResult<MappingPath> Parse(string text)
    {
        var open = text.IndexOf('[', StringComparison.Ordinal);
        var close = text.IndexOf(']', StringComparison.Ordinal);
        var name = open > 0 && close > open ? text.Remove(open, close - open + 1) : text;
        if (!ByName.TryGetValue(name, out var place))
        {
            return ParseResult<MappingPath>.Refuse(Nearest(name));
        }

        return place.IsOfParty
            ? ParseParty(place, open > 0 && close > open ? text[(open + 1)..close] : "")
            : ParseGroup(place, open > 0 ? text[(open + 1)..close] : null);
    }

    /// <summary>An enum's member as RecordJson paths and mapping files write it.</summary>
    public static string JsonName(string member) => string.Concat(char.ToLowerInvariant(member[0]).ToString(), member.AsSpan(1));

    private static ParseResult<MappingPath> ParseParty(MappingPlace place, string inside)
    {
        var words = inside.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var group = 1;
        return words.Length is 1 or 2
            && Enum.GetNames<PartyRole>().Any(role => JsonName(role) == words[0])
            && (words.Length == 1 || IsGroup(words[1], out group))
            ? ParseResult<MappingPath>.Read(new(place, Enum.Parse<PartyRole>(words[0], ignoreCase: true), group))
            : ParseResult<MappingPath>.Refuse($"{place.Name.Replace("parties", "parties[role]", StringComparison.Ordinal)} with role one of {Roles}");
    }

    private static ParseResult<MappingPath> ParseGroup(MappingPlace place, string? inside)
    {
        var group = 1;
        return inside is null || (place.HasGroups && IsGroup(inside, out group))
            ? ParseResult<MappingPath>.Read(new(place, null, group))
            : ParseResult<MappingPath>.Refuse(place.HasGroups ? "a number from 1 to 99 in brackets" : place.Name);
    }

    private static bool IsGroup(string text, out int group) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out group) && group is >= 1 and <= 99;

    // The places that share a beginning with the wrong one are what was probably meant.
    private static string Nearest(string name)
    {
        for (var length = Math.Min(name.Length, 12); length >= 3; length--)
        {
            var near = MappingPlaces.All.Where(place => place.Name.StartsWith(name[..length], StringComparison.OrdinalIgnoreCase)).Select(place => place.Name).ToList();
            if (near.Count > 0)
            {
                return string.Join(", ", near);
            }
        }

        return string.Join(", ", MappingPlaces.All.Select(place => place.Name));
    }
}

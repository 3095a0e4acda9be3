using System.Collections;
using System.Reflection;
using OfficeNode.Core;

namespace OfficeNode.Tests.Writers;

/// <summary>Fills every field of a record by reflection, so that a field added later takes part without anybody thinking of it.</summary>
internal abstract class RecordMaker
{
    public Record Make(Right right) => (Record)Fill(typeof(Record), "") with { Right = right };

    protected abstract object? Value(Type type, string path);

    protected abstract int CountOf(Type element, string path);

    protected virtual bool IsLeftEmpty(string path) => false;

    /// <summary>A chance to make one element of a list differ, for example in its role.</summary>
    protected virtual object Element(Type element, string path, int index) => Of(element, path)!; // no list of a record holds nulls

    protected object Fill(Type type, string path)
    {
        var made = Activator.CreateInstance(type)!; // all nouns of a record have a parameterless constructor
        foreach (var property in type.GetProperties().Where(property => property.CanWrite))
        {
            var below = path.Length == 0 ? Camel(property.Name) : path + "." + Camel(property.Name);
            var optional = property.GetCustomAttribute<System.Runtime.CompilerServices.RequiredMemberAttribute>() is null;
            if (!optional || !IsLeftEmpty(below))
            {
                property.SetValue(made, Of(property.PropertyType, below));
            }
        }

        return made;
    }

    protected object? Of(Type type, string path)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (plain != typeof(string) && plain.IsGenericType && typeof(IEnumerable).IsAssignableFrom(plain))
        {
            return List(plain.GetGenericArguments()[0], path);
        }

        var isNoun = plain.IsClass && plain != typeof(string);
        return isNoun ? Fill(plain, path) : Value(plain, path);
    }

    private IList List(Type element, string path)
    {
        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(element))!; // List<T> has a parameterless constructor
        var count = CountOf(element, path);
        for (var i = 0; i < count; i++)
        {
            list.Add(Element(element, $"{path}[{i}]", i));
        }

        return list;
    }

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}

/// <summary>Puts a word of its own into every text and a day of its own into every date, and remembers where each went.</summary>
internal sealed class SeededRecord : RecordMaker
{
    private static readonly (PartyRole Role, PartyKind Kind)[] Parties =
        [.. from role in Enum.GetValues<PartyRole>() from kind in Enum.GetValues<PartyKind>() select (role, kind)];

    private readonly Dictionary<string, string[]> _seeds = [];
    private readonly RouteKind _route;

    public SeededRecord(Right right) => _route = right switch { Right.Trademark => RouteKind.Madrid, Right.Design => RouteKind.Hague, _ => RouteKind.Pct };

    /// <summary>By path, the forms in which the seed may show in an output.</summary>
    public IReadOnlyDictionary<string, string[]> Seeds => _seeds;

    protected override object? Value(Type type, string path)
    {
        if (CodeText(path) is { } code)
        {
            return code;
        }

        if (type == typeof(string))
        {
            var word = "SEED" + _seeds.Count.ToString("D4", System.Globalization.CultureInfo.InvariantCulture) + "X";
            _seeds.Add(path, [word]);
            return word;
        }

        if (type == typeof(DateOnly))
        {
            var day = new DateOnly(1900, 1, 1).AddDays(_seeds.Count);
            _seeds.Add(path, [day.ToString("yyyy-MM-dd", null), day.ToString("yyyyMMdd", null), day.ToString("yyyy/MM/dd", null)]);
            return day;
        }

        return Code(type, path);
    }

    protected override int CountOf(Type element, string path) => element == typeof(Party) ? Parties.Length : 1;

    protected override object Element(Type element, string path, int index) => element == typeof(Party)
        ? (Party)Fill(element, $"parties[{Parties[index].Role},{Parties[index].Kind}]") with { Role = Parties[index].Role, Kind = Parties[index].Kind }
        : base.Element(element, path, index);

    /// <summary>Symbols that writers take apart; a word in their place would hide what hangs on them.</summary>
    private static string? CodeText(string path) => path switch
    {
        "ipc[0].symbol" => "H04N 1/40",
        "vienna[0].code" => "05.07.03",
        "designs[0].locarno[0].code" or "locarno[0].code" => "06-01",
        "mark.category" => "Trademark",
        _ => null,
    };

    /// <summary>Codes are public by nature and from short lists: they are filled, not traced.</summary>
    private object Code(Type type, string path) => type switch
    {
        _ when type == typeof(OfficeCode) => OfficeCode.Parse("XX").Value,
        _ when type == typeof(CountryCode) => CountryCode.Parse("KE").Value,
        _ when type == typeof(LanguageCode) => LanguageCode.Parse("sw").Value,
        _ when type == typeof(RouteKind) => _route,
        _ when type == typeof(char) => path.Split('.')[^1] switch { "level" => 'A', "position" => 'F', "value" => 'I', "status" => 'B', _ => 'H' },
        _ when type == typeof(bool) => true,
        _ when type == typeof(int) => 1,
        _ when type.IsEnum => Enum.GetValues(type).GetValue(0)!, // no enum is empty
        _ => throw new NotSupportedException($"{type.Name} at {path}: teach this test the new kind of field."),
    };
}

/// <summary>Fills a record at random: some fields left empty, lists of any small length, texts with whatever a file may bring.</summary>
internal sealed class ArbitraryRecord : RecordMaker
{
    private static readonly string[] Likely =
        ["", " ", "H04N 1/40", "06-01", "05.07.03", "30", "99", "Trademark", "P/2026/000123", "\t\r\n", "<&>\"']]>", "١٢٣/٢٠٢٦", "\uD83D\uDE00", "a\n\nb\n \nc"];

    private static readonly string[] Codes = ["XX", "EP", "KE", "MH", "ZZ", "SU", "QQ"];

    private static readonly string[] Languages = ["en", "ar", "zz", "sh", "xq"];

    private readonly Random _random;

    public ArbitraryRecord(int seed) => _random = new Random(seed);

    protected override object? Value(Type type, string path) => type switch
    {
        _ when type == typeof(string) => Text(),
        _ when type == typeof(DateOnly) => DateOnly.FromDayNumber(_random.Next(DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber + 1)),
        _ when type == typeof(OfficeCode) => OfficeCode.Parse(Codes[_random.Next(Codes.Length)]).Value,
        _ when type == typeof(CountryCode) => CountryCode.Parse(Codes[_random.Next(Codes.Length)]).Value,
        _ when type == typeof(LanguageCode) => LanguageCode.Parse(Languages[_random.Next(Languages.Length)]).Value,
        _ when type == typeof(char) => (char)_random.Next(0x10000),
        _ when type == typeof(bool) => _random.Next(2) == 0,
        _ when type == typeof(int) => _random.Next(4) == 0 ? _random.Next(int.MinValue, int.MaxValue) : _random.Next(1, 4),
        _ when type.IsEnum => Enum.GetValues(type).GetValue(_random.Next(Enum.GetValues(type).Length)),
        _ => throw new NotSupportedException($"{type.Name} at {path}: teach this test the new kind of field."),
    };

    protected override bool IsLeftEmpty(string path) => _random.Next(4) == 0;

    protected override int CountOf(Type element, string path) => _random.Next(4);

    private string Text() => _random.Next(3) == 0
        ? Likely[_random.Next(Likely.Length)]
        : string.Concat(Enumerable.Range(0, _random.Next(12)).Select(_ => (char)_random.Next(_random.Next(2) == 0 ? 0x80 : 0x10000)));
}

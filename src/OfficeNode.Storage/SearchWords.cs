using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using OfficeNode.Core;

namespace OfficeNode.Storage;

/// <summary>What somebody typed to find dossiers, taken apart: words, a number, classes, right and year.</summary>
/// <remarks>Anything may be typed: what has no meaning of its own is words. Thread-safe.</remarks>
public sealed partial record SearchWords
{
    // A title pasted whole finds its dossier by its first words; more only make it slower.
    private const int MostWords = 12;
    private const int MostLetters = 200;

    private SearchWords()
    {
    }

    /// <summary>The words as <see cref="NameKey"/> folds them, in the order typed.</summary>
    public required IReadOnlyList<string> Words { get; init; }

    /// <summary>All that was typed beside filters as a number is compared (<see cref="Number.SearchKey"/>); null without a digit.</summary>
    public string? NumberKey { get; init; }

    /// <summary>Classes that a dossier must all have: <c>25</c>, <c>06.03</c>, <c>F24S 10/20</c>; an IPC symbol as far as it was typed.</summary>
    public required IReadOnlyList<string> Classes { get; init; }

    public Right? Right { get; init; }

    /// <summary>The year of the filing or of the number.</summary>
    public int? Year { get; init; }

    /// <summary>Whether anything beside words narrows the search.</summary>
    public bool HasFilters => Classes.Count > 0 || Right is not null || Year is not null;

    public bool IsEmpty => Words.Count == 0 && !HasFilters;

    /// <summary>
    /// Reads what was typed: <c>cl:25</c> a class, <c>r:T</c> a right by its letter, <c>y:2024</c> a year, an IPC symbol as it is printed, a dossier by its name;
    /// all else is words and numbers.
    /// </summary>
    public static SearchWords Parse(string typed)
    {
        var name = DossierName.Parse(Sound(typed.Length > MostLetters ? typed[..MostLetters] : typed));
        if (!name.Success)
        {
            return Of("");
        }

        var rest = name.Value.Number;
        var classes = new List<string>();
        var right = name.Value.Right;
        int? year = null;
        rest = Filter().Replace(rest, filter =>
        {
            var value = filter.Groups["value"].Value;
            switch (char.ToUpperInvariant(filter.Value[0]))
            {
                case 'C':
                    classes.Add(ClassOf(value));
                    break;
                case 'R':
                    right = RightLetter.Read(value[0]);
                    break;
                default:
                    year = int.Parse(value, CultureInfo.InvariantCulture);
                    break;
            }

            return " ";
        });
        rest = IpcSymbol().Replace(rest, symbol =>
        {
            classes.Add(ClassOf(symbol.Value));
            return " ";
        });
        return Of(rest) with { Classes = [.. classes.Where(code => code.Length > 0).Distinct().Take(MostWords)], Right = right, Year = year };
    }

    // Half a surrogate pair, which nothing further on takes, becomes a replacement sign.
    private static string Sound(string typed) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(typed));

    private static SearchWords Of(string rest)
    {
        var number = Number.Of(rest).SearchKey;
        return new SearchWords
        {
            Words = [.. NameKey.Of(rest).Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MostWords)],
            NumberKey = number.Any(char.IsDigit) ? number : null,
            Classes = [],
        };
    }

    // As classes are stored: capitals, one blank after the subclass of the IPC, no noughts before a class of marks or designs.
    private static string ClassOf(string typed)
    {
        var code = typed.ToUpperInvariant().TrimStart('0');
        var symbol = IpcSymbol().Match(code);
        return symbol.Success && symbol.Groups["group"].Value is { Length: > 0 } group ? $"{symbol.Groups["subclass"].Value} {group}" : code.Trim();
    }

    [GeneratedRegex(@"(?<!\S)(?:cl:\s*(?<value>[a-h]\d{2}[a-z](?:\s*\d{1,4}(?:/\d*)?)?|[a-z0-9./-]+)|r:\s*(?<value>[putd])(?!\S)|y:\s*(?<value>[0-9]{4})(?!\S))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Filter();

    // Section, class, subclass, then the group as far as it is there (facts/numbering-and-codes.md [V]).
    [GeneratedRegex(@"(?<!\S)(?<subclass>[A-H][0-9]{2}[A-Z])(?:\s*(?<group>[0-9]{1,4}(?:/[0-9]{0,6})?))?(?!\S)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex IpcSymbol();
}

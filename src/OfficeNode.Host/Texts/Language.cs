using System.Collections.Frozen;
using System.Globalization;

namespace OfficeNode.Host.Texts;

/// <summary>In which direction a language is written.</summary>
public enum TextDirection
{
    LeftToRight,
    RightToLeft,
}

/// <summary>The texts of screens and findings in one tongue, and how it counts, writes dates and numbers, and sorts. Immutable; thread-safe.</summary>
/// <remarks>
/// Each request has its own: <see cref="Enter"/> makes a language that of everything that runs from there, also of what is awaited, and of nothing beside it.
/// Where nobody entered one it is English.
/// </remarks>
public sealed class Language
{
    private static readonly AsyncLocal<Language?> Ambient = new();

    private readonly FrozenDictionary<string, string> _texts;
    private readonly string _dayPattern;
    private readonly string _dayAndYearPattern;

    internal Language(LanguageHead head, FrozenDictionary<string, string> texts, bool isOffices)
    {
        Head = head;
        IsOffices = isOffices;
        _texts = texts;
        _dayPattern = LanguageCulture.DayPattern(head.Culture);
        _dayAndYearPattern = LanguageCulture.DayAndYearPattern(head.Culture);
        Sorting = StringComparer.Create(head.Culture, CompareOptions.IgnoreCase | CompareOptions.NumericOrdering);
    }

    /// <summary>English, as the program has it: days before months, as most offices write.</summary>
    public static Language English { get; } = new(
        new(LanguageTag.Parse("en").Value, "English", TextDirection.LeftToRight, LanguageCulture.Of("en-GB") ?? CultureInfo.InvariantCulture, PluralRule.English), EnglishTexts.All, isOffices: false);

    /// <summary>The language of what runs now.</summary>
    public static Language Current => Ambient.Value ?? English;

    public LanguageTag Tag => Head.Tag;

    /// <summary>What the language calls itself.</summary>
    public string Name => Head.Name;

    public TextDirection Direction => Head.Direction;

    public bool IsRightToLeft => Direction == TextDirection.RightToLeft;

    /// <summary>The value of the <c>dir</c> attribute of HTML.</summary>
    public string HtmlDirection => IsRightToLeft ? "rtl" : "ltr";

    /// <summary>Dates and numbers: always the Gregorian calendar and the digits 0 to 9. Read-only.</summary>
    public CultureInfo Culture => Head.Culture;

    public PluralRule Plural => Head.Plural;

    /// <summary>The order of names in this language; capitals count as small letters, and B-2 comes before B-10.</summary>
    public StringComparer Sorting { get; }

    /// <summary>Whether the office's own file made or corrected it.</summary>
    public bool IsOffices { get; }

    /// <summary>How many of the program's texts it has itself.</summary>
    public int Translated => EnglishTexts.Keys.Count(_texts.ContainsKey);

    internal LanguageHead Head { get; }

    internal FrozenDictionary<string, string> Texts => _texts;

    /// <summary>Makes this the language of what runs from here, until what is returned is disposed of.</summary>
    /// <returns>Puts back what was before. Where a method that is awaited enters a language, its end puts it back by itself.</returns>
    public IDisposable Enter()
    {
        var before = new Before(Ambient.Value, CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        Ambient.Value = this;
        CultureInfo.CurrentCulture = Culture;
        CultureInfo.CurrentUICulture = Culture;
        return before;
    }

    /// <summary>A day of this year as the language writes it: <c>20 de noviembre</c>.</summary>
    public string DayOfYear(DateOnly day) => day.ToString(_dayPattern, Culture);

    /// <summary>A day as the language writes it: <c>20 de noviembre de 2026</c>.</summary>
    public string Day(DateOnly day) => day.ToString(_dayAndYearPattern, Culture);

    /// <summary>The text of a key, in English where the language has none; null when there is no such key.</summary>
    internal string? Find(string key) => _texts.GetValueOrDefault(key) ?? EnglishTexts.All.GetValueOrDefault(key);

    /// <summary>The text of a key for so many of what it counts.</summary>
    internal string? Find(string key, long count) => Own(key, count) ?? English.Own(key, count);

    /// <summary>A text with its places filled in.</summary>
    internal string Fill(string template, Func<string, string?> valueOf) =>
        Template.Fill(template, IsRightToLeft ? name => Isolation.Of(valueOf(name)) : valueOf);

    private string? Own(string key, long count) => _texts.GetValueOrDefault(LanguageKey.Of(key, Plural.FormOf(count))) ?? _texts.GetValueOrDefault(key);

    private sealed class Before(Language? language, CultureInfo culture, CultureInfo uiCulture) : IDisposable
    {
        public void Dispose()
        {
            Ambient.Value = language;
            CultureInfo.CurrentCulture = culture;
            CultureInfo.CurrentUICulture = uiCulture;
        }
    }
}

/// <summary>What a language is, without its texts.</summary>
internal sealed record LanguageHead(LanguageTag Tag, string Name, TextDirection Direction, CultureInfo Culture, PluralRule Plural);

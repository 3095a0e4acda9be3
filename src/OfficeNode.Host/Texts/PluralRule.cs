namespace OfficeNode.Host.Texts;

/// <summary>Which form of counting a whole number takes in a language. Immutable.</summary>
/// <remarks>
/// Source: Unicode CLDR, "Language Plural Rules", cardinal numbers, for whole numbers written in digits. A language of an office's own follows one of these
/// rules by its name: there is no rule language to learn, and none to get wrong.
/// </remarks>
public sealed class PluralRule
{
    // Whoever counts beyond this meets no new form but that of whole millions.
    private const int FarEnough = 200;

    private readonly Func<long, CountForm> _formOf;

    private PluralRule(string name, CountForm main, CountForm? rare, IReadOnlyList<CountForm> forms, Func<long, CountForm> formOf)
    {
        Name = name;
        Main = main;
        Rare = rare;
        Forms = forms;
        _formOf = formOf;
    }

    /// <summary>One, and everything else: English, and what a language is taken for that says nothing.</summary>
    public static PluralRule English { get; } = new("en", CountForm.Other, null, [CountForm.One, CountForm.Other], OneOrOther);

    /// <summary>All rules, those of the languages that the program brings and one for languages that do not change the counted word.</summary>
    public static IReadOnlyList<PluralRule> All { get; } =
    [
        English,
        new("fr", CountForm.Other, CountForm.Many, [CountForm.One, CountForm.Many, CountForm.Other], number => number is 0 or 1 ? CountForm.One : Millions(number)),
        new("es", CountForm.Other, CountForm.Many, [CountForm.One, CountForm.Many, CountForm.Other], number => number == 1 ? CountForm.One : Millions(number)),
        new("pt", CountForm.Other, CountForm.Many, [CountForm.One, CountForm.Many, CountForm.Other], number => number is 0 or 1 ? CountForm.One : Millions(number)),
        new("ar", CountForm.Other, null, [CountForm.Zero, CountForm.One, CountForm.Two, CountForm.Few, CountForm.Many, CountForm.Other], Arabic),
        new("ru", CountForm.Many, null, [CountForm.One, CountForm.Few, CountForm.Many, CountForm.Other], Russian),
        new("id", CountForm.Other, null, [CountForm.Other], _ => CountForm.Other),
    ];

    /// <summary>The language it is named after, as a file says it: <c>like ru</c>.</summary>
    public string Name { get; }

    /// <summary>The form that a text without a form in its key stands for: the one that most numbers take.</summary>
    public CountForm Main { get; }

    /// <summary>The form of whole millions, which a language may leave to <see cref="Main"/>; null where there is none.</summary>
    public CountForm? Rare { get; }

    /// <summary>All forms that may be written in keys.</summary>
    public IReadOnlyList<CountForm> Forms { get; }

    /// <summary>The forms that a text needs beside the one without a form in its key.</summary>
    public IEnumerable<CountForm> NeededForms => Forms.Where(form => form != Main && form != CountForm.Other && form != Rare);

    /// <summary>The rule of a name; null when there is none.</summary>
    public static PluralRule? Named(string name) => All.FirstOrDefault(rule => rule.Name == name);

    /// <summary>The rule of a language: its own, or that of English. European Portuguese counts none as many, unlike that of Brazil.</summary>
    public static PluralRule For(LanguageTag tag) => Named(tag.Value == "pt-PT" ? "es" : tag.Primary) ?? English;

    /// <summary>The form for a number; a negative one counts as its amount.</summary>
    public CountForm FormOf(long number) => _formOf(Math.Abs(number));

    /// <summary>Whether a form means one number only, so that its text may say it in a word instead of a digit.</summary>
    public bool MeansOneNumber(CountForm form) => Enumerable.Range(0, FarEnough).Count(number => FormOf(number) == form) == 1;

    private static CountForm OneOrOther(long number) => number == 1 ? CountForm.One : CountForm.Other;

    private static CountForm Millions(long number) => number > 0 && number % 1_000_000 == 0 ? CountForm.Many : CountForm.Other;

    private static CountForm Arabic(long number) => number switch
    {
        0 => CountForm.Zero,
        1 => CountForm.One,
        2 => CountForm.Two,
        _ => (number % 100) switch
        {
            >= 3 and <= 10 => CountForm.Few,
            >= 11 => CountForm.Many,
            _ => CountForm.Other,
        },
    };

    private static CountForm Russian(long number) => (number % 10, number % 100) switch
    {
        (_, >= 11 and <= 14) => CountForm.Many,
        (1, _) => CountForm.One,
        ( >= 2 and <= 4, _) => CountForm.Few,
        _ => CountForm.Many,
    };
}

using System.Collections.Frozen;
using OfficeNode.Core;

namespace OfficeNode.Host.Texts;

/// <summary>Makes a language of what a file says: what is wrong in it is left out and found.</summary>
internal sealed class LanguageMaker
{
    private const string LikeRule = "like ";

    private readonly LanguageFile _file;
    private readonly Language? _basis;
    private readonly LanguageLimits _limits;
    private readonly FileFindings _findings;

    private LanguageMaker(LanguageFile file, Language? basis, LanguageLimits limits)
    {
        _file = file;
        _basis = basis;
        _limits = limits;
        _findings = new FileFindings(file.File, limits);
    }

    /// <summary>The tag that a file is for; null when it says none or a wrong one.</summary>
    public static LanguageTag? TagOf(LanguageFile file) =>
        file.Head.GetValueOrDefault("language") is { } tag && LanguageTag.Parse(tag) is { Success: true } parsed ? parsed.Value : null;

    /// <summary>The language, or null when its head is not usable; with all that was found in the file.</summary>
    /// <param name="basis">The language that the file corrects, or is a kind of; null when it brings one of its own.</param>
    public static (Language? Language, IReadOnlyList<Finding> Findings) Make(LanguageFile file, Language? basis, bool isOffices, LanguageLimits limits)
    {
        if (!file.IsReadable)
        {
            return (null, file.Findings);
        }

        var maker = new LanguageMaker(file, basis, limits);
        var head = maker.Head();
        var language = head is null ? null : new Language(head, maker.Texts(head.Plural), isOffices);
        return (language, [.. file.Findings, .. maker._findings.All]);
    }

    private LanguageHead? Head()
    {
        if (TagOf(_file) is not { } tag)
        {
            Unusable("language", LanguageTag.Parse("").Expected ?? "");
            return null;
        }

        var corrected = _basis?.Tag == tag ? _basis : null;
        var name = Value("name") ?? corrected?.Name;
        var direction = Value("direction") is { } said ? DirectionOf(said) : _basis?.Direction;
        if (name is null)
        {
            Unusable("name", "\"...\"");
        }

        if (direction is null)
        {
            Unusable("direction", "ltr, rtl");
        }

        return name is null || direction is null ? null : new LanguageHead(tag, name, direction.Value, Culture(tag, corrected), Plural(tag));
    }

    private static TextDirection? DirectionOf(string text) => text switch
    {
        "ltr" => TextDirection.LeftToRight,
        "rtl" => TextDirection.RightToLeft,
        _ => null,
    };

    private System.Globalization.CultureInfo Culture(LanguageTag tag, Language? corrected)
    {
        if (Value("culture") is { } name)
        {
            if (LanguageCulture.Of(name) is { } named)
            {
                return named;
            }

            _findings.Add(LanguageFindings.CultureUnknown, Severity.Warning, "culture", null, name, tag.Value);
        }

        return corrected?.Culture ?? LanguageCulture.Of(tag.Value) ?? _basis?.Culture ?? Language.English.Culture;
    }

    private PluralRule Plural(LanguageTag tag)
    {
        if (Value("plural") is { } said)
        {
            if (said.StartsWith(LikeRule, StringComparison.Ordinal) && PluralRule.Named(said[LikeRule.Length..]) is { } rule)
            {
                return rule;
            }

            _findings.Add(LanguageFindings.PluralUnknown, Severity.Warning, "plural", null, said, string.Join(", ", PluralRule.All.Select(known => LikeRule + known.Name)));
        }

        return PluralRule.For(tag);
    }

    private FrozenDictionary<string, string> Texts(PluralRule plural)
    {
        var own = new Dictionary<string, string>(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var text in _file.Texts)
        {
            if (!seen.Add(text.Key))
            {
                _findings.Add(LanguageFindings.KeyTwice, Severity.Warning, text.Key, text.Line);
            }
            else if (text.Text.Length > 0 && IsGood(text, plural))
            {
                own.Add(text.Key, text.Text);
            }
        }

        return (_basis is null ? own : _basis.Texts.Where(pair => !own.ContainsKey(pair.Key)).Concat(own)).ToFrozenDictionary(StringComparer.Ordinal);
    }

    private bool IsGood(FileText text, PluralRule plural)
    {
        var key = LanguageKey.Of(text.Key);
        if (!EnglishTexts.All.TryGetValue(key.Text, out var english) || (key.Form is { } form && !(EnglishTexts.IsCounted(key.Text) && plural.Forms.Contains(form))))
        {
            _findings.Add(LanguageFindings.KeyUnknown, Severity.Warning, text.Key, text.Line);
            return false;
        }

        if (text.Text.Length > _limits.Text || text.Text.Any(letter => char.IsControl(letter) && letter != '\t'))
        {
            _findings.Add(LanguageFindings.TextUnusable, Severity.Error, text.Key, text.Line, text.Text, "\"...\"");
            return false;
        }

        if (!TextPlaces.Agree(text.Text, english, key.Form, plural))
        {
            _findings.Add(LanguageFindings.PlacesDiffer, Severity.Error, text.Key, text.Line, TextPlaces.Named(text.Text), TextPlaces.Named(english));
            return false;
        }

        if (text.English is { } once && once != (EnglishTexts.All.GetValueOrDefault(text.Key) ?? english))
        {
            _findings.Add(LanguageFindings.EnglishChanged, Severity.Info, text.Key, text.Line, once, english);
        }

        return true;
    }

    private string? Value(string name) => _file.Head.GetValueOrDefault(name);

    private void Unusable(string name, string expected) => _findings.Add(LanguageFindings.HeadUnusable, Severity.Error, name, null, Value(name), expected);
}

/// <summary>Compares the places in braces of a text with those of the English one.</summary>
internal static class TextPlaces
{
    private const string Count = "count";

    /// <summary>Whether a text names the same places. A form that means one number only may say the number in a word.</summary>
    public static bool Agree(string text, string english, CountForm? form, PluralRule plural)
    {
        var expected = Template.Places(english);
        var mayLeaveOut = form is { } counted && plural.MeansOneNumber(counted);
        var found = Template.Places(text);
        return Template.IsBalanced(text) && (found.SequenceEqual(expected) || (mayLeaveOut && found.SequenceEqual(expected.Where(place => place != Count))));
    }

    public static string Named(string text) => string.Join(' ', Template.Places(text).Select(place => $"{{{place}}}"));
}

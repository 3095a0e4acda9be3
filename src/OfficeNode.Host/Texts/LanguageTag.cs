using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using OfficeNode.Core;
using OfficeNode.Core.Json;

namespace OfficeNode.Host.Texts;

/// <summary>Names a language of screens: <c>fr</c>, <c>pt-BR</c>, <c>zh-Hant</c>. Always in the letters' usual case, so that two are equal when they mean the same.</summary>
/// <remarks>BCP 47, as far as people write it in practice: language, then script, region and variants. Extensions and private use are refused.</remarks>
[JsonConverter(typeof(TextValueConverter<LanguageTag>))]
public readonly partial record struct LanguageTag : ITextValue<LanguageTag>
{
    private LanguageTag(string value) => Value = value;

    public string Value { get; }

    /// <summary>The language without script and region.</summary>
    public string Primary => Value.Split('-')[0];

    /// <summary>The tag and those that it is a kind of, the nearest first: <c>zh-Hant-TW</c>, <c>zh-Hant</c>, <c>zh</c>.</summary>
    public IEnumerable<string> SelfAndParents
    {
        get
        {
            for (var end = Value.Length; end > 0; end = Value.LastIndexOf('-', end - 1))
            {
                yield return Value[..end];
            }
        }
    }

    public static ParseResult<LanguageTag> Parse(string text) => Form().Match(text) is { Success: true } match
        ? ParseResult<LanguageTag>.Read(new(
            match.Groups["language"].Value.ToLowerInvariant() + Title(match.Groups["script"].Value) + match.Groups["region"].Value.ToUpperInvariant() + match.Groups["variants"].Value.ToLowerInvariant()))
        : ParseResult<LanguageTag>.Refuse("a language tag of BCP 47, as fr or pt-BR");

    public override string ToString() => Value;

    private static string Title(string script) => script.Length == 0 ? "" : $"-{char.ToUpperInvariant(script[1])}{script[2..].ToLowerInvariant()}";

    [GeneratedRegex("^(?<language>[A-Za-z]{2,3})(?<script>-[A-Za-z]{4})?(?<region>-(?:[A-Za-z]{2}|[0-9]{3}))?(?<variants>(?:-(?:[A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3})){0,2})$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}

using System.Text.RegularExpressions;
using OfficeNode.Core;

namespace OfficeNode.Host.Texts;

/// <summary>Phrases among the places and values of findings: a finding keeps them as short English, and they are said in the language of the reader.</summary>
/// <remarks>Only what is matched whole is a phrase; all else was printed, typed or measured, and stays as it is.</remarks>
internal static partial class FindingPhrases
{
    // What is said of pictures alone: elsewhere somebody may have typed such a word.
    private const string OfLooks = "LOOK-";

    private static readonly Dictionary<string, string> Looks = new(StringComparer.Ordinal)
    {
        ["paper"] = "phrase.paper",
        ["ink"] = "phrase.ink",
        ["left"] = "phrase.left",
        ["right"] = "phrase.right",
        ["top"] = "phrase.top",
        ["bottom"] = "phrase.bottom",
        ["paper on all sides"] = "phrase.paper-on-all-sides",
    };

    /// <summary>A place or value as the reader's language says it.</summary>
    public static string? Of(Finding finding, string? value) => value is null ? null
        : Numbered().Match(value) is { Success: true } numbered ? Words.Of("phrase." + numbered.Groups["what"].Value, ("number", numbered.Groups["number"].Value))
        : !finding.Rule.StartsWith(OfLooks, StringComparison.Ordinal) ? value
        : Bound().Match(value) is { Success: true } bound ? Words.Of("phrase.or-" + bound.Groups["way"].Value, ("value", bound.Groups["value"].Value))
        : Looks.TryGetValue(value, out var key) ? Words.Of(key)
        : value.Split(' ') is { Length: > 1 } sides && Array.TrueForAll(sides, Looks.ContainsKey) ? string.Join(Words.Of("record.comma"), sides.Select(side => Words.Of(Looks[side])))
        : value;

    [GeneratedRegex(@"\A(?<what>page|frame) (?<number>[0-9]{1,6})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Numbered();

    [GeneratedRegex(@"\A(?<value>[0-9.]+( dpi| mm|°)?) or (?<way>more|less)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Bound();
}

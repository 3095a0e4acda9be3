using System.Collections;
using System.Collections.Frozen;
using System.Globalization;
using System.Resources;

namespace OfficeNode.Host.Texts;

/// <summary>The English texts by key, out of all <c>…Words</c> and <c>…Findings</c> resources. What other languages do not say is taken from here. Thread-safe.</summary>
internal static class EnglishTexts
{
    private const string Extension = ".resources";

    /// <summary>All texts; a key stands in one resource only (a test sees to it).</summary>
    public static FrozenDictionary<string, string> All { get; } = Catalogues().SelectMany(Read).ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What a language has to say: all keys, a counted text once.</summary>
    public static IReadOnlyList<string> Keys { get; } = [.. All.Keys.Where(key => LanguageKey.Of(key).Form is null).Order(StringComparer.Ordinal)];

    /// <summary>Whether a text has forms of counting: English has one of its own for the number one.</summary>
    public static bool IsCounted(string key) => All.ContainsKey(LanguageKey.Of(key, CountForm.One));

    private static IEnumerable<ResourceManager> Catalogues() => typeof(EnglishTexts).Assembly
        .GetManifestResourceNames()
        .Where(name => name.EndsWith("Words" + Extension, StringComparison.Ordinal) || name.EndsWith("Findings" + Extension, StringComparison.Ordinal))
        .Select(name => new ResourceManager(name[..^Extension.Length], typeof(EnglishTexts).Assembly));

    private static IEnumerable<KeyValuePair<string, string>> Read(ResourceManager catalogue) => catalogue
        .GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: false)!   // a resource that the assembly named is there
        .Cast<DictionaryEntry>()
        .Select(entry => KeyValuePair.Create((string)entry.Key, (string)entry.Value!));              // resources of texts hold texts alone
}

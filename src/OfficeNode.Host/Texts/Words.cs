using System.Globalization;
using System.Resources;

namespace OfficeNode.Host.Texts;

/// <summary>The words of commands and screens in the language of what runs now, from the <c>…Words</c> resources and the languages' files. Thread-safe.</summary>
public static class Words
{
    /// <summary>A text with its places filled in, numbers as the language writes them.</summary>
    /// <exception cref="MissingManifestResourceException">The key has no text: a fault of the program, found by a test.</exception>
    public static string Of(string key, params ReadOnlySpan<(string Name, object? Value)> values) => Fill(Language.Current.Find(key) ?? throw Missing(key), new(StringComparer.Ordinal), values);

    /// <summary>A text about so many of something, in the form that the language has for the number; its place <c>{count}</c> is filled in.</summary>
    /// <exception cref="MissingManifestResourceException">The key has no text: a fault of the program, found by a test.</exception>
    public static string OfCount(string key, long count, params ReadOnlySpan<(string Name, object? Value)> values) => Fill(
        Language.Current.Find(key, count) ?? throw Missing(key),
        new(StringComparer.Ordinal) { ["count"] = count.ToString("N0", CultureInfo.CurrentCulture) },
        values);

    private static string Fill(string template, Dictionary<string, object?> filled, ReadOnlySpan<(string Name, object? Value)> values)
    {
        foreach (var (name, value) in values)
        {
            filled.Add(name, value);
        }

        return Language.Current.Fill(template, name => Convert.ToString(filled.GetValueOrDefault(name), CultureInfo.CurrentCulture));
    }

    private static MissingManifestResourceException Missing(string key) => new($"The text '{key}' is missing.");
}

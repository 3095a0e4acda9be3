using System.Globalization;
using System.Resources;

namespace OfficeNode.Host.Texts;

/// <summary>The words of commands and screens, from the resource <c>Words</c>. Thread-safe.</summary>
public static class Words
{
    private static readonly ResourceManager Catalogue = new("OfficeNode.Host.Texts.Words", typeof(Words).Assembly);

    /// <summary>A text with its places filled in, numbers as the language writes them.</summary>
    /// <exception cref="MissingManifestResourceException">The key has no text: a fault of the program, found by a test.</exception>
    public static string Of(string key, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        var template = Catalogue.GetString(key, CultureInfo.CurrentUICulture)
            ?? throw new MissingManifestResourceException($"The text '{key}' is missing.");
        var filled = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (name, value) in values)
        {
            filled.Add(name, value);
        }

        return Template.Fill(template, name => Convert.ToString(filled.GetValueOrDefault(name), CultureInfo.CurrentCulture));
    }
}

using System.Text.Json;
using OfficeNode.Host.Texts;

namespace OfficeNode.Host.Kiosk;

/// <summary>What is printed on the keys that have a name, on the keyboards of the language of the screen.</summary>
internal static class KeyNames
{
    private static readonly string[] Keys = ["Escape", "Enter", "Shift", "Ctrl", "Delete", "Space"];

    /// <summary>The keys of a chord as they are printed: <c>Ctrl+Z</c> is two.</summary>
    public static IEnumerable<string> Of(string chord) => chord.Split('+').Select(key => Keys.Contains(key) ? Words.Of("key." + key) : key);

    /// <summary>The names by the keys' own, as the client reads them.</summary>
    public static string Json => JsonSerializer.Serialize(Keys.ToDictionary(key => key, key => Words.Of("key." + key)));
}

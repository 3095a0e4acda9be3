using System.Text.Json.Nodes;

namespace OfficeNode.Journeys.Settings;

/// <summary>The settings as a person changes them by an editor.</summary>
internal static class SettingsFile
{
    /// <summary>Writes one part anew.</summary>
    public static async Task SetAsync(TestNode node, string part, string value)
    {
        var file = node.Folder.SettingsFile;
        var settings = JsonNode.Parse(await File.ReadAllTextAsync(file)) ?? throw new InvalidOperationException("There are no settings.");
        settings[part] = JsonNode.Parse(value);
        await File.WriteAllTextAsync(file, settings.ToJsonString());
    }
}

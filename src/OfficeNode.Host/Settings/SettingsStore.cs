using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using OfficeNode.Core.Disk;
using OfficeNode.Storage;

namespace OfficeNode.Host.Settings;

/// <summary>The settings file is not usable: wrong use, exit code 2.</summary>
public sealed class SettingsException : Exception
{
    public SettingsException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}

/// <summary>Reads and replaces <c>settings.json</c>.</summary>
public sealed class SettingsStore
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DictionaryKeyPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    private readonly NodeFolder _folder;
    private readonly IDisk _disk;

    public SettingsStore(NodeFolder folder, IDisk disk)
    {
        _folder = folder;
        _disk = disk;
    }

    /// <exception cref="SettingsException">There is no settings file, or it does not say what it must.</exception>
    public NodeSettings Load()
    {
        try
        {
            using var file = File.OpenRead(_folder.SettingsFile);
            var settings = JsonSerializer.Deserialize<NodeSettings>(file, Json) ?? throw new SettingsException($"{_folder.SettingsFile} is empty.");
            SettingsCheck.Run(settings, _folder.SettingsFile);
            return settings;
        }
        catch (JsonException error)
        {
            throw new SettingsException($"{_folder.SettingsFile}, line {error.LineNumber + 1}: {error.Message}", error);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new SettingsException($"{_folder.Root} is not the data directory of a node: it has no settings.json.", error);
        }
    }

    /// <summary>The JSON of one part of the settings, as package rows keep it.</summary>
    public static string Write<T>(T part) => JsonSerializer.Serialize(part, Json);

    /// <summary>Reads what <see cref="Write{T}"/> wrote.</summary>
    public static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Json) ?? throw new JsonException("A stored setting is never null.");

    /// <summary>Replaces the file in one step: a stop leaves the old or the new settings, never a mixture.</summary>
    public void Save(NodeSettings settings)
    {
        SettingsCheck.Run(settings, _folder.SettingsFile);
        WholeFile.Replace(_disk, _folder.SettingsFile, file => JsonSerializer.Serialize(file, settings, Json));
    }
}

using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace OfficeNode.Core.Json;

/// <summary>Page text as it is kept: JSON, compressed, because a back-file has a million pages. It can be made again at any time by reading the page anew.</summary>
public static class PageTextJson
{
    /// <summary>The ending of such a file.</summary>
    public const string Extension = "text.json.gz";

    private static readonly PageTextContext Context = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    // Turns stand third, within the first hundred bytes.
    private const int Beginning = 512;

    public static byte[] Write(PageText text)
    {
        using var bytes = new MemoryStream();
        using (var compressed = new GZipStream(bytes, CompressionLevel.Optimal, leaveOpen: true))
        {
            JsonSerializer.Serialize(compressed, text, Context.PageText);
        }

        return bytes.ToArray();
    }

    /// <exception cref="JsonException">The file is no page text.</exception>
    /// <exception cref="InvalidDataException">The file is damaged.</exception>
    public static PageText Read(Stream file)
    {
        using var plain = new GZipStream(file, CompressionMode.Decompress, leaveOpen: true);
        return JsonSerializer.Deserialize(plain, Context.PageText) ?? throw new JsonException("A page text is never null.");
    }

    /// <summary>The turns of a page text, from its beginning alone: a sheet of a thousand pages asks for a thousand of them.</summary>
    /// <exception cref="JsonException">The file is no page text.</exception>
    /// <exception cref="InvalidDataException">The file is damaged.</exception>
    public static int ReadTurns(Stream file)
    {
        using var plain = new GZipStream(file, CompressionMode.Decompress, leaveOpen: true);
        Span<byte> beginning = stackalloc byte[Beginning];
        var length = plain.ReadAtLeast(beginning, Beginning, throwOnEndOfStream: false);
        var json = new Utf8JsonReader(beginning[..length], isFinalBlock: false, state: default);
        while (json.Read())
        {
            if (json is { TokenType: JsonTokenType.PropertyName, CurrentDepth: 1 } && json.ValueTextEquals("turns"u8) && json.Read())
            {
                return json.GetInt32();
            }
        }

        throw new JsonException("A page text begins with its size and its turns.");
    }
}

[JsonSerializable(typeof(PageText))]
internal sealed partial class PageTextContext : JsonSerializerContext;

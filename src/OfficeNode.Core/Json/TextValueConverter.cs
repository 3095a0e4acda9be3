using System.Text.Json;
using System.Text.Json.Serialization;

namespace OfficeNode.Core.Json;

/// <summary>Writes a text value as a JSON string and refuses one that does not parse.</summary>
public sealed class TextValueConverter<T> : JsonConverter<T>
    where T : struct, ITextValue<T>
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.GetString() ?? "";
        var parsed = T.Parse(text);
        return parsed.Success ? parsed.Value : throw new JsonException($"'{text}' is not a {typeof(T).Name}: expected {parsed.Expected}.");
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}

using System.Collections;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using OfficeNode.Core;

namespace OfficeNode.Packaging.Json;

/// <summary>JSON with one form only: UTF-8, no white space, fixed order, nothing null and nothing empty, enums as words.</summary>
/// <remarks>What is signed must have one reading: bytes that do not come out the same when written again are refused.</remarks>
internal static class CanonicalJson
{
    // Readers of a manifest, a member list and a receipt meet at most three levels.
    private const int Deepest = 8;

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = Deepest,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        TypeInfoResolver = PackagingJsonContext.Default.WithAddedModifier(LeaveOutEmptyLists),
    };

    public static byte[] Write<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, TypeOf<T>());

    public static void Write<T>(Utf8JsonWriter writer, T value) => JsonSerializer.Serialize(writer, value, TypeOf<T>());

    /// <summary>Reads what <see cref="Write{T}(T)"/> wrote; refuses every other form.</summary>
    public static ParseResult<T> Read<T>(ReadOnlySpan<byte> json)
    {
        try
        {
            var value = JsonSerializer.Deserialize(json, TypeOf<T>());
            return value is not null && json.SequenceEqual(Write(value))
                ? ParseResult<T>.Read(value)
                : ParseResult<T>.Refuse("canonical JSON");
        }
        catch (JsonException error)
        {
            return ParseResult<T>.Refuse(error.Path is { Length: > 0 } path ? $"a readable value at {path}" : "readable JSON");
        }
    }

    private static JsonTypeInfo<T> TypeOf<T>() => (JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T));

    private static void LeaveOutEmptyLists(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            if (typeof(IEnumerable).IsAssignableFrom(property.PropertyType) && property.PropertyType != typeof(string))
            {
                property.ShouldSerialize = (_, value) => value is IEnumerable list && list.GetEnumerator().MoveNext();
            }
        }
    }
}

[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(StoredManifest))]
[JsonSerializable(typeof(StoredReceipt))]
[JsonSerializable(typeof(MemberLine))]
[JsonSerializable(typeof(PrefixLine))]
internal sealed partial class PackagingJsonContext : JsonSerializerContext;

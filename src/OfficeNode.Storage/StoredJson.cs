using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using OfficeNode.Core;
using OfficeNode.Core.Batches;
using OfficeNode.Storage.Tables;

namespace OfficeNode.Storage;

/// <summary>The JSON of small values inside rows. Readers accept what older programs wrote.</summary>
internal static class StoredJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = StoredJsonContext.Default,
    };

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, (JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T)));

    public static T Read<T>(string json) => JsonSerializer.Deserialize(json, (JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T)))
        ?? throw new JsonException($"A stored {typeof(T).Name} is never null.");
}

[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(ImageFacts))]
[JsonSerializable(typeof(PageOrigin))]
[JsonSerializable(typeof(Finding))]
[JsonSerializable(typeof(OfficeNode.Core.Closing.DayCounts))]
[JsonSerializable(typeof(IReadOnlyList<Finding>))]
[JsonSerializable(typeof(IReadOnlyList<DocumentCode>))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(IReadOnlyList<PackagedPage>))]
[JsonSerializable(typeof(DeliveryProof))]
[JsonSerializable(typeof(ErrandResult))]
[JsonSerializable(typeof(PageLook))]
[JsonSerializable(typeof(BatchEdit))]
internal sealed partial class StoredJsonContext : JsonSerializerContext;

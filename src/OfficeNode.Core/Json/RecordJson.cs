using System.Collections;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace OfficeNode.Core.Json;

/// <summary>The canonical JSON of a record: what a revision stores and its digest is taken of.</summary>
/// <remarks>
/// UTF-8 without white space, properties in the order of <see cref="Record"/>, nothing null and nothing empty, enums as words, text unescaped
/// where JSON allows. The first property is <c>schema</c>. Equal records give equal bytes. Thread-safe.
/// </remarks>
public static class RecordJson
{
    /// <summary>The schema number written today. Readers take every number up to this one.</summary>
    public const int Schema = 1;

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter() },

        // Not source-generated: generated readers set an init-only list that the text leaves out to null instead of keeping its default.
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutEmptyLists } },
    };

    private static readonly JsonTypeInfo<StoredRecord> Stored = (JsonTypeInfo<StoredRecord>)Options.GetTypeInfo(typeof(StoredRecord));

    /// <summary>Writes the canonical bytes.</summary>
    public static byte[] Write(Record record) => JsonSerializer.SerializeToUtf8Bytes(new StoredRecord { Schema = Schema, Record = record }, Stored);

    /// <summary>Reads the bytes of a stored revision of any schema number known.</summary>
    /// <exception cref="JsonException">The bytes are not a record, or of a newer schema than this program knows.</exception>
    public static Record Read(ReadOnlySpan<byte> json)
    {
        var stored = JsonSerializer.Deserialize(json, Stored)
            ?? throw new JsonException("A stored record is an object, found null.");
        return stored.Schema is >= 1 and <= Schema
            ? stored.Record
            : throw new JsonException($"Record schema {stored.Schema} is unknown: this program reads 1 to {Schema}.");
    }

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

/// <summary>A record with the number of the schema it was written in.</summary>
internal sealed class StoredRecord
{
    public required int Schema { get; init; }

    public required Record Record { get; init; }
}

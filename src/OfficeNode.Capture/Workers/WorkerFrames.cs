using System.Buffers.Binary;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace OfficeNode.Capture.Workers;

/// <summary>The frames on the pipes between service and worker: length of the header, length of the body (32 bits each, Intel order), header as JSON, body.</summary>
/// <remarks>Neither side believes the other's lengths beyond the limits here: a worker that was misled by an image may write anything.</remarks>
internal static class WorkerFrames
{
    /// <summary>Bytes. A reply with a hundred findings has 40 KiB.</summary>
    public const int LongestHeader = 1 << 20;

    /// <summary>Bytes. Above what <see cref="ImageLimits.MostDecodedBytes"/> leaves once compressed.</summary>
    public const int LongestBody = 400 << 20;

    private const int PrefixLength = 8;

    public static async Task WriteAsync<T>(Stream stream, T header, JsonTypeInfo<T> type, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(header, type);
        var start = new byte[PrefixLength + json.Length];
        BinaryPrimitives.WriteInt32LittleEndian(start, json.Length);
        BinaryPrimitives.WriteInt32LittleEndian(start.AsSpan(4), body.Length);
        json.CopyTo(start, PrefixLength);
        await stream.WriteAsync(start, cancellationToken);
        await stream.WriteAsync(body, cancellationToken);
        await stream.FlushAsync(cancellationToken);
    }

    /// <summary>Reads one frame; null at the end of the stream.</summary>
    /// <exception cref="InvalidDataException">The bytes are no frame.</exception>
    /// <exception cref="EndOfStreamException">The stream ends within a frame.</exception>
    public static async Task<(T Header, byte[] Body)?> ReadAsync<T>(Stream stream, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        var prefix = new byte[PrefixLength];
        var read = await stream.ReadAtLeastAsync(prefix, PrefixLength, throwOnEndOfStream: false, cancellationToken);
        if (read == 0)
        {
            return null;
        }

        if (read < PrefixLength)
        {
            throw new EndOfStreamException("The stream ended within the lengths of a frame.");
        }

        var headerLength = BinaryPrimitives.ReadInt32LittleEndian(prefix);
        var bodyLength = BinaryPrimitives.ReadInt32LittleEndian(prefix.AsSpan(4));
        if (headerLength is <= 0 or > LongestHeader || bodyLength is < 0 or > LongestBody)
        {
            throw new InvalidDataException($"A frame of {headerLength} and {bodyLength} bytes.");
        }

        var json = new byte[headerLength];
        await stream.ReadExactlyAsync(json, cancellationToken);
        var header = Parse(json, type);
        var body = bodyLength == 0 ? [] : new byte[bodyLength];
        await stream.ReadExactlyAsync(body, cancellationToken);
        return (header, body);
    }

    private static T Parse<T>(byte[] json, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(json, type) ?? throw new InvalidDataException("A frame's header is null.");
        }
        catch (JsonException error)
        {
            throw new InvalidDataException("A frame's header is no JSON of ours.", error);
        }
    }
}

using OfficeNode.Core;

namespace OfficeNode.Packaging.Json;

/// <summary>The canonical JSON of a manifest: what is signed. Equal manifests give equal bytes. Thread-safe.</summary>
public static class ManifestJson
{
    /// <summary>The number of the format written today, the only one read.</summary>
    public const int Format = 1;

    public static byte[] Write(Manifest manifest) => CanonicalJson.Write(new StoredManifest { Format = Format, Manifest = manifest });

    public static ParseResult<Manifest> Read(ReadOnlySpan<byte> json)
    {
        var stored = CanonicalJson.Read<StoredManifest>(json);
        if (!stored.Success)
        {
            return ParseResult<Manifest>.Refuse(stored.Expected!);   // set whenever Success is false
        }

        return stored.Value.Format == Format
            ? ParseResult<Manifest>.Read(stored.Value.Manifest)
            : ParseResult<Manifest>.Refuse($"a manifest of format {Format}");
    }
}

/// <summary>A manifest with the number of its format.</summary>
internal sealed class StoredManifest
{
    public required int Format { get; init; }

    public required Manifest Manifest { get; init; }
}

using OfficeNode.Core;
using OfficeNode.Host.Texts;
using OfficeNode.Standards.Readers;

namespace OfficeNode.Host.Commands;

/// <summary>Reads the mapping file that a command names.</summary>
internal static class MappingFile
{
    /// <summary>The mapping with the digest of its file; nothing and an empty digest when none is named.</summary>
    /// <exception cref="UsageException">The file is not there or is no mapping; its findings were printed.</exception>
    public static async Task<(Mapping? Mapping, string Digest)> LoadAsync(string? file, Screen screen, CancellationToken cancellation)
    {
        if (file is null)
        {
            return (null, "");
        }

        if (!File.Exists(file))
        {
            throw new UsageException(Words.Of("file.missing", ("file", file)));
        }

        var bytes = await File.ReadAllBytesAsync(file, cancellation);
        var reading = Mapping.Read(bytes, file);
        screen.Reasons(reading.Findings);
        return reading.Mapping is { } mapping && !Values.HasErrors(reading.Findings)
            ? (mapping, Digest.Of(bytes).Value)
            : throw new UsageException(Words.Of("import.map.unusable", ("file", file)));
    }
}

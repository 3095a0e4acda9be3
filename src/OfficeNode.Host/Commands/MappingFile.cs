using OfficeNode.Core;
using OfficeNode.Host.Texts;
using OfficeNode.Standards.Readers;

namespace OfficeNode.Host.Commands;

/// <summary>Reads the mapping file that a command names.</summary>
internal static class MappingFile
{
    /// <summary>The mapping with a digest of all that it says; nothing and an empty digest when none is named.</summary>
    /// <param name="right">What the records are, whatever the file says; null leaves it to the file.</param>
    /// <exception cref="UsageException">The file is not there or is no mapping; its findings were printed.</exception>
    public static async Task<(Mapping? Mapping, string Digest)> LoadAsync(string? file, Right? right, Screen screen, CancellationToken cancellation)
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
        if (reading.Mapping is not { } mapping || Values.HasErrors(reading.Findings))
        {
            throw new UsageException(Words.Of("import.map.unusable", ("file", file)));
        }

        return right is { } of
            ? (mapping with { Right = new RightChoice { Fixed = of } }, Digest.Of([.. bytes, (byte)RightLetter.Of(of)]).Value)
            : (mapping, Digest.Of(bytes).Value);
    }
}

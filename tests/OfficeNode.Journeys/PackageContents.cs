using System.IO.Compression;
using System.Security.Cryptography;

namespace OfficeNode.Journeys;

/// <summary>Reads packages with another program's eyes: the platform's own ZIP reader.</summary>
internal static class PackageContents
{
    /// <summary>The members of a package, decompressed, by path.</summary>
    public static IReadOnlyDictionary<string, byte[]> Of(string zip)
    {
        using var archive = ZipFile.OpenRead(zip);
        return archive.Entries.ToDictionary(entry => entry.FullName, Read);
    }

    /// <summary>The SHA-256 of each member, by path, of all packages together.</summary>
    public static SortedDictionary<string, string> DigestsOf(IEnumerable<string> zips)
    {
        var digests = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (path, bytes) in zips.SelectMany(Of))
        {
            digests.Add(path, Convert.ToHexStringLower(SHA256.HashData(bytes)));
        }

        return digests;
    }

    private static byte[] Read(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        var bytes = new byte[entry.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}

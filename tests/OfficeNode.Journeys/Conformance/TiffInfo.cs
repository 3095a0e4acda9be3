using System.Globalization;
using System.Text.RegularExpressions;
using OfficeNode.TestKit;

namespace OfficeNode.Journeys.Conformance;

/// <summary>Compares TIFF files with the profile of patent page images, in the words of libtiff's own <c>tiffinfo</c>.</summary>
/// <remarks>The profile: facts/patentscope.md, measured at all 138 images of WIPO's ST.36 examples.</remarks>
internal static partial class TiffInfo
{
    private static readonly string[] Demanded =
    [
        "Resolution: 300, 300 pixels/inch",
        "Bits/Sample: 1",
        "Compression Scheme: CCITT Group 4",
        "Photometric Interpretation: min-is-white",
    ];

    /// <summary>What is wrong, a line for each file and fault.</summary>
    public static IReadOnlyList<string> Faults(IReadOnlyList<string> files)
    {
        var run = Tool.Run("tiffinfo", "libtiff-tools", files);
        var said = FileLine().Split(run.Output).Where(part => part.Length > 0).Chunk(2).ToDictionary(pair => pair[0], pair => pair[1]);
        return [.. files.SelectMany(file => FaultsOf(file, files.Count == 1 ? run.Output : said.GetValueOrDefault(file, "")).Select(fault => $"{file}: {fault}"))];
    }

    private static IEnumerable<string> FaultsOf(string file, string said)
    {
        foreach (var missing in Demanded.Where(line => !said.Contains(line, StringComparison.Ordinal)))
        {
            yield return $"not '{missing}'";
        }

        if (said.Split("=== TIFF directory").Length != 2)
        {
            yield return "not one page";
        }

        var length = Number(LengthLine().Match(said));
        if (length is null || length != Number(StripLine().Match(said)))
        {
            yield return "not one strip";
        }

        if (said.Contains("Samples/Pixel", StringComparison.Ordinal) && !said.Contains("Samples/Pixel: 1\n", StringComparison.Ordinal))
        {
            yield return "not one sample per pixel";
        }

        // tiffinfo does not say the byte order: it is the first two bytes, II for little-endian.
        using var bytes = File.OpenRead(file);
        if ((bytes.ReadByte(), bytes.ReadByte()) != ('I', 'I'))
        {
            yield return "not little-endian";
        }
    }

    private static int? Number(Match match) => match.Success ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex("^File (.+):$\n", RegexOptions.Multiline)]
    private static partial Regex FileLine();

    [GeneratedRegex("Image Length: ([0-9]+)")]
    private static partial Regex LengthLine();

    [GeneratedRegex("Rows/Strip: ([0-9]+)")]
    private static partial Regex StripLine();
}

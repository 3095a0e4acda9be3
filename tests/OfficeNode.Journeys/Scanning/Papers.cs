using System.Globalization;
using OfficeNode.TestKit;

namespace OfficeNode.Journeys.Scanning;

/// <summary>Small pictures, all different, as a scanner that saves files would leave them in a folder.</summary>
internal static class Papers
{
    private const int Side = 16;

    /// <summary>Lays so many files into a new folder beside the node.</summary>
    public static string Lay(TestNode node, int count)
    {
        var folder = Directory.CreateDirectory(node.PathOf("papers")).FullName;
        foreach (var (name, number) in Names(count).Select((name, number) => (name, number)))
        {
            File.WriteAllBytes(Path.Combine(folder, name), Picture(number));
        }

        return folder;
    }

    public static IEnumerable<string> Names(int count) => Enumerable.Range(1, count).Select(number => string.Create(CultureInfo.InvariantCulture, $"page{number}.png"));

    /// <summary>Scans one file so many times over.</summary>
    public static async Task ScanCopiesAsync(TestNode node, string file, int count, params string[] more)
    {
        var folder = Directory.CreateDirectory(node.PathOf("papers")).FullName;
        for (var copy = 1; copy <= count; copy++)
        {
            File.Copy(file, Path.Combine(folder, FormattableString.Invariant($"{copy}{Path.GetExtension(file)}")));
        }

        await node.DoAsync(["scan", "--rest", "0", "--source", $"folder:{folder}", .. more]);
    }

    public static byte[] Picture(int number)
    {
        var pixels = new byte[Side * Side * 3];
        new Random(number).NextBytes(pixels);
        return TinyPng.Write(Side, pixels);
    }
}

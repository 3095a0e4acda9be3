using System.Globalization;
using System.Text;
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

    /// <summary>Lays so many pages for SANE's <c>pnm</c> device, each wider than the one before; the source that scans them in order.</summary>
    public static string LayForScanner(TestNode node, int count)
    {
        var folder = Directory.CreateDirectory(node.PathOf("glass")).FullName;
        var pages = Enumerable.Range(1, count).Select(sheet => Path.Combine(folder, FormattableString.Invariant($"{sheet}.pgm"))).ToList();
        foreach (var (path, sheet) in pages.Select((path, place) => (path, place + 1)))
        {
            var pixels = new byte[WidthOf(sheet) * Side];
            new Random(sheet).NextBytes(pixels);
            File.WriteAllBytes(path, [.. Encoding.ASCII.GetBytes(FormattableString.Invariant($"P5\n{WidthOf(sheet)} {Side}\n255\n")), .. pixels]);
        }

        return "sane:pnm:0?" + string.Join('&', pages.Select(page => "filename=" + Uri.EscapeDataString(page)));
    }

    /// <summary>By which a page of <see cref="LayForScanner"/> is known.</summary>
    public static int WidthOf(int sheet) => Side + sheet;

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

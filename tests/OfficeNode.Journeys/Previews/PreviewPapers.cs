using OfficeNode.Storage.Tables;
using OfficeNode.TestKit;

namespace OfficeNode.Journeys.Previews;

/// <summary>Pages large enough to be looked at, all different, scanned into a node.</summary>
internal static class PreviewPapers
{
    private const int Side = 300;

    /// <summary>Scans so many pages; they become the node's newest batch.</summary>
    public static async Task<IReadOnlyList<NewestPage>> ScanAsync(TestNode node, int count)
    {
        var folder = Directory.CreateDirectory(node.PathOf("papers")).FullName;
        for (var number = 1; number <= count; number++)
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, FormattableString.Invariant($"{number}.png")), Picture(number));
        }

        return await ScanAsync(node, folder);
    }

    /// <summary>Scans what lies in a folder.</summary>
    public static async Task<IReadOnlyList<NewestPage>> ScanAsync(TestNode node, string folder)
    {
        await node.DoAsync("scan", "--rest", "0", "--source", $"folder:{folder}");
        return Pages(node);
    }

    public static IReadOnlyList<NewestPage> Pages(TestNode node) => node.Read(session => session.Batches.NewestPages(0, 1_000));

    /// <summary>Takes all previews away, as somebody may who needs room.</summary>
    public static void Clear(TestNode node) => Directory.Delete(node.Folder.Previews, recursive: true);

    public static IReadOnlyList<string> Files(TestNode node) =>
        Directory.Exists(node.Folder.Previews) ? [.. Directory.GetFiles(node.Folder.Previews, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)] : [];

    /// <summary>Lines of ink, thicker from page to page.</summary>
    private static byte[] Picture(int number)
    {
        var pixels = new byte[Side * Side * 3];
        for (var at = 0; at < pixels.Length; at++)
        {
            pixels[at] = (byte)(at / (Side * 3) % 20 < number % 19 + 1 ? 30 : 240);
        }

        return TinyPng.Write(Side, pixels);
    }
}

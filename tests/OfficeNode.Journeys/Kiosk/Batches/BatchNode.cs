using OfficeNode.Core.Batches;
using OfficeNode.Core.People;
using OfficeNode.Journeys.Scanning;
using OfficeNode.Journeys.Service;
using OfficeNode.TestKit;

namespace OfficeNode.Journeys.Kiosk.Batches;

/// <summary>Lays batches into a node for tests of the screens that show them.</summary>
internal static class BatchNode
{
    public static readonly BatchId First = new(1);

    /// <summary>A batch as paper makes it: two documents of a dossier behind their separators, pages of which two are remarked on, and a blank one. Its pages are 1 to 10.</summary>
    public static async Task LayPaperAsync(TestNode node)
    {
        var folder = Directory.CreateDirectory(node.PathOf("stack")).FullName;
        await node.DoAsync("separators", "print", "--dossier", "P-2026-000123", "--document", "APP", "--pages", "5", "--to", Path.Combine(folder, "01.pdf"));
        await node.DoAsync("separators", "print", "--dossier", "P-2026-000123", "--document", "DES", "--to", Path.Combine(folder, "06.pdf"));
        foreach (var (name, sample) in new[]
        {
            ("02.tif", "boismort.1.tif"), ("03.tif", "boismort.15.tif"), ("04.tif", "bois-2.tif"), ("07.tif", "feyn.tif"), ("08.jpg", "1555.003.jpg"), ("09.tif", "pageseg3.tif"), ("10.png", "patent.png"),
        })
        {
            File.Copy(SharedMaterial.Require("samples/scans/leptonica/" + sample), Path.Combine(folder, name));
        }

        var white = new byte[64 * 64 * 3];
        Array.Fill(white, (byte)255);
        await File.WriteAllBytesAsync(Path.Combine(folder, "05.png"), TinyPng.Write(64, white));
        await node.RunAsync("scan", "--rest", "0", "--source", "folder:" + folder);
    }

    /// <summary>A batch of small pages without any document, as B-1.</summary>
    public static Task LayPagesAsync(TestNode node, int count) => node.DoAsync("scan", "--rest", "0", "--source", "folder:" + Papers.Lay(node, count));

    /// <summary>The numbers of the pages in their order.</summary>
    public static IReadOnlyList<int> OrderOf(TestNode node, BatchId batch) => [.. node.Read(session => session.Batches.Arrange(batch)).Pages.Select(page => page.Page.Number)];

    /// <summary>A clerk at a browser without script.</summary>
    public static Visitor Clerk(ServedNode served) => served.As("binta", Role.Clerk);
}

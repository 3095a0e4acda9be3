using NUnit.Framework;
using OfficeNode.Core.Disk;
using OfficeNode.Core.Ledgers;
using OfficeNode.Host.Journey;
using OfficeNode.Journeys.Ledgers;
using OfficeNode.TestKit;

namespace OfficeNode.Journeys.Kiosk.Ledgers;

/// <summary>Drawn pages of a register: ruled columns, a band of writing for each record, scanned into a node as a volume.</summary>
internal static class LedgerPapers
{
    private const int Side = 900;
    private const int Head = 90;
    private const int Band = 70;
    private const int Records = 9;

    private static readonly int[] Rules = [30, 160, 300, 560, 740, 870];

    /// <summary>Declares a volume of so many drawn pages.</summary>
    public static async Task<VolumeId> DeclareAsync(TestNode node, int pages)
    {
        await ScanAsync(node, pages);
        using var opened = Host.Journey.Node.Open(node.Folder.Root, new PhysicalDisk(), node.Time);
        var answer = new LedgerJourney(opened, "ada").Declare(LedgerOffice.Marks(new Core.Batches.BatchId(1)));
        Assert.That(answer.Refused, Is.Empty);
        return answer.Volume!.Value;   // it was not refused
    }

    /// <summary>Scans so many drawn pages as a batch.</summary>
    public static async Task ScanAsync(TestNode node, int pages)
    {
        var folder = Directory.CreateDirectory(node.PathOf("papers")).FullName;
        for (var number = 1; number <= pages; number++)
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, FormattableString.Invariant($"{number}.png")), Draw(number));
        }

        await node.DoAsync("scan", "--rest", "0", "--source", $"folder:{folder}");
    }

    private static byte[] Draw(int number)
    {
        var pixels = new byte[Side * Side * 3];
        pixels.AsSpan().Fill(246);
        var random = new Random(number);
        for (var y = 0; y < Side; y++)
        {
            for (var x = 0; x < Side; x++)
            {
                if (IsRule(x, y))
                {
                    Ink(pixels, x, y, 150);
                }
            }
        }

        for (var record = 0; record < Records; record++)
        {
            for (var column = 0; column + 1 < Rules.Length; column++)
            {
                Write(pixels, random, Rules[column] + 8, Rules[column + 1] - 8, Head + (record * Band) + 14);
            }
        }

        return TinyPng.Write(Side, pixels);
    }

    private static bool IsRule(int x, int y) => (Rules.Contains(x) && y >= 40) || (x >= Rules[0] && x <= Rules[^1] && y >= Head && (y - Head) % Band == 0);

    // Strokes of a pen, word by word, two lines high.
    private static void Write(byte[] pixels, Random random, int from, int to, int top)
    {
        foreach (var line in new[] { top, top + 26 })
        {
            for (var x = from; x < to - 6; x += random.Next(7, 13))
            {
                var (height, lean) = (random.Next(6, 15), random.Next(-1, 2));
                for (var step = 0; step < height; step++)
                {
                    Ink(pixels, x + (lean * step / 4), line + 15 - step, 40);
                    Ink(pixels, x + 1 + (lean * step / 4), line + 15 - step, 70);
                }
            }
        }
    }

    private static void Ink(byte[] pixels, int x, int y, byte grey) => pixels.AsSpan(((y * Side) + x) * 3, 3).Fill(grey);
}

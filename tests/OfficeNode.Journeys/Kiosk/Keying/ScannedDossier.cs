using NUnit.Framework;
using OfficeNode.Core.Batches;
using OfficeNode.Core.Disk;
using OfficeNode.Core.Keying;
using OfficeNode.Host.Journey;
using OfficeNode.TestKit;

namespace OfficeNode.Journeys.Kiosk.Keying;

/// <summary>A paper dossier of the generator on a node, scanned, read and handed over: ready to be keyed.</summary>
internal static class ScannedDossier
{
    private const int FirstSeed = 70;

    /// <summary>A node of the dossier's office, with the dossier as entry E-1.</summary>
    public static async Task<TestNode> MakeAsync(string kind, string language) => await MakeAsync(kind, language, 1);

    /// <summary>The same with so many dossiers, all different.</summary>
    public static async Task<TestNode> MakeAsync(string kind, string language, int count)
    {
        using var temporary = new TemporaryFolder();
        var truths = Enumerable.Range(1, count).Select(place => DossierTruth.Make(temporary.PathOf($"{place}"), kind, language, "office", FirstSeed + place)).ToList();
        var node = await TestNode.CreateAsync(truths[0].Office, "Paper office");
        foreach (var (truth, place) in truths.Select((truth, place) => (truth, place)))
        {
            var folder = Directory.CreateDirectory(node.PathOf($"papers-{place}")).FullName;
            File.Copy(Path.Combine(Path.GetDirectoryName(truth.Pages[0])!, "batch.tif"), Path.Combine(folder, "batch.tif"));   // a page lies in its dossier's folder
            await node.DoAsync("scan", "--rest", "0", "--source", $"folder:{folder}");
        }

        await node.DoAsync("read", "--languages", truths[0].Language is "rus" or "ara" ? truths[0].Language + ",eng" : truths[0].Language);
        foreach (var batch in Enumerable.Range(1, count))
        {
            HandOver(node, batch);
        }

        return node;
    }

    /// <summary>Hands a batch over to keying; its entries.</summary>
    public static IReadOnlyList<Entry> HandOver(TestNode node, int batch)
    {
        using var opened = Host.Journey.Node.Open(node.Folder.Root, new PhysicalDisk(), node.Time);
        Assert.That(new KeyingJourney(opened, "scanner").HandOver(new BatchId(batch)), Is.Empty);
        return opened.Register.Read(session => session.Entries.OfBatch(new BatchId(batch)));
    }
}

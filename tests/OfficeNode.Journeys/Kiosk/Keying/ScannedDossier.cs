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
    private const int Seed = 71;

    /// <summary>A node of the dossier's office, with the dossier as entry E-1.</summary>
    public static async Task<TestNode> MakeAsync(string kind, string language)
    {
        using var temporary = new TemporaryFolder();
        var truth = DossierTruth.Make(temporary.PathOf("made"), kind, language, "office", Seed);
        var node = await TestNode.CreateAsync(truth.Office, "Paper office");
        var folder = Directory.CreateDirectory(node.PathOf("papers")).FullName;
        File.Copy(Path.Combine(Path.GetDirectoryName(truth.Pages[0])!, "batch.tif"), Path.Combine(folder, "batch.tif"));   // a page lies in its dossier's folder
        await node.DoAsync("scan", "--rest", "0", "--source", $"folder:{folder}");
        await node.DoAsync("read", "--languages", truth.Language is "rus" or "ara" ? truth.Language + ",eng" : truth.Language);
        HandOver(node, 1);
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

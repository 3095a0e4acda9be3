using OfficeNode.Core;
using OfficeNode.Core.Batches;
using OfficeNode.Core.Disk;
using OfficeNode.Core.Json;
using OfficeNode.Storage;
using OfficeNode.Storage.Tables;
using OfficeNode.TestKit;

namespace OfficeNode.Journeys.Kiosk.RegisterScreens;

/// <summary>A small register to look at: a patent with pages and a correction, marks, a design, and a record whose texts are markup.</summary>
internal static class RegisterOffice
{
    public const string Hostile = "<script>alert('x')</script><img src=x onerror=alert(1)>";

    /// <summary>The dossier of the corrected patent.</summary>
    public static DossierId Patent { get; } = new(1);

    /// <summary>The dossier of the mark.</summary>
    public static DossierId Mark { get; } = new(2);

    /// <summary>The dossier whose texts are markup.</summary>
    public static DossierId Markup { get; } = new(4);

    /// <summary>Fills a new node.</summary>
    public static void Fill(TestNode node)
    {
        using var register = Register.Open(node.Folder, node.Time);
        Save(register, null, SampleRecords.Patent() with { Titles = [LocalText.Of("Chauffe-eau solaire à vanne")] });
        Save(register, null, SampleRecords.Trademark());
        Save(register, null, SampleRecords.Design());
        Save(register, null, Marked());
        Save(register, Patent, SampleRecords.Patent());
    }

    /// <summary>Saves a record: a new dossier, or a correction.</summary>
    public static DossierId Save(TestNode node, DossierId? dossier, Record record)
    {
        using var register = Register.Open(node.Folder, node.Time);
        return Save(register, dossier, record);
    }

    /// <summary>Files pages of real documents in the patent, of which the first was read by a machine.</summary>
    public static async Task FilePagesAsync(TestNode node, CancellationToken cancellation)
    {
        var pages = new[] { "page01.pdf", "page02.pdf", "page03.pdf" }.Select(name => SharedMaterial.Require("samples/scans/wo2010050748/" + name));
        await node.DoAsync(["pages", "add", "--dossier", "P/2022/00123", "--document", "DES", .. pages]);
        var first = node.Read(session => session.Pages.Of(Patent)[0]);
        using var register = Register.Open(node.Folder, node.Time);
        var digest = await new PageStore(node.Folder, new PhysicalDisk()).AddTextAsync(Text(), cancellation);
        register.Note(session =>
        {
            var batch = session.Batches.Begin("folder:/papers", "tester");
            var number = session.Batches.Append(batch, new NewBatchPage { Sheet = 1, Side = Side.Front, Master = first.Master, Frame = first.Frame, Facts = first.Facts, Stamp = "1" });
            session.Readings.Queue(batch, number, ReadingTable.Fresh);
            session.Readings.Done(session.Readings.Waiting(1, [])[0], digest, []);
        });
    }

    private static PageText Text()
    {
        var box = new PixelBox(10, 10, 100, 20);
        TextLine Line(string text) => new(box, [.. text.Split(' ').Select(word => new TextWord(word, box, 92))]);
        return new PageText
        {
            Width = 2480,
            Height = 3508,
            Languages = ["eng"],
            Engine = "a machine",
            Blocks = [new TextBlock(box, [Line("International Application Published under the"), Line("Patent Cooperation Treaty")]), new TextBlock(box, [Line("Solar water heater")])],
        };
    }

    private static Record Marked() => SampleRecords.WordMark(98) with
    {
        Mark = new Mark { Words = [LocalText.Of(Hostile)] },
        Parties = [new Party { Role = PartyRole.Holder, Names = [new PartyName { Text = "Kiri & \"Sons\" <b>Ltd</b>" }], Phone = "+000 5550 1234", Email = "kiri@example.org", IdentityNumber = "ID-998877" }],
    };

    private static DossierId Save(Register register, DossierId? dossier, Record record) =>
        register.Write(new Deed("amina", "test", "a record"), session => session.Save(dossier, record, RecordJson.Write(record), "amina", null));
}

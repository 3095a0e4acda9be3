using NUnit.Framework;
using OfficeNode.Core;
using OfficeNode.Core.Disk;
using OfficeNode.Storage.Tables;
using OfficeNode.TestKit;

namespace OfficeNode.Tests.Storage;

public sealed class PageTableTests
{
    private static readonly ImageFacts Facts = new()
    {
        Format = ImageFormat.Tiff,
        Width = 2480,
        Height = 3508,
        DpiX = 300,
        DpiY = 300,
        BitsPerSample = 1,
        SamplesPerPixel = 1,
        Compression = ImageCompression.Group4,
        Strips = 1,
        LittleEndian = true,
        Frames = 2,
    };

    [Test]
    public void The_same_file_twice_adds_nothing()
    {
        using var node = new TestNode();
        var page = NewPage(node.Save(SampleRecords.Patent()), "a.tif");

        var added = new[] { Add(node, page), Add(node, page) };

        Assert.That(added, Is.EqualTo(new[] { true, false }));
    }

    [Test]
    public void Two_frames_of_a_file_are_two_pages()
    {
        using var node = new TestNode();
        var page = NewPage(node.Save(SampleRecords.Patent()), "a.tif");

        var added = new[] { Add(node, page), Add(node, page with { Frame = 1 }) };

        Assert.That(added, Is.EqualTo(new[] { true, true }));
    }

    [Test]
    public void Ten_white_files_are_ten_pages_and_one_master()
    {
        using var node = new TestNode();
        var dossier = node.Save(SampleRecords.Patent());

        for (var i = 1; i <= 10; i++)
        {
            Add(node, NewPage(dossier, $"{i}.tif"));
        }

        Assert.That(node.Read(session => (session.Pages.Of(dossier).Count, session.Pages.Count(), session.Masters.After("", 100).Count)), Is.EqualTo((10, 10L, 1)));
    }

    [Test]
    public void Ten_white_sheets_of_a_batch_are_ten_pages_and_one_master()
    {
        using var node = new TestNode();
        var dossier = node.Save(SampleRecords.Patent());

        for (var sheet = 1; sheet <= 10; sheet++)
        {
            var page = NewPage(dossier, "sane:test");
            Add(node, page with { Origin = page.Origin with { Batch = "B1", Sheet = sheet } });
        }

        Assert.That(node.Read(session => (session.Pages.Of(dossier).Count, session.Masters.After("", 100).Count)), Is.EqualTo((10, 1)));
    }

    [Test]
    public void Pages_come_in_the_order_of_documents_and_places()
    {
        using var node = new TestNode();
        var dossier = node.Save(SampleRecords.Patent());
        foreach (var (file, code) in new[] { ("d1", "DES"), ("c1", "CLA"), ("d2", "DES") })
        {
            Add(node, NewPage(dossier, file) with { Document = DocumentCode.Parse(code).Value });
        }

        var pages = node.Read(session => session.Pages.Of(dossier));

        Assert.That(pages.Select(page => $"{page.Document} {page.Sequence} {page.Origin.Source}"), Is.EqualTo(new[] { "CLA 1 c1", "DES 1 d1", "DES 2 d2" }));
    }

    [Test]
    public void A_page_comes_back_as_it_went_in()
    {
        using var node = new TestNode();
        var page = NewPage(node.Save(SampleRecords.Design()), "a.tif") with { DesignNumber = 2, Document = DocumentCode.DesignViews, Frame = 1 };

        Add(node, page);

        var back = node.Read(session => session.Pages.Showing(page.Master.Digest)).Single();
        Assert.That(
            (back.Dossier, back.Document, back.Sequence, back.Master, back.Frame, back.Facts, back.Origin, back.DesignNumber, back.Damaged),
            Is.EqualTo((page.Dossier, page.Document, 1, page.Master, 1, Facts, page.Origin, (int?)2, false)));
    }

    [Test]
    public void A_page_without_a_master_row_is_refused()
    {
        using var node = new TestNode();
        var page = NewPage(node.Save(SampleRecords.Design()), "a.tif");

        Assert.That(() => node.Write(session => session.Pages.Append(page)), Throws.InstanceOf<StorageException>());
    }

    [Test]
    public void Pages_of_a_damaged_master_show_it_until_it_is_made_good()
    {
        using var node = new TestNode();
        var page = NewPage(node.Save(SampleRecords.Patent()), "a.tif");
        Add(node, page);
        node.Write(session => session.Masters.MarkDamaged(page.Master.Digest));
        var damaged = (node.Read(session => session.Pages.Of(page.Dossier))[0].Damaged, node.Read(session => session.Masters.CountDamaged()));

        node.Write(session => session.Masters.Enter(page.Master with { Extension = "tiff" }));

        var mended = node.Read(session => session.Pages.Of(page.Dossier))[0];
        Assert.That(damaged, Is.EqualTo((true, 1)));
        Assert.That((mended.Damaged, mended.Master.Extension), Is.EqualTo((false, "tiff")), "the file just made good is the one that is named");
    }

    [Test]
    public void A_good_master_keeps_its_file_when_its_bytes_come_under_another_extension()
    {
        using var node = new TestNode();
        var master = TestNode.MasterOf("white");
        node.Write(session => session.Masters.Enter(master));

        node.Write(session => session.Masters.Enter(master with { Extension = "tiff" }));

        Assert.That(node.Read(session => session.Masters.Get(master.Digest)), Is.EqualTo(master));
    }

    [Test]
    public void A_derivative_made_again_replaces_the_first()
    {
        using var node = new TestNode();
        var master = TestNode.MasterOf("white");
        var derivative = new Derivative
        {
            Master = master.Digest,
            Frame = 0,
            Profile = "group4/1",
            Digest = Digest.Of("a"u8),
            Extension = "tif",
            Length = 1,
            Crc32 = uint.MaxValue,
            Facts = Facts,
        };
        node.Write(session =>
        {
            session.Masters.Enter(master);
            session.Masters.Enter(derivative);
            session.Masters.Enter(derivative with { Length = 2 });
        });

        Assert.That(node.Read(session => session.Masters.Derivative(master.Digest, 0, "group4/1")), Is.EqualTo(derivative with { Length = 2 }));
        Assert.That(node.Read(session => session.Masters.Derivative(master.Digest, 0, "group4/2")), Is.Null);
    }

    private static bool Add(TestNode node, NewPage page) => node.Register.Write(TestNode.Deed, session =>
    {
        if (session.Pages.Has(page))
        {
            return false;
        }

        session.Masters.Enter(page.Master);
        session.Pages.Append(page);
        return true;
    });

    private static NewPage NewPage(DossierId dossier, string source) => new()
    {
        Dossier = dossier,
        Document = DocumentCode.Description,
        Master = TestNode.MasterOf("white"),
        Frame = 0,
        Facts = Facts,
        Origin = new PageOrigin { Source = source, Time = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero) },
    };
}

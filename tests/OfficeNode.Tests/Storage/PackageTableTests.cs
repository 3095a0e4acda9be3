using NUnit.Framework;
using OfficeNode.Core;
using OfficeNode.Core.Disk;
using OfficeNode.Storage.Tables;

namespace OfficeNode.Tests.Storage;

public sealed class PackageTableTests
{
    [Test]
    public void Numbers_count_on_and_a_package_given_up_leaves_a_gap()
    {
        using var outgoing = new Outgoing();
        var first = outgoing.Reserve();
        outgoing.Node.Register.Note(session => session.Packages.Abandon(first));
        outgoing.Reserve();

        var rows = outgoing.Node.Read(session => session.Packages.All());

        Assert.That(rows.Select(row => $"{row.Name} {row.State}"), Is.EqualTo(new[] { "XX-marks-0001 Abandoned", "XX-marks-0002 Reserved" }));
    }

    [Test]
    public void Destinations_count_apart()
    {
        using var outgoing = new Outgoing();
        outgoing.Reserve();

        Assert.That(outgoing.Node.Read(session => session.Packages.NextSequence("patentscope")), Is.EqualTo(1));
    }

    [Test]
    public void A_name_is_never_taken_twice()
    {
        using var outgoing = new Outgoing();
        outgoing.Reserve();

        Assert.That(
            () => outgoing.Node.Register.Note(session => session.Packages.Reserve(PackageName.Parse("XX-marks-0001").Value, "patentscope", PackageScope.Full, 1, "{}")),
            Throws.InstanceOf<StorageException>());
    }

    [Test]
    public void A_package_carries_the_head_of_the_audit_log_of_its_beginning()
    {
        using var outgoing = new Outgoing();
        var head = outgoing.Node.Read(session => session.Audit.Head);
        var package = outgoing.Reserve();
        outgoing.Node.Write(_ => { });

        Assert.That(outgoing.Node.Read(session => session.Packages.Get(package)).AuditHead, Is.EqualTo(head));
    }

    [Test]
    public void A_sealed_package_shows_what_it_is()
    {
        using var outgoing = new Outgoing();
        var package = outgoing.Reserve();
        outgoing.Fill(package, "a", 0, outgoing.Dossiers);

        outgoing.Seal(package);

        var row = outgoing.Node.Read(session => session.Packages.Find(PackageName.Parse("XX-marks-0001").Value));
        Assert.That((row?.State, row?.Length, row?.Digest, row?.Members, row?.Records), Is.EqualTo((PackageState.Sealed, 1000L, Digest.Of("zip"u8), 7L, 3L)));
    }

    [Test]
    public void A_sealed_package_is_never_changed()
    {
        using var outgoing = new Outgoing();
        var package = outgoing.Reserve();
        outgoing.Fill(package, "a", 0, outgoing.Dossiers);
        outgoing.Seal(package);
        var register = outgoing.Node.Register;

        Assert.That(() => outgoing.Seal(package), Throws.InvalidOperationException);
        Assert.That(() => register.Note(session => session.Packages.Abandon(package)), Throws.InvalidOperationException);
        Assert.That(() => register.Note(session => session.Packages.ClearContent(package)), Throws.InvalidOperationException);
        Assert.That(() => register.Note(session => session.Packages.RemoveContent(package, outgoing.Dossiers[0])), Throws.InvalidOperationException);
        Assert.That(outgoing.Node.Read(session => session.Packages.ContentAfter(package, 0, 10)), Has.Count.EqualTo(3));
    }

    [Test]
    public void A_package_given_up_lists_nothing_and_cannot_be_sealed()
    {
        using var outgoing = new Outgoing();
        var package = outgoing.Reserve();
        outgoing.Fill(package, "a", 0, outgoing.Dossiers);

        outgoing.Node.Register.Note(session => session.Packages.Abandon(package));

        Assert.That(() => outgoing.Seal(package), Throws.InvalidOperationException);
        Assert.That(outgoing.Node.Read(session => session.Packages.ContentAfter(package, 0, 10)), Is.Empty);
    }

    [Test]
    public void Contents_are_read_in_steps()
    {
        using var outgoing = new Outgoing();
        var package = outgoing.Reserve();
        outgoing.Fill(package, "a", 0, outgoing.Dossiers);

        var (first, rest) = outgoing.Node.Read(session =>
        {
            var step = session.Packages.ContentAfter(package, 0, 2);
            return (step, session.Packages.ContentAfter(package, step[^1].Ordinal, 2));
        });

        Assert.That(first.Concat(rest).Select(content => content.Dossier), Is.EqualTo(outgoing.Dossiers));
    }

    [Test]
    public void A_content_comes_back_as_it_went_in()
    {
        using var outgoing = new Outgoing();
        var package = outgoing.Reserve();
        outgoing.Fill(package, "a", 1, outgoing.Dossiers[0]);

        var content = outgoing.Node.Read(session => session.Packages.ContentAfter(package, 0, 1)).Single();

        Assert.That((content.Operation, content.Content, content.Opened.Single()), Is.EqualTo((1, Digest.Of("a"u8), DocumentCode.MarkImage)));
        Assert.That(content.Pages.Single(), Is.EqualTo(new PackagedPage
        {
            Document = DocumentCode.MarkImage,
            Sequence = 1,
            Master = Digest.Of("m"u8),
            Frame = 0,
            Profile = "png/1",
            Path = "a/b.png",
        }));
    }

    [Test]
    public void A_record_is_taken_out_while_the_package_is_built()
    {
        using var outgoing = new Outgoing();
        var package = outgoing.Reserve();
        outgoing.Fill(package, "a", 0, outgoing.Dossiers);

        outgoing.Node.Register.Note(session => session.Packages.RemoveContent(package, outgoing.Dossiers[1]));

        Assert.That(
            outgoing.Node.Read(session => session.Packages.ContentAfter(package, 0, 10)).Select(content => content.Dossier),
            Is.EqualTo(new[] { outgoing.Dossiers[0], outgoing.Dossiers[2] }));
    }

    [Test]
    public void A_record_is_listed_once_in_a_package()
    {
        using var outgoing = new Outgoing();
        var package = outgoing.Reserve();
        outgoing.Fill(package, "a", 0, outgoing.Dossiers[0]);

        Assert.That(() => outgoing.Fill(package, "b", 0, outgoing.Dossiers[0]), Throws.InstanceOf<StorageException>());
    }

    [Test]
    public void Packages_are_listed_by_state()
    {
        using var outgoing = new Outgoing();
        var package = outgoing.Reserve();
        outgoing.Seal(outgoing.Reserve());

        Assert.That(outgoing.Node.Read(session => session.Packages.InState(PackageState.Reserved)).Select(row => row.Id), Is.EqualTo(new[] { package }));
    }
}

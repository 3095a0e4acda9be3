using NUnit.Framework;
using OfficeNode.Core;
using OfficeNode.Storage.Tables;
using OfficeNode.TestKit;

namespace OfficeNode.Tests.Storage;

public sealed class ExportTableTests
{
    private static readonly Digest A = Digest.Of("a"u8);
    private static readonly Digest B = Digest.Of("b"u8);

    [Test]
    public void A_record_never_sent_has_no_state()
    {
        using var outgoing = new Outgoing();

        Assert.That(outgoing.StateOf(outgoing.Dossiers[0]), Is.Null);
    }

    [Test]
    public void A_sent_record_is_queued_until_its_package_is_confirmed()
    {
        using var outgoing = new Outgoing();
        var package = outgoing.Send("a", outgoing.Dossiers);
        var queued = outgoing.StateOf(outgoing.Dossiers[2]);

        outgoing.Node.Register.Note(session => session.Exports.Confirm(package));

        Assert.That((queued, outgoing.StateOf(outgoing.Dossiers[2])), Is.EqualTo((new ExportState(package, A, null, null), new ExportState(null, null, package, A))));
    }

    [Test]
    public void A_record_outstanding_blocks_its_next_package()
    {
        using var outgoing = new Outgoing();
        var first = outgoing.Send("a", outgoing.Dossiers[0]);

        Assert.That(() => outgoing.Send("b", outgoing.Dossiers), Throws.InvalidOperationException.With.Message.StartsWith("1 records of package 2"));
        Assert.That((outgoing.StateOf(outgoing.Dossiers[0]), outgoing.StateOf(outgoing.Dossiers[1])), Is.EqualTo((new ExportState(first, A, null, null), (ExportState?)null)));
    }

    [Test]
    public void A_confirmed_record_can_be_sent_again_and_keeps_what_was_confirmed()
    {
        using var outgoing = new Outgoing();
        var first = outgoing.Send("a", outgoing.Dossiers[0]);
        outgoing.Node.Register.Note(session => session.Exports.Confirm(first));

        var second = outgoing.Send("b", outgoing.Dossiers[0]);

        Assert.That(outgoing.StateOf(outgoing.Dossiers[0]), Is.EqualTo(new ExportState(second, B, first, A)));
    }

    [Test]
    public void A_package_that_did_not_arrive_frees_its_records()
    {
        using var outgoing = new Outgoing();
        var first = outgoing.Send("a", outgoing.Dossiers);
        outgoing.Node.Register.Note(session => session.Exports.ClearQueued(first));

        Assert.That(outgoing.StateOf(outgoing.Dossiers[0]), Is.EqualTo(new ExportState(null, null, null, null)));
        Assert.That(() => outgoing.Send("b", outgoing.Dossiers), Throws.Nothing);
    }

    [Test]
    public void A_package_of_samples_never_counts()
    {
        using var outgoing = new Outgoing();

        var package = outgoing.Send("a", 0, PackageScope.Test, outgoing.Dossiers);
        outgoing.Node.Register.Note(session => session.Exports.Confirm(package));

        Assert.That(outgoing.StateOf(outgoing.Dossiers[0]), Is.Null);
    }

    [Test]
    public void A_confirmed_deletion_makes_the_next_sending_a_first_one()
    {
        using var outgoing = new Outgoing();
        var first = outgoing.Send("a", outgoing.Dossiers);
        outgoing.Node.Register.Note(session => session.Exports.Confirm(first));
        var deletion = outgoing.Send("b", PackageContent.Delete, PackageScope.Updates, outgoing.Dossiers[0]);

        outgoing.Node.Register.Note(session => session.Exports.Confirm(deletion));

        Assert.That((outgoing.StateOf(outgoing.Dossiers[0]), outgoing.StateOf(outgoing.Dossiers[1])?.ConfirmedContent), Is.EqualTo((new ExportState(null, null, null, null), A)));
    }

    [Test]
    public void A_refused_record_is_free_again_and_its_neighbours_are_confirmed()
    {
        using var outgoing = new Outgoing();
        var package = outgoing.Send("a", outgoing.Dossiers);

        outgoing.Node.Register.Note(session =>
        {
            session.Exports.Refuse(package, outgoing.Dossiers[1], Outgoing.Destination, TestNode.FindingOf("XML-INVALID"));
            session.Exports.Confirm(package);
        });

        Assert.That(
            outgoing.Dossiers.Select(outgoing.StateOf),
            Is.EqualTo(new[] { new ExportState(null, null, package, A), new ExportState(null, null, null, null), new ExportState(null, null, package, A) }));
    }

    [Test]
    public void A_refusal_shows_on_the_record_and_for_its_destination_only()
    {
        using var outgoing = new Outgoing();
        var package = Refused(outgoing);

        var (all, here, there) = outgoing.Node.Read(session => (
            session.Exports.OpenRefusals(outgoing.Dossiers[0], null),
            session.Exports.OpenRefusals(outgoing.Dossiers[0], Outgoing.Destination),
            session.Exports.OpenRefusals(outgoing.Dossiers[0], "patentscope")));

        Assert.That((all.Count, here.Count, there.Count), Is.EqualTo((1, 1, 0)));
        Assert.That((here[0].Package, here[0].Finding.Rule, here[0].At), Is.EqualTo((package, "XML-INVALID", outgoing.Node.Time.GetUtcNow())));
    }

    [Test]
    public void A_refusal_disappears_with_a_new_revision()
    {
        using var outgoing = new Outgoing();
        Refused(outgoing);

        outgoing.Node.Save(SampleRecords.Trademark(1) with { ExpiryDate = null }, outgoing.Dossiers[0]);

        Assert.That(outgoing.Node.Read(session => session.Exports.OpenRefusals(outgoing.Dossiers[0], null)), Is.Empty);
    }

    [Test]
    public void A_refusal_disappears_when_a_later_package_brings_the_same_revision_there()
    {
        using var outgoing = new Outgoing();
        Refused(outgoing);

        var second = outgoing.Send("b", outgoing.Dossiers[0]);
        outgoing.Node.Register.Note(session => session.Exports.Confirm(second));

        Assert.That(outgoing.Node.Read(session => session.Exports.OpenRefusals(outgoing.Dossiers[0], null)), Is.Empty);
    }

    [Test]
    public void A_refusal_of_a_record_that_the_package_does_not_have_is_told()
    {
        using var outgoing = new Outgoing();
        var package = outgoing.Send("a", outgoing.Dossiers[0]);

        var known = outgoing.Node.Register.Note(session => session.Exports.Refuse(package, outgoing.Dossiers[1], Outgoing.Destination, TestNode.FindingOf("XML-INVALID")));

        Assert.That(known, Is.False);
    }

    private static long Refused(Outgoing outgoing)
    {
        var package = outgoing.Send("a", outgoing.Dossiers[0]);
        outgoing.Node.Register.Note(session => session.Exports.Refuse(package, outgoing.Dossiers[0], Outgoing.Destination, TestNode.FindingOf("XML-INVALID")));
        return package;
    }
}

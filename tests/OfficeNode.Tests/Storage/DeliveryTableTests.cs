using NUnit.Framework;
using OfficeNode.Core;
using OfficeNode.Storage.Tables;

namespace OfficeNode.Tests.Storage;

public sealed class DeliveryTableTests
{
    private static readonly DeliveryProof Proof = new() { Kind = "length and tail", Length = 1000, Place = "Trademarks/Updates/XX-marks-0001.zip" };

    [Test]
    public void A_queued_package_waits()
    {
        using var outgoing = new Outgoing();

        var package = outgoing.Send("a", outgoing.Dossiers);

        var delivery = outgoing.Node.Read(session => session.Deliveries.InState(DeliveryState.Waiting)).Single();
        Assert.That((delivery.Package.Id, delivery.Attempts, delivery.BytesSent, delivery.Reason), Is.EqualTo((package, 0, 0L, (object?)null)));
    }

    [Test]
    public void A_failed_attempt_is_counted_with_its_reason_and_keeps_waiting()
    {
        using var outgoing = new Outgoing();
        var package = outgoing.Send("a", outgoing.Dossiers);
        var next = outgoing.Node.Time.GetUtcNow().AddMinutes(5);

        outgoing.Node.Register.Note(session => session.Deliveries.NoteAttempt(package, TestNode.FindingOf("LINE-CUT"), next, 300, 0));
        outgoing.Node.Register.Note(session => session.Deliveries.NoteAttempt(package, TestNode.FindingOf("LINE-CUT"), next, 400, 64));

        var delivery = Of(outgoing, package);
        Assert.That((delivery.State, delivery.Attempts, delivery.BytesSent, delivery.BytesResent, delivery.NextTry), Is.EqualTo((DeliveryState.Waiting, 2, 700L, 64L, next)));
        Assert.That((delivery.Reason?.Rule, delivery.Reason?.Path, delivery.Reason?.Arguments?["destination"]), Is.EqualTo(("LINE-CUT", "titles[0]", "patentscope")));
    }

    [Test]
    public void A_delivery_keeps_its_proof_and_forgets_why_it_waited()
    {
        using var outgoing = new Outgoing();
        var package = outgoing.Send("a", outgoing.Dossiers);
        outgoing.Node.Register.Note(session => session.Deliveries.NoteAttempt(package, TestNode.FindingOf("LINE-CUT"), null, 300, 0));

        var marked = outgoing.Node.Register.Note(session => session.Deliveries.MarkDelivered(package, Proof, 700, 0));

        var delivery = Of(outgoing, package);
        Assert.That((marked, delivery.State, delivery.Proof, delivery.Reason, delivery.BytesSent, delivery.Attempts), Is.EqualTo((true, DeliveryState.Delivered, Proof, (object?)null, 1000L, 2)));
    }

    [Test]
    public void A_package_is_delivered_once()
    {
        using var outgoing = new Outgoing();
        var package = outgoing.Send("a", outgoing.Dossiers);
        outgoing.Node.Register.Note(session => session.Deliveries.MarkDelivered(package, Proof, 1000, 0));

        var again = outgoing.Node.Register.Note(session => session.Deliveries.MarkDelivered(package, Proof, 1000, 0));
        var attempt = outgoing.Node.Register.Note(session => session.Deliveries.NoteAttempt(package, TestNode.FindingOf("LINE-CUT"), null, 1, 0));

        Assert.That((again, attempt, Of(outgoing, package).BytesSent), Is.EqualTo((false, false, 1000L)));
    }

    [Test]
    public void Packages_are_added_up_by_destination_and_state()
    {
        using var outgoing = new Outgoing();
        var first = outgoing.Send("a", 0, PackageScope.Test, outgoing.Dossiers);
        outgoing.Node.Register.Note(session => session.Deliveries.MarkAnswered(first, DeliveryState.Accepted, null));
        var since = outgoing.Node.Time.GetUtcNow();
        var second = outgoing.Send("b", 0, PackageScope.Test, outgoing.Dossiers);

        var sums = outgoing.Node.Read(session => session.Deliveries.Sums());

        Assert.That(sums.Select(sum => (sum.State, sum.Count, sum.Since, sum.Last)), Is.EquivalentTo(new[] { (DeliveryState.Accepted, 1L, since, first), (DeliveryState.Waiting, 1L, since, second) }));
    }

    [Test]
    public void What_is_current_is_what_waits_and_the_newest_and_what_is_asked_for()
    {
        using var outgoing = new Outgoing();
        var packages = "abcde".Select(name => outgoing.Send($"{name}", 0, PackageScope.Test, outgoing.Dossiers)).ToList();
        foreach (var answered in packages.Where(package => package != packages[1]))
        {
            outgoing.Node.Register.Note(session => session.Deliveries.MarkAnswered(answered, DeliveryState.Refused, null));
        }

        var current = outgoing.Node.Read(session => session.Deliveries.Current(1, [packages[2]]));

        Assert.That(current.Select(delivery => delivery.Package.Id), Is.EqualTo(new[] { packages[1], packages[2], packages[4] }));
    }

    [TestCase(DeliveryState.Accepted)]
    [TestCase(DeliveryState.Refused)]
    [TestCase(DeliveryState.Stopped)]
    public void The_first_answer_stands(DeliveryState answer)
    {
        using var outgoing = new Outgoing();
        var package = outgoing.Send("a", outgoing.Dossiers);

        var first = outgoing.Node.Register.Note(session => session.Deliveries.MarkAnswered(package, answer, null));
        var second = outgoing.Node.Register.Note(session => session.Deliveries.MarkAnswered(package, DeliveryState.Refused, TestNode.FindingOf("LATE")));

        Assert.That((first, second, Of(outgoing, package).State, Of(outgoing, package).Reason), Is.EqualTo((true, false, answer, (object?)null)));
    }

    [Test]
    public void A_package_stopped_while_its_last_bytes_travelled_is_delivered_all_the_same()
    {
        using var outgoing = new Outgoing();
        var package = outgoing.Send("a", outgoing.Dossiers);
        outgoing.Node.Register.Note(session => session.Deliveries.MarkAnswered(package, DeliveryState.Stopped, null));

        Assert.That(outgoing.Node.Register.Note(session => session.Deliveries.MarkDelivered(package, Proof, 1, 0)), Is.True);
        Assert.That(Of(outgoing, package).State, Is.EqualTo(DeliveryState.Delivered));
    }

    [TestCase(DeliveryState.Waiting)]
    [TestCase(DeliveryState.Delivered)]
    public void No_answer_is_no_answer(DeliveryState state)
    {
        using var outgoing = new Outgoing();
        var package = outgoing.Send("a", outgoing.Dossiers);

        Assert.That(() => outgoing.Node.Register.Note(session => session.Deliveries.MarkAnswered(package, state, null)), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void The_first_receipt_is_kept()
    {
        using var outgoing = new Outgoing();
        var package = outgoing.Send("a", outgoing.Dossiers);
        var before = outgoing.Node.Read(session => session.Deliveries.HasReceipt(package));

        outgoing.Node.Register.Note(session => session.Deliveries.KeepReceipt(package, [1, 2], [3]));
        outgoing.Node.Register.Note(session => session.Deliveries.KeepReceipt(package, [9], [9]));

        using var database = outgoing.Node.OpenRaw();
        Assert.That((before, database.First("SELECT hex(content) || hex(signature) FROM receipt", row => row.Text(0))), Is.EqualTo((false, "010203")));
    }

    [Test]
    public void All_deliveries_come_in_the_order_of_their_packages()
    {
        using var outgoing = new Outgoing();
        var first = outgoing.Send("a", outgoing.Dossiers[0]);
        var second = outgoing.Send("a", outgoing.Dossiers[1]);

        Assert.That(outgoing.Node.Read(session => session.Deliveries.All()).Select(delivery => delivery.Package.Id), Is.EqualTo(new[] { first, second }));
    }

    private static Delivery Of(Outgoing outgoing, long package) =>
        outgoing.Node.Read(session => session.Deliveries.Of(package)) ?? throw new InvalidOperationException("It was queued.");
}

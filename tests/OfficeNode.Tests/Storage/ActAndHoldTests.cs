using NUnit.Framework;
using OfficeNode.Core;
using OfficeNode.TestKit;

namespace OfficeNode.Tests.Storage;

public sealed class ActAndHoldTests
{
    private static readonly PublicationAct Act = new()
    {
        Kind = OpeningPoint.Gazette,
        Date = new DateOnly(2026, 1, 15),
        Person = "The Registrar",
        Gazette = "1/2026",
        Opens = [DocumentCode.Abstract, DocumentCode.Description],
        Destinations = ["patentscope"],
    };

    [Test]
    public void An_act_is_recorded_once()
    {
        using var node = new TestNode();
        var dossier = node.Save(SampleRecords.Patent());

        var recorded = new[] { Record(node, dossier, Act), Record(node, dossier, Act), Record(node, dossier, Act with { Opens = [DocumentCode.Description, DocumentCode.Abstract] }) };

        Assert.That(recorded, Is.EqualTo(new[] { true, false, false }));
    }

    [Test]
    public void Another_date_is_another_act()
    {
        using var node = new TestNode();
        var dossier = node.Save(SampleRecords.Patent());
        Record(node, dossier, Act);

        Record(node, dossier, Act with { Date = Act.Date.AddDays(-1) });

        Assert.That(node.Read(session => session.Acts.Of(dossier)).Select(act => act.Date), Is.EqualTo(new[] { Act.Date.AddDays(-1), Act.Date }));
    }

    [Test]
    public void An_act_comes_back_as_it_went_in()
    {
        using var node = new TestNode();
        var dossier = node.Save(SampleRecords.Patent());

        Record(node, dossier, Act);

        var back = node.Read(session => session.Acts.Of(dossier)).Single();
        Assert.That((back.Kind, back.Date, back.Person, back.Gazette), Is.EqualTo((Act.Kind, Act.Date, Act.Person, Act.Gazette)));
        Assert.That((back.Opens, back.Destinations), Is.EqualTo((Act.Opens, Act.Destinations)));
    }

    [Test]
    public void An_act_opens_its_own_dossier_only()
    {
        using var node = new TestNode();
        var dossier = node.Save(SampleRecords.Patent());
        var other = node.Save(SampleRecords.Trademark());

        Record(node, dossier, Act);

        Assert.That(node.Read(session => session.Acts.Of(other)), Is.Empty);
    }

    [Test]
    public void A_hold_stands_until_it_is_lifted()
    {
        using var node = new TestNode();
        var dossier = node.Save(SampleRecords.Patent());
        var hold = new Hold { Reason = "secrecy order 3/2026", Person = "The Registrar", Since = new DateOnly(2026, 1, 1), Until = new DateOnly(2027, 1, 1) };
        node.Write(session => session.Holds.Place(dossier, hold));
        node.Write(session => session.Holds.Place(dossier, hold with { Until = null }));
        var placed = node.Read(session => session.Holds.Of(dossier));

        var lifted = node.Register.Write(TestNode.Deed, session => session.Holds.Lift(dossier, "The Minister"));

        Assert.That(placed, Is.EqualTo(new[] { hold, hold with { Until = null } }));
        Assert.That((lifted, node.Read(session => session.Holds.Of(dossier)).Count), Is.EqualTo((2, 0)));
    }

    private static bool Record(TestNode node, DossierId dossier, PublicationAct act) => node.Register.Write(TestNode.Deed, session => session.Acts.Record(dossier, act));
}

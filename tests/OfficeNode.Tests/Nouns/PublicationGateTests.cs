using NUnit.Framework;
using OfficeNode.Core;

namespace OfficeNode.Tests.Nouns;

public sealed class PublicationGateTests
{
    private static readonly DateOnly Today = new(2026, 11, 20);

    private static readonly PublicationPolicy Policy = new()
    {
        OpensAt = OpeningPoint.Gazette,
        Documents = [DocumentCode.Abstract, DocumentCode.Claims],
    };

    private static readonly IReadOnlyList<DocumentCode> Taken = [DocumentCode.Abstract, DocumentCode.Claims, Code("POA")];

    [Test]
    public void A_dossier_without_an_act_is_closed() =>
        Assert.That(Decide([]).Reason, Is.EqualTo(GateReason.NoAct));

    [Test]
    public void An_act_opens_on_its_day() =>
        Assert.That(Decide([Act(date: Today)]).IsOpen, Is.True);

    [Test]
    public void An_act_of_tomorrow_opens_nothing() =>
        Assert.That(Decide([Act(date: Today.AddDays(1))]).Reason, Is.EqualTo(GateReason.FutureAct));

    [Test]
    public void An_act_before_the_opening_point_opens_nothing() =>
        Assert.That(Decide([Act() with { Kind = OpeningPoint.Acceptance }]).Reason, Is.EqualTo(GateReason.BeforeOpeningPoint));

    [Test]
    public void An_act_after_the_opening_point_opens() =>
        Assert.That(Decide([Act() with { Kind = OpeningPoint.Registration }]).IsOpen, Is.True);

    [Test]
    public void An_act_for_another_destination_opens_nothing() =>
        Assert.That(Decide([Act() with { Destinations = ["brand-database"] }]).Reason, Is.EqualTo(GateReason.OtherDestination));

    [Test]
    public void A_hold_closes_whatever_acts_say()
    {
        var hold = new Hold { Reason = "secrecy order", Person = "A. Judge", Since = Today };

        var decision = Decide([Act()], hold);

        Assert.That(decision, Has.Property(nameof(GateDecision.Reason)).EqualTo(GateReason.Held).And.Property(nameof(GateDecision.Opened)).Empty);
    }

    [Test]
    public void A_hold_that_ended_holds_no_more()
    {
        var hold = new Hold { Reason = "deferred", Person = "A. Judge", Since = Today.AddYears(-1), Until = Today };

        Assert.That(Decide([Act()], hold).IsOpen, Is.True);
    }

    [Test]
    public void Only_document_types_that_the_act_opens_and_the_destination_takes_leave() =>
        Assert.That(
            Decide([Act() with { Opens = [DocumentCode.Claims, DocumentCode.Drawings] }]).Opened,
            Is.EqualTo(new[] { DocumentCode.Claims }));

    [Test]
    public void A_closed_document_type_stays_closed_though_an_act_and_a_destination_name_it() =>
        Assert.That(Decide([Act() with { Opens = [Code("POA")] }]).Opened, Is.Empty);

    private static GateDecision Decide(IReadOnlyList<PublicationAct> acts, params IReadOnlyList<Hold> holds) =>
        PublicationGate.Decide(acts, holds, Policy, "patentscope", Taken, Today);

    private static PublicationAct Act(DateOnly? date = null) => new()
    {
        Kind = OpeningPoint.Gazette,
        Date = date ?? Today.AddYears(-1),
        Person = "A. Registrar",
        Gazette = "12/2025",
        Opens = Policy.Documents,
    };

    private static DocumentCode Code(string text) => DocumentCode.Parse(text).Value;
}

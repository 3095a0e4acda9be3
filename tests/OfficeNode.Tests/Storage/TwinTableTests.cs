using NUnit.Framework;
using OfficeNode.Core;
using OfficeNode.TestKit;

namespace OfficeNode.Tests.Storage;

/// <summary>Dossiers with one number: told apart at each destination, without telling of those that never went there.</summary>
public sealed class TwinTableTests
{
    private const string Other = "design-database";

    private Outgoing _outgoing = null!;   // set before the tests

    [SetUp]
    public void MakeNode() => _outgoing = new Outgoing();

    [TearDown]
    public void RemoveNode() => _outgoing.Dispose();

    [Test]
    public void A_number_of_its_own_needs_no_ordinal() => Assert.That(OrdinalOf(_outgoing.Dossiers[0]), Is.EqualTo(1));

    [Test]
    public void Twins_count_in_the_order_in_which_they_go_and_not_in_which_they_were_made()
    {
        var (older, newer) = (Save("1964"), Save("2010"));

        Assert.That((OrdinalOf(older), OrdinalOf(newer)), Is.EqualTo(((int?)null, (int?)null)));
        Assert.That((Assign(newer), Assign(older), Assign(newer)), Is.EqualTo((1, 2, 1)));
        Assert.That((OrdinalOf(older), OrdinalOf(newer)), Is.EqualTo((2, 1)));
    }

    [Test]
    public void What_goes_to_one_destination_says_nothing_at_another()
    {
        var (older, newer) = (Save("1964"), Save("2010"));
        Assign(older);

        Assert.That(_outgoing.Node.Register.Note(session => session.Twins.Assign(newer, Other)), Is.EqualTo(1));
    }

    [Test]
    public void A_dossier_that_went_alone_keeps_the_first_place()
    {
        var first = Save("2010");
        _outgoing.Send("content", first);
        var late = Save("1964");

        Assert.That((Assign(late), OrdinalOf(first)), Is.EqualTo((2, 1)));
    }

    [Test]
    public void An_ordinal_stays_when_the_twin_is_corrected_away()
    {
        var (older, newer) = (Save("1964"), Save("2010"));
        Assign(older);
        Assign(newer);

        _outgoing.Node.Save(SampleRecords.Trademark() with { ApplicationNumber = Number.Of("18") }, older);

        Assert.That(OrdinalOf(newer), Is.EqualTo(2));
    }

    private DossierId Save(string series) => _outgoing.Node.Save(SampleRecords.Trademark() with { ApplicationNumber = new Number { AsPrinted = "17", Series = series } });

    private int? OrdinalOf(DossierId dossier) => _outgoing.Node.Read(session => session.Twins.OrdinalOf(dossier, Outgoing.Destination));

    private int Assign(DossierId dossier) => _outgoing.Node.Register.Note(session => session.Twins.Assign(dossier, Outgoing.Destination));
}

using NUnit.Framework;
using OfficeNode.Core;
using OfficeNode.Core.Json;
using OfficeNode.Storage.Tables;
using OfficeNode.TestKit;

namespace OfficeNode.Tests.Storage;

public sealed class RevisionTableTests
{
    [Test]
    public void A_correction_is_a_new_revision_and_the_old_one_stays()
    {
        using var node = new TestNode();
        var old = SampleRecords.Trademark();
        var corrected = old with { Language = LanguageCode.Parse("fr").Value };
        var dossier = node.Save(old);

        node.Save(corrected, dossier);

        var history = node.Read(session => session.Revisions.History(dossier));
        Assert.That(history.Select(revision => revision.Ordinal), Is.EqualTo(new[] { 1, 2 }));
        Assert.That(history.Select(revision => revision.Digest), Is.EqualTo(new[] { old, corrected }.Select(record => Digest.Of(RecordJson.Write(record)))));
        Assert.That(history.Select(revision => RecordJson.Write(revision.Record)), Is.EqualTo(new[] { RecordJson.Write(old), RecordJson.Write(corrected) }));
    }

    [Test]
    public void The_newest_revision_is_the_current_one()
    {
        using var node = new TestNode();
        var dossier = node.Save(SampleRecords.Trademark());
        node.Save(SampleRecords.Trademark() with { ExpiryDate = null }, dossier);

        var (current, row) = node.Read(session => (session.Revisions.Current(dossier), session.Dossiers.Get(dossier)));

        Assert.That((current?.Ordinal, current?.Id), Is.EqualTo((2, row.Revision)));
    }

    [Test]
    public void A_revision_knows_who_when_and_from_where()
    {
        using var node = new TestNode();
        var record = SampleRecords.Design();
        var dossier = node.Register.Write(TestNode.Deed, session =>
        {
            var source = session.Sources.Enter(Digest.Of("a"u8), "csv", "designs.csv", 1);
            return session.Save(null, record, RecordJson.Write(record), "the importer", new RevisionOrigin(source, 17));
        });

        var revision = node.Read(session => session.Revisions.Current(dossier));

        Assert.That((revision?.Author, revision?.At, revision?.Origin), Is.EqualTo(("the importer", node.Time.GetUtcNow(), new RevisionOrigin(1, 17))));
    }

    [Test]
    public void The_digest_of_the_current_revision_can_be_asked_for_alone()
    {
        using var node = new TestNode();
        var dossier = node.Save(SampleRecords.Design());

        var digest = node.Read(session => session.Revisions.CurrentDigest(dossier));

        Assert.That(digest, Is.EqualTo((Digest.Of(RecordJson.Write(SampleRecords.Design())), (RevisionOrigin?)null)));
    }

    [Test]
    public void A_dossier_that_is_not_there_has_no_current_revision()
    {
        using var node = new TestNode();

        Assert.That(node.Read(session => (session.Revisions.Current(new(7)), session.Revisions.CurrentDigest(new(7)))), Is.EqualTo(((Revision?)null, ((Digest, RevisionOrigin?)?)null)));
    }

    [Test]
    public void A_revision_cannot_be_changed_or_deleted()
    {
        using var node = new TestNode();
        node.Save(SampleRecords.Design());
        using var database = node.OpenRaw();

        Assert.That(() => database.Execute("UPDATE revision SET author = ''"), Throws.Exception.With.Message.Contains("never changed"));
        Assert.That(() => database.Execute("DELETE FROM revision"), Throws.Exception.With.Message.Contains("never deleted"));
    }
}

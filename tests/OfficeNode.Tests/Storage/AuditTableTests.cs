using NUnit.Framework;
using OfficeNode.Core;
using OfficeNode.Core.Disk;
using OfficeNode.TestKit;

namespace OfficeNode.Tests.Storage;

public sealed class AuditTableTests
{
    [Test]
    public void The_head_changes_with_every_write_and_with_nothing_else()
    {
        using var node = new TestNode();
        var heads = new List<Digest> { Head(node) };

        node.Write(_ => { });
        heads.Add(Head(node));
        node.Write(_ => { });
        heads.Add(Head(node));
        node.Register.Note(session => session.Node.Set("a", "b"));

        Assert.That(heads, Is.Unique);
        Assert.That(Head(node), Is.EqualTo(heads[^1]));
    }

    [Test]
    public void An_untouched_log_is_whole()
    {
        using var node = Filled();

        Assert.That(node.Read(session => session.Audit.FindBreak()), Is.Null);
    }

    [TestCase("UPDATE audit SET at = '2020-01-01T00:00:00.000Z' WHERE id = 2", 2)]
    [TestCase("UPDATE audit SET author = 'somebody else' WHERE id = 2", 2)]
    [TestCase("UPDATE audit SET action = 'other' WHERE id = 2", 2)]
    [TestCase("UPDATE audit SET detail = '' WHERE id = 2", 2)]
    [TestCase("UPDATE audit SET last_revision = last_revision + 1 WHERE id = 2", 2)]
    [TestCase("UPDATE audit SET revisions = replace(revisions, 'a', 'b') || ' ' WHERE id = 2", 2)]
    [TestCase("UPDATE audit SET previous = (SELECT digest FROM audit WHERE id = 3) WHERE id = 2", 2)]
    [TestCase("UPDATE audit SET digest = 'no digest' WHERE id = 2", 2)]
    [TestCase("UPDATE audit SET digest = (SELECT digest FROM audit WHERE id = 3) WHERE id = 2", 2)]
    [TestCase("UPDATE audit SET id = 20 WHERE id = 4", 4)]
    [TestCase("DELETE FROM audit WHERE id = 1", 1)]
    [TestCase("DELETE FROM audit WHERE id = 3", 3)]
    [TestCase("DELETE FROM audit WHERE id = 4", 4)]
    [TestCase("DELETE FROM audit", 1)]
    [TestCase("UPDATE audit SET id = -id; UPDATE audit SET id = CASE id WHEN -2 THEN 3 WHEN -3 THEN 2 ELSE -id END", 2)]
    [TestCase("UPDATE revision SET json = '{}' WHERE id = 2", 2)]
    [TestCase("UPDATE revision SET digest = lower(hex(zeroblob(32))) WHERE id = 2", 2)]
    [TestCase("UPDATE revision SET author = 'somebody else' WHERE id = 2", 2)]
    [TestCase("UPDATE revision SET at = '2020-01-01T00:00:00.000Z' WHERE id = 2", 2)]
    [TestCase("UPDATE revision SET dossier = 3, ordinal = 9 WHERE id = 2", 2)]
    [TestCase("UPDATE revision SET ordinal = 7 WHERE id = 2", 2)]
    [TestCase("DELETE FROM revision WHERE id = 2", 2)]
    [TestCase("DELETE FROM revision WHERE id = 4", 4)]
    [TestCase("INSERT INTO revision (dossier, ordinal, json, digest, author, at) SELECT dossier, 9, json, digest, author, at FROM revision WHERE id = 1", 5)]
    public void Every_tampering_is_found_where_it_is(string sql, long entry)
    {
        using var node = Filled();

        node.Tamper(sql);

        Assert.That(node.Read(session => session.Audit.FindBreak()), Is.EqualTo(entry));
    }

    [Test]
    public void A_log_cut_off_behind_a_package_that_left_is_found()
    {
        using var node = Filled();
        node.Register.Note(session => session.Packages.Reserve(PackageName.Parse("XX-1").Value, "patentscope", PackageScope.Full, 1, "{}"));

        node.Tamper("DELETE FROM audit WHERE id = 4; DELETE FROM revision WHERE id = 4; UPDATE sqlite_sequence SET seq = 3 WHERE name = 'audit'");

        Assert.That(node.Read(session => session.Audit.FindBreak()), Is.EqualTo(4));
    }

    [Test]
    public void An_entry_cannot_be_changed_by_the_program_itself()
    {
        using var node = Filled();
        using var database = node.OpenRaw();

        Assert.That(() => database.Execute("UPDATE audit SET author = ''"), Throws.Exception.With.Message.Contains("never changed"));
        Assert.That(() => database.Execute("DELETE FROM audit"), Throws.Exception.With.Message.Contains("never deleted"));
    }

    [Test]
    public void A_failed_write_leaves_no_entry()
    {
        using var node = Filled();
        var head = Head(node);

        Assert.That(() => node.Write(session => session.Node.Set("a", null!)), Throws.InstanceOf<StorageException>());

        Assert.That((Head(node), node.Read(session => session.Audit.FindBreak())), Is.EqualTo((head, (long?)null)));
    }

    private static Digest Head(TestNode node) => node.Read(session => session.Audit.Head);

    // Four entries with one revision each.
    private static TestNode Filled()
    {
        var node = new TestNode();
        foreach (var record in SampleRecords.All)
        {
            node.Save(record);
        }

        return node;
    }
}

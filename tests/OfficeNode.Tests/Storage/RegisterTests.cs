using NUnit.Framework;
using OfficeNode.Core;
using OfficeNode.Core.Disk;
using OfficeNode.Core.Json;
using OfficeNode.Storage;
using OfficeNode.Storage.Sqlite;
using OfficeNode.TestKit;

namespace OfficeNode.Tests.Storage;

public sealed class RegisterTests
{
    [Test]
    public void A_new_register_has_the_newest_schema()
    {
        using var node = new TestNode();

        using var database = node.OpenRaw();

        Assert.That(database.Count("PRAGMA user_version"), Is.EqualTo(Register.Schema));
    }

    [Test]
    public void An_existing_register_opens_with_what_it_has()
    {
        using var node = new TestNode();
        var dossier = node.Save(SampleRecords.Patent());

        using var again = Register.Open(node.Folder, node.Time);

        Assert.That(again.Read(session => session.Dossiers.Get(dossier)).Name.ToString(), Is.EqualTo("P-2022-P/2022/00123"));
    }

    [Test]
    public void A_register_from_before_batches_is_brought_to_this_schema_with_what_it_has()
    {
        using var folder = new TemporaryFolder();
        var node = new NodeFolder(folder.PathOf("data"));
        node.Create(new PhysicalDisk());
        var json = RecordJson.Write(SampleRecords.Patent());
        using (var old = new Database(node.RegisterFile, readOnly: false))
        {
            old.ExecuteScript(FirstScript());
            old.ExecuteScript("PRAGMA user_version = 1");
            old.Execute("INSERT INTO dossier (id, right, number, year, revision, created_at) VALUES (1, 0, 'P/2022/00123', 2022, 1, '2026-01-01T00:00:00.000Z')");
            old.Execute(
                "INSERT INTO revision (id, dossier, ordinal, json, digest, author, at) VALUES (1, 1, 1, ?1, ?2, 'tester', '2026-01-01T00:00:00.000Z')", json, Digest.Of(json).Value);
        }

        using var again = Register.Open(node, TimeProvider.System);
        again.Note(session => session.FillSearch(10));

        Assert.That(again.Read(session => session.Batches.Open()), Is.Empty);
        Assert.That(again.Read(session => session.Dossiers.Get(new DossierId(1))).Name.ToString(), Is.EqualTo("P-2022-P/2022/00123"));
        Assert.That(again.Read(session => (session.Search.Find(SearchWords.Parse("chauf"), 10).Found, session.Search.IsFilling)), Is.EqualTo((1, false)));
    }

    [Test]
    public void A_register_of_a_newer_program_is_refused()
    {
        using var node = new TestNode();
        node.Tamper(FormattableString.Invariant($"PRAGMA user_version = {Register.Schema + 1}"));

        Assert.That(() => Register.Open(node.Folder, node.Time), Throws.InstanceOf<StorageException>()
            .With.Property(nameof(StorageException.Fault)).EqualTo(StorageFault.Damaged)
            .And.Message.Contains(FormattableString.Invariant($"schema {Register.Schema + 1}")).And.Message.Contains(FormattableString.Invariant($"up to {Register.Schema}")));
    }

    [Test]
    public void A_folder_that_is_no_node_is_refused()
    {
        using var folder = new TemporaryFolder();

        Assert.That(() => Register.Open(new NodeFolder(folder.Path), TimeProvider.System), Throws.InstanceOf<StorageException>()
            .With.Property(nameof(StorageException.Fault)).EqualTo(StorageFault.Missing));
    }

    [Test]
    public void A_file_that_is_no_database_is_called_damaged()
    {
        using var folder = new TemporaryFolder();
        var node = new NodeFolder(folder.Path);
        node.Create(new PhysicalDisk());
        File.WriteAllText(node.RegisterFile, new string('x', 5000));

        Assert.That(() => Register.Open(node, TimeProvider.System), Throws.InstanceOf<StorageException>()
            .With.Property(nameof(StorageException.Fault)).EqualTo(StorageFault.Damaged));
    }

    [Test]
    public void A_write_that_throws_leaves_nothing_behind()
    {
        using var node = new TestNode();

        Assert.That(() => node.Write(session =>
        {
            session.Node.Set("office", "XX");
            throw new InvalidOperationException("no");
        }), Throws.InvalidOperationException);

        Assert.That(node.Read(session => (session.Node.Get("office"), session.Audit.Head)), Is.EqualTo(((string?)null, Digest.Of([]))));
    }

    [Test]
    public void A_read_that_throws_does_not_harm_the_next()
    {
        using var node = new TestNode();

        Assert.That(() => node.Read<int>(_ => throw new InvalidOperationException("no")), Throws.InvalidOperationException);

        Assert.That(node.Read(session => session.Pages.Count()), Is.Zero);
    }

    [Test]
    public void A_reader_cannot_write()
    {
        using var node = new TestNode();

        Assert.That(() => node.Read(session => session.Sources.Enter(Digest.Of([]), "csv", "a.csv", 0)), Throws.InstanceOf<StorageException>()
            .With.Property(nameof(StorageException.Fault)).EqualTo(StorageFault.Denied));
    }

    [Test]
    public void A_write_inside_a_write_is_refused_at_once()
    {
        using var node = new TestNode();

        Assert.That(() => node.Write(_ => node.Write(_ => { })), Throws.InvalidOperationException);
    }

    [Test]
    public void A_note_writes_no_revision()
    {
        using var node = new TestNode();
        var record = SampleRecords.Trademark();

        Assert.That(() => node.Register.Note(session => session.Save(null, record, RecordJson.Write(record), "tester", null)), Throws.InvalidOperationException);
        Assert.That(node.Read(session => session.Dossiers.Counts()), Is.Empty);
    }

    [Test]
    public void Readers_see_one_state_while_a_writer_works()
    {
        using var node = new TestNode();
        node.Write(session => session.Node.Set("state", "old"));

        var seen = "";
        node.Write(session =>
        {
            session.Node.Set("state", "new");
            seen = node.Read(reader => reader.Node.Get("state"));
        });

        Assert.That((seen, node.Read(reader => reader.Node.Get("state"))), Is.EqualTo(("old", "new")));
    }

    [Test]
    public void A_read_keeps_its_view_when_a_write_comes_between()
    {
        using var node = new TestNode();
        node.Write(session => session.Node.Set("state", "old"));

        var (first, second) = node.Read(reader =>
        {
            var before = reader.Node.Get("state");
            node.Write(session => session.Node.Set("state", "new"));
            return (before, reader.Node.Get("state"));
        });

        Assert.That((first, second), Is.EqualTo(("old", "old")));
    }

    [Test]
    public async Task Many_readers_and_writers_get_along()
    {
        using var node = new TestNode();

        var writers = Enumerable.Range(0, 4).Select(writer => Task.Run(() =>
        {
            for (var i = 0; i < 25; i++)
            {
                node.Save(SampleRecords.Trademark(1 + (writer * 25) + i));
            }
        }));
        var readers = Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            for (var i = 0; i < 50; i++)
            {
                // Every dossier that shows has its revision: a transaction shows whole or not at all.
                node.Read(session => session.Dossiers.After(default, 1000).Select(dossier => session.Revisions.Get(dossier.Revision)).Count());
            }
        }));
        await Task.WhenAll(writers.Concat(readers));

        Assert.That(node.Read(session => (session.Dossiers.Counts()[Right.Trademark], session.Audit.FindBreak())), Is.EqualTo((100, (long?)null)));
    }

    [Test]
    public void The_write_ahead_log_is_emptied_before_it_grows_for_ever()
    {
        using var node = new TestNode();
        var text = new string('x', 4 << 20);

        for (var i = 0; i < 12; i++)
        {
            node.Write(session => session.Node.Set("big", text + i));
        }

        Assert.That(new FileInfo(node.Folder.RegisterFile + "-wal").Length, Is.LessThan(24 << 20));
    }

    [Test]
    public void A_clean_stop_leaves_an_empty_write_ahead_log()
    {
        using var node = new TestNode();
        node.Save(SampleRecords.Patent());

        node.Register.Dispose();

        Assert.That(new FileInfo(node.Folder.RegisterFile + "-wal") is { Exists: true, Length: > 0 }, Is.False);
    }

    [Test]
    public void A_closed_register_says_so()
    {
        using var node = new TestNode();
        node.Register.Dispose();

        Assert.That(() => node.Read(session => session.Pages.Count()), Throws.InstanceOf<ObjectDisposedException>());
        Assert.That(() => node.Write(_ => { }), Throws.InstanceOf<ObjectDisposedException>());
    }

    [Test]
    public void Integrity_is_checked_by_SQLite_itself()
    {
        using var node = new TestNode();
        node.Save(SampleRecords.Patent());

        Assert.That(node.Register.CheckIntegrity(), Is.Null);
    }

    [Test]
    public void A_damaged_page_of_the_file_is_found()
    {
        using var node = new TestNode();
        for (var i = 1; i <= 200; i++)
        {
            node.Save(SampleRecords.Patent(i));
        }

        node.Register.Dispose();
        using (var file = new FileStream(node.Folder.RegisterFile, FileMode.Open))
        {
            // The later half: the schema lies before it.
            file.Position = file.Length / 2 / 4096 * 4096;
            file.Write(new byte[file.Length - file.Position]);
        }

        using var register = Register.Open(node.Folder, node.Time);
        string? complaint;
        try
        {
            complaint = register.CheckIntegrity();
        }
        catch (StorageException error) when (error.Fault == StorageFault.Damaged)
        {
            complaint = error.Message;
        }

        Assert.That(complaint, Is.Not.Null);
    }

    private static string FirstScript()
    {
        using var stream = typeof(Register).Assembly.GetManifestResourceStream("OfficeNode.Storage.Migrations.0001.sql")!;   // embedded in the program
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}

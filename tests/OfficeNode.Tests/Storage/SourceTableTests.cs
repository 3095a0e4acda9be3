using NUnit.Framework;
using OfficeNode.Core;
using OfficeNode.Storage.Tables;

namespace OfficeNode.Tests.Storage;

public sealed class SourceTableTests
{
    [Test]
    public void A_source_is_entered_once_by_its_bytes()
    {
        using var node = new TestNode();

        var ids = node.Register.Write(TestNode.Deed, session => new[]
        {
            session.Sources.Enter(Digest.Of("a"u8), "csv", "marks.csv", 1),
            session.Sources.Enter(Digest.Of("a"u8), "csv", "copy of marks.csv", 1),
            session.Sources.Enter(Digest.Of("b"u8), "csv", "marks.csv", 1),
        });

        Assert.That(ids, Is.EqualTo(new long[] { 1, 1, 2 }));
    }

    [Test]
    public void A_run_goes_on_where_it_stood()
    {
        using var node = new TestNode();
        var source = node.Register.Write(TestNode.Deed, session => session.Sources.Enter(Digest.Of("a"u8), "csv", "marks.csv", 1));
        var before = node.Read(session => session.Sources.Run(source, "m"));

        node.Register.Note(session => session.Sources.SetRun(source, "m", new ImportRun(10, false, "{}")));
        node.Register.Note(session => session.Sources.SetRun(source, "m", new ImportRun(20, true, """{"read":20}""")));

        Assert.That((before, node.Read(session => session.Sources.Run(source, "m"))), Is.EqualTo(((ImportRun?)null, new ImportRun(20, true, """{"read":20}"""))));
        Assert.That(node.Read(session => session.Sources.Run(source, "other")), Is.Null);
    }

    [Test]
    public void Notes_on_entries_are_read_in_steps_and_forgotten_together()
    {
        using var node = new TestNode();
        var source = node.Register.Write(TestNode.Deed, session => session.Sources.Enter(Digest.Of("a"u8), "csv", "marks.csv", 1));
        node.Register.Note(session =>
        {
            for (var item = 1; item <= 3; item++)
            {
                session.Sources.Note(source, "", new ImportNote(item, item + 1, item == 2, [TestNode.FindingOf("CSV-ROW-LENGTH")], "a;b"));
            }
        });

        var notes = node.Read(session => session.Sources.NotesAfter(source, "", 1, 10));
        node.Register.Note(session => session.Sources.ClearNotes(source, ""));

        Assert.That(notes.Select(note => (note.Item, note.Line, note.Rejected, note.Findings.Single().Rule, note.Raw)), Is.EqualTo(new[]
        {
            (2L, (long?)3, true, "CSV-ROW-LENGTH", "a;b"),
            (3L, (long?)4, false, "CSV-ROW-LENGTH", "a;b"),
        }));
        Assert.That(node.Read(session => session.Sources.NotesAfter(source, "", 0, 10)), Is.Empty);
    }
}

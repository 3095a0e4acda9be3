using NUnit.Framework;
using OfficeNode.Core;
using OfficeNode.Core.Keying;
using OfficeNode.Storage.Tables;

namespace OfficeNode.Tests.Storage;

public sealed class EntryTableTests
{
    private TestNode _node = null!;   // made before each test

    [SetUp]
    public void MakeNode() => _node = new TestNode();

    [TearDown]
    public void RemoveNode() => _node.Dispose();

    [TestCase("p2025-10", "E-1, E-2")]
    [TestCase("énergie", "E-2")]
    [TestCase("énergies du s", "E-2")]
    [TestCase("LAKE", "E-1, E-3")]
    [TestCase("nothing", "")]
    [TestCase("", "")]
    public void Entries_are_found_by_the_beginning_of_number_or_name_in_any_spelling(string text, string expected)
    {
        Make("P/2025/101", "Lake Basin Tools Ltd");
        Make("P/2025/102", "Énergies du Sahel SARL");
        Make("P/2026/7", "Lake Basin Tools Ltd");

        var found = _node.Read(session => session.Entries.Find(text, 10));

        Assert.That(string.Join(", ", found.Select(entry => entry.Id)), Is.EqualTo(expected));
    }

    [Test]
    public void Released_entries_are_not_found_beside_the_register()
    {
        var id = Make("P/2025/101", "Lake");
        _node.Write(session => session.Entries.Move(id, EntryState.Released, TextLevel.Checked));

        Assert.That(_node.Read(session => session.Entries.Find("P/2025/101", 10)), Is.Empty);
    }

    [Test]
    public void What_is_hurried_is_due_first_then_what_was_sent_back_then_the_oldest()
    {
        var ids = Enumerable.Range(1, 4).Select(number => Make($"{number}", "A")).ToList();
        _node.Write(session =>
        {
            session.Entries.SetHurried(ids[3], true);
            session.Entries.Move(ids[2], EntryState.SentBack, TextLevel.Checked);
        });

        var due = _node.Read(session => session.Entries.Due([EntryState.Keying, EntryState.SentBack], 10));

        Assert.That(due.Select(entry => entry.Id), Is.EqualTo(new[] { ids[3], ids[2], ids[0], ids[1] }));
    }

    [Test]
    public void A_value_is_kept_to_the_last_detail()
    {
        var id = Make("1", "A");
        var value = new EntryValue
        {
            Path = "titles",
            Item = 2,
            Text = "عنوان",
            Language = LanguageCode.Parse("ar").Value,
            State = ValueState.Confirmed,
            Confidence = 71.25,
            Page = 3,
            Box = new PixelBox(1, 2, 30, 40),
            Was = "",
            Author = "nadia",
            At = _node.Time.GetUtcNow(),
        };

        _node.Write(session => session.EntryValues.Put(id, KeyingPass.Second, value));

        Assert.That(_node.Read(session => session.EntryValues.Of(id, KeyingPass.Second)), Is.EqualTo(new[] { value }));
        Assert.That(_node.Read(session => session.EntryValues.Of(id, KeyingPass.First)), Is.Empty);
    }

    [Test]
    public void What_a_reception_made_outlives_the_batch_that_is_taken_back()
    {
        var (received, batch) = _node.Register.Write(TestNode.Deed, session =>
        {
            var made = session.Entries.Make(new NewEntry { Right = Right.Patent, Author = "ada", Number = "P/2025/101", IsReceived = true });
            var scanned = session.Batches.Begin("folder:/x", "nadia");
            session.Batches.HandOver(scanned, 2);
            session.Entries.Adopt(made, new BatchIdentity(scanned, 1), DossierName.Parse("P-2025-P/2025/101").Value);
            session.Entries.Make(new NewEntry { Right = Right.Patent, Author = "nadia", Batch = new BatchIdentity(scanned, 2) });
            return (made, scanned);
        });

        _node.Write(session => session.Batches.TakeBack(batch));

        Assert.That(_node.Read(session => session.Entries.Due([EntryState.Keying], 10)).Select(entry => (entry.Id, entry.Batch)), Is.EqualTo(new[] { (received, (BatchIdentity?)null) }));
        Assert.That(_node.Read(session => session.Entries.Received(Right.Patent, "P/2025/101"))?.Id, Is.EqualTo(received));
    }

    private EntryId Make(string number, string applicant) => _node.Register.Write(
        TestNode.Deed, session => session.Entries.Make(new NewEntry { Right = Right.Patent, Author = "nadia", Number = number, Applicant = applicant }));
}

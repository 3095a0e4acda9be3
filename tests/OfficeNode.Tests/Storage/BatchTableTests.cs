using NUnit.Framework;
using OfficeNode.Core;
using OfficeNode.Core.Batches;
using OfficeNode.Storage;
using OfficeNode.Storage.Tables;
using OfficeNode.TestKit;

namespace OfficeNode.Tests.Storage;

public sealed class BatchTableTests
{
    private const string Source = "folder:/in";

    private TestNode _node = null!;   // set before the tests

    [SetUp]
    public void MakeNode() => _node = new TestNode();

    [TearDown]
    public void RemoveNode() => _node.Dispose();

    [Test]
    public void Look_that_an_older_program_stored_is_still_read()
    {
        const string Stored = """{"codes":[],"isBlank":false,"quality":{"ink":0.05,"skew":0.4,"paper":250,"inkGrey":40,"sharpness":31,"clipped":["left"],"streaks":1,"specks":0.2}}""";

        var look = StoredJson.Read<PageLook>(Stored);

        Assert.That((look.Target, look.Quality.StreaksAt.Count, look.Quality.Clipped.Count), Is.EqualTo(((TargetGrade?)null, 0, 1)));
    }

    [Test]
    public void Grade_of_a_target_sheet_is_kept_with_the_page()
    {
        var grade = new TargetGrade
        {
            DpiAcross = 300.1,
            DpiAlong = 299.4,
            Skew = -0.3,
            Distortion = 0.1,
            Black = 31,
            White = 238,
            Steps = 9,
            PrintedSteps = 11,
            LinesAcross = 4,
            LinesAlong = 3,
            Evenness = 0.95,
            Noise = 2.1,
            Streaks = [83.2],
        };
        var look = new PageLook { Codes = [], IsBlank = false, Quality = new PageQuality { Ink = 0.1, Paper = 240 }, Target = grade };

        var read = StoredJson.Read<PageLook>(StoredJson.Write(look)).Target;

        Assert.That(read! with { Streaks = grade.Streaks }, Is.EqualTo(grade));   // written above
        Assert.That(read.Streaks, Is.EqualTo(grade.Streaks));
    }

    [Test]
    public void The_pulse_of_a_batch_and_that_of_all_differ_after_each_edit_and_each_end()
    {
        var batch = Begin();
        List<(BatchPulse, string)> seen = [Pulse(batch)];

        _node.Register.Write(TestNode.Deed, session => session.Batches.Keep(batch, new MarkPages([], true), "clerk"));
        seen.Add(Pulse(batch));
        _node.Register.Write(TestNode.Deed, session => session.Batches.Undo(batch, "clerk"));
        seen.Add(Pulse(batch));
        _node.Register.Write(TestNode.Deed, session => session.Batches.End(batch, null));
        seen.Add(Pulse(batch));

        Assert.That(seen.Select(pulses => pulses.Item2), Is.Unique);
        Assert.That(seen.Select(pulses => (pulses.Item1.LastEdit, pulses.Item1.Ended.Length > 0)), Is.EqualTo(new[] { (0L, false), (1L, false), (0L, false), (0L, true) }));
    }

    [Test]
    public void Pages_are_numbered_in_the_order_in_which_they_come()
    {
        var batch = Begin();

        Assert.That((Append(batch, "a"), Append(batch, "b")), Is.EqualTo((1, 2)));
        Assert.That(_node.Read(session => session.Batches.Pages(batch)).Select(page => page.File), Is.EqualTo(new[] { "a", "b" }));
        Assert.That(_node.Read(session => session.Batches.LastSheet(batch)), Is.EqualTo(1));
    }

    [Test]
    public void A_file_is_known_by_its_stamp_in_its_batch_and_at_its_source()
    {
        var (batch, other) = (Begin(), Begin());
        Append(batch, "a");

        KnownPage? Known(BatchId id, string source, string stamp) => _node.Read(session => session.Batches.Known(id, source, stamp));

        Assert.That((Known(batch, "folder:/other", "a")?.Number, Known(other, Source, "a")?.Batch), Is.EqualTo((1, batch)));
        Assert.That((Known(other, "folder:/other", "a"), Known(batch, Source, "b")), Is.EqualTo(((KnownPage?)null, (KnownPage?)null)));
    }

    [Test]
    public void A_file_that_was_added_from_another_source_is_known_there_after_a_third_one_was_scanned()
    {
        var (batch, other) = (Begin(), Begin());
        _node.Write(session =>
        {
            session.Batches.Extend(batch, "folder:/other");
            session.Masters.Enter(TestNode.MasterOf("a"));
            session.Batches.Append(batch, NewPage("a") with { Source = "folder:/other" });
            session.Batches.Extend(batch, Source);
        });

        Assert.That(_node.Read(session => session.Batches.Known(other, "folder:/other", "a"))?.Batch, Is.EqualTo(batch));
    }

    [Test]
    public void Pages_of_another_source_begin_another_scan_and_one_that_was_stopped_goes_on()
    {
        var batch = Begin();
        Append(batch, "a");

        _node.Write(session => session.Batches.Extend(batch, "folder:/other"));
        var extended = _node.Read(session => session.Batches.Get(batch));
        Append(batch, "b");
        _node.Write(session => session.Batches.GoOn(batch));

        Assert.That((extended?.Source, extended?.ScanSource, extended?.ScanSheet), Is.EqualTo((Source, "folder:/other", 2)));
        Assert.That(_node.Read(session => session.Batches.Get(batch)), Is.EqualTo(extended));
    }

    [Test]
    public void Every_kind_of_edit_comes_back_as_it_was_kept()
    {
        var batch = Begin();
        BatchEdit[] edits =
        [
            new MovePages([2, 1], 3), new MovePages([2], null) { After = 4 }, new ReplacePage(1, 2), new RotatePages([1], 3), new MarkPages([1], true), new InterleavePages(1, 4, true),
            new SplitBatch(1, SeparatorCode.Parse("OFN1-XX-P-2026-17-APP").Value), new MergeBatch(2),
        ];

        _node.Write(session => Array.ForEach(edits, edit => session.Batches.Keep(batch, edit, "clerk")));

        var kept = _node.Read(session => session.Batches.Edits(batch));
        Assert.That(kept.Select(edit => StoredText(edit.Edit)), Is.EqualTo(edits.Select(StoredText)));
    }

    [Test]
    public void A_move_to_the_end_that_an_older_program_kept_is_still_replayed()
    {
        var batch = Begin();
        Array.ForEach(["a", "b", "c"], file => Append(batch, file));

        using (var database = _node.OpenRaw())
        {
            database.Execute("INSERT INTO batch_edit (batch, edit, author, at) VALUES (?1, ?2, 'clerk', '2026-01-05T08:00:00.000Z')", batch.Number, """{"edit":"move","pages":[1]}""");
        }

        Assert.That(_node.Read(session => session.Batches.Arrange(batch)).Pages.Select(page => page.Page.Number), Is.EqualTo(new[] { 2, 3, 1 }));
    }

    [Test]
    public void The_last_edit_that_stands_is_another_after_each_edit_and_each_undo()
    {
        var batch = Begin();
        Append(batch, "a");
        var seen = new List<long> { _node.Read(session => session.Batches.LastEdit(batch)) };

        _node.Write(session => session.Batches.Keep(batch, new MarkPages([1], true), "clerk"));
        seen.Add(_node.Read(session => session.Batches.LastEdit(batch)));
        _node.Write(session => session.Batches.Keep(batch, new MergeBatch(1), "clerk"));
        seen.Add(_node.Read(session => session.Batches.LastEdit(batch)));
        _node.Write(session => session.Batches.Undo(batch, "clerk"));

        Assert.That(seen, Is.Unique.And.Ordered);
        Assert.That(_node.Read(session => session.Batches.LastEdit(batch)), Is.EqualTo(seen[1]));
    }

    [Test]
    public void Undoing_goes_back_edit_by_edit_and_keeps_the_history()
    {
        var batch = Begin();
        Append(batch, "a");
        Append(batch, "b");
        _node.Write(session => session.Batches.Keep(batch, new MovePages([2], 1), "clerk"));

        _node.Write(session => session.Batches.Undo(batch, "clerk"));

        Assert.That(_node.Read(session => session.Batches.Arrange(batch)).Pages.Select(page => page.Page.Number), Is.EqualTo(new[] { 1, 2 }));
        Assert.That(_node.Read(session => session.Batches.Edits(batch)).Single().IsUndone, Is.True);
        Assert.That(_node.Register.Write(TestNode.Deed, session => session.Batches.Undo(batch, "clerk")), Is.Null);
    }

    [Test]
    public void A_batch_ends_with_its_fault_and_goes_on_without_it()
    {
        var batch = Begin();

        _node.Write(session => session.Batches.End(batch, new Finding("SCAN-JAM", Severity.Error)));
        var ended = _node.Read(session => session.Batches.Get(batch));
        _node.Write(session => session.Batches.GoOn(batch));

        Assert.That((ended?.Fault?.Rule, ended?.Ended is not null), Is.EqualTo(("SCAN-JAM", true)));
        Assert.That(_node.Read(session => session.Batches.Open()).Select(open => open.Id), Is.EqualTo(new[] { batch }));
    }

    [Test]
    public void A_batch_is_theirs_whose_pages_came_into_it_first()
    {
        var batch = Begin();

        _node.Write(session => session.Batches.TakeOver(batch, "binta"));
        Append(batch, "a");
        _node.Write(session => session.Batches.TakeOver(batch, "salif"));

        Assert.That(_node.Read(session => session.Batches.Get(batch))?.Author, Is.EqualTo("binta"));
    }

    [Test]
    public void What_somebody_waits_for_is_read_first_and_nothing_twice()
    {
        var batch = Begin();
        Append(batch, "a");
        Append(batch, "b");
        _node.Write(session =>
        {
            session.Readings.Queue(batch, 1, ReadingTable.BackFile);
            session.Readings.Queue(batch, 2, ReadingTable.BackFile);
            session.Readings.Queue(batch, 2, ReadingTable.AtTheScreen);
        });

        var waiting = _node.Read(session => session.Readings.Waiting(10, []));
        _node.Write(session => session.Readings.Done(waiting[0], Digest.Of("text"u8), []));
        _node.Write(session => session.Readings.Fail(waiting[1], [new Finding("READ-FAILED", Severity.Error)]));

        Assert.That(waiting.Select(page => page.Number), Is.EqualTo(new[] { 2, 1 }));
        Assert.That(_node.Read(session => session.Readings.CountWaiting()), Is.Zero);
        Assert.That(_node.Read(session => session.Readings.Of(batch)).Values.Select(reading => (reading.Number, reading.State)),
            Is.EquivalentTo(new[] { (2, ReadingState.Read), (1, ReadingState.Failed) }));
    }

    [Test]
    public void A_batch_in_a_hurry_goes_before_the_others()
    {
        var (old, fresh) = (Begin(), Begin());
        Append(old, "a");
        Append(fresh, "b");
        _node.Write(session =>
        {
            session.Readings.Queue(old, 1, ReadingTable.BackFile);
            session.Readings.Queue(fresh, 1, ReadingTable.Fresh);
        });

        _node.Write(session => session.Readings.Hurry(old, ReadingTable.AtTheScreen));

        Assert.That(_node.Read(session => session.Readings.Waiting(2, [])).Select(page => page.Batch), Is.EqualTo(new[] { old, fresh }));
    }

    [Test]
    public void What_was_read_for_an_earlier_time_of_asking_does_not_count()
    {
        var batch = Begin();
        Append(batch, "a");
        _node.Write(session => session.Readings.Queue(batch, 1, ReadingTable.BackFile));
        var underWay = _node.Read(session => session.Readings.Waiting(1, []))[0];

        _node.Write(session => session.Readings.Again(batch, 1, ReadingTable.AtTheScreen));
        _node.Write(session => session.Readings.Done(underWay, Digest.Of("text"u8), []));
        var again = _node.Read(session => session.Readings.Waiting(1, []));
        _node.Write(session => session.Readings.Done(again[0], Digest.Of("text turned"u8), []));

        Assert.That(again.Select(page => page.Number), Is.EqualTo(new[] { 1 }));
        Assert.That(_node.Read(session => session.Readings.Of(batch))[1].Text, Is.EqualTo(Digest.Of("text turned"u8)));
    }

    [Test]
    public void What_could_not_be_read_is_counted_and_waits_again_when_its_batch_is_asked_for()
    {
        var (first, second) = (Begin(), Begin());
        foreach (var (batch, file) in new[] { (first, "a"), (first, "b"), (second, "c") })
        {
            var number = Append(batch, file);
            _node.Write(session => session.Readings.Queue(batch, number, ReadingTable.Fresh));
        }

        foreach (var page in _node.Read(session => session.Readings.Waiting(3, [])).Where(page => page.Batch != first || page.Number != 2))
        {
            _node.Write(session => session.Readings.Fail(page, [new Finding("READ-FAILED", Severity.Error)]));
        }

        var before = _node.Read(session => session.Readings.Counts());
        var failedIn = _node.Read(session => session.Readings.FailedIn(10));
        var asked = _node.Register.Write(TestNode.Deed, session => session.Readings.AgainFailed(first, ReadingTable.AtTheScreen));

        Assert.That((before, asked), Is.EqualTo((new ReadingCounts(1, 2), 1)));
        Assert.That(failedIn, Is.EquivalentTo(new[] { first, second }));
        Assert.That(_node.Read(session => session.Readings.Counts()), Is.EqualTo(new ReadingCounts(2, 1)));
        Assert.That(_node.Read(session => session.Readings.Waiting(1, []))[0].Number, Is.EqualTo(1), "It was asked for, so it is the first.");
    }

    private (BatchPulse, string) Pulse(BatchId batch) => _node.Register.Read(session => (session.Batches.Pulse(batch), session.Batches.PulseOfAll()));

    private BatchId Begin() => _node.Register.Write(TestNode.Deed, session => session.Batches.Begin(Source, "clerk"));

    private int Append(BatchId batch, string file) => _node.Register.Write(TestNode.Deed, session =>
    {
        session.Masters.Enter(TestNode.MasterOf(file));
        return session.Batches.Append(batch, NewPage(file));
    });

    private static NewBatchPage NewPage(string file) =>
        new() { Sheet = 1, Side = Side.Front, Master = TestNode.MasterOf(file), Frame = 0, Facts = SampleRecords.Scan, File = file, Stamp = file };

    private static string StoredText(BatchEdit edit) => System.Text.Json.JsonSerializer.Serialize(edit);
}

using OfficeNode.Core;
using OfficeNode.Core.Batches;
using OfficeNode.Core.Keying;
using OfficeNode.Storage;
using OfficeNode.Storage.Tables;

namespace OfficeNode.Host.Journey;

/// <summary>Releases a back-file batch by a random sample of its entries, in the name of one person.</summary>
/// <remarks>
/// The sample is drawn by a seed that is kept: anybody can draw it again from the same entries. When the last of it was looked at, the batch passes if no more than
/// the accepted number were wrong, and its entries are released in slices of one transaction each, so that a stop costs one slice; else all of them go back to be keyed again.
/// Entries with errors of rules are never released by a sample: they stay and wait for somebody to look at them.
/// </remarks>
public sealed class SampleJourney
{
    // One release takes some milliseconds, and people wait behind a transaction.
    private const int Slice = 10;

    private readonly Node _node;
    private readonly string _author;
    private readonly EntryJudge _judge;
    private readonly EntryCrops _crops;

    /// <param name="author">The login name of who checks.</param>
    public SampleJourney(Node node, string author, Capture.ImageConverter converter)
    {
        _node = node;
        _author = author;
        _judge = new EntryJudge(node);
        _crops = new EntryCrops(node, converter);
    }

    /// <summary>Batches of which a sample may be drawn now: large enough, and all of their entries keyed.</summary>
    public IReadOnlyList<SampleCandidate> Candidates() => _node.Settings.Keying.SampleFrom is not { } least ? [] : _node.Register.Read(session =>
        session.Entries.WaitingByBatch(least).Where(pair => MayDraw(session, pair.Batch)).Select(pair => new SampleCandidate(pair.Batch, pair.Waiting)).ToList());

    /// <summary>Samples that are being checked, and those that passed while entries still wait to be released by them.</summary>
    public IReadOnlyList<Sample> Open() => _node.Register.Read(session => session.Samples.Open());

    public Sample? Get(long id) => _node.Register.Read(session => session.Samples.Get(id));

    /// <summary>The entry of a sample to look at next; null when all were looked at.</summary>
    public EntryId? Next(long sample) => _node.Register.Read(session => session.Samples.Unchecked(sample).Select(entry => (EntryId?)entry).FirstOrDefault());

    /// <summary>Draws a sample of a batch.</summary>
    /// <param name="seed">By which it is drawn; kept with it.</param>
    /// <returns>Why it was not done; empty when it was.</returns>
    public IReadOnlyList<Finding> Draw(BatchId batch, int seed) => _node.Register.TryWrite(new Deed(_author, "sample draw", batch.Value), session =>
    {
        var settings = _node.Settings.Keying;
        var waiting = (int)session.Entries.CountOfBatch(batch, EntryState.Waiting);
        if (settings.SampleFrom is not { } least || waiting < least || !MayDraw(session, batch))
        {
            return [new Finding(KeyingFindings.SampleEarly, Severity.Error) { Found = batch.Value, Expected = settings.SampleFrom?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "-" }];
        }

        var places = Choose(waiting, Math.Min(settings.SampleSize, waiting), seed);
        var ids = session.Entries.IdsOfBatch(batch, EntryState.Waiting);
        session.Samples.Draw(batch, [.. places.Select(place => ids[place])], waiting, settings.SampleAccepted, seed, _author);
        return [];
    });

    /// <summary>Says whether an entry of a sample is right. With the last one the sample passes or fails.</summary>
    /// <returns>Why it was not done; empty when it was.</returns>
    public IReadOnlyList<Finding> Judge(long id, EntryId entry, bool isWrong, string remark) => _node.Register.TryWrite(new Deed(_author, "sample check", entry.Value), session =>
    {
        if (session.Samples.Get(id) is not { State: SampleState.Open } sample || !session.Samples.Unchecked(id).Contains(entry) || session.Entries.Get(entry) is not { } known)
        {
            return [new Finding(KeyingFindings.SampleState, Severity.Error) { Found = entry.Value }];
        }

        if (!_node.Settings.Keying.OwnRelease && string.Equals(known.KeyedBy, _author, StringComparison.OrdinalIgnoreCase))
        {
            return [new Finding(KeyingFindings.OwnRelease, Severity.Error) { Found = entry.Value }];
        }

        session.Samples.Judge(id, entry, isWrong, _author);
        End(session, sample with { Checked = sample.Checked + 1, Wrong = sample.Wrong + (isWrong ? 1 : 0) }, entry, isWrong, remark.Trim());
        return [];
    });

    /// <summary>Releases what a sample that passed stands for. May be called again after a stop: it goes on.</summary>
    /// <returns>How many entries were released, and how many were left because of errors.</returns>
    public async Task<(int Released, int Left)> ReleaseAsync(long id, CancellationToken cancellation)
    {
        if (Get(id) is not { State: SampleState.Passed } sample)
        {
            return (0, 0);
        }

        var (released, left, last) = (0, 0, new EntryId(0));
        while (_node.Register.Read(session => session.Entries.OfBatchAfter(sample.Batch, EntryState.Waiting, last, Slice)) is { Count: > 0 } slice)
        {
            cancellation.ThrowIfCancellationRequested();
            var pictures = new Dictionary<EntryId, CutPictures>();
            foreach (var entry in slice)
            {
                pictures[entry.Id] = await _crops.MakeAsync(entry.Id, cancellation);
            }

            var done = _node.Register.Write(new Deed(_author, "release", $"{sample.Batch} {slice[0].Id} to {slice[^1].Id}, sample {sample.Id}"), session =>
                slice.Count(entry => Release(session, entry.Id, pictures[entry.Id], sample.Id)));
            (released, left, last) = (released + done, left + slice.Count - done, slice[^1].Id);
        }

        return (released, left);
    }

    /// <summary>The places of a sample among so many entries, in order: each set of the size is equally likely.</summary>
    /// <remarks>Selection sampling: D. E. Knuth, The Art of Computer Programming, volume 2, section 3.4.2, algorithm S. The generator is xorshift32, so that no version of a library changes old samples.</remarks>
    internal static IReadOnlyList<int> Choose(int of, int size, int seed)
    {
        var chosen = new List<int>(size);
        var state = (uint)seed == 0 ? 0x9E3779B9 : (uint)seed;
        for (var place = 0; place < of && chosen.Count < size; place++)
        {
            state ^= state << 13;
            state ^= state >> 17;
            state ^= state << 5;
            if ((ulong)state * (uint)(of - place) >> 32 < (uint)(size - chosen.Count))
            {
                chosen.Add(place);
            }
        }

        return chosen;
    }

    // Once a sample is being checked, or passed, another one would be drawn until it pleases; after a failed one everything is keyed again.
    private static bool MayDraw(RegisterSession session, BatchId batch) =>
        !session.Samples.Of(batch).Any(sample => sample.State != SampleState.Failed)
        && session.Entries.CountOfBatch(batch, EntryState.Keying) + session.Entries.CountOfBatch(batch, EntryState.Second)
            + session.Entries.CountOfBatch(batch, EntryState.Settling) + session.Entries.CountOfBatch(batch, EntryState.SentBack) == 0
        && session.Volumes.OfBatch(batch) is var volume && (volume is null || session.Volumes.CountOpen(volume.Id) == 0);   // rows of folios that nobody keyed yet are missing

    private void End(RegisterSession session, Sample sample, EntryId entry, bool isWrong, string remark)
    {
        if (sample.Wrong > sample.Accepted)
        {
            session.Samples.End(sample.Id, SampleState.Failed);
            session.Entries.SendBack(sample.Batch, remark.Length > 0 ? $"{entry}: {remark}" : entry.Value, _author);
            return;
        }

        if (isWrong && session.Entries.Get(entry) is { } wrong)
        {
            session.Entries.SetRemark(entry, remark.Length > 0 ? remark : entry.Value, _author);
            session.Entries.Move(entry, EntryState.SentBack, wrong.Level);
        }

        if (sample.Checked == sample.Size)
        {
            session.Samples.End(sample.Id, SampleState.Passed);
        }
    }

    private bool Release(RegisterSession session, EntryId id, CutPictures pictures, long sample)
    {
        if (session.Entries.Get(id) is not { State: EntryState.Waiting } entry || pictures.Findings.Count > 0)
        {
            return false;
        }

        var judged = _judge.Judge(session, entry);
        if (EntryFiling.Against(session, entry, judged).Count > 0)
        {
            return false;
        }

        new EntryFiling(_author).File(session, entry, judged, pictures, sample);
        return true;
    }
}

using NUnit.Framework;
using OfficeNode.Capture;
using OfficeNode.Core.Batches;
using OfficeNode.Core.Keying;
using OfficeNode.Host.Journey;
using OfficeNode.Storage.Tables;

namespace OfficeNode.Journeys.Keying;

/// <summary>Batches of a back-file that are released by a sample.</summary>
[CancelAfter(240_000)]
[Parallelizable(ParallelScope.Self)]   // a node of its own
public sealed class SampleJourneyTests
{
    private const int Entries = 12;

    private KeyingOffice _office = null!;   // made before each test
    private ImageWorkerPool _workers = null!;
    private BatchId _batch;
    private IReadOnlyList<Entry> _entries = [];

    private SampleJourney Ada => new(_office.Node, "ada", new ImageConverter(_workers));

    [SetUp]
    public async Task MakeOffice()
    {
        _office = await KeyingOffice.CreateAsync(settings => settings with { SampleFrom = 10, SampleSize = 4, SampleAccepted = 1 });
        _office.Time.Advance(new DateTimeOffset(2026, 9, 1, 12, 0, 0, TimeSpan.Zero) - _office.Time.GetUtcNow());
        _workers = ReleaseOffice.Workers(TimeProvider.System);
        _entries = await ReleaseOffice.HandOverAsync(_office.Node, Entries, "nadia");
        _batch = _entries[0].Batch!.Batch;   // they were handed over
        foreach (var entry in _entries.Skip(1))
        {
            ReleaseOffice.Key(_office.Node, entry.Id, "nadia");
        }
    }

    [TearDown]
    public async Task RemoveOffice()
    {
        await _workers.DisposeAsync();
        _office.Dispose();
    }

    [Test]
    public void No_sample_is_drawn_while_something_is_still_to_be_keyed()
    {
        var refused = Ada.Draw(_batch, seed: 7);

        Assert.That((refused.Single().Rule, Ada.Candidates().Count), Is.EqualTo((KeyingFindings.SampleEarly, 0)));
    }

    [Test]
    public async Task A_sample_that_passes_releases_the_batch_and_sends_the_wrong_one_back(CancellationToken cancellation)
    {
        var sample = Draw();
        var wrong = Ada.Next(sample)!.Value;
        var alone = await ReleaseOffice.By(_office.Node, "ada", _workers).ReleaseAsync(wrong, 0, cancellation);
        Judge(sample, isWrong: true);
        while (Ada.Next(sample) is not null)
        {
            Judge(sample, isWrong: false);
        }

        var (released, left) = await Ada.ReleaseAsync(sample, cancellation);

        Assert.That(alone.IsDone, Is.False);
        Assert.That((released, left, Ada.Get(sample)?.State, Ada.Open().Count), Is.EqualTo((Entries - 1, 0, (SampleState?)SampleState.Passed, 0)));
        Assert.That(_office.By("nadia").Due(10).Select(entry => (entry.Id, entry.Remark)), Is.EqualTo(new[] { (wrong, "wrong title") }));
        var release = _office.Node.Register.Read(session => session.Releases.Of(session.Dossiers.After(default, 1)[0].Id).Single());
        Assert.That((release.Sample, release.Level), Is.EqualTo((sample, TextLevel.Checked)));
    }

    [Test]
    public void A_sample_that_fails_sends_the_whole_batch_back()
    {
        var sample = Draw();

        Judge(sample, isWrong: true);
        Judge(sample, isWrong: true);

        Assert.That((Ada.Get(sample)?.State, _office.By("nadia").Due(100).Count), Is.EqualTo(((SampleState?)SampleState.Failed, Entries)));
    }

    [Test]
    public void Who_keyed_an_entry_does_not_check_it()
    {
        var sample = Draw();
        var nadia = new SampleJourney(_office.Node, "nadia", new ImageConverter(_workers));

        Assert.That(nadia.Judge(sample, nadia.Next(sample)!.Value, isWrong: false, "").Single().Rule, Is.EqualTo(KeyingFindings.OwnRelease));
    }

    [Test]
    public void The_same_seed_draws_the_same_sample_and_each_place_is_as_likely()
    {
        var counts = new int[10];
        foreach (var seed in Enumerable.Range(1, 5_000))
        {
            foreach (var place in SampleJourney.Choose(10, 3, seed * 7919))
            {
                counts[place]++;
            }
        }

        var (first, again) = (SampleJourney.Choose(1000, 20, 42), SampleJourney.Choose(1000, 20, 42));
        Assert.That(first, Is.EqualTo(again).And.Count.EqualTo(20).And.Unique.And.Ordered);
        Assert.That(counts, Is.All.InRange(1_350, 1_650));
    }

    private long Draw()
    {
        ReleaseOffice.Key(_office.Node, _entries[0].Id, "nadia");
        Assert.That(Ada.Candidates(), Is.EqualTo(new[] { new SampleCandidate(_batch, Entries) }));
        Assert.That(Ada.Draw(_batch, seed: 7), Is.Empty);
        return Ada.Open().Single().Id;
    }

    private void Judge(long sample, bool isWrong) => Assert.That(Ada.Judge(sample, Ada.Next(sample)!.Value, isWrong, isWrong ? "wrong title" : ""), Is.Empty);
}

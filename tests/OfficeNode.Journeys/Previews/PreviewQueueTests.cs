using NUnit.Framework;
using OfficeNode.Capture;
using OfficeNode.Core;
using OfficeNode.Host.Journey;

namespace OfficeNode.Journeys.Previews;

/// <summary>What somebody looks at is made first, and everything once.</summary>
[CancelAfter(60_000)]
public sealed class PreviewQueueTests
{
    private static readonly PreviewAnswer Made = new(null, []);

    private readonly List<int> _begun = [];
    private readonly Dictionary<int, TaskCompletionSource<PreviewAnswer>> _works = [];
    private PreviewQueue _queue = null!;   // set before each test

    [SetUp]
    public void Open()
    {
        _begun.Clear();
        _works.Clear();
        _queue = new PreviewQueue(1);
    }

    [TearDown]
    public async Task Close() => await _queue.DisposeAsync();

    [Test]
    public async Task What_somebody_looks_at_goes_before_what_is_made_ahead(CancellationToken cancellation)
    {
        var first = Ask(1, PreviewUrgency.Ahead, cancellation);
        var ahead = Ask(2, PreviewUrgency.Ahead, cancellation);
        var looked = Ask(3, PreviewUrgency.AtTheScreen, cancellation);

        await EndAllAsync(first, looked, ahead);

        Assert.That(_begun, Is.EqualTo(new[] { 1, 3, 2 }));
    }

    [Test]
    public async Task What_is_looked_at_while_it_waits_ahead_moves_up(CancellationToken cancellation)
    {
        var first = Ask(1, PreviewUrgency.AtTheScreen, cancellation);
        var ahead = Ask(2, PreviewUrgency.Ahead, cancellation);
        var later = Ask(3, PreviewUrgency.Ahead, cancellation);
        var looked = Ask(3, PreviewUrgency.AtTheScreen, cancellation);

        await EndAllAsync(first, looked, later, ahead);

        Assert.That(_begun, Is.EqualTo(new[] { 1, 3, 2 }));
    }

    [Test]
    public async Task Equal_wishes_are_made_once_and_get_the_same_answer(CancellationToken cancellation)
    {
        var answers = new[] { Ask(1, PreviewUrgency.AtTheScreen, cancellation), Ask(1, PreviewUrgency.AtTheScreen, cancellation), Ask(1, PreviewUrgency.Ahead, cancellation) };

        await EndAllAsync(answers);

        Assert.That(_begun, Is.EqualTo(new[] { 1 }));
        Assert.That(answers.Select(answer => answer.Result), Is.All.SameAs(Made));
    }

    [Test]
    public async Task What_is_made_ahead_leaves_a_place_free(CancellationToken cancellation)
    {
        await using var queue = new PreviewQueue(2);
        var held = new TaskCompletionSource<PreviewAnswer>();
        var ahead = Enumerable.Range(1, 3).Select(number => queue.RunAsync(Wanted(number), PreviewUrgency.Ahead, _ => held.Task, cancellation)).ToList();

        var looked = await queue.RunAsync(Wanted(4), PreviewUrgency.AtTheScreen, _ => Task.FromResult(Made), cancellation);
        held.SetResult(Made);
        await Task.WhenAll(ahead);

        Assert.That(looked, Is.SameAs(Made));
    }

    [Test]
    public async Task What_nobody_waits_for_any_more_is_left_out(CancellationToken cancellation)
    {
        using var gone = new CancellationTokenSource();
        var first = Ask(1, PreviewUrgency.AtTheScreen, cancellation);
        var left = Ask(2, PreviewUrgency.AtTheScreen, gone.Token);
        var last = Ask(3, PreviewUrgency.AtTheScreen, cancellation);

        await gone.CancelAsync();
        Assert.That(async () => await left, Throws.InstanceOf<OperationCanceledException>());
        await EndAllAsync(first, last);

        Assert.That(_begun, Is.EqualTo(new[] { 1, 3 }));
    }

    [Test]
    public async Task One_that_fails_reaches_who_asked_and_the_next_goes_on(CancellationToken cancellation)
    {
        var failing = _queue.RunAsync(Wanted(1), PreviewUrgency.AtTheScreen, _ => throw new InvalidDataException("as the test wants"), cancellation);

        var next = await _queue.RunAsync(Wanted(2), PreviewUrgency.AtTheScreen, _ => Task.FromResult(Made), cancellation);

        Assert.That(async () => await failing, Throws.InstanceOf<InvalidDataException>());
        Assert.That(next, Is.SameAs(Made));
    }

    [Test]
    public async Task Closing_ends_what_is_under_way_and_what_waits(CancellationToken cancellation)
    {
        var underWay = _queue.RunAsync(Wanted(1), PreviewUrgency.AtTheScreen, stop => new TaskCompletionSource<PreviewAnswer>().Task.WaitAsync(stop), cancellation);
        var waiting = Ask(2, PreviewUrgency.AtTheScreen, cancellation);

        await _queue.DisposeAsync();

        Assert.That(async () => await underWay, Throws.InstanceOf<OperationCanceledException>());
        Assert.That(async () => await waiting, Throws.InstanceOf<OperationCanceledException>());
        Assert.That(_begun, Is.Empty);
    }

    private static WantedPreview Wanted(int number) =>
        new(new Master { Digest = Digest.Of([(byte)number]), Extension = "tif", Length = 1, Crc32 = 0 }, 0, PreviewSize.Screen);

    /// <summary>Asks for a preview whose making the test ends.</summary>
    private Task<PreviewAnswer> Ask(int number, PreviewUrgency urgency, CancellationToken cancellation)
    {
        var work = _works.TryGetValue(number, out var known) ? known : _works[number] = new TaskCompletionSource<PreviewAnswer>(TaskCreationOptions.RunContinuationsAsynchronously);
        return _queue.RunAsync(Wanted(number), urgency, _ =>
        {
            _begun.Add(number);
            return work.Task;
        }, cancellation);
    }

    private async Task EndAllAsync(params Task<PreviewAnswer>[] asked)
    {
        foreach (var work in _works.Values)
        {
            work.TrySetResult(Made);
        }

        await Task.WhenAll(asked);
    }
}

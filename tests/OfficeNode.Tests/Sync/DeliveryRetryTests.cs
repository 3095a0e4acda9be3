using NUnit.Framework;
using OfficeNode.Core;
using OfficeNode.Sync;
using OfficeNode.TestKit;

namespace OfficeNode.Tests.Sync;

[CancelAfter(60_000)]
public sealed class DeliveryRetryTests
{
    private static readonly Upload Upload = new()
    {
        LocalFile = "package.zip",
        Digest = Digest.Of([]),
        Folder = RemotePath.Parse("Updates").Value,
        Name = "package.zip",
    };

    private static readonly DeliveryRetryOptions AtOnce = new() { FirstDelay = TimeSpan.Zero, LongestDelay = TimeSpan.Zero, FruitlessTries = 3 };

    [Test]
    public async Task A_fault_that_needs_a_person_is_not_tried_again()
    {
        var line = new FaultyLine(_ => DeliveryFault.HostKeyChanged, moves: 0);

        await Assert.ThrowsAsync<DeliveryException>(() => Retry(AtOnce).UploadAsync(line, Upload, null, CancellationToken.None));

        Assert.That(line.Tries, Is.EqualTo(1));
    }

    [Test]
    public async Task Tries_that_move_nothing_end()
    {
        var line = new FaultyLine(_ => DeliveryFault.Unreachable, moves: 0);

        var error = await Assert.ThrowsAsync<DeliveryException>(() => Retry(AtOnce).UploadAsync(line, Upload, null, CancellationToken.None));

        Assert.Multiple(() =>
        {
            Assert.That(error!.Fault, Is.EqualTo(DeliveryFault.Unreachable));
            Assert.That(line.Tries, Is.EqualTo(3));
        });
    }

    [Test]
    public async Task Tries_that_move_something_go_on()
    {
        var line = new FaultyLine(tried => tried < 50 ? DeliveryFault.Interrupted : null, moves: 1);

        await Retry(AtOnce).UploadAsync(line, Upload, null, CancellationToken.None);

        Assert.That(line.Tries, Is.EqualTo(50));
    }

    [Test]
    public async Task The_wait_grows_and_is_told(CancellationToken cancellationToken)
    {
        var time = new ManualTime();
        var line = new FaultyLine(tried => tried < 3 ? DeliveryFault.TimedOut : null, moves: 0);
        var waits = new List<TimeSpan>();
        var retry = new DeliveryRetry(new DeliveryRetryOptions(), time, () => 0.5, (_, wait) => waits.Add(wait));

        var uploading = retry.UploadAsync(line, Upload, null, cancellationToken);
        await time.TimersSet(1, cancellationToken);
        time.Advance(waits[0]);
        await time.TimersSet(1, cancellationToken);
        time.Advance(waits[1]);
        await uploading;

        Assert.That(waits[1], Is.GreaterThan(waits[0]));
    }

    private static DeliveryRetry Retry(DeliveryRetryOptions options) => new(options, new ManualTime(), () => 0.5, null);

    /// <summary>A line that fails as the test says and moves so many bytes before each failure.</summary>
    private sealed class FaultyLine(Func<int, DeliveryFault?> fault, int moves) : ITransport
    {
        public int Tries { get; private set; }

        public Traffic Traffic => new(0, 0, Tries * moves, 0, 0);

        public Task ConnectAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task<Proof> UploadAsync(Upload upload, IProgress<long>? progress, CancellationToken cancellationToken) =>
            fault(++Tries) is { } found
                ? throw new DeliveryException(found, "The test's line failed.")
                : Task.FromResult(new Proof { Kind = ProofKind.LengthAndTail, Path = upload.Folder.Child(upload.Name), Length = 0, WasThere = false, WireBytes = 0, ResentBytes = 0 });

        public Task<RemoteEntry?> StatAsync(RemotePath path, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<IReadOnlyList<RemoteEntry>> ListAsync(RemotePath folder, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task CreateFolderAsync(RemotePath folder, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<byte[]> DownloadAsync(RemotePath path, int limit, CancellationToken cancellationToken) => throw new NotSupportedException();

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}

using System.Runtime.CompilerServices;
using NUnit.Framework;
using OfficeNode.Capture.Scanners;
using OfficeNode.Core.Batches;
using OfficeNode.Core.Disk;
using OfficeNode.Host.Journey;

namespace OfficeNode.Journeys.Scanning;

/// <summary>Front and back of a sheet are entered together: a stop between them must not leave a front whose back nobody misses.</summary>
public sealed class SheetTests : OneNodeTests
{
    [Test]
    public void A_front_is_not_entered_before_its_back()
    {
        Assert.That(async () => await ScanAsync(new OneSheet(Node, stopsBeforeBack: true)), Throws.TypeOf<StorageException>());

        Assert.That(Pages(), Is.Empty);
    }

    [Test]
    public async Task Front_and_back_are_entered_and_taken()
    {
        var sheet = new OneSheet(Node, stopsBeforeBack: false);

        await ScanAsync(sheet);

        Assert.That(Pages().Select(page => (page.Sheet, page.Side)), Is.EqualTo(new[] { (1, Side.Front), (1, Side.Back) }));
        Assert.That(sheet.Taken, Is.EqualTo(2));
    }

    private IReadOnlyList<BatchPage> Pages() => Node.Read(session => session.Batches.Pages(session.Batches.Newest(1)[0].Batch.Id));

    private async Task ScanAsync(IScanner scanner)
    {
        using var node = Host.Journey.Node.Open(Node.Folder.Root, Node.Disk, Node.Time);
        await using var intake = new SideIntake(node.Pages, node.Previews, node.Settings.Quality, TimeProvider.System);
        var request = new ScanRequest { Source = "sane:duplex", Order = new ScanOrder { Spool = node.Folder.Spool, Duplex = true }, Author = "clerk" };
        await new ScanJourney(node, intake, null).RunAsync(scanner, request, CancellationToken.None);
    }

    /// <summary>One sheet from a feeder that sees both sides, which none of SANE's own devices has.</summary>
    private sealed class OneSheet(TestNode node, bool stopsBeforeBack) : IScanner
    {
        public int Taken { get; private set; }

        public async IAsyncEnumerable<ScannedSide> ScanAsync(ScanOrder order, [EnumeratorCancellation] CancellationToken cancellation)
        {
            yield return new ScannedSide(1, Side.Front, await WriteAsync(1), null) { BackFollows = true };
            if (stopsBeforeBack)
            {
                throw new StorageException(StorageFault.Other, order.Spool, "The power went.");
            }

            yield return new ScannedSide(1, Side.Back, await WriteAsync(2), null);
        }

        public IAsyncEnumerable<ScannedSide> LeftAsync(ScanOrder order, CancellationToken cancellation) => AsyncEnumerable.Empty<ScannedSide>();

        public int? NextSheet(ScanOrder order) => null;

        public void Take(ScannedSide side) => Taken++;

        public void Refuse(ScannedSide side) => throw new InvalidOperationException($"{side.Path} is a good page.");

        private async Task<string> WriteAsync(int number)
        {
            var path = node.PathOf(FormattableString.Invariant($"side-{number}.png"));
            await File.WriteAllBytesAsync(path, Papers.Picture(number));
            return path;
        }
    }
}

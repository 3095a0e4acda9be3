using System.Text;
using NUnit.Framework;
using OfficeNode.Core;
using OfficeNode.Core.Disk;
using OfficeNode.Storage;
using OfficeNode.TestKit;

namespace OfficeNode.Tests.Storage;

public sealed class PageStoreTests
{
    private static readonly byte[] Bytes = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("sixteen letters.", 40_000)));

    [Test]
    public async Task A_master_is_named_by_its_digest()
    {
        using var place = new Place();

        var master = await place.AddAsync(new PhysicalDisk(), "abc"u8.ToArray());

        Assert.That(master.Digest.Value, Is.EqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
        Assert.That((master.Length, master.Crc32), Is.EqualTo((3, 0x352441C2u)));
        Assert.That(place.Files(), Is.EqualTo(new[] { "masters/ba/ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad.tif" }));
    }

    [Test]
    public async Task The_same_bytes_again_are_the_same_master()
    {
        using var place = new Place();

        var first = await place.AddAsync(new PhysicalDisk(), Bytes);
        var second = await place.AddAsync(new PhysicalDisk(), Bytes);

        Assert.That(second, Is.EqualTo(first));
        Assert.That(place.Files(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task The_same_bytes_from_many_sides_at_once_are_one_master()
    {
        using var place = new Place();

        var masters = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => place.AddAsync(new PhysicalDisk(), Bytes))));

        Assert.That(masters.Distinct().Count(), Is.EqualTo(1));
        Assert.That(place.Files(), Has.Count.EqualTo(1));
    }

    [TestCase(0)]
    [TestCase(3)]
    public async Task The_turns_of_a_text_are_read_without_its_words(int turns)
    {
        using var place = new Place();
        var store = new PageStore(place.Node, new PhysicalDisk());
        var word = new TextWord("word", new PixelBox(0, 0, 1, 1), 90);
        var lines = Enumerable.Repeat(new TextLine(word.Box, [word]), 1_000).ToList();
        var text = new PageText { Width = 2_480, Height = 3_508, Turns = turns, Languages = ["eng"], Engine = "by hand", Blocks = [new(word.Box, lines)] };

        var digest = await store.AddTextAsync(text, CancellationToken.None);

        Assert.That(store.ReadTurns(digest), Is.EqualTo(turns));
    }

    [Test]
    public void A_text_that_is_gone_has_no_turns()
    {
        using var place = new Place();

        var turns = new PageStore(place.Node, new PhysicalDisk()).ReadTurns(Digest.FromHash(new byte[32]));

        Assert.That(turns, Is.Null);
    }

    [Test]
    public async Task A_damaged_master_is_noticed_and_made_good_by_the_same_bytes()
    {
        using var place = new Place();
        var master = await place.AddAsync(new PhysicalDisk(), Bytes);
        var store = new PageStore(place.Node, new PhysicalDisk());
        await File.WriteAllTextAsync(store.PathOf(master), "rot");

        var before = await store.IsIntactAsync(master, CancellationToken.None);
        await place.AddAsync(new PhysicalDisk(), Bytes);
        var after = await store.IsIntactAsync(master, CancellationToken.None);

        Assert.That((before, after), Is.EqualTo((false, true)));
    }

    [Test]
    public async Task A_lost_master_is_not_intact()
    {
        using var place = new Place();
        var master = await place.AddAsync(new PhysicalDisk(), Bytes);
        var store = new PageStore(place.Node, new PhysicalDisk());
        File.Delete(store.PathOf(master));

        Assert.That(await store.IsIntactAsync(master, CancellationToken.None), Is.False);
    }

    [Test]
    public async Task After_a_failure_at_any_operation_no_name_lies_and_the_same_work_succeeds()
    {
        var counting = FailingDisk.Counting(new PhysicalDisk());
        using (var place = new Place())
        {
            await place.AddAsync(counting, Bytes);
        }

        for (var operation = 1; operation <= counting.Operations; operation++)
        {
            foreach (var make in new[] { FailOnce(operation), Stop(operation) })
            {
                using var place = new Place();
                await TryAsync(() => place.AddAsync(make(), Bytes));

                Assert.That(await place.LiesAsync(), Is.Empty, $"operation {operation}");
                Assert.That((await place.AddAsync(new PhysicalDisk(), Bytes)).Digest, Is.EqualTo(Digest.Of(Bytes)));
                Assert.That(await place.LiesAsync(), Is.Empty, $"operation {operation}, again");
            }
        }
    }

    [Test]
    public async Task A_failure_before_the_folder_is_synced_is_told()
    {
        var counting = FailingDisk.Counting(new PhysicalDisk());
        using (var place = new Place())
        {
            await place.AddAsync(counting, Bytes);
        }

        // The last operation is the clean-up, which hides nothing and is hidden.
        for (var operation = 1; operation < counting.Operations; operation++)
        {
            using var place = new Place();

            Assert.That(async () => await place.AddAsync(FailingDisk.FailingOnceAt(new PhysicalDisk(), operation), Bytes), Throws.InstanceOf<StorageException>(), $"operation {operation}");
        }
    }

    [Test]
    public async Task A_damaged_master_stays_damaged_or_becomes_good_at_every_failure()
    {
        for (var operation = 1; operation <= 20; operation++)
        {
            using var place = new Place();
            var master = await place.AddAsync(new PhysicalDisk(), Bytes);
            var store = new PageStore(place.Node, new PhysicalDisk());
            await File.WriteAllTextAsync(store.PathOf(master), "rot");

            await TryAsync(() => place.AddAsync(FailingDisk.StoppingAt(new PhysicalDisk(), operation), Bytes));

            Assert.That(
                await File.ReadAllTextAsync(store.PathOf(master)),
                Is.EqualTo("rot").Or.EqualTo(Encoding.ASCII.GetString(Bytes)), $"operation {operation}");
        }
    }

    [TestCase(0)]
    [TestCase(1000)]
    [TestCase(600_000)]
    public async Task A_disk_that_fills_up_is_told_as_full_and_leaves_no_name(long room)
    {
        using var place = new Place();

        Assert.That(async () => await place.AddAsync(FailingDisk.FullAfter(new PhysicalDisk(), room), Bytes),
            Throws.InstanceOf<StorageException>().With.Property(nameof(StorageException.Fault)).EqualTo(StorageFault.Full));
        Assert.That(place.Files(), Is.Empty);
        Assert.That((await place.AddAsync(new PhysicalDisk(), Bytes)).Length, Is.EqualTo(Bytes.Length));
    }

    [Test]
    public async Task Leftovers_of_a_stop_are_swept_and_fresh_ones_kept()
    {
        using var place = new Place();
        await TryAsync(() => place.AddAsync(FailingDisk.StoppingAt(new PhysicalDisk(), 3), Bytes));
        var store = new PageStore(place.Node, new PhysicalDisk());

        var none = store.SweepIncoming(DateTimeOffset.UnixEpoch);
        var one = store.SweepIncoming(DateTimeOffset.MaxValue);

        Assert.That((none, one, place.Files().Count), Is.EqualTo((0, 1, 0)));
    }

    [Test]
    public async Task Sources_and_derivatives_have_places_of_their_own()
    {
        using var place = new Place();
        var store = new PageStore(place.Node, new PhysicalDisk());

        var source = await store.AddSourceAsync(new MemoryStream(Bytes), "csv", CancellationToken.None);
        var derivative = await store.AddDerivativeAsync(new MemoryStream(Bytes), "tif", CancellationToken.None);

        Assert.That(place.Files(), Is.EquivalentTo(new[] { $"sources/{source.Digest}.csv", $"derived/{derivative.Digest}.tif" }));
    }

    private static Func<IDisk> FailOnce(long operation) => () => FailingDisk.FailingOnceAt(new PhysicalDisk(), operation);

    private static Func<IDisk> Stop(long operation) => () => FailingDisk.StoppingAt(new PhysicalDisk(), operation);

    private static async Task TryAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (StorageException)
        {
            // The loop asks for it; what it leaves behind is looked at next.
        }
    }

    private sealed class Place : IDisposable
    {
        private readonly TemporaryFolder _folder = new();

        public Place()
        {
            Node = new NodeFolder(_folder.PathOf("data"));
            Node.Create(new PhysicalDisk());
        }

        public NodeFolder Node { get; }

        public Task<Master> AddAsync(IDisk disk, byte[] bytes) =>
            new PageStore(Node, disk).AddMasterAsync(new MemoryStream(bytes), "tif", CancellationToken.None);

        /// <summary>Everything under a final name.</summary>
        public IReadOnlyList<string> Files() =>
        [
            .. Directory.EnumerateFiles(Node.Root, "*", SearchOption.AllDirectories)
                .Where(file => Path.GetDirectoryName(file) != Node.Incoming)
                .Select(file => Path.GetRelativePath(Node.Root, file).Replace('\\', '/')),
        ];

        /// <summary>Files whose name is not the digest of their bytes (I1).</summary>
        public async Task<IReadOnlyList<string>> LiesAsync()
        {
            var lies = new List<string>();
            foreach (var file in Files())
            {
                var bytes = await File.ReadAllBytesAsync(Path.Combine(Node.Root, file));
                if (Path.GetFileNameWithoutExtension(file) != Digest.Of(bytes).Value)
                {
                    lies.Add(file);
                }
            }

            return lies;
        }

        public void Dispose() => _folder.Dispose();
    }
}

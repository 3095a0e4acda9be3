using NUnit.Framework;
using OfficeNode.Core;
using OfficeNode.Sync;
using OfficeNode.TestKit;

namespace OfficeNode.Tests.Sync;

/// <summary>What every transport promises; each implementation runs all of it, and the receiver's folder is looked at from outside.</summary>
[CancelAfter(120_000)]
public abstract class TransportContractTests
{
    private const string Name = "XX-patents-updates-20260731-0007.zip";
    private static readonly RemotePath Folder = RemotePath.Parse("Patents/Updates").Value;

    private readonly TemporaryFolder _office = new();

    /// <summary>The folder that the receiver's tree begins in.</summary>
    protected abstract string Root { get; }

    protected abstract ProofKind Kind { get; }

    private string Updates => Path.Combine(Root, "Patents", "Updates");

    protected abstract ITransport Create();

    [SetUp]
    public void MakeTheReceiversTree() => Directory.CreateDirectory(Updates);

    [TearDown]
    public void EmptyTheReceiversTree() => Directory.Delete(Path.Combine(Root, "Patents"), recursive: true);

    [OneTimeTearDown]
    public void DropTheOffice() => _office.Dispose();

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(65_536)]
    [TestCase(3_000_001)]
    public async Task A_file_arrives_under_its_final_name(int length, CancellationToken cancellationToken)
    {
        await using var transport = await ConnectedAsync(cancellationToken);
        var upload = Package(length);

        var proof = await transport.UploadAsync(upload, null, cancellationToken);

        Assert.Multiple(() =>
        {
            Assert.That(File.ReadAllBytes(Path.Combine(Updates, Name)), Is.EqualTo(File.ReadAllBytes(upload.LocalFile)));
            Assert.That(proof, Is.EqualTo(new Proof { Kind = Kind, Path = Folder.Child(Name), Length = length, WasThere = false, WireBytes = proof.WireBytes, ResentBytes = 0 }));
            Assert.That(NamesIn(Updates), Is.EqualTo(new[] { Name }));
        });
    }

    [Test]
    public async Task A_file_that_arrived_before_is_proved_again_and_not_sent_again(CancellationToken cancellationToken)
    {
        await using var transport = await ConnectedAsync(cancellationToken);
        var upload = Package(200_000);
        await transport.UploadAsync(upload, null, cancellationToken);
        var acknowledged = transport.Traffic.Acknowledged;

        var proof = await transport.UploadAsync(upload, null, cancellationToken);

        Assert.Multiple(() =>
        {
            Assert.That(proof.WasThere, Is.True);
            Assert.That(transport.Traffic.Acknowledged, Is.EqualTo(acknowledged));
        });
    }

    [TestCase(100, TestName = "A_shorter_file_under_the_final_name_is_left_as_it_is")]
    [TestCase(200_000, TestName = "A_file_of_equal_length_with_another_end_is_left_as_it_is")]
    [TestCase(200_001, TestName = "A_longer_file_under_the_final_name_is_left_as_it_is")]
    public async Task A_taken_name_is_refused(int theirLength)
    {
        await using var transport = await ConnectedAsync(CancellationToken.None);
        var theirs = Bytes(theirLength, seed: 99);
        File.WriteAllBytes(Path.Combine(Updates, Name), theirs);

        var error = await Assert.ThrowsAsync<DeliveryException>(() => transport.UploadAsync(Package(200_000), null, CancellationToken.None));

        Assert.Multiple(() =>
        {
            Assert.That(error!.Fault, Is.EqualTo(DeliveryFault.NameTaken));
            Assert.That(error.IsTransient, Is.False);
            Assert.That(File.ReadAllBytes(Path.Combine(Updates, Name)), Is.EqualTo(theirs));
            Assert.That(NamesIn(Updates), Is.EqualTo(new[] { Name }));
        });
    }

    [Test]
    public async Task A_folder_under_the_final_name_is_left_as_it_is(CancellationToken cancellationToken)
    {
        await using var transport = await ConnectedAsync(cancellationToken);
        Directory.CreateDirectory(Path.Combine(Updates, Name));

        var error = await Assert.ThrowsAsync<DeliveryException>(() => transport.UploadAsync(Package(10), null, cancellationToken));

        Assert.That(error!.Fault, Is.EqualTo(DeliveryFault.NameTaken));
    }

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(150_000)]
    [TestCase(200_000)]
    public async Task An_unfinished_part_of_the_same_file_is_used_up(int sent, CancellationToken cancellationToken)
    {
        await using var transport = await ConnectedAsync(cancellationToken);
        var upload = Package(200_000);
        var bytes = File.ReadAllBytes(upload.LocalFile);
        File.WriteAllBytes(Path.Combine(Updates, PartOf(upload)), bytes[..sent]);

        await transport.UploadAsync(upload, null, cancellationToken);

        Assert.Multiple(() =>
        {
            Assert.That(File.ReadAllBytes(Path.Combine(Updates, Name)), Is.EqualTo(bytes));
            Assert.That(NamesIn(Updates), Is.EqualTo(new[] { Name }));
        });
    }

    [TestCase(1_000)]
    [TestCase(200_000)]
    [TestCase(300_000)]
    public async Task A_part_with_other_bytes_is_neither_continued_nor_deleted(int length, CancellationToken cancellationToken)
    {
        await using var transport = await ConnectedAsync(cancellationToken);
        var upload = Package(200_000);
        var foreign = Bytes(length, seed: 99);
        File.WriteAllBytes(Path.Combine(Updates, PartOf(upload)), foreign);

        await transport.UploadAsync(upload, null, cancellationToken);

        Assert.Multiple(() =>
        {
            Assert.That(File.ReadAllBytes(Path.Combine(Updates, Name)), Is.EqualTo(File.ReadAllBytes(upload.LocalFile)));
            Assert.That(File.ReadAllBytes(Path.Combine(Updates, PartOf(upload))), Is.EqualTo(foreign));
            Assert.That(NamesIn(Updates), Is.EquivalentTo(new[] { Name, PartOf(upload) }));
        });
    }

    [Test]
    public async Task A_missing_folder_is_said_and_not_made(CancellationToken cancellationToken)
    {
        await using var transport = await ConnectedAsync(cancellationToken);
        var upload = Package(10) with { Folder = RemotePath.Parse("Patents/Updtaes").Value };

        var error = await Assert.ThrowsAsync<DeliveryException>(() => transport.UploadAsync(upload, null, cancellationToken));

        Assert.Multiple(() =>
        {
            Assert.That(error!.Fault, Is.EqualTo(DeliveryFault.FolderMissing));
            Assert.That(Directory.Exists(Path.Combine(Root, "Patents", "Updtaes")), Is.False);
        });
    }

    [Test]
    public async Task A_file_that_is_not_what_was_sealed_is_not_sent(CancellationToken cancellationToken)
    {
        await using var transport = await ConnectedAsync(cancellationToken);
        var upload = Package(1_000) with { Digest = Digest.Of([1]) };

        var error = await Assert.ThrowsAsync<DeliveryException>(() => transport.UploadAsync(upload, null, cancellationToken));

        Assert.Multiple(() =>
        {
            Assert.That(error!.Fault, Is.EqualTo(DeliveryFault.SourceDamaged));
            Assert.That(NamesIn(Updates), Is.Empty);
        });
    }

    [Test]
    public async Task Progress_ends_at_the_length(CancellationToken cancellationToken)
    {
        await using var transport = await ConnectedAsync(cancellationToken);
        var progress = new Steps();

        await transport.UploadAsync(Package(300_000), progress, cancellationToken);

        Assert.That(progress.Seen, Is.Ordered.And.Not.Empty);
        Assert.That(progress.Seen[^1], Is.EqualTo(300_000));
    }

    [Test]
    public async Task A_name_that_stands_for_nothing_is_null(CancellationToken cancellationToken)
    {
        await using var transport = await ConnectedAsync(cancellationToken);

        Assert.That(await transport.StatAsync(Folder.Child("nothing"), cancellationToken), Is.Null);
    }

    [Test]
    public async Task A_folder_lists_its_names_in_order(CancellationToken cancellationToken)
    {
        await using var transport = await ConnectedAsync(cancellationToken);
        File.WriteAllBytes(Path.Combine(Updates, "b"), new byte[3]);
        File.WriteAllBytes(Path.Combine(Updates, "اسم a.zip"), []);
        Directory.CreateDirectory(Path.Combine(Updates, "a"));
        File.CreateSymbolicLink(Path.Combine(Updates, "c"), "b");

        var entries = await transport.ListAsync(Folder, cancellationToken);

        Assert.That(entries.Select(entry => (entry.Name, entry.Kind)), Is.EqualTo(new[]
        {
            ("a", RemoteKind.Folder), ("b", RemoteKind.File), ("c", RemoteKind.Other), ("اسم a.zip", RemoteKind.File),
        }));
        Assert.That(entries[1].Length, Is.EqualTo(3));
    }

    [Test]
    public async Task A_list_of_a_missing_folder_says_so(CancellationToken cancellationToken)
    {
        await using var transport = await ConnectedAsync(cancellationToken);

        var error = await Assert.ThrowsAsync<DeliveryException>(() => transport.ListAsync(Folder.Child("nothing"), cancellationToken));

        Assert.That(error!.Fault, Is.EqualTo(DeliveryFault.FolderMissing));
    }

    [Test]
    public async Task A_folder_is_made_with_its_parents_and_once(CancellationToken cancellationToken)
    {
        await using var transport = await ConnectedAsync(cancellationToken);
        var folder = RemotePath.Parse("Patents/Receipts/2026").Value;

        await transport.CreateFolderAsync(folder, cancellationToken);
        await transport.CreateFolderAsync(folder, cancellationToken);

        Assert.That(Directory.Exists(Path.Combine(Root, "Patents", "Receipts", "2026")), Is.True);
    }

    [TestCase(0)]
    [TestCase(100_000)]
    public async Task A_small_file_is_read_whole(int length, CancellationToken cancellationToken)
    {
        await using var transport = await ConnectedAsync(cancellationToken);
        var receipt = Bytes(length, seed: 5);
        File.WriteAllBytes(Path.Combine(Updates, "receipt"), receipt);

        Assert.That(await transport.DownloadAsync(Folder.Child("receipt"), 100_000, cancellationToken), Is.EqualTo(receipt));
    }

    [Test]
    public async Task A_file_above_the_limit_is_not_read(CancellationToken cancellationToken)
    {
        await using var transport = await ConnectedAsync(cancellationToken);
        File.WriteAllBytes(Path.Combine(Updates, "receipt"), new byte[101]);

        var error = await Assert.ThrowsAsync<DeliveryException>(() => transport.DownloadAsync(Folder.Child("receipt"), 100, cancellationToken));

        Assert.That(error!.Fault, Is.EqualTo(DeliveryFault.TooLarge));
    }

    [Test]
    public async Task A_missing_file_is_not_there_to_be_read(CancellationToken cancellationToken)
    {
        await using var transport = await ConnectedAsync(cancellationToken);

        var error = await Assert.ThrowsAsync<DeliveryException>(() => transport.DownloadAsync(Folder.Child("receipt"), 100, cancellationToken));

        Assert.That(error!.Fault, Is.EqualTo(DeliveryFault.Missing));
    }

    [Test]
    public async Task A_call_after_a_refusal_works(CancellationToken cancellationToken)
    {
        await using var transport = await ConnectedAsync(cancellationToken);
        await Assert.ThrowsAsync<DeliveryException>(() => transport.DownloadAsync(Folder.Child("receipt"), 100, cancellationToken));

        await transport.ConnectAsync(cancellationToken);

        Assert.That(await transport.ListAsync(Folder, cancellationToken), Is.Empty);
    }

    internal static byte[] Bytes(int length, int seed)
    {
        var bytes = new byte[length];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }

    private static string PartOf(Upload upload) => $".{upload.Name}.{upload.Digest.Value[..16]}.part";

    private static IEnumerable<string> NamesIn(string folder) => Directory.EnumerateFileSystemEntries(folder).Select(path => Path.GetFileName(path));

    private async Task<ITransport> ConnectedAsync(CancellationToken cancellationToken)
    {
        var transport = Create();
        await transport.ConnectAsync(cancellationToken);
        return transport;
    }

    private Upload Package(int length)
    {
        var bytes = Bytes(length, seed: 1);
        var path = _office.PathOf("package.zip");
        File.WriteAllBytes(path, bytes);
        return new Upload { LocalFile = path, Digest = Digest.Of(bytes), Folder = Folder, Name = Name };
    }

    /// <summary>Takes the steps at once, where the framework's own class would post them.</summary>
    private sealed class Steps : IProgress<long>
    {
        public List<long> Seen { get; } = [];

        public void Report(long value) => Seen.Add(value);
    }
}

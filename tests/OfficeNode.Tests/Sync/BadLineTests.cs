using System.Globalization;
using NUnit.Framework;
using OfficeNode.Core;
using OfficeNode.Core.Disk;
using OfficeNode.Sync;
using OfficeNode.Sync.Sftp;
using OfficeNode.TestKit;

namespace OfficeNode.Tests.Sync;

/// <summary>Deliveries over a line that is cut, against a real server.</summary>
[CancelAfter(600_000)]
public sealed class BadLineTests
{
    private const int Length = 4_000_000;
    private static readonly RemotePath Folder = RemotePath.Parse("Updates").Value;

    private readonly TemporaryFolder _office = new();
    private LoopbackSshServer _server = null!;   // set by StartTheServer before any test
    private SftpSettings _settings = null!;      // likewise
    private Upload _upload = null!;              // likewise

    [OneTimeSetUp]
    public async Task StartTheServer()
    {
        _server = LoopbackSshServer.Start();
        _settings = SftpTransportTests.SettingsOf(_server, _office.PathOf("known_hosts"));
        HostKeyPin.Write(new PhysicalDisk(), _settings, HostKey.Parse(_server.PublicHostKey).Value);
        var bytes = TransportContractTests.Bytes(Length, seed: 3);
        File.WriteAllBytes(_office.PathOf("package.zip"), bytes);
        _upload = new Upload { LocalFile = _office.PathOf("package.zip"), Digest = Digest.Of(bytes), Folder = Folder, Name = "package.zip" };
    }

    [SetUp]
    public void EmptyTheFolder()
    {
        var updates = Path.Combine(_server.Root, "Updates");
        if (Directory.Exists(updates))
        {
            Directory.Delete(updates, recursive: true);
        }

        Directory.CreateDirectory(updates);
    }

    [OneTimeTearDown]
    public void StopTheServer()
    {
        _server?.Dispose();
        _office.Dispose();
    }

    [Test]
    public async Task A_package_arrives_once_through_many_cuts(CancellationToken cancellationToken)
    {
        var random = FaultPoints.Random();
        var legs = FaultPoints.Count(daily: 20, promised: 200) + 1;
        // Three quarters of the package in all, so that it cannot arrive before the last cut.
        var cuts = new Queue<long>(Enumerable.Range(1, legs - 1).Select(_ => random.NextInt64(3 * Length / (2 * legs))));
        await using var transport = TransportOver(() => cuts.TryDequeue(out var bytes) ? bytes : long.MaxValue);
        var retry = new DeliveryRetry(Impatient with { FruitlessTries = legs + 1 }, TimeProvider.System, random.NextDouble, null);

        var proof = await retry.UploadAsync(transport, _upload, null, cancellationToken);

        var overhead = transport.Traffic.Sent - Length - transport.Traffic.Resent;
        TestContext.Out.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{legs - cuts.Count} connections, {transport.Traffic.Resent} bytes resent, {overhead} bytes of requests, {transport.Traffic.Received} bytes received, {transport.Traffic.ReadBack} of them read back"));
        Assert.Multiple(() =>
        {
            Assert.That(cuts, Is.Empty);
            Assert.That(proof.Length, Is.EqualTo(Length));
            Assert.That(Digest.Of(File.ReadAllBytes(Path.Combine(_server.Root, "Updates", "package.zip"))), Is.EqualTo(_upload.Digest));
            Assert.That(Directory.EnumerateFileSystemEntries(Path.Combine(_server.Root, "Updates")).Count(), Is.EqualTo(1));
            Assert.That(overhead, Is.InRange(1, (Length / 50) + (legs * 2048)), "what is neither the package nor sent twice is requests");
        });
    }

    [Test]
    public async Task A_package_that_arrived_before_a_restart_costs_little_more_than_its_tail(CancellationToken cancellationToken)
    {
        await using (var first = TransportOver(() => long.MaxValue))
        {
            await first.ConnectAsync(cancellationToken);
            await first.UploadAsync(_upload, null, cancellationToken);
        }

        await using var second = TransportOver(() => long.MaxValue);
        await second.ConnectAsync(cancellationToken);
        var proof = await second.UploadAsync(_upload, null, cancellationToken);

        Assert.Multiple(() =>
        {
            Assert.That(proof.WasThere, Is.True);
            Assert.That(proof.WireBytes, Is.LessThan(SyncLimits.Default.Tail + 2048));
        });
    }

    [Test]
    public async Task A_name_left_beside_the_final_one_by_a_half_rename_is_taken_away(CancellationToken cancellationToken)
    {
        var updates = Path.Combine(_server.Root, "Updates");
        File.Copy(_upload.LocalFile, Path.Combine(updates, "package.zip"));
        File.Copy(_upload.LocalFile, Path.Combine(updates, $".package.zip.{_upload.Digest.Value[..16]}.part"));
        await using var transport = TransportOver(() => long.MaxValue);
        await transport.ConnectAsync(cancellationToken);

        await transport.UploadAsync(_upload, null, cancellationToken);

        Assert.That(Directory.EnumerateFileSystemEntries(updates).Count(), Is.EqualTo(1));
    }

    [Test]
    public async Task A_resumed_package_sends_only_what_is_missing(CancellationToken cancellationToken)
    {
        var part = Path.Combine(_server.Root, "Updates", $".package.zip.{_upload.Digest.Value[..16]}.part");
        await File.WriteAllBytesAsync(part, (await File.ReadAllBytesAsync(_upload.LocalFile, cancellationToken))[..3_900_000], cancellationToken);
        await using var transport = TransportOver(() => long.MaxValue);
        await transport.ConnectAsync(cancellationToken);

        await transport.UploadAsync(_upload, null, cancellationToken);

        Assert.That(transport.Traffic.Acknowledged, Is.EqualTo(100_000));
    }

    private static DeliveryRetryOptions Impatient => new() { FirstDelay = TimeSpan.Zero, LongestDelay = TimeSpan.Zero };

    private SftpTransport TransportOver(Func<long> nextCut) => new(
        () => new CutChannel(SshProcess.Start(_settings, SyncLimits.Default, TimeProvider.System), nextCut()),
        SyncLimits.Default,
        ByteBudget.Unlimited(TimeProvider.System),
        TimeProvider.System);
}

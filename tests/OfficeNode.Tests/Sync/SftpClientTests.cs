using NUnit.Framework;
using OfficeNode.Sync;
using OfficeNode.Sync.Sftp;
using OfficeNode.TestKit;

namespace OfficeNode.Tests.Sync;

/// <summary>The SFTP client before servers that do what no honest one does.</summary>
[CancelAfter(120_000)]
public sealed class SftpClientTests
{
    private static readonly RemotePath Path = RemotePath.Parse("Updates/receipt").Value;
    private static readonly byte[] Handle = [7];

    // The requests of UseAsync up to the first READDIR.
    private const int Operations = 7;

    [Test]
    public async Task A_server_that_stops_answering_hits_its_deadline(CancellationToken cancellationToken)
    {
        var time = new ManualTime();
        await using var client = ClientOf(new ScriptedPeer(request => IsA(request, SftpType.Init) ? ScriptedPeer.Greeting : []), time);
        await client.OpenAsync(cancellationToken);
        var asking = client.LstatAsync(Path, cancellationToken);
        await time.TimersSet(1, cancellationToken);

        time.Advance(SyncLimits.Default.Answer);

        var error = await Assert.ThrowsAsync<DeliveryException>(() => asking);
        Assert.Multiple(() =>
        {
            Assert.That(error!.Fault, Is.EqualTo(DeliveryFault.TimedOut));
            Assert.That(error.IsTransient, Is.True);
            Assert.That(client.Connection.IsAlive, Is.False);
        });
    }

    [Test]
    public async Task A_server_that_never_greets_hits_its_deadline(CancellationToken cancellationToken)
    {
        var time = new ManualTime();
        await using var client = ClientOf(new ScriptedPeer(_ => []), time);
        var greeting = client.OpenAsync(cancellationToken);
        await time.TimersSet(1, cancellationToken);

        time.Advance(SyncLimits.Default.Answer);

        var error = await Assert.ThrowsAsync<DeliveryException>(() => greeting);
        Assert.That(error!.Fault, Is.EqualTo(DeliveryFault.TimedOut));
    }

    [Test]
    public async Task Answers_shorter_than_asked_are_completed(CancellationToken cancellationToken)
    {
        await using var client = await OpenAsync(
            request => ScriptedPeer.Reply(request, SftpType.Data, [0, 0, 0, 1, OffsetOf(request)]), cancellationToken);

        var bytes = await client.ReadAsync(Handle, Path, 0, 5, cancellationToken);

        Assert.That(bytes, Is.EqualTo(new byte[] { 0, 1, 2, 3, 4 }));
    }

    [Test]
    public async Task Answers_in_another_order_find_their_requests(CancellationToken cancellationToken)
    {
        byte[]? held = null;
        await using var client = await OpenAsync(
            request =>
            {
                var reply = ScriptedPeer.Reply(request, SftpType.Data, [0, 0, 0, 1, OffsetOf(request)]);
                byte[] both = held is null ? [] : [.. reply, .. held];
                held = reply;
                return both;
            },
            cancellationToken,
            SyncLimits.Default with { Chunk = 1 });

        var bytes = await client.ReadAsync(Handle, Path, 0, 2, cancellationToken);

        Assert.That(bytes, Is.EqualTo(new byte[] { 0, 1 }));
    }

    [TestCase(new byte[] { 0, 0, 0, 0 }, TestName = "An_empty_packet_breaks_the_protocol")]
    [TestCase(new byte[] { 0, 4, 0, 1, 101 }, TestName = "A_packet_above_the_limit_breaks_the_protocol_before_it_is_read")]
    [TestCase(new byte[] { 255, 255, 255, 255, 101 }, TestName = "A_packet_of_four_gigabytes_breaks_the_protocol")]
    [TestCase(new byte[] { 0, 0, 0, 5, 101, 0, 0, 0, 99 }, TestName = "A_reply_to_nothing_breaks_the_protocol")]
    public async Task Raw_bytes_that_are_no_reply_break_the_protocol(byte[] raw)
    {
        await using var client = await OpenAsync(_ => raw, CancellationToken.None);

        var error = await Assert.ThrowsAsync<DeliveryException>(() => client.LstatAsync(Path, CancellationToken.None));

        Assert.That(error!.Fault, Is.EqualTo(DeliveryFault.Protocol));
    }

    [TestCase((byte)SftpType.Attributes, new byte[] { 0, 0, 0, 1, 0, 0 }, TestName = "A_cut_size_breaks_the_protocol")]
    [TestCase((byte)SftpType.Attributes, new byte[] { 0, 0, 0, 1, 255, 255, 255, 255, 255, 255, 255, 255 }, TestName = "A_negative_size_breaks_the_protocol")]
    [TestCase((byte)SftpType.Attributes, new byte[] { 0, 0, 1, 0 }, TestName = "Unknown_attributes_break_the_protocol")]
    [TestCase((byte)SftpType.Attributes, new byte[] { 128, 0, 0, 0, 255, 255, 255, 255 }, TestName = "Four_billion_extended_attributes_break_the_protocol")]
    [TestCase((byte)SftpType.Attributes, new byte[] { 0, 0, 0, 0, 1 }, TestName = "Bytes_behind_the_attributes_break_the_protocol")]
    [TestCase((byte)SftpType.Handle, new byte[] { 0, 0, 0, 1, 7 }, TestName = "A_handle_where_attributes_are_due_breaks_the_protocol")]
    [TestCase((byte)SftpType.Status, new byte[] { 0, 0 }, TestName = "A_cut_status_breaks_the_protocol")]
    [TestCase((byte)SftpType.Status, new byte[] { 0, 0, 0, 0 }, TestName = "A_mere_yes_where_attributes_are_due_breaks_the_protocol")]
    public async Task A_wrong_answer_breaks_the_protocol(byte type, byte[] body)
    {
        await using var client = await OpenAsync(request => ScriptedPeer.Reply(request, (SftpType)type, body), CancellationToken.None);

        var error = await Assert.ThrowsAsync<DeliveryException>(() => client.LstatAsync(Path, CancellationToken.None));

        Assert.That(error!.Fault, Is.EqualTo(DeliveryFault.Protocol));
    }

    [Test]
    public async Task More_data_than_asked_breaks_the_protocol()
    {
        await using var client = await OpenAsync(request => ScriptedPeer.Reply(request, SftpType.Data, [0, 0, 0, 2, 1, 2]), CancellationToken.None);

        var error = await Assert.ThrowsAsync<DeliveryException>(() => client.ReadAsync(Handle, Path, 0, 1, CancellationToken.None));

        Assert.That(error!.Fault, Is.EqualTo(DeliveryFault.Protocol));
    }

    [Test]
    public async Task A_folder_without_end_stops_at_the_limit()
    {
        byte[] oneName = [0, 0, 0, 1, 0, 0, 0, 1, (byte)'a', 0, 0, 0, 0, 0, 0, 0, 0];
        await using var client = await OpenAsync(
            request => IsA(request, SftpType.OpenFolder) ? ScriptedPeer.Reply(request, SftpType.Handle, [0, 0, 0, 1, 7]) : ScriptedPeer.Reply(request, SftpType.Name, oneName),
            CancellationToken.None,
            SyncLimits.Default with { FolderEntries = 10 });

        var error = await Assert.ThrowsAsync<DeliveryException>(() => client.ListAsync(Path, CancellationToken.None));

        Assert.That(error!.Fault, Is.EqualTo(DeliveryFault.TooLarge));
    }

    [Test]
    public async Task Another_version_of_the_protocol_is_refused()
    {
        await using var client = ClientOf(new ScriptedPeer(_ => ScriptedPeer.Packet([(byte)SftpType.Version, 0, 0, 0, 2])), TimeProvider.System);

        var error = await Assert.ThrowsAsync<DeliveryException>(() => client.OpenAsync(CancellationToken.None));

        Assert.Multiple(() =>
        {
            Assert.That(error!.Fault, Is.EqualTo(DeliveryFault.Protocol));
            Assert.That(error.Found, Is.EqualTo("SFTP version 2"));
        });
    }

    [Test]
    public async Task Random_bytes_end_in_a_delivery_exception(CancellationToken cancellationToken)
    {
        var random = FaultPoints.Random();
        for (var round = 0; round < FaultPoints.Count(daily: 300, promised: 20_000); round++)
        {
            var noise = new byte[random.Next(200)];
            random.NextBytes(noise);
            await using var client = ClientOf(new ScriptedPeer(_ => noise, lastReply: 1), TimeProvider.System);

            await Assert.ThrowsAsync<DeliveryException>(() => UseAsync(client, cancellationToken));
        }
    }

    [Test]
    public async Task Honest_answers_with_changed_bytes_end_in_an_answer_or_a_delivery_exception(CancellationToken cancellationToken)
    {
        var random = FaultPoints.Random();
        var refused = 0;
        for (var round = 0; round < FaultPoints.Count(daily: 1_000, promised: 50_000); round++)
        {
            var spoiled = random.Next(1, Operations);
            var seen = 0;
            var peer = new ScriptedPeer(request => ++seen == spoiled ? Spoil(Honest(request), random) : Honest(request), lastReply: spoiled);
            await using var client = ClientOf(peer, TimeProvider.System);
            try
            {
                await UseAsync(client, cancellationToken);
            }
            catch (DeliveryException)
            {
                refused++;
            }
        }

        Assert.That(refused, Is.GreaterThan(0));
    }

    private static byte[] Honest(byte[] request) => (SftpType)request[0] switch
    {
        SftpType.Init => ScriptedPeer.Packet([(byte)SftpType.Version, 0, 0, 0, 3, 0, 0, 0, 1, (byte)'x', 0, 0, 0, 1, (byte)'1']),
        SftpType.Open or SftpType.OpenFolder => ScriptedPeer.Reply(request, SftpType.Handle, [0, 0, 0, 1, 7]),
        SftpType.Read => ScriptedPeer.Reply(request, SftpType.Data, [0, 0, 0, 2, 1, 2]),
        SftpType.Lstat => ScriptedPeer.Reply(request, SftpType.Attributes, [0, 0, 0, 5, 0, 0, 0, 0, 0, 0, 0, 9, 0, 0, 0x81, 0xA4]),
        SftpType.ReadFolder => ScriptedPeer.Reply(request, SftpType.Name, [0, 0, 0, 1, 0, 0, 0, 1, (byte)'a', 0, 0, 0, 1, (byte)'l', 0, 0, 0, 0]),
        _ => ScriptedPeer.Status(request, SftpStatus.Ok),
    };

    private static byte[] Spoil(byte[] packet, Random random)
    {
        switch (random.Next(4))
        {
            case 0:
                packet[random.Next(packet.Length)] = (byte)random.Next(256);
                return packet;
            case 1:
                return packet[..random.Next(packet.Length)];
            case 2:
                return [.. packet, (byte)random.Next(256)];
            default:
                return packet;
        }
    }

    private static async Task UseAsync(SftpClient client, CancellationToken cancellationToken)
    {
        await client.OpenAsync(cancellationToken);
        await client.LstatAsync(Path, cancellationToken);
        var handle = await client.OpenFileAsync(Path, SftpOpen.Read, cancellationToken);
        await client.ReadAsync(handle, Path, 0, 2, cancellationToken);
        await client.CloseAsync(handle, Path, cancellationToken);
        await client.ListAsync(Path, cancellationToken);
    }

    private static bool IsA(byte[] request, SftpType type) => request[0] == (byte)type;

    // READ: type, number, handle of one byte with its length, then the offset, whose last byte is enough here.
    private static byte OffsetOf(byte[] request) => request[1 + 4 + 5 + 7];

    private static SftpClient ClientOf(ScriptedPeer peer, TimeProvider clock, SyncLimits? limits = null) =>
        new(new SftpConnection(peer, limits ?? SyncLimits.Default, ByteBudget.Unlimited(clock), clock), limits ?? SyncLimits.Default);

    private static async Task<SftpClient> OpenAsync(Func<byte[], byte[]> script, CancellationToken cancellationToken, SyncLimits? limits = null)
    {
        var client = ClientOf(new ScriptedPeer(request => IsA(request, SftpType.Init) ? ScriptedPeer.Greeting : script(request)), TimeProvider.System, limits);
        await client.OpenAsync(cancellationToken);
        return client;
    }
}

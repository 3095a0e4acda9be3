using System.Buffers;
using System.Buffers.Binary;
using System.IO.Pipelines;
using OfficeNode.Sync;
using OfficeNode.Sync.Sftp;

namespace OfficeNode.Tests.Sync;

/// <summary>An SFTP server that says what the test tells it to, over pipes in memory.</summary>
internal sealed class ScriptedPeer : ISftpChannel
{
    private readonly Pipe _requests = new();
    private readonly Pipe _replies = new();
    private readonly Func<byte[], byte[]> _script;
    private readonly int _lastReply;
    private readonly Task _answering;

    /// <param name="script">Gets each request from its type byte on and gives raw bytes to send; an empty array sends nothing.</param>
    /// <param name="lastReply">The peer hangs up after so many replies.</param>
    public ScriptedPeer(Func<byte[], byte[]> script, int lastReply = int.MaxValue)
    {
        _lastReply = lastReply;
        _script = script;
        ToPeer = _requests.Writer.AsStream();
        FromPeer = _replies.Reader.AsStream();
        _answering = AnswerAsync();
    }

    public Stream ToPeer { get; }

    public Stream FromPeer { get; }

    public static byte[] Greeting => Packet([(byte)SftpType.Version, 0, 0, 0, 3]);

    public static byte[] Packet(params ReadOnlySpan<byte> body)
    {
        var packet = new byte[sizeof(uint) + body.Length];
        BinaryPrimitives.WriteInt32BigEndian(packet, body.Length);
        body.CopyTo(packet.AsSpan(sizeof(uint)));
        return packet;
    }

    /// <summary>A reply to a request: type, the request's number, then the bytes given.</summary>
    public static byte[] Reply(byte[] request, SftpType type, params ReadOnlySpan<byte> rest) => Packet([(byte)type, .. request[1..5], .. rest]);

    public static byte[] Status(byte[] request, SftpStatus status) => Reply(request, SftpType.Status, [0, 0, 0, (byte)status, 0, 0, 0, 0, 0, 0, 0, 0]);

    public void Abort()
    {
        _replies.Writer.Complete();
        _requests.Reader.CancelPendingRead();
    }

    public Task<DeliveryException> ExplainEndAsync() => Task.FromResult(new DeliveryException(DeliveryFault.Interrupted, "The scripted peer ended."));

    public async ValueTask DisposeAsync()
    {
        Abort();
        await _requests.Writer.CompleteAsync();
        await _answering;
    }

    private async Task AnswerAsync()
    {
        var replies = 0;
        while (await _requests.Reader.ReadAsync() is { IsCanceled: false, Buffer: var buffer, IsCompleted: var isLast })
        {
            while (replies < _lastReply && TryTake(ref buffer) is { } request)
            {
                replies++;
                await SendAsync(_script(request));
            }

            _requests.Reader.AdvanceTo(buffer.Start, buffer.End);
            if (isLast || replies == _lastReply)
            {
                break;
            }
        }

        await _replies.Writer.CompleteAsync();
        await _requests.Reader.CompleteAsync();
    }

    private async Task SendAsync(byte[] reply)
    {
        try
        {
            await _replies.Writer.WriteAsync(reply);
        }
        catch (InvalidOperationException)
        {
            // The client has hung up in the middle of the script.
        }
    }

    private static byte[]? TryTake(ref ReadOnlySequence<byte> buffer)
    {
        if (buffer.Length < sizeof(uint))
        {
            return null;
        }

        var length = BinaryPrimitives.ReadInt32BigEndian(buffer.Slice(0, sizeof(uint)).ToArray());
        if (buffer.Length - sizeof(uint) < length)
        {
            return null;
        }

        var packet = buffer.Slice(sizeof(uint), length).ToArray();
        buffer = buffer.Slice(sizeof(uint) + length);
        return packet;
    }
}

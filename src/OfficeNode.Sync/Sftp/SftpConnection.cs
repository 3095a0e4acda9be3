using System.Buffers;
using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.IO.Pipelines;

namespace OfficeNode.Sync.Sftp;

/// <summary>Sends requests and hands each reply to whoever waits for it: any number of requests may be under way.</summary>
/// <remarks>
/// One sender at a time; replies may come in any order. The first thing that goes wrong (the peer's end, a broken packet, a deadline, a
/// cancellation in the middle of a packet) ends the connection, and everything that waits gets the reason.
/// </remarks>
internal sealed class SftpConnection : IAsyncDisposable
{
    private const int LengthField = sizeof(uint);
    private const int TypeAndNumber = 1 + sizeof(uint);

    // A STATUS without text, as the draft's first servers wrote it; VERSION is as short.
    private const int ShortestPacket = TypeAndNumber;

    private readonly ISftpChannel _channel;
    private readonly SyncLimits _limits;
    private readonly ByteBudget _budget;
    private readonly TimeProvider _clock;

    // Sender's side
    private readonly SftpPacketWriter _packet = new();
    private readonly ConcurrentDictionary<uint, TaskCompletionSource<SftpReply>> _waiting = new();
    private uint _lastNumber;
    private long _sent;

    // Receiver's side
    private Task _receiving = Task.CompletedTask;
    private long _received;
    private long _lastReceivedAt;
    private DeliveryException? _ended;

    public SftpConnection(ISftpChannel channel, SyncLimits limits, ByteBudget budget, TimeProvider clock)
    {
        _channel = channel;
        _limits = limits;
        _budget = budget;
        _clock = clock;
    }

    /// <summary>No end was seen yet.</summary>
    public bool IsAlive => Volatile.Read(ref _ended) is null;

    public long Sent => Interlocked.Read(ref _sent);

    public long Received => Interlocked.Read(ref _received);

    /// <summary>Starts a request; its body is added to the writer that is returned.</summary>
    public SftpPacketWriter Request(SftpType type) => _packet.Start(type, ++_lastNumber);

    /// <summary>Sends the greeting, which has no request number, and returns the body of VERSION.</summary>
    public async Task<SftpReply> GreetAsync(uint version, CancellationToken cancellationToken)
    {
        // VERSION carries the version where replies carry their request number.
        _lastNumber = version;
        _packet.Start(SftpType.Init, version);
        _receiving = ReceiveAsync();
        return await AnswerAsync(await SendAsync(cancellationToken), cancellationToken);
    }

    /// <summary>Sends the request that was started last.</summary>
    public async Task<PendingReply> SendAsync(CancellationToken cancellationToken)
    {
        var packet = _packet.Finish();
        await _budget.TakeAsync(packet.Length, cancellationToken);

        var reply = new TaskCompletionSource<SftpReply>(TaskCreationOptions.RunContinuationsAsynchronously);
        var pending = new PendingReply(_lastNumber, reply.Task, _clock.GetTimestamp());
        _waiting[_lastNumber] = reply;
        if (Volatile.Read(ref _ended) is { } ended)
        {
            throw Again(ended);
        }

        await WriteAsync(packet, pending.SentAt, cancellationToken);
        return pending;
    }

    /// <summary>Waits for a reply as long as the peer is not silent beyond the deadline.</summary>
    public async Task<SftpReply> AnswerAsync(PendingReply pending, CancellationToken cancellationToken)
    {
        await WithinDeadlineAsync(pending.Reply, pending.SentAt, cancellationToken);
        return await pending.Reply;
    }

    public async ValueTask DisposeAsync()
    {
        End(new DeliveryException(DeliveryFault.Interrupted, "The connection was closed from this side."));
        await _channel.DisposeAsync();
        // The channel has ended, so the receiving side ends too; nothing depends on its last step (I12).
        await Task.WhenAny(_receiving, Task.Delay(_limits.Farewell, _clock));
    }

    private async Task WriteAsync(ReadOnlyMemory<byte> packet, long since, CancellationToken cancellationToken)
    {
        // Counted before it leaves: of a packet that is cut nobody knows how much went out, and the office pays for it.
        Interlocked.Add(ref _sent, packet.Length);
        try
        {
            await WithinDeadlineAsync(_channel.ToPeer.WriteAsync(packet, cancellationToken).AsTask(), since, cancellationToken);
        }
        catch (Exception error) when (error is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // The peer's own stream tells the reason better than a broken pipe does; the receiving side is about to find it.
            _channel.Abort();
            await _receiving;
            throw Again(_ended ?? new DeliveryException(DeliveryFault.Interrupted, "The line was cut while sending.", error));
        }
        catch (OperationCanceledException)
        {
            End(new DeliveryException(DeliveryFault.Interrupted, "A packet was cancelled half way."));
            throw;
        }
    }

    private async Task WithinDeadlineAsync(Task work, long since, CancellationToken cancellationToken)
    {
        while (true)
        {
            var silent = _clock.GetElapsedTime(Math.Max(since, Volatile.Read(ref _lastReceivedAt)));
            if (silent >= _limits.Answer && !work.IsCompleted)
            {
                var late = new DeliveryException(DeliveryFault.TimedOut, $"The SFTP server has been silent for {silent.TotalSeconds:F0} seconds.");
                End(late);
                throw late;
            }

            try
            {
                await work.WaitAsync(work.IsCompleted ? Timeout.InfiniteTimeSpan : _limits.Answer - silent, _clock, cancellationToken);
                return;
            }
            catch (TimeoutException) when (!work.IsFaulted)
            {
                // Another reply may have come meanwhile, which starts the deadline anew: look again.
            }
        }
    }

    private async Task ReceiveAsync()
    {
        var reader = PipeReader.Create(_channel.FromPeer, new StreamPipeReaderOptions(leaveOpen: true, bufferSize: _limits.Chunk * 2));
        DeliveryException? broken = null;
        try
        {
            while (await ReadPacketsAsync(reader))
            {
            }
        }
        catch (DeliveryException error)
        {
            broken = error;
        }
        catch (Exception error) when (error is IOException or ObjectDisposedException or OperationCanceledException or InvalidOperationException)
        {
            broken = new DeliveryException(DeliveryFault.Interrupted, "The line was cut while receiving.", error);
        }

        await reader.CompleteAsync();
        End(broken is { Fault: DeliveryFault.Protocol } ? broken : _ended ?? await _channel.ExplainEndAsync());
    }

    private async Task<bool> ReadPacketsAsync(PipeReader reader)
    {
        var result = await reader.ReadAsync(CancellationToken.None);   // ends with the channel, which every deadline can abort
        var buffer = result.Buffer;
        try
        {
            while (TryTakePacket(ref buffer, out var packet))
            {
                Deliver(packet);
            }

            return !result.IsCompleted;
        }
        finally
        {
            reader.AdvanceTo(buffer.Start, buffer.End);
        }
    }

    private bool TryTakePacket(ref ReadOnlySequence<byte> buffer, out byte[] packet)
    {
        packet = [];
        if (buffer.Length < LengthField)
        {
            return false;
        }

        Span<byte> field = stackalloc byte[LengthField];
        buffer.Slice(0, LengthField).CopyTo(field);
        var length = BinaryPrimitives.ReadUInt32BigEndian(field);
        if (length < ShortestPacket || length > _limits.Packet)
        {
            throw SftpPacketReader.Broken($"a packet of {length} bytes", $"{ShortestPacket} to {_limits.Packet} bytes");
        }

        if (buffer.Length - LengthField < length)
        {
            return false;
        }

        packet = buffer.Slice(LengthField, length).ToArray();
        buffer = buffer.Slice(LengthField + length);
        return true;
    }

    private void Deliver(byte[] packet)
    {
        Interlocked.Add(ref _received, LengthField + packet.Length);
        _budget.Charge(LengthField + packet.Length);
        var number = BinaryPrimitives.ReadUInt32BigEndian(packet.AsSpan(1));
        if (!_waiting.TryRemove(number, out var reply))
        {
            throw packet[0] == (byte)SftpType.Version
                ? SftpPacketReader.Broken($"SFTP version {number}", "version 3")
                : SftpPacketReader.Broken($"a reply to request {number}", "a reply to a request that is under way");
        }

        Volatile.Write(ref _lastReceivedAt, _clock.GetTimestamp());
        reply.SetResult(new SftpReply((SftpType)packet[0], packet.AsMemory(TypeAndNumber)));
    }

    private void End(DeliveryException reason)
    {
        var first = Interlocked.CompareExchange(ref _ended, reason, null) ?? reason;
        _channel.Abort();
        foreach (var waiting in _waiting)
        {
            if (_waiting.TryRemove(waiting.Key, out var reply))
            {
                reply.TrySetException(Again(first));
                _ = reply.Task.Exception;   // seen here: requests behind a failed one are never awaited
            }
        }
    }

    // A reason is thrown at several places; each gets an exception with a stack of its own.
    private static DeliveryException Again(DeliveryException reason) =>
        new(reason.Fault, reason.Message, reason) { Path = reason.Path, Found = reason.Found, Expected = reason.Expected };
}

/// <summary>A request that was sent.</summary>
/// <param name="SentAt">Timestamp of the connection's clock; silence is counted from here.</param>
internal readonly record struct PendingReply(uint Number, Task<SftpReply> Reply, long SentAt);

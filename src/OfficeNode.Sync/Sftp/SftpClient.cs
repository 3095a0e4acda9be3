namespace OfficeNode.Sync.Sftp;

/// <summary>The operations of SFTP version 3 that a delivery needs, one call each.</summary>
/// <remarks>
/// draft-ietf-secsh-filexfer-02; extensions of OpenSSH (PROTOCOL, 4) are used only when the server announces them. One caller at a time.
/// Every reply is held against what was asked; anything else is <see cref="DeliveryFault.Protocol"/>.
/// </remarks>
internal sealed class SftpClient : IAsyncDisposable
{
    private const uint Version = 3;
    private const uint NoAttributes = 0;
    private const string SyncExtension = "fsync@openssh.com";
    private const string SpaceExtension = "statvfs@openssh.com";
    private const string RenameExtension = "posix-rename@openssh.com";

    private readonly SftpConnection _connection;
    private readonly SyncLimits _limits;
    private readonly HashSet<string> _extensions = new(StringComparer.Ordinal);

    public SftpClient(SftpConnection connection, SyncLimits limits)
    {
        _connection = connection;
        _limits = limits;
    }

    public SftpConnection Connection => _connection;

    /// <summary>The server works through writes in the order sent, as OpenSSH's does: what it holds of a file has no holes.</summary>
    public bool WritesInOrder => _extensions.Contains(RenameExtension);

    /// <summary>Greets the server and learns its version and extensions.</summary>
    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        var reply = await _connection.GreetAsync(Version, cancellationToken);
        if (reply.Type != SftpType.Version)
        {
            throw SftpReplies.Unexpected(reply, SftpType.Version);
        }

        var body = new SftpPacketReader(reply.Body.Span);
        while (!body.IsAtEnd)
        {
            _extensions.Add(body.Text());
            body.Bytes();
        }
    }

    /// <summary>Attributes of a name, without following a link; null when nothing stands there.</summary>
    public async Task<RemoteEntry?> LstatAsync(RemotePath path, CancellationToken cancellationToken)
    {
        _connection.Request(SftpType.Lstat).Text(Wire(path));
        var reply = await AskAsync(cancellationToken);
        return SftpReplies.Is(reply, SftpStatus.NoSuchFile) ? null : SftpReplies.Entry(reply, path);
    }

    /// <summary>Opens a file and returns its handle.</summary>
    public async Task<byte[]> OpenFileAsync(RemotePath path, SftpOpen how, CancellationToken cancellationToken)
    {
        _connection.Request(SftpType.Open).Text(Wire(path)).UInt32((uint)how).UInt32(NoAttributes);
        return SftpReplies.Handle(await AskAsync(cancellationToken), path, DeliveryFault.Missing, _limits);
    }

    public async Task CloseAsync(byte[] handle, RemotePath path, CancellationToken cancellationToken)
    {
        _connection.Request(SftpType.Close).Bytes(handle);
        SftpReplies.ExpectOk(await AskAsync(cancellationToken), path, "close");
    }

    /// <summary>Sends a WRITE whose data the caller reads straight into the packet; the reply is awaited with <see cref="WrittenAsync"/>.</summary>
    public async Task<PendingReply> SendWriteAsync(byte[] handle, LocalFile source, long offset, int length, CancellationToken cancellationToken)
    {
        var data = _connection.Request(SftpType.Write).Bytes(handle).UInt64(offset).Data(length);
        await source.ReadAsync(data, offset, cancellationToken);
        return await _connection.SendAsync(cancellationToken);
    }

    /// <summary>Waits for the answer to a WRITE.</summary>
    public async Task WrittenAsync(PendingReply pending, RemotePath path, CancellationToken cancellationToken) =>
        SftpReplies.ExpectOk(await _connection.AnswerAsync(pending, cancellationToken), path, "write");

    /// <summary>Reads up to the asked bytes; fewer only at the file's end.</summary>
    public async Task<byte[]> ReadAsync(byte[] handle, RemotePath path, long offset, int length, CancellationToken cancellationToken)
    {
        var bytes = new byte[length];
        var end = 0;
        var total = 0;
        var pending = new Queue<(PendingReply Reply, int At, int Length)>();
        for (var at = 0; at < length; at += _limits.Chunk)
        {
            var asked = Math.Min(_limits.Chunk, length - at);
            pending.Enqueue((await SendReadAsync(handle, offset + at, asked, cancellationToken), at, asked));
        }

        while (pending.TryDequeue(out var next))
        {
            var read = SftpReplies.Data(await _connection.AnswerAsync(next.Reply, cancellationToken), path, bytes.AsMemory(next.At, next.Length));
            end = Math.Max(end, next.At + read);
            total += read;
            if (read > 0 && read < next.Length)
            {
                // A server may answer with less than was asked (draft, 6.4): ask for the rest.
                pending.Enqueue((await SendReadAsync(handle, offset + next.At + read, next.Length - read, cancellationToken), next.At + read, next.Length - read));
            }
        }

        return total == end ? bytes[..end] : throw SftpPacketReader.Broken($"{total} bytes of data up to {end}", "no gaps");
    }

    /// <summary>The names in a folder.</summary>
    public async Task<IReadOnlyList<RemoteEntry>> ListAsync(RemotePath folder, CancellationToken cancellationToken)
    {
        _connection.Request(SftpType.OpenFolder).Text(Wire(folder));
        var handle = SftpReplies.Handle(await AskAsync(cancellationToken), folder, DeliveryFault.FolderMissing, _limits);
        var entries = new List<RemoteEntry>();
        while (true)
        {
            _connection.Request(SftpType.ReadFolder).Bytes(handle);
            var reply = await AskAsync(cancellationToken);
            if (SftpReplies.Is(reply, SftpStatus.EndOfFile))
            {
                break;
            }

            SftpReplies.AddNames(reply, folder, entries, _limits);
        }

        await CloseAsync(handle, folder, cancellationToken);
        entries.Sort((one, other) => string.CompareOrdinal(one.Name, other.Name));
        return entries;
    }

    /// <summary>Deletes a file; a missing one is done.</summary>
    public async Task RemoveAsync(RemotePath path, CancellationToken cancellationToken)
    {
        _connection.Request(SftpType.Remove).Text(Wire(path));
        var reply = await AskAsync(cancellationToken);
        if (!SftpReplies.Is(reply, SftpStatus.NoSuchFile))
        {
            SftpReplies.ExpectOk(reply, path, "remove");
        }
    }

    /// <summary>Renames and never replaces; false when the server did not do it, for whatever reason it has.</summary>
    /// <remarks>draft-ietf-secsh-filexfer-02, 6.5: an existing target is an error. Which one, version 3 cannot say: the caller looks.</remarks>
    public async Task<bool> RenameAsync(RemotePath from, RemotePath to, CancellationToken cancellationToken)
    {
        _connection.Request(SftpType.Rename).Text(Wire(from)).Text(Wire(to));
        var reply = await AskAsync(cancellationToken);
        return SftpReplies.Status(reply) == SftpStatus.Ok;
    }

    /// <summary>Makes a folder; false when the server did not, because it exists or for another reason.</summary>
    public async Task<bool> MakeFolderAsync(RemotePath path, CancellationToken cancellationToken)
    {
        _connection.Request(SftpType.MakeFolder).Text(Wire(path)).UInt32(NoAttributes);
        return SftpReplies.Status(await AskAsync(cancellationToken)) == SftpStatus.Ok;
    }

    /// <summary>Brings a file's bytes to the server's medium where the server can; on others it does nothing.</summary>
    public async Task SyncAsync(byte[] handle, RemotePath path, CancellationToken cancellationToken)
    {
        if (_extensions.Contains(SyncExtension))
        {
            _connection.Request(SftpType.Extended).Text(SyncExtension).Bytes(handle);
            SftpReplies.ExpectOk(await AskAsync(cancellationToken), path, "sync");
        }
    }

    /// <summary>Bytes free for this user below a path; null when the server does not tell.</summary>
    public async Task<long?> FreeBytesAsync(RemotePath path, CancellationToken cancellationToken)
    {
        if (!_extensions.Contains(SpaceExtension))
        {
            return null;
        }

        _connection.Request(SftpType.Extended).Text(SpaceExtension).Text(Wire(path));
        var reply = await AskAsync(cancellationToken);
        if (reply.Type != SftpType.ExtendedReply)
        {
            return null;
        }

        // f_bsize, f_frsize, f_blocks, f_bfree, f_bavail, then what is not needed here.
        var body = new SftpPacketReader(reply.Body.Span);
        body.UInt64();
        var block = body.UInt64();
        body.UInt64();
        body.UInt64();
        return (long)UInt128.Min((UInt128)block * body.UInt64(), long.MaxValue);
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private static string Wire(RemotePath path) => path.Value.Length == 0 ? "." : path.Value;

    private async Task<SftpReply> AskAsync(CancellationToken cancellationToken) =>
        await _connection.AnswerAsync(await _connection.SendAsync(cancellationToken), cancellationToken);

    private Task<PendingReply> SendReadAsync(byte[] handle, long offset, int length, CancellationToken cancellationToken)
    {
        _connection.Request(SftpType.Read).Bytes(handle).UInt64(offset).UInt32((uint)length);
        return _connection.SendAsync(cancellationToken);
    }
}

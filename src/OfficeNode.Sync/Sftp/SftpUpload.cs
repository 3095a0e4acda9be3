using System.Globalization;

namespace OfficeNode.Sync.Sftp;

/// <summary>Brings one file to an SFTP server so that a cut at any byte leaves something to go on from.</summary>
/// <remarks>
/// Bytes go to <see cref="PartName"/>; what is there is continued only when it is not longer than the file and its last bytes
/// (<see cref="SyncLimits.Tail"/>) are equal. The complete part gets its name by RENAME, which refuses an existing target. Then, and only then, the
/// final name is looked at: its length and its last bytes are the proof (I7).
/// </remarks>
internal sealed class SftpUpload
{
    private readonly SftpClient _client;
    private readonly Upload _upload;
    private readonly LocalFile _source;
    private readonly SyncLimits _limits;
    private readonly UploadMeter _meter;
    private readonly TimeProvider _clock;

    public SftpUpload(SftpClient client, Upload upload, LocalFile source, UploadMeter meter, (SyncLimits Limits, TimeProvider Clock) node)
    {
        _client = client;
        _upload = upload;
        _source = source;
        _meter = meter;
        (_limits, _clock) = node;
    }

    private RemotePath Target => _upload.Folder.Child(_upload.Name);

    /// <summary>Sends what is missing. Returns whether the file stood under its final name already.</summary>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        if (await _client.LstatAsync(Target, cancellationToken) is { } standing)
        {
            await RequireSameAsync(standing, DeliveryFault.NameTaken, cancellationToken);
            await RemoveLeftoverAsync(cancellationToken);
            return true;
        }

        var (part, offset) = await FindPartAsync(cancellationToken);
        await FillAsync(part, offset, cancellationToken);
        if (!await _client.RenameAsync(part, Target, cancellationToken))
        {
            await ExplainRenameAsync(part, cancellationToken);
        }

        var seen = await _client.LstatAsync(Target, cancellationToken)
            ?? throw Differs(DeliveryFault.Unproven, "nothing under the final name after the rename");
        await RequireSameAsync(seen, DeliveryFault.Unproven, cancellationToken);
        return false;
    }

    /// <summary>The first part that this file can go on from, or the first name that is free.</summary>
    private async Task<(RemotePath Part, long? Offset)> FindPartAsync(CancellationToken cancellationToken)
    {
        foreach (var part in PartName.Of(_upload))
        {
            var entry = await _client.LstatAsync(part, cancellationToken);
            if (entry is null)
            {
                return (part, null);
            }

            if (entry is { Kind: RemoteKind.File, Length: { } length } && length <= _source.Length && await HasSameTailAsync(part, length, cancellationToken))
            {
                return (part, length);
            }
        }

        throw PartName.Exhausted(_upload);
    }

    private async Task FillAsync(RemotePath part, long? offset, CancellationToken cancellationToken)
    {
        _meter.Begin(offset ?? 0);
        if (offset == _source.Length)
        {
            return;
        }

        var how = SftpOpen.Write | (offset is null ? SftpOpen.Create | SftpOpen.RefuseExisting : 0);
        var handle = await OpenPartAsync(part, how, cancellationToken);
        await SendAsync(handle, part, offset ?? 0, cancellationToken);
        await _client.SyncAsync(handle, part, cancellationToken);
        await _client.CloseAsync(handle, part, cancellationToken);
        if (await _client.LstatAsync(part, cancellationToken) is not { Length: var length } || length != _source.Length)
        {
            throw Differs(DeliveryFault.Unproven, $"{part.Name} is not {_source.Length} bytes long after the last byte was acknowledged");
        }
    }

    private async Task<byte[]> OpenPartAsync(RemotePath part, SftpOpen how, CancellationToken cancellationToken)
    {
        try
        {
            return await _client.OpenFileAsync(part, how, cancellationToken);
        }
        catch (DeliveryException error) when (error.Fault == DeliveryFault.Missing)
        {
            throw new DeliveryException(DeliveryFault.FolderMissing, $"The SFTP server has no folder {_upload.Folder}.", error) { Path = _upload.Folder.Value };
        }
    }

    private async Task SendAsync(byte[] handle, RemotePath part, long offset, CancellationToken cancellationToken)
    {
        // A server that works on several writes at once may leave a hole when the line is cut. With no more under way than the tail that is compared
        // before a resume, such a hole lies within it and is found.
        var window = new SendWindow(_client.WritesInOrder ? _limits.Window : _limits.Tail, _limits.Chunk);
        var underWay = new Queue<(PendingReply Reply, long End, int Length)>();
        while (offset < _source.Length || underWay.Count > 0)
        {
            while (offset < _source.Length && window.HasRoom)
            {
                var length = (int)Math.Min(window.Chunk, _source.Length - offset);
                _meter.Sent(offset, length);
                var reply = await _client.SendWriteAsync(handle, _source, offset, length, cancellationToken);
                window.Left(length);
                offset += length;
                underWay.Enqueue((reply, offset, length));
            }

            var first = underWay.Dequeue();
            await AcknowledgedAsync(first.Reply, part, first.End, cancellationToken);
            window.Answered(first.Length, _clock.GetElapsedTime(first.Reply.SentAt));
            _meter.Acknowledged(first.End, first.Length);
        }
    }

    private async Task AcknowledgedAsync(PendingReply reply, RemotePath part, long end, CancellationToken cancellationToken)
    {
        try
        {
            await _client.WrittenAsync(reply, part, cancellationToken);
        }
        catch (DeliveryException error) when (error.Fault == DeliveryFault.Refused)
        {
            // Version 3 has no word for a full disk: OpenSSH's extension tells whether that was the reason.
            var missing = _source.Length - end;
            if (await _client.FreeBytesAsync(_upload.Folder, cancellationToken) is { } free && free <= missing)
            {
                throw new DeliveryException(DeliveryFault.NoSpace, $"The SFTP server has {free} bytes left below {_upload.Folder}; {missing} are still to come.", error)
                {
                    Path = _upload.Folder.Value,
                    Found = $"{free} bytes free",
                    Expected = $"{missing} bytes",
                };
            }

            throw;
        }
    }

    /// <summary>A rename that failed: because somebody took the name meanwhile, or because the server does not want it.</summary>
    private async Task ExplainRenameAsync(RemotePath part, CancellationToken cancellationToken)
    {
        if (await _client.LstatAsync(Target, cancellationToken) is { } standing)
        {
            await RequireSameAsync(standing, DeliveryFault.NameTaken, cancellationToken);
            await RemoveLeftoverAsync(cancellationToken);
            return;
        }

        throw new DeliveryException(DeliveryFault.Refused, $"The SFTP server does not rename {part} to {_upload.Name}.") { Path = part.Value, Found = "rename: refused" };
    }

    // A server that stops between link and unlink of its rename leaves both names; the part is this node's own.
    private async Task RemoveLeftoverAsync(CancellationToken cancellationToken)
    {
        var part = PartName.Of(_upload).First();
        if (await _client.LstatAsync(part, cancellationToken) is { Kind: RemoteKind.File } leftover
            && leftover.Length == _source.Length
            && await HasSameTailAsync(part, _source.Length, cancellationToken))
        {
            await _client.RemoveAsync(part, cancellationToken);
        }
    }

    private async Task RequireSameAsync(RemoteEntry seen, DeliveryFault otherwise, CancellationToken cancellationToken)
    {
        if (seen.Kind != RemoteKind.File || seen.Length != _source.Length)
        {
            throw Differs(otherwise, $"{seen.Kind} of {seen.Length?.ToString(CultureInfo.InvariantCulture) ?? "unknown"} bytes");
        }

        if (!await HasSameTailAsync(Target, _source.Length, cancellationToken))
        {
            throw Differs(otherwise, $"{_source.Length} bytes with another end");
        }
    }

    private async Task<bool> HasSameTailAsync(RemotePath path, long length, CancellationToken cancellationToken)
    {
        var tail = (int)Math.Min(length, _limits.Tail);
        if (tail == 0)
        {
            return true;
        }

        var handle = await _client.OpenFileAsync(path, SftpOpen.Read, cancellationToken);
        var theirs = await _client.ReadAsync(handle, path, length - tail, tail, cancellationToken);
        await _client.CloseAsync(handle, path, cancellationToken);
        _meter.ReadBack(theirs.Length);
        var ours = new byte[tail];
        await _source.ReadAsync(ours, length - tail, cancellationToken);
        return theirs.AsSpan().SequenceEqual(ours);
    }

    private DeliveryException Differs(DeliveryFault fault, string found) => new(fault, $"{Target}: found {found}, expected {_source.Length} bytes of this package.")
    {
        Path = Target.Value,
        Found = found,
        Expected = $"{_source.Length} bytes of this package",
    };
}

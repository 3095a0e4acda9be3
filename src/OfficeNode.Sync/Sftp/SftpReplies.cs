namespace OfficeNode.Sync.Sftp;

/// <summary>Holds each reply against what was asked and takes its values out.</summary>
/// <remarks>draft-ietf-secsh-filexfer-02, 7. Every method throws <see cref="DeliveryException"/>: the server's refusal, or <see cref="DeliveryFault.Protocol"/>.</remarks>
internal static class SftpReplies
{
    /// <summary>The handle of an opened file or folder.</summary>
    public static byte[] Handle(SftpReply reply, RemotePath path, DeliveryFault whenMissing, SyncLimits limits)
    {
        if (reply.Type != SftpType.Handle)
        {
            throw Is(reply, SftpStatus.NoSuchFile)
                ? new DeliveryException(whenMissing, $"The SFTP server has no {path}.") { Path = path.Value }
                : Refusal(reply, path, "open", SftpType.Handle);
        }

        var body = new SftpPacketReader(reply.Body.Span);
        var handle = body.Bytes().ToArray();
        body.End();
        return handle.Length <= limits.Handle
            ? handle
            : throw SftpPacketReader.Broken($"a handle of {handle.Length} bytes", $"at most {limits.Handle}");
    }

    public static RemoteEntry Entry(SftpReply reply, RemotePath path)
    {
        if (reply.Type != SftpType.Attributes)
        {
            throw Refusal(reply, path, "stat", SftpType.Attributes);
        }

        var body = new SftpPacketReader(reply.Body.Span);
        var (length, kind) = body.Attributes();
        body.End();
        return new RemoteEntry(path.Name, kind, length);
    }

    public static int Data(SftpReply reply, RemotePath path, Memory<byte> target)
    {
        if (Is(reply, SftpStatus.EndOfFile))
        {
            return 0;
        }

        if (reply.Type != SftpType.Data)
        {
            throw Refusal(reply, path, "read", SftpType.Data);
        }

        var body = new SftpPacketReader(reply.Body.Span);
        var data = body.Bytes();
        body.End();
        if (data.Length == 0 || data.Length > target.Length)
        {
            throw SftpPacketReader.Broken($"{data.Length} bytes of data", $"1 to {target.Length}");
        }

        data.CopyTo(target.Span);
        return data.Length;
    }

    public static void AddNames(SftpReply reply, RemotePath folder, List<RemoteEntry> entries, SyncLimits limits)
    {
        if (reply.Type != SftpType.Name)
        {
            throw Refusal(reply, folder, "list", SftpType.Name);
        }

        var body = new SftpPacketReader(reply.Body.Span);
        var count = body.UInt32();
        if (count == 0)
        {
            throw SftpPacketReader.Broken("a list of no names", "names or the end");
        }

        for (; count > 0; count--)
        {
            var name = body.Text();
            body.Bytes();   // the long form is made for people's eyes
            var (length, kind) = body.Attributes();
            if (name is not ("." or ".."))
            {
                entries.Add(new RemoteEntry(name, kind, length));
            }
        }

        body.End();
        if (entries.Count > limits.FolderEntries)
        {
            throw new DeliveryException(DeliveryFault.TooLarge, $"{folder} holds more than {limits.FolderEntries} names.")
            {
                Path = folder.Value,
                Found = $"more than {limits.FolderEntries} names",
                Expected = $"at most {limits.FolderEntries} names",
            };
        }
    }

    public static bool Is(SftpReply reply, SftpStatus status) =>
        reply.Type == SftpType.Status && Status(reply) == status;

    public static SftpStatus Status(SftpReply reply)
    {
        if (reply.Type != SftpType.Status)
        {
            throw Unexpected(reply, SftpType.Status);
        }

        // The message behind the code is missing at some servers and is in no agreed language: the code alone counts.
        var body = new SftpPacketReader(reply.Body.Span);
        return (SftpStatus)body.UInt32();
    }

    public static void ExpectOk(SftpReply reply, RemotePath path, string operation)
    {
        if (Status(reply) != SftpStatus.Ok)
        {
            throw Refusal(reply, path, operation, SftpType.Status);
        }
    }

    private static DeliveryException Refusal(SftpReply reply, RemotePath path, string operation, SftpType expected)
    {
        if (reply.Type != SftpType.Status)
        {
            return Unexpected(reply, expected);
        }

        var status = Status(reply);
        var fault = status switch
        {
            SftpStatus.Ok or SftpStatus.EndOfFile or SftpStatus.BadMessage => DeliveryFault.Protocol,
            SftpStatus.NoConnection or SftpStatus.ConnectionLost => DeliveryFault.Interrupted,
            SftpStatus.NoSuchFile => DeliveryFault.Missing,
            _ => DeliveryFault.Refused,
        };
        return new DeliveryException(fault, $"The SFTP server answered {operation} of {path} with {status}.")
        {
            Path = path.Value,
            Found = $"{operation}: {status}",
        };
    }

    public static DeliveryException Unexpected(SftpReply reply, SftpType expected) =>
        SftpPacketReader.Broken($"a packet of type {(byte)reply.Type}", $"{expected} ({(byte)expected})");
}

namespace OfficeNode.Sync.Sftp;

/// <summary>Packet types of SFTP version 3 that this client sends or takes.</summary>
/// <remarks>draft-ietf-secsh-filexfer-02, 3.</remarks>
internal enum SftpType : byte
{
    Init = 1,
    Version = 2,
    Open = 3,
    Close = 4,
    Read = 5,
    Write = 6,
    Lstat = 7,
    Fstat = 8,
    OpenFolder = 11,
    ReadFolder = 12,
    Remove = 13,
    MakeFolder = 14,
    Stat = 17,
    Rename = 18,
    Status = 101,
    Handle = 102,
    Data = 103,
    Name = 104,
    Attributes = 105,
    Extended = 200,
    ExtendedReply = 201,
}

/// <summary>What a STATUS says.</summary>
/// <remarks>draft-ietf-secsh-filexfer-02, 7. Later versions know more codes; they are taken as failures.</remarks>
internal enum SftpStatus : uint
{
    Ok = 0,
    EndOfFile = 1,
    NoSuchFile = 2,
    PermissionDenied = 3,
    Failure = 4,
    BadMessage = 5,
    NoConnection = 6,
    ConnectionLost = 7,
    Unsupported = 8,
}

/// <summary>How a file is opened.</summary>
/// <remarks>draft-ietf-secsh-filexfer-02, 6.3. Truncation is left out on purpose: nothing at a receiver is overwritten.</remarks>
[Flags]
internal enum SftpOpen : uint
{
    Read = 1,
    Write = 2,
    Create = 8,
    RefuseExisting = 0x20,
}

/// <summary>A reply's type and what follows type and request number.</summary>
internal readonly record struct SftpReply(SftpType Type, ReadOnlyMemory<byte> Body);

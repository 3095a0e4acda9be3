using System.Buffers.Binary;
using System.Text;

namespace OfficeNode.Sync.Sftp;

/// <summary>Takes a reply apart and believes no length before it has counted the bytes.</summary>
internal ref struct SftpPacketReader
{
    private const uint HasSize = 1;
    private const uint HasOwner = 2;
    private const uint HasMode = 4;
    private const uint HasTimes = 8;
    private const uint HasExtended = 0x80000000;
    private const uint KnownFlags = HasSize | HasOwner | HasMode | HasTimes | HasExtended;
    private const uint KindOfFile = 0xF000;     // S_IFMT
    private const uint RegularFile = 0x8000;    // S_IFREG
    private const uint Folder = 0x4000;         // S_IFDIR

    private ReadOnlySpan<byte> _rest;

    public SftpPacketReader(ReadOnlySpan<byte> body) => _rest = body;

    public readonly bool IsAtEnd => _rest.IsEmpty;

    public static DeliveryException Broken(string found, string expected) =>
        new(DeliveryFault.Protocol, $"The SFTP server broke the protocol: found {found}, expected {expected}.") { Found = found, Expected = expected };

    public uint UInt32() => BinaryPrimitives.ReadUInt32BigEndian(Take(sizeof(uint)));

    public ulong UInt64() => BinaryPrimitives.ReadUInt64BigEndian(Take(sizeof(ulong)));

    public ReadOnlySpan<byte> Bytes()
    {
        var length = UInt32();
        return length <= (uint)_rest.Length
            ? Take((int)length)
            : throw Broken($"a string of {length} bytes", $"at most the {_rest.Length} bytes that are left of the packet");
    }

    // Version 3 says nothing about encodings; what is not UTF-8 becomes replacement characters and can be shown, but not asked for.
    public string Text() => Encoding.UTF8.GetString(Bytes());

    /// <summary>Length and kind from a file's attributes.</summary>
    /// <remarks>draft-ietf-secsh-filexfer-02, 5.</remarks>
    public (long? Length, RemoteKind Kind) Attributes()
    {
        var flags = UInt32();
        if ((flags & ~KnownFlags) != 0)
        {
            throw Broken($"attribute flags {flags:X8}", "those of version 3");
        }

        long? length = (flags & HasSize) != 0 ? Length() : null;
        Skip(flags, HasOwner, 2 * sizeof(uint));
        var kind = (flags & HasMode) != 0 ? KindOf(UInt32()) : RemoteKind.Other;
        Skip(flags, HasTimes, 2 * sizeof(uint));
        if ((flags & HasExtended) != 0)
        {
            SkipExtended();
        }

        return (length, kind);
    }

    /// <summary>Refuses bytes behind the last field.</summary>
    public readonly void End()
    {
        if (!IsAtEnd)
        {
            throw Broken($"{_rest.Length} bytes behind the last field", "the packet's end");
        }
    }

    private static RemoteKind KindOf(uint mode) => (mode & KindOfFile) switch
    {
        RegularFile => RemoteKind.File,
        Folder => RemoteKind.Folder,
        _ => RemoteKind.Other,
    };

    private long Length()
    {
        var length = UInt64();
        return length <= long.MaxValue ? (long)length : throw Broken($"a file of {length} bytes", $"at most {long.MaxValue}");
    }

    private void Skip(uint flags, uint flag, int bytes)
    {
        if ((flags & flag) != 0)
        {
            Take(bytes);
        }
    }

    private void SkipExtended()
    {
        // Each pair takes eight bytes at least, so a large count ends at the packet's end and not after four billion rounds.
        for (var pairs = UInt32(); pairs > 0; pairs--)
        {
            Bytes();
            Bytes();
        }
    }

    private ReadOnlySpan<byte> Take(int length)
    {
        if (_rest.Length < length)
        {
            throw Broken($"{_rest.Length} bytes", $"{length} bytes more in the packet");
        }

        var taken = _rest[..length];
        _rest = _rest[length..];
        return taken;
    }
}

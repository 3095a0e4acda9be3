using System.Buffers.Binary;
using System.Text;

namespace OfficeNode.Sync.Sftp;

/// <summary>Builds one packet in a buffer that is used again for the next; <see cref="Finish"/> puts the length in front.</summary>
/// <remarks>draft-ietf-secsh-filexfer-02, 3: uint32 length, byte type, then the data; numbers are big-endian, strings have a uint32 length.</remarks>
internal sealed class SftpPacketWriter
{
    private byte[] _buffer = new byte[64 * 1024];
    private int _end;

    /// <summary>Starts a packet with type and request (or version) number.</summary>
    public SftpPacketWriter Start(SftpType type, uint number)
    {
        _end = sizeof(uint);
        Room(1)[0] = (byte)type;
        return UInt32(number);
    }

    public SftpPacketWriter UInt32(uint value)
    {
        BinaryPrimitives.WriteUInt32BigEndian(Room(sizeof(uint)), value);
        return this;
    }

    public SftpPacketWriter UInt64(long value)
    {
        BinaryPrimitives.WriteInt64BigEndian(Room(sizeof(long)), value);
        return this;
    }

    public SftpPacketWriter Text(string value)
    {
        var length = Encoding.UTF8.GetByteCount(value);
        UInt32((uint)length);
        Encoding.UTF8.GetBytes(value, Room(length));
        return this;
    }

    public SftpPacketWriter Bytes(ReadOnlySpan<byte> value)
    {
        UInt32((uint)value.Length);
        value.CopyTo(Room(value.Length));
        return this;
    }

    /// <summary>Leaves room for file data, to be filled before <see cref="Finish"/>.</summary>
    public Memory<byte> Data(int length)
    {
        UInt32((uint)length);
        Room(length);
        return _buffer.AsMemory(_end - length, length);
    }

    /// <summary>The whole packet; valid until the next <see cref="Start"/>.</summary>
    public ReadOnlyMemory<byte> Finish()
    {
        BinaryPrimitives.WriteInt32BigEndian(_buffer, _end - sizeof(uint));
        return _buffer.AsMemory(0, _end);
    }

    private Span<byte> Room(int length)
    {
        if (_buffer.Length - _end < length)
        {
            Array.Resize(ref _buffer, Math.Max(_buffer.Length * 2, _end + length));
        }

        _end += length;
        return _buffer.AsSpan(_end - length, length);
    }
}

namespace OfficeNode.Capture.Headers;

/// <summary>CRC-32 as PNG uses it (ISO/IEC 15948, annex D), for the few bytes of a header.</summary>
internal static class PngChecksum
{
    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 0 ? crc >> 1 : 0xEDB8_8320 ^ (crc >> 1);
            }
        }

        return ~crc;
    }
}

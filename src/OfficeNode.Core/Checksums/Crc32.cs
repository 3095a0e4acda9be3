using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace OfficeNode.Core.Checksums;

/// <summary>The CRC-32 of ZIP, gzip and PNG (polynomial 0x04C11DB7, reflected).</summary>
/// <remarks>
/// It finds accidental damage, not forgery. Where the processor has carry-less multiplication the folding method of Gopal and others,
/// "Fast CRC Computation for Generic Polynomials Using PCLMULQDQ Instruction" (Intel, 2009), is used; elsewhere eight tables. Thread-safe.
/// </remarks>
public static class Crc32
{
    // Folding works on 64 bytes at a time; below that the tables win.
    private const int LeastFolded = 64;

    private const uint Polynomial = 0xEDB88320;

    private static readonly uint[] Tables = BuildTables();

    /// <summary>The checksum of bytes in memory.</summary>
    public static uint Of(ReadOnlySpan<byte> bytes) => Append(0, bytes);

    /// <summary>Carries a checksum on: <c>Append(Of(a), b)</c> is the checksum of a followed by b. The checksum of nothing is 0.</summary>
    public static uint Append(uint checksum, ReadOnlySpan<byte> bytes) => Pclmulqdq.IsSupported && bytes.Length >= LeastFolded
        ? AppendByFolding(checksum, bytes)
        : AppendByTables(checksum, bytes);

    /// <summary>The way without processor support.</summary>
    internal static uint AppendByTables(uint checksum, ReadOnlySpan<byte> bytes)
    {
        var state = ~checksum;
        ReadOnlySpan<uint> tables = Tables;
        while (bytes.Length >= 8)
        {
            var low = BinaryPrimitives.ReadUInt32LittleEndian(bytes) ^ state;
            var high = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
            state = tables[(7 * 256) + (int)(low & 0xFF)] ^ tables[(6 * 256) + (int)((low >> 8) & 0xFF)]
                ^ tables[(5 * 256) + (int)((low >> 16) & 0xFF)] ^ tables[(4 * 256) + (int)(low >> 24)]
                ^ tables[(3 * 256) + (int)(high & 0xFF)] ^ tables[(2 * 256) + (int)((high >> 8) & 0xFF)]
                ^ tables[256 + (int)((high >> 16) & 0xFF)] ^ tables[(int)(high >> 24)];
            bytes = bytes[8..];
        }

        foreach (var value in bytes)
        {
            state = tables[(int)((state ^ value) & 0xFF)] ^ (state >> 8);
        }

        return ~state;
    }

    /// <summary>The way with carry-less multiplication, for at least 64 bytes.</summary>
    internal static uint AppendByFolding(uint checksum, ReadOnlySpan<byte> bytes)
    {
        // x^(512+64) and x^512, then x^(128+64) and x^128, modulo the polynomial, bit-reflected (Gopal and others, section 4).
        var byFour = Vector128.Create(0x154442bd4UL, 0x1c6e41596UL);
        var byOne = Vector128.Create(0x1751997d0UL, 0x0ccaa009eUL);

        var vectors = MemoryMarshal.Cast<byte, Vector128<ulong>>(bytes);
        var a = vectors[0] ^ Vector128.CreateScalar(~checksum).AsUInt64();
        var (b, c, d) = (vectors[1], vectors[2], vectors[3]);
        var next = 4;
        for (; next + 4 <= vectors.Length; next += 4)
        {
            a = Fold(a, byFour) ^ vectors[next];
            b = Fold(b, byFour) ^ vectors[next + 1];
            c = Fold(c, byFour) ^ vectors[next + 2];
            d = Fold(d, byFour) ^ vectors[next + 3];
        }

        a = Fold(a, byOne) ^ b;
        a = Fold(a, byOne) ^ c;
        a = Fold(a, byOne) ^ d;
        for (; next < vectors.Length; next++)
        {
            a = Fold(a, byOne) ^ vectors[next];
        }

        return AppendByTables(~Reduce(a, byOne), bytes[(vectors.Length * 16)..]);
    }

    private static Vector128<ulong> Fold(Vector128<ulong> value, Vector128<ulong> by) =>
        Pclmulqdq.CarrylessMultiply(value, by, 0x00) ^ Pclmulqdq.CarrylessMultiply(value, by, 0x11);

    /// <summary>From 128 bits to 64, then to 32 by Barrett's reduction.</summary>
    private static uint Reduce(Vector128<ulong> value, Vector128<ulong> byOne)
    {
        var lowHalves = Vector128.Create(0xFFFFFFFFUL, 0xFFFFFFFFUL);
        var toHalf = Vector128.Create(0x163cd6124UL, 0UL);
        var barrett = Vector128.Create(0x1db710641UL, 0x1f7011641UL);

        value = Sse2.ShiftRightLogical128BitLane(value, 8) ^ Pclmulqdq.CarrylessMultiply(value, byOne, 0x10);
        value = Sse2.ShiftRightLogical128BitLane(value, 4) ^ Pclmulqdq.CarrylessMultiply(value & lowHalves, toHalf, 0x00);
        var quotient = Pclmulqdq.CarrylessMultiply(value & lowHalves, barrett, 0x10);
        value ^= Pclmulqdq.CarrylessMultiply(quotient & lowHalves, barrett, 0x00);
        return value.AsUInt32().GetElement(1);
    }

    private static uint[] BuildTables()
    {
        var tables = new uint[8 * 256];
        for (var index = 0u; index < 256; index++)
        {
            var state = index;
            for (var bit = 0; bit < 8; bit++)
            {
                state = (state >> 1) ^ ((state & 1) * Polynomial);
            }

            tables[index] = state;
        }

        for (var index = 256; index < tables.Length; index++)
        {
            var before = tables[index - 256];
            tables[index] = (before >> 8) ^ tables[before & 0xFF];
        }

        return tables;
    }
}

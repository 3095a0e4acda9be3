using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace OfficeNode.Packaging.Zip;

/// <summary>The paths seen so far, to find the second of two that would become one file. Not thread-safe.</summary>
/// <remarks>
/// Kept are 64 bits of the SHA-256 of each path's key in place of the path: a million members take 16 MiB. Two different paths among a
/// million look equal with a probability below 1 in 30 million; the package is then refused, never wrongly accepted.
/// </remarks>
internal sealed class PathSet
{
    // Many small tables in place of a large one: growing leaves no array behind that is too large to be collected soon.
    private const int TableBits = 10;
    private const int FirstSize = 16;

    private readonly ulong[]?[] _tables = new ulong[1 << TableBits][];      // in a table, 0 is a free slot
    private readonly int[] _counts = new int[1 << TableBits];

    /// <summary>Adds a path; false when it or one that differs only in case or normal form is there already.</summary>
    public bool Add(string path)
    {
        var fingerprint = Fingerprint(path);
        var number = (int)(fingerprint >> (64 - TableBits));
        var table = _tables[number] ??= new ulong[FirstSize];
        if (_counts[number] * 2 >= table.Length)
        {
            _tables[number] = table = Grown(table);
        }

        if (!Place(table, fingerprint))
        {
            return false;
        }

        _counts[number]++;
        return true;
    }

    private static ulong Fingerprint(string path)
    {
        var key = MemberPath.Key(path);
        Span<byte> bytes = stackalloc byte[3 * MemberPath.Longest];     // a path has at most Longest characters, a character at most 3 bytes
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        var isShort = Encoding.UTF8.TryGetBytes(key, bytes, out var length);
        SHA256.HashData(isShort ? bytes[..length] : Encoding.UTF8.GetBytes(key), hash);
        return Math.Max(1, BinaryPrimitives.ReadUInt64LittleEndian(hash));
    }

    private static bool Place(ulong[] slots, ulong fingerprint)
    {
        var mask = slots.Length - 1;
        var index = (int)(fingerprint & (ulong)mask);
        while (slots[index] != 0)
        {
            if (slots[index] == fingerprint)
            {
                return false;
            }

            index = (index + 1) & mask;
        }

        slots[index] = fingerprint;
        return true;
    }

    private static ulong[] Grown(ulong[] table)
    {
        var larger = new ulong[table.Length * 2];
        foreach (var fingerprint in table)
        {
            if (fingerprint != 0)
            {
                _ = Place(larger, fingerprint);
            }
        }

        return larger;
    }
}

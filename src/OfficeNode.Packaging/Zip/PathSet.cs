using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace OfficeNode.Packaging.Zip;

/// <summary>The paths seen so far, to find the second of two that would become one file. Not thread-safe.</summary>
/// <remarks>
/// Kept are 64 bits of the SHA-256 of each path's key, 8 to 16 bytes per member in place of the path: a million members take 16 MiB. Two
/// different paths among a million look equal with a probability below 1 in 30 million; the package is then refused, never wrongly accepted.
/// </remarks>
internal sealed class PathSet
{
    private ulong[] _slots = new ulong[1024];       // 0 is a free slot
    private int _count;

    /// <summary>Adds a path; false when it or one that differs only in case or normal form is there already.</summary>
    public bool Add(string path)
    {
        if (_count * 2 >= _slots.Length)
        {
            Grow();
        }

        if (!Place(_slots, Fingerprint(path)))
        {
            return false;
        }

        _count++;
        return true;
    }

    private static ulong Fingerprint(string path)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(MemberPath.Key(path)), hash);
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

    private void Grow()
    {
        var larger = new ulong[_slots.Length * 2];
        foreach (var fingerprint in _slots.Where(slot => slot != 0))
        {
            _ = Place(larger, fingerprint);
        }

        _slots = larger;
    }
}

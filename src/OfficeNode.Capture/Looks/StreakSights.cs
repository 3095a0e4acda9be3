using System.Numerics;
using System.Runtime.Intrinsics;

namespace OfficeNode.Capture.Looks;

/// <summary>At how many places of a column or row there is paper on both sides, and at how many of these it is darker than the paper.</summary>
internal record struct Sight(int Visible, int Dark);

/// <summary>Counts, for every column of a page, where it is darker than the paper on both sides of it; rows likewise. The whole page goes through here twice, a tile of paper at a time.</summary>
internal sealed class StreakSights
{
    private readonly int _reach;
    private readonly byte _contrast;
    private readonly Sight[] _sums;

    // Counts of the rows since the last sum: as many as a byte can count.
    private readonly byte[] _visible;
    private readonly byte[] _dark;
    private int _rows;

    /// <param name="width">Columns.</param>
    /// <param name="reach">How many columns away there must be paper.</param>
    /// <param name="contrast">By how many greys a place must be darker, 1 to 255.</param>
    public StreakSights(int width, int reach, int contrast)
    {
        _reach = reach;
        _contrast = (byte)contrast;
        _sums = new Sight[width];
        (_visible, _dark) = (new byte[width], new byte[width]);
    }

    /// <summary>Looks at the columns along the next row.</summary>
    /// <param name="row">Greys.</param>
    /// <param name="paper">Grey of the paper, tile by tile.</param>
    public void TakeRow(ReadOnlySpan<byte> row, ReadOnlySpan<byte> paper)
    {
        if (_rows == byte.MaxValue)
        {
            Sum();
        }

        _rows++;
        var x = _reach;
        while (x < row.Length - _reach)
        {
            var tile = Paper.TileOf(x);
            // A tile of paper is as wide as a vector.
            if (x % Vector256<byte>.Count == 0 && x + Vector256<byte>.Count + _reach <= row.Length)
            {
                var beside = Vector256.Min(Vector256.Create(row[(x - _reach)..]), Vector256.Create(row[(x + _reach)..]));
                var (visible, dark) = Look(Vector256.Create(row[x..]), beside, paper[tile], _contrast);

                // A mask is -1 where it holds.
                (Vector256.Create(_visible, x) - visible).CopyTo(_visible, x);
                (Vector256.Create(_dark, x) - dark).CopyTo(_dark, x);
                x += Vector256<byte>.Count;
                continue;
            }

            var sight = Look(row[x], Math.Min(row[x - _reach], row[x + _reach]), paper[tile], _contrast);
            _visible[x] += (byte)sight.Visible;
            _dark[x] += (byte)sight.Dark;
            x++;
        }
    }

    /// <summary>The counts of all columns so far.</summary>
    public Sight[] Sum()
    {
        for (var x = 0; x < _sums.Length; x++)
        {
            _sums[x] = new(_sums[x].Visible + _visible[x], _sums[x].Dark + _dark[x]);
        }

        Array.Clear(_visible);
        Array.Clear(_dark);
        _rows = 0;
        return _sums;
    }

    /// <summary>Looks at one row between two others that are to be paper.</summary>
    public static Sight Along(ReadOnlySpan<byte> row, ReadOnlySpan<byte> above, ReadOnlySpan<byte> below, int contrast, ReadOnlySpan<byte> paper)
    {
        var (sum, x) = (default(Sight), 0);
        for (; x + Vector256<byte>.Count <= row.Length; x += Vector256<byte>.Count)
        {
            var beside = Vector256.Min(Vector256.Create(above[x..]), Vector256.Create(below[x..]));
            var (visible, dark) = Look(Vector256.Create(row[x..]), beside, paper[Paper.TileOf(x)], (byte)contrast);
            sum = new(sum.Visible + BitOperations.PopCount(visible.ExtractMostSignificantBits()), sum.Dark + BitOperations.PopCount(dark.ExtractMostSignificantBits()));
        }

        for (; x < row.Length; x++)
        {
            var sight = Look(row[x], Math.Min(above[x], below[x]), paper[Paper.TileOf(x)], (byte)contrast);
            sum = new(sum.Visible + sight.Visible, sum.Dark + sight.Dark);
        }

        return sum;
    }

    private static Sight Look(byte here, byte beside, byte paper, byte contrast) =>
        beside + contrast < paper ? default : new(1, here + contrast < beside ? 1 : 0);

    /// <summary>The same for a tile of paper at once; the masks hold where all bits of a byte are set.</summary>
    private static (Vector256<byte> Visible, Vector256<byte> Dark) Look(Vector256<byte> here, Vector256<byte> beside, byte paper, byte contrast)
    {
        var least = Vector256.Create((byte)Math.Max(0, paper - contrast));
        var step = Vector256.Create(contrast);
        var visible = Vector256.GreaterThanOrEqual(beside, least);
        return (visible, visible & Vector256.GreaterThan(Vector256.Max(beside, step) - step, here));
    }
}

using OfficeNode.Capture.Native;

namespace OfficeNode.Capture.Looks;

/// <summary>Measures, on some rows of the frame itself, how dark writing is and how fast it turns into paper.</summary>
internal sealed class EdgeMeter
{
    // Writing is in every third of these rows; more rows give the same numbers.
    private const int Rows = 200;

    // Fewer edges than a line of writing has say nothing.
    private const int LeastEdges = 40;

    private readonly int[] _slopes = new int[256];
    private readonly int[] _darkest = new int[256];
    private readonly int _middle;

    private EdgeMeter(int middle) => _middle = middle;

    /// <summary>Grey of ink, and greys per pixel at its edges; nulls where there is too little of it.</summary>
    /// <param name="frame">Eight bits grey, or colour.</param>
    public static (double? Ink, double? Slope) Measure(PixHandle frame, Paper paper)
    {
        var meter = new EdgeMeter((paper.Level + paper.Darkest) / 2);
        var row = new byte[frame.Width];
        var every = Math.Max(1, frame.Height / Rows);
        for (var y = every / 2; y < frame.Height; y += every)
        {
            Copy(frame, y, row);
            meter.Take(row);
        }

        return meter._slopes.Sum() < LeastEdges ? (null, null) : (Median(meter._darkest), Median(meter._slopes));
    }

    private static unsafe void Copy(PixHandle frame, int y, byte[] row)
    {
        var words = Leptonica.PixelsOf(frame) + (long)y * Leptonica.WordsPerRow(frame);
        var hasColours = frame.Depth == 32;
        for (var x = 0; x < row.Length; x++)
        {
            // Of colours the green, which is most of what the eye sees.
            row[x] = hasColours ? (byte)(words[x] >> 16) : (byte)(words[x / 4] >> (24 - x % 4 * 8));
        }
    }

    private void Take(byte[] row)
    {
        var (darkest, inInk) = (255, false);
        for (var x = 2; x < row.Length - 2; x++)
        {
            var isInk = row[x] < _middle;
            if (isInk != inInk)
            {
                _slopes[Steepest(row, x)]++;
                if (inInk)
                {
                    _darkest[darkest]++;
                }

                (inInk, darkest) = (isInk, 255);
            }

            darkest = Math.Min(darkest, row[x]);
        }
    }

    private static int Steepest(byte[] row, int x) =>
        Math.Max(Math.Abs(row[x] - row[x - 1]), Math.Max(Math.Abs(row[x + 1] - row[x]), Math.Abs(row[x - 1] - row[x - 2])));

    private static double Median(int[] counts)
    {
        var left = counts.Sum() / 2;
        for (var i = 0; i < counts.Length; i++)
        {
            left -= counts[i];
            if (left < 0)
            {
                return i;
            }
        }

        return 0;
    }
}

using OfficeNode.Core;

namespace OfficeNode.Capture.Workers;

/// <summary>A page made small, each pixel ink or paper, with the parts of its ink that hang together.</summary>
internal sealed class InkRaster
{
    // Darker than paper by that much is ink; what shines through from the back of a sheet is lighter.
    private const double InkBelow = 0.62;

    private readonly bool[] _ink;

    /// <param name="grey">A byte for each pixel, 0 black, row by row.</param>
    public InkRaster(byte[] grey, int width, int height)
    {
        Width = width;
        Height = height;
        var below = PaperOf(grey) * InkBelow;
        _ink = Array.ConvertAll(grey, value => value < below);
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>Takes the ink out of a box.</summary>
    public void Clear(PixelBox box)
    {
        var within = box.Intersect(new(0, 0, Width, Height));
        for (var y = within.Y; y < within.Bottom && within.Width > 0; y++)
        {
            _ink.AsSpan(y * Width + within.X, within.Width).Clear();
        }
    }

    /// <summary>The parts, each with its box and its pixels of ink; takes the ink away.</summary>
    public IReadOnlyList<InkPart> TakeParts()
    {
        var parts = new List<InkPart>();
        var waiting = new Stack<int>();
        for (var start = 0; start < _ink.Length; start++)
        {
            if (_ink[start])
            {
                parts.Add(TakePart(start, waiting));
            }
        }

        return parts;
    }

    /// <summary>The commonest grey of the lighter half.</summary>
    private static int PaperOf(byte[] grey)
    {
        Span<int> counts = stackalloc int[256];
        foreach (var value in grey)
        {
            counts[value]++;
        }

        var best = 255;
        for (var value = 254; value >= 128; value--)
        {
            best = counts[value] > counts[best] ? value : best;
        }

        return best;
    }

    private InkPart TakePart(int start, Stack<int> waiting)
    {
        var (left, top, right, bottom, count) = (Width, Height, 0, 0, 0);
        _ink[start] = false;
        waiting.Push(start);
        while (waiting.TryPop(out var at))
        {
            var (y, x) = Math.DivRem(at, Width);
            (left, top, right, bottom) = (Math.Min(left, x), Math.Min(top, y), Math.Max(right, x), Math.Max(bottom, y));
            count++;
            PushNeighbours(x, y, waiting);
        }

        return new(new(left, top, right - left + 1, bottom - top + 1), count);
    }

    private void PushNeighbours(int x, int y, Stack<int> waiting)
    {
        for (var row = Math.Max(0, y - 1); row <= Math.Min(Height - 1, y + 1); row++)
        {
            for (var column = Math.Max(0, x - 1); column <= Math.Min(Width - 1, x + 1); column++)
            {
                var at = row * Width + column;
                if (_ink[at])
                {
                    _ink[at] = false;
                    waiting.Push(at);
                }
            }
        }
    }
}

/// <summary>Ink that hangs together.</summary>
/// <param name="Count">Pixels of ink.</param>
internal readonly record struct InkPart(PixelBox Box, int Count);

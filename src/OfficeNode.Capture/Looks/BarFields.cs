using OfficeNode.Core;

namespace OfficeNode.Capture.Looks;

/// <summary>An area of parallel bars, as those of Code 128 and Code 39 are.</summary>
/// <param name="Degrees">How the direction across the bars leans, above 0 where it falls to the right; -90 to 90.</param>
internal sealed record BarField(PixelBox Box, double Degrees);

/// <summary>Finds areas of parallel bars by the directions in which greys change: across bars all changes run one way, in writing they run all ways.</summary>
internal static class BarFields
{
    // 2.7 mm at 150 dots per inch: a few bars wide.
    private const int Tile = 16;

    // Of changes in one direction only the share is 1, in writing it is below a half.
    private const double LeastAgreement = 0.6;

    // Mean of the squared differences: a bar every few pixels gives thousands, a hair or a rule some hundred.
    private const double LeastChange = 1_000;

    // Bars of one code agree within a few degrees; tiles at its ends see its edge as well.
    private const double SameDirection = 12;

    // 25 mm of bars 5 mm high is the smallest code that an office prints.
    private const int LeastTiles = 10;
    private const int LeastDepth = 2;

    /// <summary>The areas, the largest first, three at most.</summary>
    public static IReadOnlyList<BarField> Find(GreyPage page)
    {
        const int Most = 3;
        var (across, down) = (page.Width / Tile, page.Height / Tile);
        var directions = new double[across * down];
        for (var i = 0; i < directions.Length; i++)
        {
            directions[i] = Direction(page, i % across * Tile, i / across * Tile);
        }

        var fields = new List<(BarField Field, int Tiles)>();
        var seen = new bool[directions.Length];
        for (var i = 0; i < directions.Length; i++)
        {
            if (!seen[i] && !double.IsNaN(directions[i]) && Grow(directions, seen, i, across) is { Count: >= LeastTiles } tiles && FieldOf(tiles, directions, across) is { } field)
            {
                fields.Add((field, tiles.Count));
            }
        }

        return [.. fields.OrderByDescending(field => field.Tiles).Take(Most).Select(field => field.Field)];
    }

    /// <summary>Direction of most change in a tile, in degrees; not a number where there is none.</summary>
    private static double Direction(GreyPage page, int left, int top)
    {
        long across = 0, down = 0, mixed = 0;
        var (pixels, width) = (page.Pixels, page.Width);
        for (var y = Math.Max(1, top); y < Math.Min(top + Tile, page.Height - 1); y += 2)
        {
            for (var x = Math.Max(1, left); x < Math.Min(left + Tile, width - 1); x++)
            {
                var at = y * width + x;
                var (changeX, changeY) = (pixels[at + 1] - pixels[at - 1], pixels[at + width] - pixels[at - width]);
                across += changeX * changeX;
                down += changeY * changeY;
                mixed += changeX * changeY;
            }
        }

        var sum = (double)(across + down);
        var directed = Math.Sqrt((double)(across - down) * (across - down) + 4.0 * mixed * mixed);
        return sum < LeastChange * Tile * Tile / 2 || directed < LeastAgreement * sum ? double.NaN : Math.Atan2(2.0 * mixed, across - down) / 2 * 180 / Math.PI;
    }

    private static List<int> Grow(double[] directions, bool[] seen, int start, int across)
    {
        var tiles = new List<int> { start };
        seen[start] = true;
        for (var next = 0; next < tiles.Count; next++)
        {
            var (tile, column) = (tiles[next], tiles[next] % across);
            foreach (var step in (ReadOnlySpan<int>)[-across - 1, -across, -across + 1, -1, 1, across - 1, across, across + 1])
            {
                var neighbour = tile + step;
                if (neighbour >= 0 && neighbour < directions.Length && Math.Abs(neighbour % across - column) <= 1 && !seen[neighbour]
                    && Apart(directions[neighbour], directions[start]) <= SameDirection)
                {
                    seen[neighbour] = true;
                    tiles.Add(neighbour);
                }
            }
        }

        return tiles;
    }

    private static BarField? FieldOf(List<int> tiles, double[] directions, int across)
    {
        var (left, right) = (tiles.Min(tile => tile % across), tiles.Max(tile => tile % across));
        var (top, bottom) = (tiles.Min(tile => tile / across), tiles.Max(tile => tile / across));
        if (Math.Min(right - left, bottom - top) + 1 < LeastDepth)
        {
            return null;
        }

        var sorted = tiles.Select(tile => directions[tiles[0]] + Turn(directions[tile], directions[tiles[0]])).Order().ToList();
        return new(new((left - 1) * Tile, (top - 1) * Tile, (right - left + 3) * Tile, (bottom - top + 3) * Tile), sorted[sorted.Count / 2]);
    }

    private static double Apart(double one, double other) => double.IsNaN(one) ? double.MaxValue : Math.Abs(Turn(one, other));

    /// <summary>From one direction to another, -90 to 90: directions know no front.</summary>
    private static double Turn(double to, double from)
    {
        var turn = to - from;
        return turn > 90 ? turn - 180 : turn < -90 ? turn + 180 : turn;
    }
}

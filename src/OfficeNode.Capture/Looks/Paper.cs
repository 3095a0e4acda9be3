namespace OfficeNode.Capture.Looks;

/// <summary>How light the paper is at each place of a page, how much it is grained, and how dark the darkest writing is.</summary>
internal sealed class Paper
{
    // 5 mm at 150 dots per inch: larger than the letters of a text, smaller than the shadow of a fold.
    private const int Tile = 32;

    // Of the pixels of a tile, a quarter is lighter: paper between lines of writing, not the lightest grain.
    private const double LighterShare = 0.25;

    // A page with a wide dark border still has two tiles of five that are paper.
    private const double TypicalTile = 0.6;

    // Darker than this part of the page's paper, a tile holds ink and no paper.
    private const double DarkestPaper = 0.6;

    // The dot of a pen is darker than this share of the page; noise of a sensor is not counted with it, being lighter.
    private const double DarkestShare = 0.001;

    private readonly byte[] _tiles;
    private readonly int _across;

    private Paper(byte[] tiles, int across, int level, double grain, int darkest)
    {
        _tiles = tiles;
        _across = across;
        Level = level;
        Grain = grain;
        Darkest = darkest;
    }

    /// <summary>Grey of most of the paper.</summary>
    public int Level { get; }

    /// <summary>Standard deviation of the grey of neighbouring pixels of paper.</summary>
    public double Grain { get; }

    /// <summary>Grey of the darkest thing within the margins that is more than a few pixels.</summary>
    public int Darkest { get; }

    public static Paper Of(GreyPage page)
    {
        var (across, down) = ((page.Width + Tile - 1) / Tile, (page.Height + Tile - 1) / Tile);
        var (tiles, inner) = (new byte[across * down], new int[256]);
        var greys = new int[256];
        for (var row = 0; row < down; row++)
        {
            for (var column = 0; column < across; column++)
            {
                Array.Clear(greys);
                Count(page, column * Tile, row * Tile, greys);
                tiles[row * across + column] = LighterThan(greys, LighterShare);
                Add(greys, inner, Math.Min(across, down) < 3 || (column > 0 && row > 0 && column < across - 1 && row < down - 1));
            }
        }

        var level = Typical(tiles);
        Mend(tiles, level);
        return new(tiles, across, level, GrainOf(page, level), DarkerThan(inner, DarkestShare));
    }

    /// <summary>Grey of the paper at a pixel.</summary>
    public int At(int x, int y) => _tiles[y / Tile * _across + x / Tile];

    /// <summary>The paper along a row, tile by tile.</summary>
    public ReadOnlySpan<byte> TilesOfRow(int y) => _tiles.AsSpan(y / Tile * _across, _across);

    /// <summary>The tile of a column.</summary>
    public static int TileOf(int x) => x / Tile;

    private static void Count(GreyPage page, int left, int top, int[] greys)
    {
        var width = Math.Min(Tile, page.Width - left);
        for (var y = top; y < Math.Min(top + Tile, page.Height); y++)
        {
            foreach (var grey in page.Row(y).Slice(left, width))
            {
                greys[grey]++;
            }
        }
    }

    private static void Add(int[] greys, int[] sum, bool counts)
    {
        for (var i = 0; counts && i < greys.Length; i++)
        {
            sum[i] += greys[i];
        }
    }

    private static byte LighterThan(int[] greys, double share)
    {
        var left = (int)(greys.Sum() * share);
        for (var grey = 255; grey > 0; grey--)
        {
            left -= greys[grey];
            if (left < 0)
            {
                return (byte)grey;
            }
        }

        return 0;
    }

    private static int DarkerThan(int[] greys, double share)
    {
        var left = (int)(greys.Sum() * share);
        for (var grey = 0; grey < 255; grey++)
        {
            left -= greys[grey];
            if (left < 0)
            {
                return grey;
            }
        }

        return 255;
    }

    private static int Typical(byte[] tiles)
    {
        var sorted = (byte[])tiles.Clone();
        Array.Sort(sorted);
        return sorted[(int)((sorted.Length - 1) * TypicalTile)];
    }

    private static void Mend(byte[] tiles, int level)
    {
        for (var i = 0; i < tiles.Length; i++)
        {
            tiles[i] = tiles[i] < level * DarkestPaper ? (byte)level : tiles[i];
        }
    }

    /// <summary>From the differences of neighbours two pixels apart, where both are paper; their median is 0.954 standard deviations.</summary>
    private static double GrainOf(GreyPage page, int level)
    {
        const int EveryRow = 16;
        var differences = new int[256];
        for (var y = EveryRow / 2; y < page.Height; y += EveryRow)
        {
            var row = page.Row(y);
            for (var x = 2; x < row.Length; x++)
            {
                var (left, right) = (row[x - 2], row[x]);
                if (Math.Min(left, right) > level * 0.75)
                {
                    differences[Math.Abs(left - right)]++;
                }
            }
        }

        var (half, below) = (differences.Sum() / 2.0, 0);
        for (var difference = 0; difference < 255; difference++)
        {
            if (below + differences[difference] > half)
            {
                // Within the class of one grey, as if its values were spread evenly: half of paper without grain differs by nothing.
                return Math.Max(0, difference - 0.5 + (half - below) / differences[difference]) / 0.954;
            }

            below += differences[difference];
        }

        return 0;
    }
}

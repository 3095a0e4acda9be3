namespace OfficeNode.Tests.Looks;

/// <summary>Pages that hold next to nothing, from a seed: what must count as blank, and what must not.</summary>
internal static class PaperScenes
{
    /// <summary>Office paper with the grain of a lamp and nothing on it.</summary>
    public static PagePicture Empty(int seed)
    {
        var random = new Random(seed);
        return Grained(PagePicture.Blank(grey: (byte)random.Next(225, 252)), random);
    }

    /// <summary>A note of two words by a pencil.</summary>
    public static PagePicture PencilNote(int seed)
    {
        var random = new Random(seed);
        var page = Empty(seed);
        Scribble(page, random, 20 + random.NextDouble() * 120, 30 + random.NextDouble() * 220, 10 + random.Next(12), 0.3 + random.NextDouble() * 0.25, 45 + random.Next(60), 3.5);
        return page;
    }

    /// <summary>A round stamp with too little ink: pale, and in places not there.</summary>
    public static PagePicture FaintStamp(int seed)
    {
        var random = new Random(seed);
        var page = Empty(seed);
        var (x, y, darker) = (40 + random.NextDouble() * 130, 40 + random.NextDouble() * 200, 28 + random.Next(40));
        foreach (var radius in new[] { 17.0, 14.5 })
        {
            for (var degree = 0; degree < 360; degree += 6)
            {
                if (random.Next(4) > 0)
                {
                    var (from, to) = (degree * Math.PI / 180, (degree + 6) * Math.PI / 180);
                    page.Stroke(x + radius * Math.Cos(from), y + radius * Math.Sin(from), x + radius * Math.Cos(to), y + radius * Math.Sin(to), 0.4, darker);
                }
            }
        }

        Scribble(page, random, x - 9, y - 2, 9, 0.45, darker, 3);
        return page;
    }

    /// <summary>The number of a page and nothing else.</summary>
    public static PagePicture PageNumber(int seed)
    {
        var random = new Random(seed);
        var page = Empty(seed);
        var (x, y) = (100 + random.NextDouble() * 10, 280.0);
        page.Stroke(x, y, x + 1.4, y - 2.4, 0.35, 190).Stroke(x + 1.4, y - 2.4, x + 1.4, y + 0.6, 0.35, 190).Stroke(x - 0.2, y, x + 2, y, 0.35, 190);
        return page;
    }

    /// <summary>The other side's writing, seen through the paper.</summary>
    public static PagePicture ShowThrough(int seed)
    {
        var random = new Random(seed);
        var other = PagePicture.Blank(grey: 255);
        for (var line = 0; line < 40; line++)
        {
            Scribble(other, random, 25, 30 + line * 6, 60, 0.45, 255, 2.4);
        }

        other.Fill(60, 12, 60, 5, 0);
        for (var pass = 0; pass < 3; pass++)
        {
            Soften(other, 2 + random.Next(2));
        }

        var page = Empty(seed);
        var strength = 0.08 + random.NextDouble() * 0.2;
        for (var y = 0; y < page.Height; y++)
        {
            for (var x = 0; x < page.Width; x++)
            {
                page[x, y] = (byte)Math.Max(0, page[x, y] - strength * (255 - other[page.Width - 1 - x, y]));
            }
        }

        return page;
    }

    /// <summary>Punch holes, specks, the dark border of the glass, a streak of dust: nothing that anybody wrote.</summary>
    public static PagePicture Dirt(int seed)
    {
        var random = new Random(seed);
        var page = Empty(seed);
        if (random.Next(2) == 0)
        {
            page.Disc(9 + random.NextDouble() * 4, 108.5, 2.75).Disc(9 + random.NextDouble() * 4, 188.5, 2.75);
        }

        for (var speck = random.Next(60); speck > 0; speck--)
        {
            page.Fill(random.NextDouble() * 205, random.NextDouble() * 290, 0.1 + random.NextDouble() * 0.4, 0.1 + random.NextDouble() * 0.4, (byte)random.Next(40, 200));
        }

        if (random.Next(2) == 0)
        {
            page.Fill(0, 0, 1 + random.NextDouble() * 5, 298).Fill(0, 296 - random.NextDouble() * 4, 211, 5);
        }

        if (random.Next(2) == 0)
        {
            page.Fill(30 + random.NextDouble() * 150, 0, 0.2, 298, 120);
        }

        return page;
    }

    private static void Scribble(PagePicture page, Random random, double left, double baseline, int letters, double pen, int darker, double height)
    {
        var (x, y) = (left, baseline);
        for (var i = 0; i < letters * 3; i++)
        {
            if (i % 15 == 14)
            {
                x += height * 0.7;
                continue;
            }

            var (toX, toY) = (x + height * (random.NextDouble() * 0.35 - 0.05), baseline - random.NextDouble() * height);
            page.Stroke(x, y, toX, toY, pen, darker);
            (x, y) = (toX, toY);
        }
    }

    private static PagePicture Grained(PagePicture page, Random random)
    {
        var grain = random.Next(1, 6);
        for (var i = 0; i < page.Pixels.Length; i++)
        {
            page.Pixels[i] = (byte)Math.Clamp(page.Pixels[i] + random.Next(-grain, grain + 1), 0, 255);
        }

        return page;
    }

    private static void Soften(PagePicture page, int reach)
    {
        foreach (var step in new[] { 1, page.Width })
        {
            var source = (byte[])page.Pixels.Clone();
            for (var at = reach * step; at < source.Length - reach * step; at++)
            {
                var sum = 0;
                for (var k = -reach; k <= reach; k++)
                {
                    sum += source[at + k * step];
                }

                page.Pixels[at] = (byte)(sum / (2 * reach + 1));
            }
        }
    }
}

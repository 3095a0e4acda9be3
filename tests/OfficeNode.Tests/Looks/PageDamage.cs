using System.Globalization;

namespace OfficeNode.Tests.Looks;

/// <summary>What a scanner and a copier do to a page, from a seed: turned, blurred, grained, specked, streaked, cut to one bit.</summary>
internal sealed record PageDamage
{
    public required int Seed { get; init; }

    /// <summary>Degrees clockwise.</summary>
    public double Skew { get; init; }

    public bool UpsideDown { get; init; }

    /// <summary>Specks per square centimetre, of one to three pixels each way.</summary>
    public double Specks { get; init; }

    /// <summary>One line through the whole page, dark or light.</summary>
    public bool Streak { get; init; }

    /// <summary>Standard deviation of the grey, roughly.</summary>
    public int Grain { get; init; }

    public bool Blur { get; init; }

    /// <summary>Null keeps the greys.</summary>
    public int? Threshold { get; init; }

    /// <summary>Takes the n-th damage of a kind: everything within what feeders, lamps and copiers do.</summary>
    public static PageDamage Draw(int seed, double mostSkew)
    {
        var random = new Random(seed);
        return new()
        {
            Seed = seed,
            Skew = (random.NextDouble() * 2 - 1) * mostSkew,
            UpsideDown = random.Next(2) == 0,
            Specks = random.Next(2) == 0 ? 0 : random.NextDouble() * 5,
            Streak = random.Next(2) == 0,
            Grain = random.Next(12),
            Blur = random.Next(2) == 0,
            Threshold = random.Next(2) == 0 ? null : random.Next(110, 190),
        };
    }

    /// <summary>The spoiled page as a file.</summary>
    public byte[] Apply(PagePicture page)
    {
        var random = new Random(Seed ^ 0x5EED);
        var turned = Turned(page, Skew + (UpsideDown ? 180 : 0));
        if (Blur)
        {
            Soften(turned);
        }

        Speck(turned, random);
        if (Streak)
        {
            DrawStreak(turned, random);
        }

        Roughen(turned, random);
        return Threshold is { } threshold ? turned.ToBilevelTiff(threshold) : turned.ToGreyTiff();
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"seed {Seed}: {Skew:F1}°{(UpsideDown ? " turned" : "")} specks {Specks:F1} grain {Grain}{(Blur ? " blur" : "")}{(Streak ? " streak" : "")} {(Threshold is { } t ? $"1 bit at {t}" : "grey")}");

    private static PagePicture Turned(PagePicture page, double degrees)
    {
        var (sin, cos) = Math.SinCos(degrees * Math.PI / 180);
        var (stepX, stepY) = ((int)Math.Round(cos * 65_536), (int)Math.Round(-sin * 65_536));
        var turned = new byte[page.Pixels.Length];
        var (middleX, middleY) = (page.Width / 2.0, page.Height / 2.0);
        for (var y = 0; y < page.Height; y++)
        {
            var fromX = (long)Math.Round((middleX - middleX * cos + (y - middleY) * sin) * 65_536);
            var fromY = (long)Math.Round((middleY + middleX * sin + (y - middleY) * cos) * 65_536);
            var row = turned.AsSpan(y * page.Width, page.Width);
            for (var x = 0; x < row.Length; x++, fromX += stepX, fromY += stepY)
            {
                row[x] = Between(page, fromX, fromY);
            }
        }

        return PagePicture.Of(turned, page.Width, page.Height, page.Dpi);
    }

    private static byte Between(PagePicture page, long x, long y)
    {
        var (column, row) = ((int)(x >> 16), (int)(y >> 16));
        if (column < 0 || row < 0 || column >= page.Width - 1 || row >= page.Height - 1)
        {
            return 250;
        }

        var (right, lower, at) = ((int)(x >> 8) & 255, (int)(y >> 8) & 255, row * page.Width + column);
        var upper = page.Pixels[at] * (256 - right) + page.Pixels[at + 1] * right;
        var under = page.Pixels[at + page.Width] * (256 - right) + page.Pixels[at + page.Width + 1] * right;
        return (byte)((upper * (256 - lower) + under * lower) >> 16);
    }

    private static void Soften(PagePicture page)
    {
        var source = (byte[])page.Pixels.Clone();
        for (var at = page.Width + 1; at < source.Length - page.Width - 1; at++)
        {
            page.Pixels[at] = (byte)((source[at] * 4 + source[at - 1] + source[at + 1] + source[at - page.Width] + source[at + page.Width]) / 8);
        }
    }

    private void Speck(PagePicture page, Random random)
    {
        var count = (int)(Specks * page.Width / page.Dpi * 2.54 * page.Height / page.Dpi * 2.54);
        for (var i = 0; i < count; i++)
        {
            var (left, top, side) = (random.Next(page.Width), random.Next(page.Height), random.Next(1, 4));
            var grey = (byte)(random.Next(4) == 0 ? 255 : random.Next(90));
            for (var y = top; y < top + side; y++)
            {
                for (var x = left; x < left + side; x++)
                {
                    page[x, y] = grey;
                }
            }
        }
    }

    private static void DrawStreak(PagePicture page, Random random)
    {
        var (left, width, grey) = (random.Next(page.Width), random.Next(1, 5), (byte)(random.Next(3) == 0 ? 245 : random.Next(120)));
        for (var y = 0; y < page.Height; y++)
        {
            for (var x = left; x < left + width; x++)
            {
                page[x, y] = grey;
            }
        }
    }

    private void Roughen(PagePicture page, Random random)
    {
        if (Grain == 0)
        {
            return;
        }

        // Sums of two even deviations out of a table: nearly those of a lamp, and fast.
        var noise = new sbyte[8_192];
        for (var i = 0; i < noise.Length; i++)
        {
            noise[i] = (sbyte)((random.NextDouble() + random.NextDouble() - 1) * Grain * 2.45);
        }

        var at = 0;
        for (var i = 0; i < page.Pixels.Length; i++)
        {
            at = i % page.Width == 0 ? random.Next(noise.Length) : (at + 1) % noise.Length;
            page.Pixels[i] = (byte)Math.Clamp(page.Pixels[i] + noise[at], 0, 255);
        }
    }
}

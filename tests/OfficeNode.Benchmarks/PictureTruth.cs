using System.Globalization;
using OfficeNode.Core;
using OfficeNode.TestKit;

namespace OfficeNode.Benchmarks;

/// <summary>Where the ink of a form's picture lies on the scanned page.</summary>
internal static class PictureTruth
{
    // The generator's form: a page of 2480 x 3508, the picture at 790 and 60 below the last line and the space after it, 900 x 700 at most.
    private const int Width = 2480;
    private const int Height = 3508;
    private const int Left = 790;
    private const int BelowLine = 38 + 60;

    // The outer circle of the picture that it draws itself.
    private static readonly PixelBox Circle = new(180, 80, 541, 541);

    /// <summary>The box, turned with the page; null where there is no picture.</summary>
    public static PixelBox? Of(FormTruth truth)
    {
        if (truth.Picture is { } placed)
        {
            return Leaning(placed, truth.Skew);
        }

        var ink = truth.Logo switch { null => (PixelBox?)null, "drawn" => Circle, var name => InkOf(name) };
        return ink is { } box ? Leaning(box with { X = box.X + Left, Y = box.Y + truth.Bottom + BelowLine }, truth.Skew) : null;
    }

    /// <summary>The ink of a picture, scaled as the generator does it.</summary>
    private static PixelBox? InkOf(string name)
    {
        var file = Directory.EnumerateFiles(SharedMaterial.Require("samples/logos"), name, SearchOption.AllDirectories).FirstOrDefault();
        if (file is null)
        {
            return null;
        }

        using var folder = new TemporaryFolder();
        var drawn = file;
        if (name.EndsWith(".svg", StringComparison.Ordinal))
        {
            drawn = folder.PathOf("logo.png");
            Tool.Run("rsvg-convert", "librsvg2-bin", "-w", "900", "--keep-aspect-ratio", "-o", drawn, file);
        }

        var seen = Tool.Run("convert", "imagemagick", drawn, "-background", "white", "-alpha", "remove", "-resize", "900x700", "-bordercolor", "white", "-border", "1", "-fuzz", "5%", "-trim", "-format", "%w %h %X %Y", "info:");
        var numbers = seen.Output.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(number => int.Parse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)).ToList();
        return numbers.Count == 4 ? new(numbers[2] - 1, numbers[3] - 1, numbers[0], numbers[1]) : null;
    }

    private static PixelBox Leaning(PixelBox box, double degrees)
    {
        var (sine, cosine) = Math.SinCos(degrees * Math.PI / 180);
        var (x, y) = (box.X + box.Width / 2.0 - Width / 2.0, box.Y + box.Height / 2.0 - Height / 2.0);
        var (middleX, middleY) = (x * cosine - y * sine + Width / 2.0, x * sine + y * cosine + Height / 2.0);
        return new((int)(middleX - box.Width / 2.0), (int)(middleY - box.Height / 2.0), box.Width, box.Height);
    }
}

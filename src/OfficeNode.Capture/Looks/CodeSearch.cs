using OfficeNode.Capture.Native;
using OfficeNode.Core;

namespace OfficeNode.Capture.Looks;

/// <summary>Searches a page for codes: first as a whole and quickly, then, where bars or the corners of a QR code stand that nobody could read, with more patience.</summary>
internal sealed class CodeSearch
{
    // Every third row and column of a page of 150 dots per inch crosses each of the three corners of a QR code, and a row of bars, several times.
    private const int QuickDensity = 3;
    private const int FullDensity = 1;

    // Code 39 checks nothing: a bar that a streak has made wider would give another number. Two readings in ten millimetres of bar height are chance.
    private const int LeastLinesOfCode39 = 4;

    // What shines through paper reaches a third of its darkness, and zbar reads it, mirrored or not: it would part the page behind a sheet from its dossier.
    private const double LeastDarkness = 0.4;

    // A quarter of a code's box is darker than this: half of it is bars or modules.
    private const double DarkShare = 0.25;

    // Scan programs print it as a code beside or instead of the bars.
    private const string PatchText = "PATCHT";

    private readonly WorkingPage _page;
    private readonly Paper _paper;
    private readonly Streaks _streaks;
    private readonly GreyPage _small;
    private readonly int _threshold;
    private readonly List<FoundCode> _found = [];
    private bool _shinesThrough;

    private CodeSearch(WorkingPage page, Paper paper, Streaks streaks)
    {
        _page = page;
        _paper = paper;
        _streaks = streaks;
        _small = page.Grey.Halved();
        _threshold = (paper.Level + paper.Darkest) / 2;
    }

    /// <summary>All codes, from top to bottom, in pixels of the frame; <c>Complete</c> says whether zbar was there to read any but Patch T.</summary>
    public static (IReadOnlyList<FoundCode> Codes, bool Complete) Run(WorkingPage page, Paper paper, Streaks streaks)
    {
        var search = new CodeSearch(page, paper, streaks);
        var complete = true;
        try
        {
            search.ReadCodes();
        }
        catch (DllNotFoundException)
        {
            // Expected on a machine without it: the service says which package is missing.
            complete = false;
        }

        search._found.AddRange(PatchMarks.Find(search._small, page.Dpi / 2, search._threshold).Select(box => new FoundCode(FoundCode.PatchT, "", search.InFrame(box, 2))));
        return ([.. search._found.OrderBy(code => code.Box.Y).ThenBy(code => code.Box.X)], complete);
    }

    private void ReadCodes()
    {
        Read(_page.Grey, QuickDensity, point => point);
        if (_found.Count == 0)
        {
            // Specks and a streak are gone at half the size, where large modules still have four pixels.
            Read(_small, FullDensity, point => (point.X * 2, point.Y * 2));
        }

        if (!_found.Exists(code => code.Symbology == FoundCode.PatchT || code.Text.StartsWith(SeparatorCode.Prefix, StringComparison.OrdinalIgnoreCase)))
        {
            ReadPatiently();
        }
    }

    private void ReadPatiently()
    {
        var page = _streaks.Count == 0 ? _page.Grey : _streaks.Repair(_page.Grey);
        var small = _streaks.Count == 0 ? _small : page.Halved();
        if (_streaks.Count > 0)
        {
            Read(page, FullDensity, point => point);
        }

        foreach (var field in BarFields.Find(page))
        {
            ReadField(page, field);
        }

        if (_found.Count == 0 && !_shinesThrough && QrCorners.Stand(small, _threshold))
        {
            Read(small, FullDensity, point => (point.X * 2, point.Y * 2));
            Read(page, FullDensity, point => point);
            Read(page.Despeckled(), FullDensity, point => point);
        }
    }

    /// <summary>Reads bars turned so that they stand upright and, where need be, larger.</summary>
    private void ReadField(GreyPage page, BarField field)
    {
        var before = _found.Count;
        var (box, degrees) = (field.Box, Math.Abs(field.Degrees) > 45 ? field.Degrees - Math.CopySign(90, field.Degrees) : field.Degrees);
        foreach (var scale in (ReadOnlySpan<double>)[1, 2])
        {
            var turned = page.Turned(box.X, box.Y, box.Width, box.Height, -degrees, scale);
            Read(turned, FullDensity, point => Back(point, turned, box, degrees, scale));
            if (_found.Count > before)
            {
                return;
            }
        }
    }

    /// <summary>From a point of a turned part to the page.</summary>
    private static (int X, int Y) Back((int X, int Y) point, GreyPage turned, PixelBox box, double degrees, double scale)
    {
        var (sin, cos) = Math.SinCos(-degrees * Math.PI / 180);
        var (across, down) = ((point.X - turned.Width / 2.0) / scale, (point.Y - turned.Height / 2.0) / scale);
        return ((int)(box.X + box.Width / 2.0 + across * cos + down * sin), (int)(box.Y + box.Height / 2.0 - across * sin + down * cos));
    }

    private void Read(GreyPage picture, int density, Func<(int X, int Y), (int X, int Y)> toPage)
    {
        foreach (var symbol in Zbar.Read(picture.Pixels, picture.Width, picture.Height, density))
        {
            if (symbol.Points.Count == 0 || (symbol.Kind == Zbar.Code39 && symbol.Lines < LeastLinesOfCode39))
            {
                continue;
            }

            var points = symbol.Points.Select(toPage).ToList();
            var (left, top) = (Math.Max(0, points.Min(point => point.X)), Math.Max(0, points.Min(point => point.Y)));
            var box = new PixelBox(left, top, Math.Max(1, points.Max(point => point.X) - left), Math.Max(1, points.Max(point => point.Y) - top));
            if (!(symbol.Kind == Zbar.Qr && IsMirrored(points)) && IsPrintedHere(box))
            {
                Add(symbol, InFrame(box, 1));
            }
            else
            {
                _shinesThrough = true;
            }
        }
    }

    /// <summary>The corners that zbar gives of a QR code run against the clock. Where they run with it the code is seen through paper, which in black and white may be as dark as any other.</summary>
    private static bool IsMirrored(List<(int X, int Y)> corners)
    {
        var doubleArea = 0L;
        for (var i = 0; i < corners.Count; i++)
        {
            var (here, next) = (corners[i], corners[(i + 1) % corners.Count]);
            doubleArea += (long)here.X * next.Y - (long)next.X * here.Y;
        }

        return doubleArea > 0;   // y grows downwards
    }

    private bool IsPrintedHere(PixelBox box)
    {
        var greys = new int[256];
        var inside = box.Intersect(new(0, 0, _page.Grey.Width, _page.Grey.Height));
        for (var y = inside.Y; y < inside.Bottom; y++)
        {
            foreach (var grey in _page.Grey.Row(y).Slice(inside.X, inside.Width))
            {
                greys[grey]++;
            }
        }

        var (left, darkness) = (inside.Area * DarkShare, 0);
        while (darkness < 255 && (left -= greys[darkness]) > 0)
        {
            darkness++;
        }

        return darkness <= _paper.Level * (1 - LeastDarkness);
    }

    private void Add(ZbarSymbol symbol, PixelBox box)
    {
        var code = symbol.Text == PatchText
            ? new FoundCode(FoundCode.PatchT, "", box)
            : new FoundCode(symbol.Kind switch { Zbar.Qr => "QR", Zbar.Code128 => "CODE128", _ => "CODE39" }, symbol.Text, box);
        if (!_found.Exists(other => other.Symbology == code.Symbology && other.Text == code.Text && other.Box.Intersect(box).Area > 0))
        {
            _found.Add(code);
        }
    }

    private PixelBox InFrame(PixelBox box, int scale) => _page.InFrame(new(box.X * scale, box.Y * scale, box.Width * scale, box.Height * scale));
}

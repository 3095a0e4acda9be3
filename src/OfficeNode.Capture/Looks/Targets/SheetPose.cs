namespace OfficeNode.Capture.Looks.Targets;

/// <summary>A mark: where it stands on the sheet, in millimetres, and where in the picture, in pixels.</summary>
internal readonly record struct SeenMark((double X, double Y) Sheet, (double X, double Y) Picture);

/// <summary>How a sheet lies in a picture: turned, moved, and stretched by the scanner, which may do so differently across and along.</summary>
/// <remarks>A point of the picture is measured from the corner of its first pixel, whose middle is at one half.</remarks>
internal readonly record struct SheetPose(double XX, double XY, double YX, double YY, double X, double Y)
{
    /// <summary>Pixels per millimetre across the picture. The sheet is turned first and stretched by the scanner then, so rows of the matrix keep their length whatever the turn.</summary>
    public double ScaleAcross => Math.Sqrt(XX * XX + XY * XY);

    /// <summary>Pixels per millimetre down the picture.</summary>
    public double ScaleAlong => Math.Sqrt(YX * YX + YY * YY);

    /// <summary>Degrees clockwise by which the sheet is turned, -180 to 180.</summary>
    public double Degrees => Math.Atan2(YX / ScaleAlong, XX / ScaleAcross) * 180 / Math.PI;

    public (double X, double Y) ToPicture((double X, double Y) point) => (XX * point.X + XY * point.Y + X, YX * point.X + YY * point.Y + Y);

    public (double X, double Y) ToSheet(double x, double y)
    {
        var (left, top, area) = (x - X, y - Y, XX * YY - XY * YX);
        return ((left * YY - top * XY) / area, (top * XX - left * YX) / area);
    }

    /// <summary>In a picture with so many times the pixels each way.</summary>
    public SheetPose Times(double factor) => new(XX * factor, XY * factor, YX * factor, YY * factor, X * factor, Y * factor);

    /// <summary>In the part of the picture that begins at a pixel.</summary>
    public SheetPose From(int left, int top) => this with { X = X - left, Y = Y - top };

    /// <summary>The pose without stretch that puts two marks where they are.</summary>
    public static SheetPose Of(SeenMark one, SeenMark other)
    {
        var (fromX, fromY) = (other.Sheet.X - one.Sheet.X, other.Sheet.Y - one.Sheet.Y);
        var (toX, toY) = (other.Picture.X - one.Picture.X, other.Picture.Y - one.Picture.Y);
        var square = fromX * fromX + fromY * fromY;
        var (cos, sin) = ((toX * fromX + toY * fromY) / square, (toY * fromX - toX * fromY) / square);
        return new(
            cos, -sin, sin, cos,
            one.Picture.X - cos * one.Sheet.X + sin * one.Sheet.Y,
            one.Picture.Y - sin * one.Sheet.X - cos * one.Sheet.Y);
    }

    /// <summary>The pose that puts many marks nearest to where they are, by least squares.</summary>
    public static SheetPose Of(IReadOnlyList<SeenMark> marks)
    {
        // About the middle of the marks the shift parts from the rest, and what is left are two equations for each side.
        var (sheetX, sheetY) = (marks.Average(mark => mark.Sheet.X), marks.Average(mark => mark.Sheet.Y));
        var (pictureX, pictureY) = (marks.Average(mark => mark.Picture.X), marks.Average(mark => mark.Picture.Y));
        double xx = 0, xy = 0, yy = 0, xp = 0, yp = 0, xq = 0, yq = 0;
        foreach (var mark in marks)
        {
            var (x, y) = (mark.Sheet.X - sheetX, mark.Sheet.Y - sheetY);
            var (p, q) = (mark.Picture.X - pictureX, mark.Picture.Y - pictureY);
            (xx, xy, yy) = (xx + x * x, xy + x * y, yy + y * y);
            (xp, yp, xq, yq) = (xp + x * p, yp + y * p, xq + x * q, yq + y * q);
        }

        var area = xx * yy - xy * xy;
        var pose = new SheetPose((xp * yy - yp * xy) / area, (yp * xx - xp * xy) / area, (xq * yy - yq * xy) / area, (yq * xx - xq * xy) / area, 0, 0);
        var (atX, atY) = pose.ToPicture((sheetX, sheetY));
        return pose with { X = pictureX - atX, Y = pictureY - atY };
    }
}

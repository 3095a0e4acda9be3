using OfficeNode.Capture.Separators;

namespace OfficeNode.Capture.Looks.Targets;

/// <summary>The mean grey of a place on a sheet, and by how much its pixels differ from it.</summary>
internal readonly record struct MeanGrey(double Mean, double Deviation);

/// <summary>Takes greys of a picture by places on the sheet that lies in it.</summary>
internal sealed class SheetGreys
{
    // A place that lies outside the picture by more than that is not judged.
    private const double LeastSeen = 0.9;

    private readonly GreyPage _page;
    private readonly SheetPose _pose;

    public SheetGreys(GreyPage page, SheetPose pose)
    {
        _page = page;
        _pose = pose;
    }

    /// <summary>Every pixel whose middle lies in a place, with that point of the sheet.</summary>
    public IEnumerable<(double X, double Y, byte Grey)> In(SheetBox box)
    {
        var frame = Frame(_pose, box);
        var (bottom, right) = (Math.Min(_page.Height, frame.Bottom), Math.Min(_page.Width, frame.Right));
        for (var y = Math.Max(0, frame.Y); y < bottom; y++)
        {
            for (var x = Math.Max(0, frame.X); x < right; x++)
            {
                var point = _pose.ToSheet(x + 0.5, y + 0.5);
                if (point.X >= box.Left && point.X < box.Right && point.Y >= box.Top && point.Y < box.Bottom)
                {
                    yield return (point.X, point.Y, _page.Pixels[y * _page.Width + x]);
                }
            }
        }
    }

    /// <summary>Null where the place lies outside the picture.</summary>
    public MeanGrey? MeanOf(SheetBox box)
    {
        double count = 0, sum = 0, squares = 0;
        foreach (var (_, _, grey) in In(box))
        {
            (count, sum, squares) = (count + 1, sum + grey, squares + grey * grey);
        }

        var expected = box.Width * box.Height * _pose.ScaleAcross * _pose.ScaleAlong;
        return count < LeastSeen * expected ? null : new(sum / count, Math.Sqrt(Math.Max(0, squares / count - sum / count * (sum / count))));
    }

    /// <summary>The pixels that hold a place, and more where the sheet leans.</summary>
    public static Core.PixelBox Frame(SheetPose pose, SheetBox box)
    {
        var corners = new[] { (box.Left, box.Top), (box.Right, box.Top), (box.Left, box.Bottom), (box.Right, box.Bottom) }.Select(pose.ToPicture).ToList();
        var (left, top) = ((int)Math.Floor(corners.Min(corner => corner.X)), (int)Math.Floor(corners.Min(corner => corner.Y)));
        return new(left, top, (int)Math.Ceiling(corners.Max(corner => corner.X)) - left, (int)Math.Ceiling(corners.Max(corner => corner.Y)) - top);
    }
}

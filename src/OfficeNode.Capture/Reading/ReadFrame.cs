using OfficeNode.Core;

namespace OfficeNode.Capture.Reading;

/// <summary>How the picture that is read came from the upright page: made smaller by a factor, then turned clockwise around its middle by some degrees.</summary>
/// <param name="Width">Of the upright page, in its own pixels.</param>
/// <param name="Height">Of the upright page.</param>
internal readonly record struct ReadFrame(int Width, int Height, double Factor, double Degrees)
{
    /// <summary>The box on the upright page around a box in the picture that was read.</summary>
    public PixelBox Back(PixelBox box)
    {
        var (left, top, right, bottom) = (double.MaxValue, double.MaxValue, double.MinValue, double.MinValue);
        foreach (var (x, y) in new[] { Back(box.X, box.Y), Back(box.Right, box.Y), Back(box.X, box.Bottom), Back(box.Right, box.Bottom) })
        {
            (left, top, right, bottom) = (Math.Min(left, x), Math.Min(top, y), Math.Max(right, x), Math.Max(bottom, y));
        }

        var (l, t) = (Math.Clamp((int)Math.Round(left), 0, Width - 1), Math.Clamp((int)Math.Round(top), 0, Height - 1));
        return new(l, t, Math.Clamp((int)Math.Round(right), l + 1, Width) - l, Math.Clamp((int)Math.Round(bottom), t + 1, Height) - t);
    }

    public IReadOnlyList<TextBlock> Back(IReadOnlyList<TextBlock> blocks)
    {
        var frame = this;
        return [.. blocks.Select(block => new TextBlock(frame.Back(block.Box), [.. block.Lines.Select(frame.Back)]))];
    }

    private TextLine Back(TextLine line)
    {
        var frame = this;
        return line with { Box = Back(line.Box), Words = [.. line.Words.Select(word => word with { Box = frame.Back(word.Box) })] };
    }

    private (double X, double Y) Back(double x, double y)
    {
        var (middleX, middleY) = (Width * Factor / 2, Height * Factor / 2);
        var (sin, cos) = Math.SinCos(-Degrees * Math.PI / 180);
        var (fromX, fromY) = (x - middleX, y - middleY);
        return ((fromX * cos - fromY * sin + middleX) / Factor, (fromX * sin + fromY * cos + middleY) / Factor);
    }
}

namespace OfficeNode.Core;

/// <summary>A rectangle on a page, in pixels of the master's frame as people look at it: upright, not deskewed. The origin is the upper left corner.</summary>
public readonly record struct PixelBox(int X, int Y, int Width, int Height)
{
    /// <summary>The first column to the right of it.</summary>
    public int Right => X + Width;

    /// <summary>The first row below it.</summary>
    public int Bottom => Y + Height;

    public long Area => (long)Width * Height;

    /// <summary>The smallest box around both.</summary>
    public PixelBox Union(PixelBox other)
    {
        var (x, y) = (Math.Min(X, other.X), Math.Min(Y, other.Y));
        return new PixelBox(x, y, Math.Max(Right, other.Right) - x, Math.Max(Bottom, other.Bottom) - y);
    }

    /// <summary>What both share; empty when they do not touch.</summary>
    public PixelBox Intersect(PixelBox other)
    {
        var (x, y) = (Math.Max(X, other.X), Math.Max(Y, other.Y));
        return new PixelBox(x, y, Math.Max(0, Math.Min(Right, other.Right) - x), Math.Max(0, Math.Min(Bottom, other.Bottom) - y));
    }
}

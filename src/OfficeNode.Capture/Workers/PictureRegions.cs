using OfficeNode.Core;

namespace OfficeNode.Capture.Workers;

/// <summary>Finds pictures in the ink of a page: parts that are neither writing nor frame, line, shadow or speck, put together where they stand close.</summary>
internal sealed class PictureRegions
{
    // Lengths as shares of the page's width, which is 21 cm on A4.
    private const double Gap = 1 / 45.0;            // 5 mm: parts of one picture stand closer
    private const double LeastSide = 1 / 35.0;      // 6 mm: higher than a line of print
    private const double LeastLength = 1 / 14.0;    // 15 mm
    private const double LeastPart = 1 / 45.0;      // 5 mm: some part is larger than a letter
    private const double Edge = 0.012;              // 2.5 mm: shadows of the lid
    private const double PunchZone = 0.07;          // 15 mm
    private const double PunchHole = 0.04;          // 8 mm

    private const double FrameWidth = 0.55;
    private const double FrameInk = 0.12;
    private const int FrameWords = 3;
    private const int LineAspect = 10;
    private const int SpeckInk = 4;

    private const double LargeArea = 0.02;

    private readonly InkRaster _ink;
    private readonly IReadOnlyList<PixelBox> _words;

    /// <param name="words">Boxes of writing, in pixels of the raster.</param>
    public PictureRegions(InkRaster ink, IReadOnlyList<PixelBox> words)
    {
        _ink = ink;
        _words = words;
    }

    /// <summary>The pictures, the surest first, in pixels of the raster.</summary>
    public IReadOnlyList<PagePicture> Find()
    {
        foreach (var word in _words)
        {
            _ink.Clear(new(word.X - 1, word.Y - 1, word.Width + 2, word.Height + 2));
        }

        var groups = _ink.TakeParts().Where(IsOfPicture).Select(part => new Group(part.Box, part)).ToList();
        Merge(groups);
        return [.. groups
            .Where(IsPicture)
            .Select(group => WithItsWords(group))
            .Select(group => new PagePicture(group.Box, ConfidenceOf(group)))
            .OrderByDescending(picture => picture.Confidence).ThenByDescending(picture => picture.Box.Area)];
    }

    private bool IsOfPicture(InkPart part)
    {
        var (box, longer, shorter) = (part.Box, Math.Max(part.Box.Width, part.Box.Height), Math.Min(part.Box.Width, part.Box.Height));
        if (part.Count < SpeckInk || longer >= shorter * LineAspect || IsAtEdge(box))
        {
            return false;
        }

        var isThin = part.Count < box.Area * FrameInk;
        var isFrame = isThin && (box.Width > _ink.Width * FrameWidth || _words.Count(word => box.Intersect(word).Area > word.Area / 2) >= FrameWords);
        return !isFrame;
    }

    private bool IsAtEdge(PixelBox box)
    {
        var (edge, zone) = ((int)(_ink.Width * Edge), (int)(_ink.Width * PunchZone));
        var touches = box.X < edge || box.Y < edge || box.Right > _ink.Width - edge || box.Bottom > _ink.Height - edge;
        var isHole = Math.Max(box.Width, box.Height) < _ink.Width * PunchHole && (box.Right < zone || box.X > _ink.Width - zone);
        return touches || isHole;
    }

    private void Merge(List<Group> groups)
    {
        var gap = Math.Max(1, (int)(_ink.Width * Gap));
        for (var merged = true; merged;)
        {
            merged = false;
            groups.Sort((one, other) => one.Box.X.CompareTo(other.Box.X));
            for (var first = 0; first < groups.Count; first++)
            {
                merged |= Absorb(groups, first, gap);
            }
        }
    }

    /// <summary>Draws the groups near one into it; groups are in the order of their left edges.</summary>
    private static bool Absorb(List<Group> groups, int first, int gap)
    {
        var absorbed = false;
        for (var other = first + 1; other < groups.Count && groups[other].Box.X <= groups[first].Box.Right + gap; other++)
        {
            var (one, two) = (groups[first].Box, groups[other].Box);
            if (two.Y <= one.Bottom + gap && one.Y <= two.Bottom + gap)
            {
                groups[first] = new(one.Union(two), groups[first].Largest.Box.Area >= groups[other].Largest.Box.Area ? groups[first].Largest : groups[other].Largest);
                groups.RemoveAt(other--);
                absorbed = true;
            }
        }

        return absorbed;
    }

    private bool IsPicture(Group group)
    {
        var box = group.Box;
        return Math.Min(box.Width, box.Height) >= _ink.Width * LeastSide
            && Math.Max(box.Width, box.Height) >= _ink.Width * LeastLength
            && Math.Max(group.Largest.Box.Width, group.Largest.Box.Height) >= _ink.Width * LeastPart;
    }

    /// <summary>The words within a picture belong to it, and those that it cuts.</summary>
    private Group WithItsWords(Group group) => group with
    {
        Box = _words.Where(word => group.Box.Intersect(word).Area * 2 > word.Area).Aggregate(group.Box, (box, word) => box.Union(word)),
    };

    /// <summary>One large part that fills the box is surely a picture; scattered small ones, or words, speak against it.</summary>
    private double ConfidenceOf(Group group)
    {
        var filled = (double)group.Largest.Box.Area / group.Box.Area;
        var written = (double)_words.Sum(word => group.Box.Intersect(word).Area) / group.Box.Area;
        var large = Math.Min(1, group.Box.Area / (LargeArea * _ink.Width * _ink.Height));
        return Math.Round(Math.Clamp(30 + 35 * filled + 30 * large - 60 * written, 1, 95), 1);
    }

    private readonly record struct Group(PixelBox Box, InkPart Largest);
}

namespace OfficeNode.Core;

/// <summary>What the reading machine read on one page: words with their boxes and confidences, in reading order.</summary>
public sealed record PageText
{
    /// <summary>Width of the upright frame in pixels; all boxes lie in it.</summary>
    public required int Width { get; init; }

    /// <summary>Height of the upright frame in pixels.</summary>
    public required int Height { get; init; }

    /// <summary>Quarter turns to the right, 0 to 3, by which the frame had to be turned to stand upright.</summary>
    public int Turns { get; init; }

    /// <summary>Degrees by which the writing leaned, taken out before reading; above 0 where it fell to the right.</summary>
    public double Skew { get; init; }

    /// <summary>The languages it was read with, as the reading machine names them: <c>eng</c>, <c>ara</c>.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    /// <summary>Program and version that read it.</summary>
    public required string Engine { get; init; }

    public required IReadOnlyList<TextBlock> Blocks { get; init; }

    /// <summary>Places that look like pictures, the surest first: on forms the mark, the views, a photograph. Proposals only.</summary>
    public IReadOnlyList<PagePicture> Pictures { get; init; } = [];

    /// <summary>All lines in reading order.</summary>
    public IEnumerable<TextLine> Lines() => Blocks.SelectMany(block => block.Lines);

    /// <summary>The mean of the words' confidences, weighed by their letters, 0 to 100; 0 for a page without words.</summary>
    public double Confidence()
    {
        var words = Lines().SelectMany(line => line.Words).ToList();
        var letters = words.Sum(word => word.Text.Length);
        return letters == 0 ? 0 : words.Sum(word => word.Confidence * word.Text.Length) / letters;
    }
}

/// <summary>Lines that belong together: a paragraph, a heading, a cell.</summary>
public sealed record TextBlock(PixelBox Box, IReadOnlyList<TextLine> Lines);

/// <summary>One line of writing; words stand in reading order, whichever way the script runs.</summary>
public sealed record TextLine(PixelBox Box, IReadOnlyList<TextWord> Words)
{
    /// <summary>Whether the line runs from right to left.</summary>
    public bool RightToLeft { get; init; }

    /// <summary>The words with a blank between them.</summary>
    public string Text() => string.Join(' ', Words.Select(word => word.Text));
}

/// <summary>One word.</summary>
/// <param name="Confidence">0 to 100, as the reading machine sees itself.</param>
public sealed record TextWord(string Text, PixelBox Box, float Confidence);

/// <summary>A place on a page that looks like a picture: the mark of a trademark form, a view of a design. The master stays as it is.</summary>
/// <param name="Box">In the upright frame, as the boxes of words.</param>
/// <param name="Confidence">0 to 100.</param>
public sealed record PagePicture(PixelBox Box, double Confidence);

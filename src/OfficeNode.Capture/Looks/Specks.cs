namespace OfficeNode.Capture.Looks;

/// <summary>Counts specks where nothing else is: dots of letters are no specks.</summary>
internal static class Specks
{
    // At 150 dots per inch: half a millimetre.
    private const double LargestMillimetres = 0.5;

    // Writing keeps specks at this distance from being counted.
    private const double CellMillimetres = 4;

    /// <summary>Specks per square centimetre of empty paper; 0 where there is hardly any.</summary>
    public static double PerSquareCentimetre(InkParts ink, GreyPage page, WorkingPage scale)
    {
        var (cell, largest) = (scale.Pixels(CellMillimetres), scale.Pixels(LargestMillimetres));
        var (across, down) = (page.Width / cell, page.Height / cell);
        var written = new bool[(across + 1) * (down + 1)];
        foreach (var part in ink.Parts.Where(part => part.Longer > largest))
        {
            Mark(part, cell, across, written);
        }

        var (specks, cells) = (new int[written.Length], 0);
        foreach (var part in ink.Parts.Where(part => part.Longer <= largest))
        {
            specks[part.Top / cell * (across + 1) + part.Left / cell]++;
        }

        var sum = 0;
        for (var row = 1; row < down - 1; row++)
        {
            for (var column = 1; column < across - 1; column++)
            {
                if (IsEmptyAround(written, across + 1, column, row))
                {
                    cells++;
                    sum += specks[row * (across + 1) + column];
                }
            }
        }

        var square = cells * CellMillimetres * CellMillimetres / 100;
        return square < 4 ? 0 : sum / square;
    }

    private static void Mark(InkPart part, int cell, int across, bool[] written)
    {
        for (var row = part.Top / cell; row <= part.Bottom / cell; row++)
        {
            written.AsSpan(row * (across + 1) + part.Left / cell, part.Right / cell - part.Left / cell + 1).Fill(true);
        }
    }

    private static bool IsEmptyAround(bool[] written, int stride, int column, int row)
    {
        for (var near = row - 1; near <= row + 1; near++)
        {
            if (written.AsSpan(near * stride + column - 1, 3).Contains(true))
            {
                return false;
            }
        }

        return true;
    }
}

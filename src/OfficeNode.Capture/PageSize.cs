namespace OfficeNode.Capture;

/// <summary>Lengths on paper.</summary>
public static class PageSize
{
    private const double MillimetresPerInch = 25.4;

    /// <summary>Whole millimetres of a length in pixels, as ST.36's <c>wi</c> and <c>he</c> give it: 1276 pixels at 300 dpi are 108.</summary>
    /// <remarks>Source: <c>facts/patentscope.md</c> [V], measured on the ST.36 examples.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The resolution is not above 0.</exception>
    public static int MillimetresOf(int pixels, double dpi)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(dpi);
        return (int)Math.Round(pixels / dpi * MillimetresPerInch, MidpointRounding.AwayFromZero);
    }
}

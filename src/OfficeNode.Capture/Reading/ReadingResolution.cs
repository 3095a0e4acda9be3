using OfficeNode.Core;

namespace OfficeNode.Capture.Reading;

/// <summary>At how many dots per inch a page lies before us, where its header is believable or not.</summary>
internal static class ReadingResolution
{
    /// <summary>Letters of print are sharp enough at this; more costs time and reads no better.</summary>
    public const int Wanted = 300;

    // Screens and cameras write 72 or 96, which says nothing about paper; a fax has 98 rows.
    private const double LeastBelieved = 97;
    private const double MostBelieved = 4_800;

    // The longer side of A4, in inches: what an unknown page is taken for.
    private const double PageLength = 11.69;

    /// <summary>Dots per inch both ways, the fewer; guessed from the size where the header gives none that can be believed.</summary>
    public static double Of(ImageFacts facts)
    {
        var (x, y) = BothOf(facts);
        return Math.Min(x, y);
    }

    /// <summary>Dots per inch across and down: a fax has 204 and 98.</summary>
    public static (double X, double Y) BothOf(ImageFacts facts)
    {
        var guess = Math.Max(facts.Width, facts.Height) / PageLength;
        return facts is { DpiX: { } x and >= LeastBelieved and <= MostBelieved, DpiY: { } y and >= LeastBelieved and <= MostBelieved } ? (x, y) : (guess, guess);
    }

    /// <summary>By which factor, 1 at most, the copy is made smaller before it is read. A little too much is left as it is: scaling only blurs.</summary>
    public static double FactorOf(double dpi) => dpi > Wanted * 1.4 ? Wanted / dpi : 1;
}

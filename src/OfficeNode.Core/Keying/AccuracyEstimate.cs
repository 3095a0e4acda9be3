namespace OfficeNode.Core.Keying;

/// <summary>A share estimated from a count, with the interval it lies in with 95 % confidence.</summary>
/// <remarks>
/// Wilson's score interval: E. B. Wilson, "Probable inference, the law of succession, and statistical inference", Journal of the American Statistical
/// Association 22 (1927), 209-212. Unlike the textbook interval it stays within 0 and 1 and says something where nothing was found.
/// </remarks>
/// <param name="Found">How many of them: errors, differences, or spoiled values that were noticed.</param>
/// <param name="Of">How many were looked at.</param>
public readonly record struct AccuracyEstimate(long Found, long Of)
{
    // The 97.5 % quantile of the normal distribution, for 95 % between both ends.
    private const double Quantile = 1.959963984540054;

    /// <summary>The share found, 0 to 1; 0 where nothing was looked at.</summary>
    public double Share => Of == 0 ? 0 : (double)Found / Of;

    /// <summary>The lower end, 0 to 1.</summary>
    public double Low => Of == 0 || Found == 0 ? 0 : Math.Max(0, Middle - Half);

    /// <summary>The upper end, 0 to 1; 1 where nothing was looked at.</summary>
    public double High => Of == 0 || Found == Of ? 1 : Math.Min(1, Middle + Half);

    private double Denominator => 1 + (Quantile * Quantile / Of);

    private double Middle => (Share + (Quantile * Quantile / (2 * Of))) / Denominator;

    private double Half => Quantile / Denominator * Math.Sqrt((Share * (1 - Share) / Of) + (Quantile * Quantile / (4.0 * Of * Of)));
}

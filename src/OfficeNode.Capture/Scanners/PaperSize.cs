using System.Globalization;
using System.Text.RegularExpressions;
using OfficeNode.Core;

namespace OfficeNode.Capture.Scanners;

/// <summary>The size of the paper to be scanned, in millimetres, as it goes through the scanner.</summary>
public sealed partial record PaperSize
{
    private const string Expected = "a4, a5, letter, legal, or width x height in millimetres, as 210x297";

    // A stamp on a card.
    private const double Shortest = 20;

    // At 300 dots per inch longer paper passes ImageLimits.LargestSide.
    private const double Longest = 1_600;

    private PaperSize(double width, double height) => (Width, Height) = (width, height);

    /// <summary>Across the paper's way.</summary>
    public double Width { get; }

    /// <summary>Along the paper's way.</summary>
    public double Height { get; }

    /// <summary>Reads what a person typed: a name, in any case, for paper fed with its short side first, or two numbers.</summary>
    /// <remarks>ISO 216 for A4 and A5; Letter and Legal are 8.5 by 11 and 14 inches.</remarks>
    public static ParseResult<PaperSize> Parse(string text) => text.Trim().ToUpperInvariant() switch
    {
        "A4" => ParseResult<PaperSize>.Read(new(210, 297)),
        "A5" => ParseResult<PaperSize>.Read(new(148, 210)),
        "LETTER" => ParseResult<PaperSize>.Read(new(215.9, 279.4)),
        "LEGAL" => ParseResult<PaperSize>.Read(new(215.9, 355.6)),
        var sides => ParseSides(sides),
    };

    private static ParseResult<PaperSize> ParseSides(string text)
    {
        if (Sides().Match(text) is not { Success: true } match)
        {
            return ParseResult<PaperSize>.Refuse(Expected);
        }

        var (width, height) = (Millimetres(match.Groups["width"]), Millimetres(match.Groups["height"]));
        return Math.Min(width, height) >= Shortest && Math.Max(width, height) <= Longest
            ? ParseResult<PaperSize>.Read(new(width, height))
            : ParseResult<PaperSize>.Refuse(string.Create(CultureInfo.InvariantCulture, $"{Shortest} to {Longest} millimetres a side"));
    }

    private static double Millimetres(Group digits) => double.Parse(digits.ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<width>[0-9]{1,5}(\.[0-9]{1,3})?) ?[X×] ?(?<height>[0-9]{1,5}(\.[0-9]{1,3})?)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Sides();
}

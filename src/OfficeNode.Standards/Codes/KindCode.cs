using System.Globalization;
using OfficeNode.Core;

namespace OfficeNode.Standards.Codes;

/// <summary>The kind of a patent document: a letter, and a digit that refines it.</summary>
/// <remarks>
/// WIPO ST.16 (facts/numbering-and-codes.md [R]): 8 is a corrected front page, 9 a complete reprint (ST.50). Offices use letters beyond those that
/// ST.16 names, so only the form is demanded.
/// </remarks>
/// <param name="Letter">A to Z.</param>
/// <param name="Level">0 to 9; null where the code is the letter alone.</param>
public readonly record struct KindCode(char Letter, int? Level)
{
    /// <summary>First, second or third publication of a utility model.</summary>
    public bool IsUtilityModel => Letter is 'U' or 'Y' or 'Z';

    /// <summary>A design patent.</summary>
    public bool IsDesign => Letter is 'S';

    /// <summary>A publication of a patent's main series: laid open, examined, granted.</summary>
    public bool IsMainSeries => Letter is 'A' or 'B' or 'C';

    /// <summary>A corrected publication.</summary>
    public bool IsCorrection => Level is 8 or 9;

    public static ParseResult<KindCode> Parse(string text) => text.Length is 1 or 2
        && char.IsAsciiLetterUpper(text[0])
        && (text.Length == 1 || char.IsAsciiDigit(text[1]))
        ? ParseResult<KindCode>.Read(new(text[0], text.Length == 1 ? null : text[1] - '0'))
        : ParseResult<KindCode>.Refuse("a kind code as A1 or B (ST.16)");

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Letter}{Level}");
}

using System.Globalization;
using OfficeNode.Core;

namespace OfficeNode.Standards.Codes;

/// <summary>A class of the Locarno Classification, with its subclass where given.</summary>
/// <remarks>facts/numbering-and-codes.md [V]. Subclass 99 is miscellaneous [R].</remarks>
/// <param name="ClassNumber">1 to 99; today's edition ends at <see cref="HighestClass"/>.</param>
/// <param name="Subclass">1 to 99; null for the class alone.</param>
public readonly record struct LocarnoSymbol(int ClassNumber, int? Subclass)
{
    /// <summary>The last class, of graphic symbols; a later edition may add one (facts/numbering-and-codes.md [R]).</summary>
    public const int HighestClass = 32;

    private const string Form = "a Locarno class as 06-01 or 06";

    /// <summary>Reads <c>06-01</c>, <c>06</c>, and the forms that offices also write: <c>06.01</c> and the fixed-length <c>0601</c>.</summary>
    public static ParseResult<LocarnoSymbol> Parse(string text)
    {
        var hasSubclass = text.Length is 4 or 5;
        var isShaped = text.Length is 2 or 4 || (text.Length == 5 && text[2] is '-' or '.');
        if (!isShaped || !Read(text.AsSpan(0, 2), out var classNumber) || classNumber == 0)
        {
            return ParseResult<LocarnoSymbol>.Refuse(Form);
        }

        var subclass = 0;
        return hasSubclass && (!Read(text.AsSpan(text.Length - 2), out subclass) || subclass == 0)
            ? ParseResult<LocarnoSymbol>.Refuse(Form)
            : ParseResult<LocarnoSymbol>.Read(new(classNumber, hasSubclass ? subclass : null));
    }

    /// <summary>The form of ST.96: <c>06-01</c> or <c>06</c>.</summary>
    public override string ToString() => Subclass is { } subclass
        ? string.Create(CultureInfo.InvariantCulture, $"{ClassNumber:D2}-{subclass:D2}")
        : string.Create(CultureInfo.InvariantCulture, $"{ClassNumber:D2}");

    private static bool Read(ReadOnlySpan<char> digits, out int value) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out value);
}

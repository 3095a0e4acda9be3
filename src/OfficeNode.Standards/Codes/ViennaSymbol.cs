using System.Globalization;
using OfficeNode.Core;

namespace OfficeNode.Standards.Codes;

/// <summary>A code of the Vienna Classification: category, and below it division and section where given.</summary>
/// <remarks>facts/numbering-and-codes.md [V]; the categories end at 29 and an auxiliary section carries a leading A in print [R].</remarks>
/// <param name="Category">1 to 29.</param>
/// <param name="Division">1 to 99.</param>
/// <param name="Section">1 to 99; null without a division.</param>
/// <param name="IsAuxiliary">Printed with a leading A.</param>
public readonly record struct ViennaSymbol(int Category, int? Division, int? Section, bool IsAuxiliary)
{
    private const int HighestCategory = 29;
    private const string Form = "a Vienna code as 06.03.03 with a category from 1 to 29";

    /// <summary>Reads <c>06.03.03</c>, <c>6.3.3</c>, <c>06.03</c> or <c>06</c>, each with or without a leading A.</summary>
    public static ParseResult<ViennaSymbol> Parse(string text)
    {
        var isAuxiliary = text.StartsWith('A');
        var code = text.AsSpan(isAuxiliary ? 1 : 0);
        Span<Range> parts = stackalloc Range[4];
        Span<int> numbers = stackalloc int[3];
        var count = code.Split(parts, '.');
        for (var i = 0; i < count; i++)
        {
            if (i == numbers.Length || !ReadPart(code[parts[i]], out numbers[i]))
            {
                return ParseResult<ViennaSymbol>.Refuse(Form);
            }
        }

        return numbers[0] <= HighestCategory
            ? ParseResult<ViennaSymbol>.Read(new(numbers[0], count > 1 ? numbers[1] : null, count > 2 ? numbers[2] : null, isAuxiliary))
            : ParseResult<ViennaSymbol>.Refuse(Form);
    }

    /// <summary>Two digits for each part, parted by dots; the mark of an auxiliary section is left out.</summary>
    public override string ToString() => (Division, Section) switch
    {
        (null, _) => string.Create(CultureInfo.InvariantCulture, $"{Category:D2}"),
        (_, null) => string.Create(CultureInfo.InvariantCulture, $"{Category:D2}.{Division:D2}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Category:D2}.{Division:D2}.{Section:D2}"),
    };

    private static bool ReadPart(ReadOnlySpan<char> text, out int number)
    {
        number = 0;
        return text.Length <= 2 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number > 0;
    }
}

using System.Globalization;
using OfficeNode.Core;

namespace OfficeNode.Standards.Codes;

/// <summary>An application number in the form of ST.13: type, year, serial, with the office before it where given.</summary>
/// <remarks>
/// facts/numbering-and-codes.md [V]. Year 0000 occurs in practice. An office's own number is never made from it: the printed number stays the number.
/// </remarks>
public readonly record struct St13Number
{
    private const int Digits = 15;

    private St13Number(OfficeCode? office, string digits) => (Office, Value) = (office, digits);

    public OfficeCode? Office { get; }

    /// <summary>The fifteen digits without blanks and office.</summary>
    public string Value { get; }

    /// <summary>Two digits: 10 to 19 patents, 20 to 29 utility models, 30 to 39 marks, 40 to 49 designs, then others.</summary>
    public int Type => int.Parse(Value.AsSpan(0, 2), CultureInfo.InvariantCulture);

    /// <summary>Null where the number carries 0000.</summary>
    public int? Year => int.Parse(Value.AsSpan(2, 4), CultureInfo.InvariantCulture) is var year && year == 0 ? null : year;

    public int Serial => int.Parse(Value.AsSpan(6), CultureInfo.InvariantCulture);

    /// <summary>The right that the type digits name; null for certificates, layout designs and undefined types.</summary>
    public Right? Right => (Type / 10) switch
    {
        1 => Core.Right.Patent,
        2 => Core.Right.UtilityModel,
        3 => Core.Right.Trademark,
        4 => Core.Right.Design,
        _ => null,
    };

    /// <summary>Reads <c>102026000000123</c> or <c>XX 10 2026 000000123</c>; blanks are left out.</summary>
    public static ParseResult<St13Number> Parse(string text)
    {
        var compact = text.Replace(" ", "", StringComparison.Ordinal);
        OfficeCode? office = null;
        if (compact.Length == Digits + 2 && OfficeCode.Parse(compact[..2]) is { Success: true } code)
        {
            office = code.Value;
            compact = compact[2..];
        }

        return compact.Length == Digits && !compact.AsSpan().ContainsAnyExceptInRange('0', '9')
            ? ParseResult<St13Number>.Read(new(office, compact))
            : ParseResult<St13Number>.Refuse("two digits of type, four of the year, nine of the serial (ST.13)");
    }

    public override string ToString() => Value;
}

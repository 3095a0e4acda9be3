using System.Globalization;
using OfficeNode.Core;

namespace OfficeNode.Standards.Codes;

/// <summary>The number of a Nice class: goods 1 to 34, services 35 to 45.</summary>
/// <remarks>facts/numbering-and-codes.md [V]. Old registers have national classes; a record keeps those as printed and a rule speaks of them.</remarks>
public readonly record struct NiceNumber
{
    public const int Highest = 45;

    private const int LastOfGoods = 34;

    private NiceNumber(int value) => Value = value;

    public int Value { get; }

    public bool IsService => Value > LastOfGoods;

    /// <summary>Reads one or two digits, with or without a leading zero.</summary>
    public static ParseResult<NiceNumber> Parse(string text) =>
        text.Length <= 2 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value is >= 1 and <= Highest
            ? ParseResult<NiceNumber>.Read(new(value))
            : ParseResult<NiceNumber>.Refuse("a Nice class from 1 to 45");

    /// <summary>The number without a leading zero.</summary>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}

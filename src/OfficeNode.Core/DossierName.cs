using System.Globalization;

namespace OfficeNode.Core;

/// <summary>How people and commands name a dossier: <c>P-2026-123</c>; year 0000 where the number has none; a bare number when it is unique.</summary>
public sealed record DossierName
{
    /// <summary>Null for a bare number.</summary>
    public Right? Right { get; init; }

    /// <summary>Null for a bare number; 0 where the number has none.</summary>
    public int? Year { get; init; }

    /// <summary>As printed; slashes are kept.</summary>
    public required string Number { get; init; }

    /// <summary>Reads what a person typed.</summary>
    public static ParseResult<DossierName> Parse(string text)
    {
        var trimmed = text.Trim();
        if (trimmed.Length == 0)
        {
            return ParseResult<DossierName>.Refuse("a dossier as P-2026-123 or a number");
        }

        var isFull = trimmed.Length > 7 && trimmed[1] == '-' && trimmed[6] == '-'
            && RightLetter.Read(trimmed[0]) is not null
            && int.TryParse(trimmed.AsSpan(2, 4), NumberStyles.None, CultureInfo.InvariantCulture, out _);
        return ParseResult<DossierName>.Read(isFull
            ? new DossierName
            {
                Right = RightLetter.Read(trimmed[0]),
                Year = int.Parse(trimmed.AsSpan(2, 4), CultureInfo.InvariantCulture),
                Number = trimmed[7..],
            }
            : new DossierName { Number = trimmed });
    }

    /// <summary>Names a dossier by its right and number.</summary>
    public static DossierName Of(Right right, Number number) => new() { Right = right, Year = number.Year ?? 0, Number = number.AsPrinted };

    public override string ToString() => Right is { } right
        ? string.Create(CultureInfo.InvariantCulture, $"{RightLetter.Of(right)}-{Year ?? 0:D4}-{Number}")
        : Number;
}

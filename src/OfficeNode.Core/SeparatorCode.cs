using System.Globalization;
using System.Text.RegularExpressions;

namespace OfficeNode.Core;

/// <summary>What the code on a separator sheet says: the dossier and the type of the document whose pages follow it.</summary>
/// <remarks>
/// Its text is <c>OFN1-office-right-year-number-document[-pages]</c>, for example <c>OFN1-KE-P-2026-000123-APP-4</c>. A hyphen within the
/// number is written <c>~</c>, because hyphens part the fields and no office prints a tilde; the year of a number without one is <c>0000</c>.
/// </remarks>
public sealed partial record SeparatorCode
{
    /// <summary>How every such text begins; the digit is the version.</summary>
    public const string Prefix = "OFN1-";

    public required OfficeCode Office { get; init; }

    public required Right Right { get; init; }

    /// <summary>0 where the number has none.</summary>
    public required int Year { get; init; }

    /// <summary>As printed.</summary>
    public required string Number { get; init; }

    public required DocumentCode Document { get; init; }

    /// <summary>How many pages follow; null when the sheet does not say.</summary>
    public int? Pages { get; init; }

    /// <summary>The dossier's name.</summary>
    public DossierName Dossier => new() { Right = Right, Year = Year, Number = Number };

    /// <summary>Reads the text of a code. Lower case is taken as well: Code 39 knows capitals only, people who type know both.</summary>
    public static ParseResult<SeparatorCode> Parse(string text)
    {
        var match = Form().Match(text.Trim());
        if (!match.Success)
        {
            return Refuse();
        }

        var office = OfficeCode.Parse(match.Groups["office"].Value.ToUpperInvariant());
        var document = DocumentCode.Parse(match.Groups["document"].Value.ToUpperInvariant());
        var number = match.Groups["number"].Value.Replace('~', '-');
        return office.Success && document.Success && RightLetter.Read(char.ToUpperInvariant(match.Groups["right"].Value[0])) is { } right
            ? ParseResult<SeparatorCode>.Read(new SeparatorCode
            {
                Office = office.Value,
                Right = right,
                Year = int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture),
                Number = number,
                Document = document.Value,
                Pages = match.Groups["pages"] is { Success: true, Value: var pages } ? int.Parse(pages, CultureInfo.InvariantCulture) : null,
            })
            : Refuse();
    }

    /// <summary>The text for the code on a sheet.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Prefix}{Office}-{RightLetter.Of(Right)}-{Year:D4}-{Number.Replace('-', '~')}-{Document}{(Pages is { } pages ? $"-{pages}" : "")}");

    /// <summary>Whether a number can stand on a sheet.</summary>
    public static bool Fits(string number) => Printable().IsMatch(number);

    private static ParseResult<SeparatorCode> Refuse() =>
        ParseResult<SeparatorCode>.Refuse("OFN1-office-right-year-number-document[-pages], as OFN1-KE-P-2026-000123-APP-4");

    [GeneratedRegex(
        @"^OFN1-(?<office>[A-Z]{2})-(?<right>[PUTD])-(?<year>[0-9]{4})-(?<number>[^-\p{C}]{1,40})-(?<document>[A-Z]{3})(-(?<pages>[1-9][0-9]{0,3}))?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Form();

    // What the form takes as a number once its hyphens are written as tildes.
    [GeneratedRegex(@"\A[^~\p{C}]{1,40}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Printable();
}

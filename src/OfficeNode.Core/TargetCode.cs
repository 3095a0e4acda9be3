using System.Globalization;
using System.Text.RegularExpressions;

namespace OfficeNode.Core;

/// <summary>What the code on a target sheet says: whose sheet it is, and by which layout its marks are to be found.</summary>
/// <remarks>
/// Its text is <c>OFN1-office-TARGET-layout</c>, for example <c>OFN1-KE-TARGET-1</c>. It begins as the code of a separator does, so that every program that knows the prefix
/// keeps the sheet out of documents; no separator has the form, because its third field is a single letter.
/// </remarks>
public sealed partial record TargetCode
{
    /// <summary>The layout that is printed now. A sheet of another one is still a target sheet, but nobody grades it.</summary>
    public const int PresentLayout = 1;

    public required OfficeCode Office { get; init; }

    /// <summary>Which marks stand where, counted from 1.</summary>
    public int Layout { get; init; } = PresentLayout;

    /// <summary>Reads the text of a code; lower case is taken as well.</summary>
    public static ParseResult<TargetCode> Parse(string text)
    {
        var match = Form().Match(text.Trim());
        var office = OfficeCode.Parse(match.Groups["office"].Value.ToUpperInvariant());
        return match.Success && office.Success
            ? ParseResult<TargetCode>.Read(new TargetCode { Office = office.Value, Layout = int.Parse(match.Groups["layout"].Value, CultureInfo.InvariantCulture) })
            : ParseResult<TargetCode>.Refuse("OFN1-office-TARGET-layout, as OFN1-KE-TARGET-1");
    }

    /// <summary>The code of the target sheet that a page is; null for any other page.</summary>
    /// <remarks>Where a separator's code stands on the page as well, readable or not, the page is that separator: taken for a target it would lead the pages behind it into the dossier before it.</remarks>
    public static TargetCode? On(IEnumerable<FoundCode> codes)
    {
        TargetCode? target = null;
        foreach (var code in codes.Where(code => code.Text.StartsWith(SeparatorCode.Prefix, StringComparison.OrdinalIgnoreCase)))
        {
            if (Parse(code.Text) is not { Success: true, Value: var found })
            {
                return null;
            }

            target = found;
        }

        return target;
    }

    /// <summary>The text for the code on a sheet.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{SeparatorCode.Prefix}{Office}-TARGET-{Layout}");

    [GeneratedRegex(@"^OFN1-(?<office>[A-Z]{2})-TARGET-(?<layout>[1-9][0-9]{0,2})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}

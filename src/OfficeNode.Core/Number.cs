using System.Globalization;
using System.Text;
using System.Text.Json.Serialization;

namespace OfficeNode.Core;

/// <summary>An application, registration or publication number as the office prints it.</summary>
/// <remarks>
/// The printed form is the number; the structured parts help to find and sort it. ST.13 forms are never turned back into an office's own
/// number (facts/numbering-and-codes.md [I]). Old series repeat across laws, so <see cref="Series"/> belongs to the identity.
/// </remarks>
public sealed record Number
{
    /// <summary>Exactly as printed, with its slashes, letters and blanks.</summary>
    public required string AsPrinted { get; init; }

    /// <summary>The series (law, register volume, era) the office counts it in; null for the only one.</summary>
    public string? Series { get; init; }

    /// <summary>The year that the number carries or was given in; null when there is none.</summary>
    public int? Year { get; init; }

    /// <summary>Year, then the digits of the number padded so that text order is number order.</summary>
    [JsonIgnore]
    public string SortKey => BuildSortKey();

    /// <summary>Letters and digits only, upper case: equal for all the spellings people type.</summary>
    [JsonIgnore]
    public string SearchKey => string.Concat(AsPrinted.Normalize(NormalizationForm.FormKC).Where(char.IsLetterOrDigit)).ToUpperInvariant();

    public static Number Of(string asPrinted, int? year = null) => new() { AsPrinted = asPrinted, Year = year };

    private string BuildSortKey()
    {
        const int Padded = 12;
        var key = new StringBuilder();
        key.Append((Year ?? 0).ToString("D4", CultureInfo.InvariantCulture));
        var text = AsPrinted.Normalize(NormalizationForm.FormKC).ToUpperInvariant();
        for (var i = 0; i < text.Length;)
        {
            var digits = 0;
            while (i + digits < text.Length && char.IsDigit(text[i + digits]))
            {
                digits++;
            }

            if (digits > 0)
            {
                key.Append('.').Append(text.Substring(i, digits).PadLeft(Padded, '0'));
                i += digits;
            }
            else
            {
                key.Append(char.IsLetter(text[i]) ? text[i] : '.');
                i++;
            }
        }

        return key.ToString();
    }
}

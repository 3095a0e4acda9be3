using System.Text;

namespace OfficeNode.Host.Journey;

/// <summary>A line of text as somebody typed it.</summary>
internal static class TypedText
{
    /// <summary>The line as it is kept: composed and trimmed; null when nothing is left. Text that is none stays as it came, for <see cref="Fits"/> to find.</summary>
    public static string? Settle(string? typed)
    {
        if (typed is null || !IsPlain(typed))
        {
            return typed;
        }

        var settled = typed.Normalize(NormalizationForm.FormC).Trim();
        return settled.Length == 0 ? null : settled;
    }

    /// <summary>Whether a settled line is plain text of no more than so many characters (UTF-16 code units).</summary>
    public static bool Fits(string? settled, int longest) => settled is null || (settled.Length <= longest && IsPlain(settled));

    // No control characters, no half pairs, which Normalize would throw at.
    private static bool IsPlain(string text) => !text.Any(char.IsControl) && text.EnumerateRunes().All(rune => rune != Rune.ReplacementChar);
}

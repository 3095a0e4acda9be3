using System.Text;

namespace OfficeNode.TestKit;

/// <summary>How many letters a reading machine got wrong: the fewest insertions, deletions and changes that make the truth of what was read.</summary>
/// <remarks>Both sides are first brought to one form: NFC, without marks that steer the direction of writing, without tatweel, white space folded.</remarks>
public readonly record struct CharacterErrors(int Errors, int Letters)
{
    // LRM, RLM, the embeddings and isolates, tatweel.
    private const string Dropped = "\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069\u0640";

    public double Rate => Letters == 0 ? 0 : (double)Errors / Letters;

    public static CharacterErrors operator +(CharacterErrors left, CharacterErrors right) => new(left.Errors + right.Errors, left.Letters + right.Letters);

    public static CharacterErrors Of(string truth, string read)
    {
        var (right, left) = (Fold(truth), Fold(read));
        var row = Enumerable.Range(0, left.Length + 1).ToArray();
        for (var i = 1; i <= right.Length; i++)
        {
            var diagonal = row[0]++;
            for (var j = 1; j <= left.Length; j++)
            {
                var best = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (right[i - 1] == left[j - 1] ? 0 : 1));
                (diagonal, row[j]) = (row[j], best);
            }
        }

        return new(row[^1], right.Length);
    }

    public static string Fold(string text)
    {
        var kept = string.Concat(text.Normalize(NormalizationForm.FormC).Where(letter => !Dropped.Contains(letter, StringComparison.Ordinal)));
        return string.Join(' ', kept.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}

using System.Text;
using OfficeNode.Core.Batches;

namespace OfficeNode.TestKit;

/// <summary>How many values of one kind were there, were found, and were found as they stand.</summary>
public sealed class FieldTally
{
    // A tenth of the letters misread: a person mends it at a glance.
    private const int NearShare = 10;

    public int True { get; private set; }

    public int Found { get; private set; }

    /// <summary>Found letter by letter.</summary>
    public int Exact { get; private set; }

    /// <summary>Found with at most a tenth of the letters misread; exact ones among them.</summary>
    public int Near { get; private set; }

    /// <summary>Share of what was found that is right, 0 to 1; 1 when nothing was found.</summary>
    public double Precision => Found == 0 ? 1 : (double)Near / Found;

    /// <summary>Share of what was there that was found right, 0 to 1.</summary>
    public double Recall => True == 0 ? 1 : (double)Near / True;

    /// <summary>Share of what was there that was found letter by letter, 0 to 1.</summary>
    public double ExactRecall => True == 0 ? 1 : (double)Exact / True;

    /// <summary>Counts the values of one field on one form.</summary>
    public void Count(IReadOnlyList<string> truth, IReadOnlyList<ReadField> found)
    {
        True += truth.Count;
        Found += found.Count;
        var left = found.Select(field => Plain(field.Value)).ToList();
        foreach (var value in truth.Select(Plain))
        {
            var best = left.MinBy(candidate => Distance(value, candidate));
            if (best is null || Distance(value, best) * NearShare > value.Length)
            {
                continue;
            }

            Near++;
            Exact += best == value ? 1 : 0;
            left.Remove(best);
        }
    }

    /// <summary>Without the marks of direction that generators put in and reading machines leave out, and with single blanks.</summary>
    public static string Plain(string value) => string.Join(' ', value
        .Normalize(NormalizationForm.FormC)
        .Where(letter => letter is not ('\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u0640'))
        .Aggregate(new StringBuilder(), (text, letter) => text.Append(letter))
        .ToString()
        .Split([' ', '\u00A0', '\n'], StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Levenshtein's distance.</summary>
    public static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var changed = diagonal + (one[i - 1] == other[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(changed, Math.Min(diagonal, row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}

using System.Text;

namespace OfficeNode.Storage.Tables;

/// <summary>Folded words as a query of FTS5, and the spellings of a number that people type. Words hold letters and digits only, so that quoting them is enough.</summary>
internal static class FindQuery
{
    /// <summary>All of the words, whole.</summary>
    public static string Whole(IReadOnlyList<string> words) => string.Join(" AND ", words.Select(word => Any(word, isBeginning: false)));

    /// <summary>All of the words, each as a beginning.</summary>
    public static string Beginnings(IReadOnlyList<string> words) => string.Join(" AND ", words.Select(word => Any(word, isBeginning: true)));

    /// <summary>A number's words, and beside them what people type for them: its letters and digits apart, without leading noughts.</summary>
    public static IEnumerable<string> SpellingsOf(string key)
    {
        var words = key.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Concat(words.SelectMany(Runs).SelectMany(run => new[] { run, Trimmed(run) })).Distinct();
    }

    // "B123" finds B00123, whose letter and number stand in the index by themselves; "000123" finds 123, and not what begins with 123.
    private static string Any(string word, bool isBeginning)
    {
        var star = isBeginning ? "*" : "";
        var runs = Runs(word);
        if (runs.Count > 1)
        {
            var apart = runs.Select((run, index) => $"\"{Trimmed(run)}\"{(index == runs.Count - 1 ? star : "")}");
            return $"(\"{word}\"{star} OR ({string.Join(" AND ", apart)}))";
        }

        return Trimmed(word) is var trimmed && trimmed != word ? $"(\"{word}\"{star} OR \"{trimmed}\")" : $"\"{word}\"{star}";
    }

    private static string Trimmed(string run) => run[0] == '0' && run.TrimStart('0') is { Length: > 0 } trimmed ? trimmed : run;

    private static List<string> Runs(string word)
    {
        var runs = new List<string>();
        var run = new StringBuilder();
        foreach (var letter in word)
        {
            if (run.Length > 0 && char.IsDigit(letter) != char.IsDigit(run[^1]))
            {
                runs.Add(run.ToString());
                run.Clear();
            }

            run.Append(letter);
        }

        runs.Add(run.ToString());
        return runs;
    }
}

using System.Text;

namespace OfficeNode.Host.Texts;

/// <summary>Fills the places in braces of a text: <c>{file}</c>. A place without a value is left out; braces are never nested.</summary>
internal static class Template
{
    public static string Fill(string template, Func<string, string?> valueOf)
    {
        var text = new StringBuilder(template.Length);
        foreach (var (piece, isPlace) in Pieces(template))
        {
            text.Append(isPlace ? valueOf(piece) : piece);
        }

        return text.ToString();
    }

    /// <summary>The text in its order: what it says, and the names of the places between.</summary>
    public static IEnumerable<(string Text, bool IsPlace)> Pieces(string template)
    {
        var at = 0;
        while (at < template.Length)
        {
            var open = template.IndexOf('{', at);
            var close = open < 0 ? -1 : template.IndexOf('}', open);
            if (close < 0)
            {
                break;
            }

            yield return (template[at..open], false);
            yield return (template[(open + 1)..close], true);
            at = close + 1;
        }

        yield return (template[at..], false);
    }

    /// <summary>The names of the places, each once, in the order of the alphabet.</summary>
    public static IReadOnlyList<string> Places(string template)
    {
        var places = new SortedSet<string>(StringComparer.Ordinal);
        Fill(template, name =>
        {
            places.Add(name);
            return null;
        });
        return [.. places];
    }

    /// <summary>Whether every brace that opens is closed before the next one.</summary>
    public static bool IsBalanced(string template)
    {
        var isOpen = false;
        foreach (var brace in template.Where(letter => letter is '{' or '}'))
        {
            if (isOpen != (brace == '}'))
            {
                return false;
            }

            isOpen = !isOpen;
        }

        return !isOpen;
    }
}

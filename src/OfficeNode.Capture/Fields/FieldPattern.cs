using System.Text.RegularExpressions;

namespace OfficeNode.Capture.Fields;

/// <summary>The shape of a value: a regular expression that neither letters nor digits may touch on either side. Digits of any script are those of ASCII to it.</summary>
internal sealed class FieldPattern
{
    // Time grows with the text alone: a rule file of an office must not be able to hold up a batch.
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const string Value = "value";

    private readonly Regex _atStart;
    private readonly Regex _anywhere;

    /// <exception cref="ArgumentException">It is no regular expression.</exception>
    /// <exception cref="NotSupportedException">It needs looking around or back.</exception>
    public FieldPattern(string pattern)
    {
        // By itself first: "a)|(b" becomes an expression only between brackets, and another one.
        FitsNothing = new Regex(pattern, Options).IsMatch("");
        _atStart = new($@"^[^\p{{L}}\p{{Nd}}]?(?<{Value}>{pattern})($|[^\p{{L}}\p{{Nd}}])", Options);
        _anywhere = new($@"(^|[^\p{{L}}\p{{Nd}}])(?<{Value}>{pattern})($|[^\p{{L}}\p{{Nd}}])", Options);
    }

    /// <summary>An empty text has the shape: it says nothing of a value.</summary>
    public bool FitsNothing { get; }

    /// <summary>Whether a text begins with the value.</summary>
    public bool Begins(string text) => _atStart.IsMatch(DigitFold.Of(text));

    /// <summary>Where in a text the value stands, blanks at its ends left away; null when it does not, or is blank.</summary>
    public Range? Find(string text)
    {
        var match = _anywhere.Match(DigitFold.Of(text));
        if (!match.Success)
        {
            return null;
        }

        var value = match.Groups[Value].ValueSpan;
        var start = match.Groups[Value].Index + value.Length - value.TrimStart().Length;
        return value.IsWhiteSpace() ? null : start..(start + value.Trim().Length);
    }
}

using System.Text.RegularExpressions;

namespace OfficeNode.Capture.Fields;

/// <summary>The shape of a value: a regular expression that neither letters nor digits may touch on either side.</summary>
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
        _atStart = new($@"^[^\p{{L}}\p{{Nd}}]?(?<{Value}>{pattern})($|[^\p{{L}}\p{{Nd}}])", Options);
        _anywhere = new($@"(^|[^\p{{L}}\p{{Nd}}])(?<{Value}>{pattern})($|[^\p{{L}}\p{{Nd}}])", Options);
    }

    /// <summary>Whether a text begins with the value.</summary>
    public bool Begins(string text) => _atStart.IsMatch(text);

    /// <summary>Where in a text the value stands; null when it does not.</summary>
    public Range? Find(string text) => _anywhere.Match(text) is { Success: true } match && match.Groups[Value] is var group
        ? group.Index..(group.Index + group.Length)
        : null;
}

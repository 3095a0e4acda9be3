namespace OfficeNode.Core;

/// <summary>How much a finding weighs: an error keeps a record out of a package (I4), the others do not.</summary>
public enum Severity
{
    Info,
    Warning,
    Error,
}

/// <summary>Something that a person should know about one place of what came in: which rule, how bad, where, what was found.</summary>
/// <remarks>
/// Message and hint are not here: they are rendered at the edge from resources by <see cref="Rule"/>, with <see cref="Arguments"/>
/// and the fields of this finding as named arguments, so that a stored finding speaks every language.
/// </remarks>
/// <param name="Rule">The rule's id, stable for scripts and resources: <c>UPPER-KEBAB</c>, for example <c>CSV-ROW-LENGTH</c>.</param>
public sealed record Finding(string Rule, Severity Severity)
{
    /// <summary>The file it was found in, as the user named it, or the member of a package.</summary>
    public string? File { get; init; }

    /// <summary>The dossier it belongs to, as <c>P-2026-123</c>.</summary>
    public string? Dossier { get; init; }

    /// <summary>The place in the data: a RecordJson path, a CSV header, an XPath, a TIFF tag.</summary>
    public string? Path { get; init; }

    /// <summary>The line in <see cref="File"/>, counted from 1; for binary files the byte offset stands in <see cref="Arguments"/> as <c>offset</c>.</summary>
    public long? Line { get; init; }

    /// <summary>What stood there, cut to <see cref="LongestFound"/> characters.</summary>
    public string? Found
    {
        get;
        init => field = Shorten(value);
    }

    /// <summary>What should have stood there.</summary>
    public string? Expected { get; init; }

    /// <summary>Further named arguments of the message.</summary>
    public IReadOnlyDictionary<string, string>? Arguments { get; init; }

    /// <summary>The most of a bad value that a finding repeats, in UTF-16 code units: enough to recognise it, too little to flood a log.</summary>
    public const int LongestFound = 200;

    private static string? Shorten(string? value)
    {
        if (value is null || value.Length <= LongestFound)
        {
            return value;
        }

        var end = char.IsHighSurrogate(value[LongestFound - 2]) ? LongestFound - 2 : LongestFound - 1;
        return string.Concat(value.AsSpan(0, end), "…");
    }
}

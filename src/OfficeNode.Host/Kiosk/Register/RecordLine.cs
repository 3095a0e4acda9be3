namespace OfficeNode.Host.Kiosk.Register;

/// <summary>One line of a record as people read it: what it is, and what stands there.</summary>
/// <param name="Path">The RecordJson path that it shows, as findings name it: <c>parties[0].names[0]</c>.</param>
/// <param name="Inid">The code that printed registers mark it by; null where there is none.</param>
/// <param name="Label">In the language of the person who reads.</param>
/// <param name="Text">As printed; several lines where an address has them.</param>
public sealed record RecordLine(string Path, string? Inid, string Label, string Text)
{
    /// <summary>The language of the text, for browsers that read aloud; null where the record does not say.</summary>
    public string? Language { get; init; }

    /// <summary>Whether it is put together of several parts in the words of the reader's language, and runs as that does; what was printed runs as it was printed.</summary>
    public bool IsComposed { get; init; }

    /// <summary>Whether it is a text of many lines: description, claims.</summary>
    public bool IsLong { get; init; }
}

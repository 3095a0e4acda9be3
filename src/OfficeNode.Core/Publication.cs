namespace OfficeNode.Core;

/// <summary>One publication of a dossier, a fact of the register. It opens nothing: only a recorded <see cref="PublicationAct"/> does (I13).</summary>
public sealed record Publication
{
    /// <summary>The publication number (ST.6); null where the office publishes under the application number.</summary>
    public string? Number { get; init; }

    /// <summary>The kind code (ST.16), as <c>A1</c>; null for marks and designs.</summary>
    public string? Kind { get; init; }

    public PrintedDate? Date { get; init; }

    /// <summary>Number or volume of the gazette.</summary>
    public string? Gazette { get; init; }

    public LanguageCode? Language { get; init; }
}

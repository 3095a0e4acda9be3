namespace OfficeNode.Core;

/// <summary>A priority claimed from an earlier filing.</summary>
public sealed record Priority
{
    /// <summary>The office of first filing.</summary>
    public OfficeCode? Office { get; init; }

    /// <summary>The number as the first office gave it (ST.10/C).</summary>
    public string? Number { get; init; }

    public PrintedDate? Date { get; init; }
}

namespace OfficeNode.Core;

/// <summary>One IPC symbol of a patent or utility model, with the parts of the ST.8 field that the source gives.</summary>
public sealed record IpcClass
{
    /// <summary>Display form with one blank: <c>H04N 1/40</c>, or a subclass alone: <c>H04N</c>.</summary>
    public required string Symbol { get; init; }

    /// <summary>Version date of the symbol.</summary>
    public DateOnly? Version { get; init; }

    /// <summary>C, A or S.</summary>
    public char? Level { get; init; }

    /// <summary>F for the first, L for a later one.</summary>
    public char? Position { get; init; }

    /// <summary>I for invention, N for additional information.</summary>
    public char? Value { get; init; }

    public DateOnly? ActionDate { get; init; }

    /// <summary>B, R, V or D.</summary>
    public char? Status { get; init; }

    /// <summary>H, M or G.</summary>
    public char? Source { get; init; }

    public OfficeCode? GeneratingOffice { get; init; }
}

/// <summary>One class of a mark with its goods or services.</summary>
public sealed record NiceClass
{
    /// <summary>The class as printed, normally 1 to 45; old registers have national classes.</summary>
    public required string Number { get; init; }

    /// <summary>Edition of the Nice Classification, as <c>11</c> or <c>12-2023</c>.</summary>
    public string? Edition { get; init; }

    public IReadOnlyList<LocalText> Goods { get; init; } = [];
}

/// <summary>One code of the figurative elements of a mark (Vienna Classification), as <c>06.03.03</c>.</summary>
public sealed record ViennaClass
{
    public required string Code { get; init; }

    public string? Edition { get; init; }
}

/// <summary>One Locarno class of a design, as <c>06-01</c>.</summary>
public sealed record LocarnoClass
{
    public required string Code { get; init; }

    public string? Edition { get; init; }
}

namespace OfficeNode.Core;

/// <summary>How a filing came to the office.</summary>
public enum RouteKind
{
    Direct,
    Pct,
    Madrid,
    Hague,
    Regional,
}

/// <summary>The way a filing came in, with the numbers it has there.</summary>
public sealed record Route
{
    public required RouteKind Kind { get; init; }

    /// <summary>For regional filings: the regional office.</summary>
    public OfficeCode? Office { get; init; }

    public string? ApplicationNumber { get; init; }

    public PrintedDate? FilingDate { get; init; }

    public string? RegistrationNumber { get; init; }

    public PrintedDate? RegistrationDate { get; init; }

    public string? PublicationNumber { get; init; }

    public PrintedDate? PublicationDate { get; init; }
}

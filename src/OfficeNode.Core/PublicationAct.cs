namespace OfficeNode.Core;

/// <summary>The points at which a law opens a file to the public, in the order they come in.</summary>
public enum OpeningPoint
{
    Filing,
    Acceptance,
    Gazette,
    Registration,
}

/// <summary>A recorded decision that opens a dossier's content for destinations (I13). The only thing that lets anything leave the node.</summary>
public sealed record PublicationAct
{
    public required OpeningPoint Kind { get; init; }

    /// <summary>The day it takes effect; an act with a future date opens nothing yet.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>The person who answers for it.</summary>
    public required string Person { get; init; }

    /// <summary>The gazette or journal number.</summary>
    public required string Gazette { get; init; }

    /// <summary>The document types opened; the bibliographic data always are. Closed types are never among them.</summary>
    public required IReadOnlyList<DocumentCode> Opens { get; init; }

    /// <summary>The destinations opened; empty for every destination that takes this right.</summary>
    public IReadOnlyList<string> Destinations { get; init; } = [];
}

/// <summary>A reason that keeps a dossier closed whatever acts say: a secrecy order, a deferred design.</summary>
public sealed record Hold
{
    public required string Reason { get; init; }

    public required string Person { get; init; }

    public required DateOnly Since { get; init; }

    /// <summary>The first day on which it no longer holds; null until somebody lifts it.</summary>
    public DateOnly? Until { get; init; }

    public bool HoldsOn(DateOnly day) => day >= Since && (Until is null || day < Until);
}

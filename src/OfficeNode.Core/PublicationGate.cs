namespace OfficeNode.Core;

/// <summary>Why a dossier is closed for a destination, or that it is open.</summary>
public enum GateReason
{
    Open,

    /// <summary>No publication act is recorded.</summary>
    NoAct,

    /// <summary>Every act has a date still to come.</summary>
    FutureAct,

    /// <summary>The acts are of a kind that comes before the office's opening point for this right.</summary>
    BeforeOpeningPoint,

    /// <summary>The acts open other destinations only.</summary>
    OtherDestination,

    /// <summary>A hold keeps it closed.</summary>
    Held,

    /// <summary>It was taken back from the destination, and no act has been recorded since.</summary>
    Retracted,
}

/// <summary>What the office publishes of a right and from which point on.</summary>
public sealed record PublicationPolicy
{
    /// <summary>The kind of act that opens; later kinds open too.</summary>
    public required OpeningPoint OpensAt { get; init; }

    /// <summary>The document types that an act opens when it names none.</summary>
    public required IReadOnlyList<DocumentCode> Documents { get; init; }
}

/// <summary>The gate's answer for one dossier and destination.</summary>
/// <param name="Reason">Open, or the first reason why not.</param>
/// <param name="Opened">The document types that may leave; the bibliographic data may whenever <see cref="IsOpen"/>.</param>
public sealed record GateDecision(GateReason Reason, IReadOnlyList<DocumentCode> Opened)
{
    public bool IsOpen => Reason == GateReason.Open;
}

/// <summary>I13: nothing leaves the node unless a recorded act opens that content for that destination. Closed by default. Pure and thread-safe.</summary>
public static class PublicationGate
{
    /// <summary>Decides for one dossier and destination on one day.</summary>
    /// <param name="acts">Where the dossier was taken back from the destination: only those recorded since.</param>
    /// <param name="taken">The document types that the destination takes at all: types x destinations deny by default.</param>
    public static GateDecision Decide(
        IReadOnlyList<PublicationAct> acts,
        IReadOnlyList<Hold> holds,
        PublicationPolicy policy,
        string destination,
        IReadOnlyList<DocumentCode> taken,
        DateOnly today,
        bool isRetracted = false)
    {
        if (holds.Any(hold => hold.HoldsOn(today)))
        {
            return new GateDecision(GateReason.Held, []);
        }

        var reasons = acts.Select(act => ReasonOf(act, policy, destination, today)).ToList();
        if (!reasons.Contains(GateReason.Open))
        {
            return new GateDecision(reasons.Count > 0 ? reasons[0] : isRetracted ? GateReason.Retracted : GateReason.NoAct, []);
        }

        var opened = acts.Where((_, i) => reasons[i] == GateReason.Open)
            .SelectMany(act => act.Opens)
            .Where(code => !code.IsClosed && taken.Contains(code))
            .Distinct()
            .OrderBy(code => code.Value, StringComparer.Ordinal)
            .ToList();
        return new GateDecision(GateReason.Open, opened);
    }

    private static GateReason ReasonOf(PublicationAct act, PublicationPolicy policy, string destination, DateOnly today)
    {
        if (act.Date > today)
        {
            return GateReason.FutureAct;
        }

        if (act.Kind < policy.OpensAt)
        {
            return GateReason.BeforeOpeningPoint;
        }

        return act.Destinations.Count > 0 && !act.Destinations.Contains(destination) ? GateReason.OtherDestination : GateReason.Open;
    }
}

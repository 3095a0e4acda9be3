namespace OfficeNode.Core.Paper;

/// <summary>What happened to a paper file.</summary>
public enum PaperMoveKind
{
    /// <summary>It lies in a place from now on, and belongs there.</summary>
    PutAway,

    /// <summary>Somebody has it.</summary>
    ChargedOut,

    /// <summary>It is back in its place.</summary>
    GivenBack,
}

/// <summary>One thing that happened to a paper file.</summary>
/// <param name="What">The place, or who has it; empty for <see cref="PaperMoveKind.GivenBack"/>.</param>
/// <param name="Author">The person who says so.</param>
public sealed record PaperMove(PaperMoveKind Kind, string What, string Author, DateTimeOffset At);

/// <summary>Where a paper file is.</summary>
/// <param name="Place">Where it belongs; null until somebody said so.</param>
/// <param name="Holder">Who has it; null where it lies in its place.</param>
/// <param name="Since">Since when that is so.</param>
public sealed record PaperState(string? Place, string? Holder, DateTimeOffset Since)
{
    /// <summary>Where a file is after something happened to it.</summary>
    public static PaperState After(PaperState? before, PaperMove move) => move.Kind switch
    {
        PaperMoveKind.PutAway => new(move.What, null, move.At),
        PaperMoveKind.ChargedOut => new(before?.Place, move.What, move.At),
        _ => new(before?.Place, null, move.At),
    };
}

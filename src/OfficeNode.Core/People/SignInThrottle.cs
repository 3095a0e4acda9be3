namespace OfficeNode.Core.People;

/// <summary>Tries to sign in under one name that failed, one after another.</summary>
/// <param name="Count">How many; a success makes it 0.</param>
/// <param name="Last">When the last was; null where there was none.</param>
public readonly record struct FailedTries(int Count, DateTimeOffset? Last)
{
    /// <summary>One more.</summary>
    public FailedTries And(DateTimeOffset at) => new(Count + 1, at);
}

/// <summary>How long a name waits after tries that failed. Pure: times are handed in.</summary>
/// <remarks>
/// Ten guesses and then four in an hour: at that rate somebody who guesses PINs of six digits needs fourteen years for the half of them, and a
/// person who forgot theirs waits for no longer than a coffee, or for an administrator.
/// </remarks>
public sealed record SignInThrottle
{
    // A second so often doubled is twelve days: beyond any wait, and far from overflow.
    private const int MostDoublings = 20;

    /// <summary>The rule with its defaults: the one that the node goes by.</summary>
    public static SignInThrottle Standard { get; } = new();

    /// <summary>From so many failures on, the next try waits. Default 3: two slips of the keyboard cost nothing.</summary>
    public int WaitsFrom { get; init; } = 3;

    /// <summary>The first wait; each further failure doubles it. Default 1 second.</summary>
    public TimeSpan FirstWait { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>No wait before a lock is longer. Default 5 minutes.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>From so many failures on, each one locks. Default 10.</summary>
    public int LocksFrom { get; init; } = 10;

    /// <summary>How long a lock lasts. Default 15 minutes.</summary>
    public TimeSpan LockTime { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>Whether so many failures lock, and do not only delay.</summary>
    public bool Locks(FailedTries tries) => tries.Count >= LocksFrom;

    /// <summary>Until when no try is taken; null when one is taken now.</summary>
    public DateTimeOffset? WaitsUntil(FailedTries tries, DateTimeOffset now)
    {
        // A failure in the future was written by a clock that has been put right since: it would shut a person out for as long as the clock was wrong.
        if (tries.Last is not { } last || last > now)
        {
            return null;
        }

        var until = last + WaitAfter(tries);
        return until > now ? until : null;
    }

    private TimeSpan WaitAfter(FailedTries tries)
    {
        if (Locks(tries))
        {
            return LockTime;
        }

        var doublings = tries.Count - WaitsFrom;
        return doublings < 0 ? TimeSpan.Zero : TimeSpan.FromTicks(long.Min(LongestWait.Ticks, FirstWait.Ticks << int.Min(doublings, MostDoublings)));
    }
}

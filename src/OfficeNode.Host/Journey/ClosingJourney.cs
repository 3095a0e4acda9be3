using System.Globalization;
using System.Text;
using OfficeNode.Core;
using OfficeNode.Core.Batches;
using OfficeNode.Core.Closing;
using OfficeNode.Core.Keying;
using OfficeNode.Storage;

namespace OfficeNode.Host.Journey;

/// <summary>What stands open at the end of a day.</summary>
public sealed record OpenEnds
{
    public required DayCounts Counts { get; init; }

    /// <summary>Batches into which pages may still come: being scanned, or stopped.</summary>
    public required IReadOnlyList<Batch> BeingScanned { get; init; }

    /// <summary>Batches whose scanner stopped before its end, and that nobody handed over.</summary>
    public required IReadOnlyList<Batch> Stopped { get; init; }

    /// <summary>Who holds how many entries now.</summary>
    public required IReadOnlyList<(string Person, int Entries)> Holders { get; init; }

    /// <summary>Blocks of reserved numbers whose days are over, and that nobody closed.</summary>
    public required IReadOnlyList<BlockState> Blocks { get; init; }

    /// <summary>Paper files that are not in their places.</summary>
    public required long PaperOut { get; init; }

    /// <summary>How the day was closed; null while it is open.</summary>
    public DayClose? Closed { get; init; }
}

/// <summary>Closes days: shows what stands open, and keeps who said that the day is over. Closing stops nothing; who goes on works on. Thread-safe.</summary>
public sealed class ClosingJourney
{
    /// <summary>Characters of a remark: what fits on the daily sheet.</summary>
    public const int LongestRemark = 500;

    private const int MostEntries = 500;
    private const int MostBatches = 100;

    private readonly Node _node;
    private readonly string _author;

    /// <param name="author">The login name of who closes.</param>
    public ClosingJourney(Node node, string author)
    {
        _node = node;
        _author = author;
    }

    /// <summary>What stands open now.</summary>
    public OpenEnds Look() => _node.Register.Read(session => new OpenEnds
    {
        Counts = Count(_node, session),
        BeingScanned = session.Batches.Open(),
        Stopped = [.. session.Batches.Newest(MostBatches).Select(summary => summary.Batch).Where(batch => batch is { Fault: not null, HandedOver: null })],
        Holders = [.. Held(session).GroupBy(person => person, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => (group.Key, group.Count()))],
        Blocks = [.. session.Blocks.OpenUntil(_node.Today).Select(block => BlockJourney.StateOf(session, block))],
        PaperOut = session.Paper.CountOut(),
        Closed = session.Days.Of(_node.Today),
    });

    /// <summary>The days closed last, the newest first.</summary>
    public IReadOnlyList<DayClose> Newest(int count) => _node.Register.Read(session => session.Days.Newest(count));

    /// <summary>A day as it was closed; null for one that was not.</summary>
    public DayClose? Of(DateOnly day) => _node.Register.Read(session => session.Days.Of(day));

    /// <summary>Says that the day is over.</summary>
    /// <param name="remark">Needed where nobody looked into the feeder.</param>
    /// <returns>Why it was not done; empty when it was.</returns>
    public IReadOnlyList<Finding> Close(bool isFeederEmpty, string remark)
    {
        var said = remark.Normalize(NormalizationForm.FormC).Trim();
        if (said.Length > LongestRemark || said.Any(sign => char.IsControl(sign) && sign is not ('\n' or '\r')))
        {
            return [new Finding(ClosingFindings.Remark, Severity.Error) { Path = "remark", Expected = LongestRemark.ToString(CultureInfo.InvariantCulture) }];
        }

        if (!isFeederEmpty && said.Length == 0)
        {
            return [new Finding(ClosingFindings.Feeder, Severity.Error) { Path = "feeder" }];
        }

        var day = _node.Today;
        _node.Register.Write(
            new Deed(_author, "day close", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            session => session.Days.Close(day, _author, isFeederEmpty, said, Count(_node, session)));
        return [];
    }

    /// <summary>What was done since midnight of the office's zone, and what is still to be done.</summary>
    internal static DayCounts Count(Node node, RegisterSession session)
    {
        var midnight = node.Today.ToDateTime(default);
        return session.Days.CountSince(new DateTimeOffset(midnight, node.Time.LocalTimeZone.GetUtcOffset(midnight)));
    }

    private IEnumerable<string> Held(RegisterSession session)
    {
        var now = _node.Time.GetUtcNow();
        return new[] { EntryState.Keying, EntryState.Second, EntryState.Settling, EntryState.SentBack }
            .SelectMany(state => session.Entries.In(state, MostEntries))
            .Select(entry => entry.Claim)
            .OfType<Claim>()
            .Where(claim => claim.HoldsAt(now))
            .Select(claim => claim.Person);
    }
}

using System.Globalization;
using OfficeNode.Core;
using OfficeNode.Core.Counter;
using OfficeNode.Storage;
using OfficeNode.Storage.Tables;

namespace OfficeNode.Host.Journey;

/// <summary>A block with its series and what became of its numbers.</summary>
/// <param name="Given">The filings that got a number of it, in their order.</param>
/// <param name="Unused">The numbers that none got so far.</param>
public sealed record BlockState(NumberBlock Block, NumberSeries Series, IReadOnlyList<Reception> Given, IReadOnlyList<long> Unused)
{
    /// <summary>A number of it as printed.</summary>
    public string Print(long ordinal) => Series.Pattern.Print(Block.Year, ordinal);
}

/// <summary>Blocks of numbers for days without power: reserved and printed before, given by hand, entered afterwards. Thread-safe.</summary>
public sealed class BlockJourney
{
    private const int MostBlocks = 50;

    private readonly Node _node;
    private readonly string _author;

    /// <param name="author">The login name of who does it.</param>
    public BlockJourney(Node node, string author)
    {
        _node = node;
        _author = author;
    }

    /// <summary>The newest blocks, open ones before all others.</summary>
    public IReadOnlyList<BlockState> Newest() => _node.Register.Read(session => session.Blocks.Newest(MostBlocks).Select(block => StateOf(session, block)).ToList());

    public BlockState? Find(BlockId id) => _node.Register.Read(session => session.Blocks.Get(id) is { } block ? StateOf(session, block) : null);

    /// <summary>Takes numbers out of a series for days without power.</summary>
    /// <param name="request">The name of the act.</param>
    public (BlockId? Id, IReadOnlyList<Finding> Findings) Reserve(SeriesId series, BlockEntry entry, string? request)
    {
        if (!CounterLook.IsName(request))
        {
            return (null, [new Finding(CounterFindings.RequestMissing, Severity.Error)]);
        }

        var (block, wrong) = BlockCheck.Read(entry, new CounterLook(_node.Time).Today, _author, request!);   // it is a name
        if (block is null)
        {
            return (null, wrong);
        }

        BlockId? reserved = null;
        var findings = _node.Register.TryWrite(session => Reserve(session, series, block, ref reserved));
        return (findings.Count == 0 ? reserved : null, findings);
    }

    /// <summary>Enters a filing that got its number by hand, with the day and time on the paper.</summary>
    /// <param name="request">The name of the act.</param>
    public ReceptionAnswer Enter(BlockId id, PaperEntry paper, ReceptionEntry entry, string? request)
    {
        if (!CounterLook.IsName(request))
        {
            return new(null, [new Finding(CounterFindings.RequestMissing, Severity.Error)]);
        }

        if (Find(id) is not { } state)
        {
            return new(null, [new Finding(CounterFindings.BlockClosed, Severity.Error)]);
        }

        var (facts, wrong) = ReceptionCheck.Read(entry, state.Series.Right);
        var (day, at, finding) = BlockCheck.Read(paper, state.Block, _node.Time.GetUtcNow(), _node.Time.LocalTimeZone);
        if (wrong.Count > 0 || finding is not null)
        {
            return new(null, finding is null ? wrong : [finding, .. wrong]);
        }

        Reception? entered = null;
        var reception = new NewReception { Facts = facts, ReceivedAt = at, Day = day, Author = _author, Request = request! };   // it is a name
        var findings = _node.Register.TryWrite(session => Enter(session, state, paper.Ordinal, reception, ref entered));
        return new(findings.Count == 0 ? entered : null, findings);
    }

    /// <summary>Closes a block: the numbers that no filing got are gaps with a reason from now on.</summary>
    public IReadOnlyList<Finding> Close(BlockId id) => _node.Register.TryWrite(session =>
    {
        if (session.Blocks.Get(id) is not { IsOpen: true } block)
        {
            return (null, [new Finding(CounterFindings.BlockClosed, Severity.Error)]);
        }

        var state = StateOf(session, block);
        foreach (var run in RunsOf(state.Unused))
        {
            session.Gaps.Add(state.Series, block.Year, run, GapReason.BlockUnused, remark: null, _author, request: null);
        }

        session.Blocks.Close(id, _author);
        return (new Deed(_author, "block close", string.Create(CultureInfo.InvariantCulture, $"{state.Print(block.First)} to {state.Print(block.Last)}: {state.Unused.Count} not used")), []);
    });

    /// <summary>What became of a block's numbers so far.</summary>
    internal static BlockState StateOf(RegisterSession session, NumberBlock block) =>
        new(block, session.Series.Get(block.Series)!, session.Receptions.Of(block.Id), session.Blocks.Unused(block));   // a block has a series

    private (Deed?, IReadOnlyList<Finding>) Reserve(RegisterSession session, SeriesId id, NewBlock block, ref BlockId? reserved)
    {
        reserved = session.Blocks.OfRequest(block.Request)?.Id;
        if (reserved is not null)
        {
            return (null, []);
        }

        if (session.Series.Get(id) is not { } series)
        {
            return (null, [new Finding(CounterFindings.SeriesUnknown, Severity.Error)]);
        }

        var year = block.FirstDay.Year;
        var against = new CounterLook(_node.Time).AgainstClock(session)
            ?? CounterLook.AgainstSeries(session, series, year, block.Count)
            ?? CounterLook.AgainstTaken(session, series, year, block.Count);
        if (against is not null)
        {
            return (null, [against]);
        }

        var first = session.Series.Take(series, year, block.Count);
        reserved = session.Blocks.Add(series, first, block);
        var (from, to) = (series.Pattern.Print(year, first), series.Pattern.Print(year, first + block.Count - 1));
        return (new Deed(_author, "block reserve", string.Create(CultureInfo.InvariantCulture, $"{from} to {to} for {block.FirstDay:yyyy-MM-dd} to {block.LastDay:yyyy-MM-dd}")), []);
    }

    private (Deed?, IReadOnlyList<Finding>) Enter(RegisterSession session, BlockState state, long ordinal, NewReception reception, ref Reception? entered)
    {
        entered = session.Receptions.OfRequest(reception.Request);
        if (entered is not null)
        {
            return (null, entered.Facts.Equals(reception.Facts) ? [] : [new Finding(CounterFindings.RequestUsed, Severity.Error) { Found = entered.Number.AsPrinted }]);
        }

        if (session.Blocks.Get(state.Block.Id) is not { IsOpen: true } block)
        {
            return (null, [new Finding(CounterFindings.BlockClosed, Severity.Error)]);
        }

        if (!session.Blocks.Unused(block).Contains(ordinal))
        {
            return (null, [new Finding(CounterFindings.BlockNumber, Severity.Error) { Path = "number", Found = state.Print(ordinal) }]);
        }

        entered = session.Receptions.Get(session.Receptions.Add(state.Series, ordinal, reception, block.Id))!;   // it was just entered
        ReceivedEntry.Make(session, entered);
        return (new Deed(_author, "receive from block", entered.Dossier.ToString()), []);
    }

    private static IEnumerable<(long First, long Last)> RunsOf(IReadOnlyList<long> numbers)
    {
        for (var from = 0; from < numbers.Count;)
        {
            var to = from;
            while (to + 1 < numbers.Count && numbers[to + 1] == numbers[to] + 1)
            {
                to++;
            }

            yield return (numbers[from], numbers[to]);
            from = to + 1;
        }
    }
}

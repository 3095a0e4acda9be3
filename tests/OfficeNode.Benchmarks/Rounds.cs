namespace OfficeNode.Benchmarks;

/// <summary>Two works in turn, several times: what disturbs the machine for a while disturbs both, and the median leaves out what disturbed one.</summary>
internal sealed class Rounds
{
    private readonly List<(Cost Ours, Cost Theirs)> _rounds = [];

    /// <summary>Seconds on the clock of ours against theirs, as the median of the rounds.</summary>
    public double WallRatio => Median(_rounds.Select(round => round.Ours.Wall / round.Theirs.Wall));

    /// <summary>Seconds of processor of ours against theirs, as the median of the rounds.</summary>
    public double ProcessorRatio => Median(_rounds.Select(round => round.Ours.Processor / round.Theirs.Processor));

    public Cost Ours => Median(_rounds.Select(round => round.Ours));

    public Cost Theirs => Median(_rounds.Select(round => round.Theirs));

    /// <summary>Runs both in turn; the first time does not count: it compiles, and fills the page cache.</summary>
    public static async Task<Rounds> RunAsync(int count, string work, Func<Task<Cost>> ours, Func<Task<Cost>> theirs, CancellationToken cancellationToken)
    {
        var rounds = new Rounds();
        for (var round = 0; round <= count; round++)
        {
            await Cost.SettleAsync(cancellationToken);
            var their = await theirs();
            await Cost.SettleAsync(cancellationToken);
            var our = await ours();
            Progress.Say($"{work}, round {round} of {count}: {our.Wall:F2} s, processor {our.Processor:F2} s; compared with {their.Wall:F2} s, processor {their.Processor:F2} s");
            if (round > 0)
            {
                rounds._rounds.Add((our, their));
            }
        }

        return rounds;
    }

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }

    public static Cost Median(IEnumerable<Cost> costs)
    {
        var all = costs.ToList();
        return new Cost(Median(all.Select(cost => cost.Wall)), Median(all.Select(cost => cost.Processor)));
    }
}

using OfficeNode.Core;
using OfficeNode.TestKit;

namespace OfficeNode.Journeys.Gate;

/// <summary>Why a generated row is closed.</summary>
internal enum Closure
{
    None,
    NoAct,
    FutureDate,
    Hold,
    DocumentType,
}

/// <summary>A thousand rows of all rights, of which three hundred are closed, each for one of four reasons drawn from a seed.</summary>
/// <remarks>Patents and utility models go to one destination and their numbers have equal digits: there the same places are closed in both.</remarks>
internal sealed class ClosedRows
{
    public static readonly IReadOnlyDictionary<Right, int> Counts = new Dictionary<Right, int>
    {
        [Right.Patent] = 300,
        [Right.UtilityModel] = 100,
        [Right.Trademark] = 400,
        [Right.Design] = 200,
    };

    // A design without a view and a mark without words would not be sent anyway.
    public static readonly IReadOnlyDictionary<Right, int> Pictures = new Dictionary<Right, int>
    {
        [Right.Patent] = 60,
        [Right.UtilityModel] = 20,
        [Right.Trademark] = 100,
        [Right.Design] = 200,
    };

    private readonly Dictionary<(Right Right, int Index), Closure> _closed = [];

    public ClosedRows(Random random)
    {
        Close(random, Right.UtilityModel, Draw(random, 0, 100, 30));
        foreach (var ((_, index), closure) in _closed.ToList())
        {
            _closed[(Right.Patent, index)] = closure;
        }

        Close(random, Right.Patent, Draw(random, 100, 300, 60));
        Close(random, Right.Trademark, Draw(random, 0, 400, 120));
        Close(random, Right.Design, Draw(random, 0, 200, 60));
    }

    public int Count => _closed.Count;

    public Closure Of(Right right, int index) => _closed.GetValueOrDefault((right, index));

    /// <summary>The rows of a right with a reason, as a seed's office tells them.</summary>
    public IEnumerable<GeneratedRow> Rows(GeneratedOffice office, Right right, Closure closure) => office
        .Rows(right, Counts[right], Pictures[right])
        .Where((_, index) => Of(right, index) == closure);

    private void Close(Random random, Right right, IEnumerable<int> indices)
    {
        foreach (var index in indices)
        {
            _closed[(right, index)] = (Closure)random.Next((int)Closure.NoAct, (int)Closure.DocumentType + 1);
        }
    }

    private static int[] Draw(Random random, int from, int to, int count)
    {
        var all = Enumerable.Range(from, to - from).ToArray();
        random.Shuffle(all);
        return all[..count];
    }
}

using OfficeNode.Host.Journey;

namespace OfficeNode.Host.Service;

/// <summary>One turn of reading in the background: how many workers it has, and when it is over though pages wait.</summary>
internal sealed class ReadingTurn
{
    /// <summary>Within this a change of the settings counts and the log says what was read. To start workers anew costs a second: three thousandths of a turn.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    private readonly Node _node;
    private readonly long _began;

    public ReadingTurn(Node node)
    {
        _node = node;
        _began = node.Time.GetTimestamp();
        Workers = ReadJourney.WorkersFor(node);
    }

    /// <summary>Pages that are read at once.</summary>
    public int Workers { get; }

    /// <summary>The time is up, or another number of workers is right now: somebody began to scan, or ended.</summary>
    public bool IsOver => _node.Time.GetElapsedTime(_began) >= Longest || ReadJourney.WorkersFor(_node) != Workers;
}

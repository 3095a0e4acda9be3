using System.Globalization;
using OfficeNode.Core;
using OfficeNode.Core.Counter;
using OfficeNode.Storage;
using OfficeNode.Storage.Tables;

namespace OfficeNode.Host.Journey;

/// <summary>The clock beside what the register knows, and the confirmation by which a person answers for it. Thread-safe.</summary>
public sealed class ClockJourney
{
    private readonly Node _node;
    private readonly string _author;

    /// <param name="author">The login name of who does it.</param>
    public ClockJourney(Node node, string author)
    {
        _node = node;
        _author = author;
    }

    public DateTimeOffset Now => _node.Time.GetUtcNow();

    /// <summary>The latest time of a change that counts; null in a register without any.</summary>
    public DateTimeOffset? Latest => _node.Register.Read(session => session.Clock.Latest);

    public bool IsBehind => Latest > Now;

    /// <summary>Makes the clock count from now on: later times of before count no more. The audit log keeps both times and who said so.</summary>
    public IReadOnlyList<Finding> Confirm() => _node.Register.TryWrite(session =>
    {
        var now = Now;
        return session.Clock.IsBehind(now)
            ? (new Deed(_author, ClockTable.Confirmation, string.Create(CultureInfo.InvariantCulture, $"{now:yyyy-MM-ddTHH:mm:ssZ} counts from here on, and no more {session.Clock.Latest:yyyy-MM-ddTHH:mm:ssZ}")), [])
            : (null, [new Finding(CounterFindings.ClockRight, Severity.Error)]);
    });
}

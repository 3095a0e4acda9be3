using OfficeNode.Core.Closing;
using OfficeNode.Host.Doctor;
using OfficeNode.Host.Journey;
using OfficeNode.Host.Service;

namespace OfficeNode.Host.Kiosk.Today;

/// <summary>What the Today screen and <c>/health</c> know of a node at one moment. Counts, times and package names only: no content of records.</summary>
public sealed record NodeHealth
{
    public required DateTimeOffset Now { get; init; }

    /// <summary>With the packages that somebody has to do with now, and the newest.</summary>
    public required NodeStatus Status { get; init; }

    /// <summary>Bytes that the data directory's disk has left.</summary>
    public required long FreeBytes { get; init; }

    /// <summary>What was done today, and what waits for people.</summary>
    public required DayCounts Day { get; init; }

    public required PowerState Power { get; init; }

    /// <summary>When the newest entry of the audit log was written.</summary>
    public DateTimeOffset? LastEntry { get; init; }

    /// <summary>Records refused and not mended, by destination.</summary>
    public required IReadOnlyDictionary<string, long> RefusedRecords { get; init; }

    public NightResult? LastNight { get; init; }

    /// <summary>The night that goes on now, or the next one when its work is done; null when the office has switched nights off.</summary>
    public Night? Night { get; init; }

    /// <summary>The clock is earlier than what it wrote before.</summary>
    public bool IsClockBehind => LastEntry > Now;

    public static NodeHealth Read(Node node)
    {
        var now = node.Time.GetUtcNow();
        var plan = new NightPlan(node.Settings.Night, node.Time.LocalTimeZone);
        var latest = plan.LatestAt(now);
        var status = NodeStatus.ReadCurrent(node, StatusReport.MostPackages);
        return node.Register.Read(session => new NodeHealth
        {
            Now = now,
            Status = status,
            Day = ClosingJourney.Count(node, session),
            Power = PowerState.Now(),
            FreeBytes = node.Disk.FreeBytes(node.Folder.Root),
            LastEntry = session.Clock.Latest,
            RefusedRecords = session.Exports.CountOpenRefusals(),
            LastNight = NightBook.Result(session),
            Night = !plan.HasNights ? null
                : now < latest.To && NightBook.DealtWith(session) != latest.Day ? latest
                : plan.NextAfter(now),
        });
    }
}

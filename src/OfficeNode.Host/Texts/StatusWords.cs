using System.Globalization;
using OfficeNode.Host.Journey;
using OfficeNode.Storage.Tables;

namespace OfficeNode.Host.Texts;

/// <summary>The words of the status, shared by command and page: three verbs, never mixed: sent, delivered, accepted.</summary>
internal static class StatusWords
{
    public static IEnumerable<string> Lines(NodeStatus status)
    {
        foreach (var (right, count) in status.Records.OrderBy(pair => pair.Key))
        {
            yield return Words.Of("status.records", ("right", Words.Of("right." + right)), ("count", count));
        }

        yield return Words.Of("status.pages", ("count", status.Pages));
        if (status.DamagedMasters > 0)
        {
            yield return Words.Of("status.damaged", ("count", status.DamagedMasters));
        }

        if (status.Reading.Waiting > 0)
        {
            yield return Words.Of("status.to-read", ("count", status.Reading.Waiting));
        }

        if (status.Reading.Failed > 0)
        {
            yield return Words.Of("status.not-read", ("count", status.Reading.Failed), ("batches", string.Join(", ", status.UnreadIn)));
        }

        foreach (var entry in status.Outbox)
        {
            yield return Line(entry);
        }
    }

    /// <summary>One package in one sentence.</summary>
    public static string Line(OutboxEntry entry) => Words.Of(
        entry is { State: DeliveryState.Accepted, Verified: true } ? "outbox.Verified" : "outbox." + entry.State,
        ("package", entry.Package),
        ("destination", entry.Destination),
        ("size", Size(entry.Bytes)),
        ("since", entry.Since.ToLocalTime().ToString("g", CultureInfo.CurrentCulture)),
        ("proof", entry.Proof?.Kind),
        ("next", entry.NextTry is { } next ? Words.Of("outbox.next", ("time", next.ToLocalTime().ToString("t", CultureInfo.CurrentCulture))) : ""),
        ("reason", entry.Reason is { } reason ? FindingTexts.Message(reason) : ""));

    /// <summary>Bytes as people say them, in decimal units.</summary>
    public static string Size(long bytes) => bytes switch
    {
        < 1_000 => Words.Of("size.bytes", ("size", bytes)),
        < 1_000_000 => Words.Of("size.kilobytes", ("size", Tenths(bytes / 1e3))),
        < 1_000_000_000 => Words.Of("size.megabytes", ("size", Tenths(bytes / 1e6))),
        _ => Words.Of("size.gigabytes", ("size", Tenths(bytes / 1e9))),
    };

    private static string Tenths(double size) => size.ToString("0.0", CultureInfo.CurrentCulture);
}

using OfficeNode.Core;
using OfficeNode.Host.Journey;
using OfficeNode.Host.Settings;
using OfficeNode.Host.Texts;
using OfficeNode.Storage.Tables;

namespace OfficeNode.Host.Kiosk.Today;

/// <summary>What waits, was delivered and was refused, destination by destination: since when, why, and when it is tried again.</summary>
internal sealed class OutboxSentences
{
    /// <summary>Receivers answer within days; after this long somebody should ask.</summary>
    private static readonly TimeSpan LongUnanswered = TimeSpan.FromDays(14);

    private readonly NodeHealth _health;
    private readonly NodeSettings _settings;
    private readonly Moments _moments;

    public OutboxSentences(NodeHealth health, NodeSettings settings, Moments moments)
    {
        _health = health;
        _settings = settings;
        _moments = moments;
    }

    public IEnumerable<Sentence> All() => _health.Status.Outbox
        .GroupBy(entry => entry.Destination)
        .OrderBy(group => group.Key, StringComparer.Ordinal)
        .SelectMany(group => Of(group.Key, [.. group]))
        .Select(sentence => sentence with { Address = "/packages" });

    private IEnumerable<Sentence> Of(string destination, IReadOnlyList<OutboxEntry> entries)
    {
        var settings = _settings.Destinations.GetValueOrDefault(destination);
        if (entries.Where(entry => entry.State == DeliveryState.Waiting).ToList() is { Count: > 0 } waiting)
        {
            yield return Waiting(destination, settings, waiting);
        }

        if (DeliveredTo(destination) is { } delivered && settings?.Acknowledgement != Acknowledgement.None)
        {
            yield return Unanswered(settings, delivered);
        }

        // An older refusal is history: its records went again with a later package.
        if (entries[^1] is { State: DeliveryState.Refused } refused)
        {
            yield return new Sentence(
                Tone.Act,
                Words.Of("page.refused-package", ("package", refused.Package), ("destination", destination), ("since", _moments.Of(refused.Since))),
                Words.Of("page.refused-package.hint"));
        }
    }

    private Sentence Waiting(string destination, DestinationSettings? settings, List<OutboxEntry> waiting)
    {
        var reason = waiting.Select(entry => entry.Reason).FirstOrDefault(reason => reason is not null && IsAboutTheLine(reason));
        var hasLine = settings is { Transport.Kind: not TransportKind.None };
        return new Sentence(
            !hasLine || reason is { Severity: Severity.Error } ? Tone.Act : Tone.Look,
            Words.OfCount(
                "page.waiting",
                waiting.Count,
                ("destination", destination),
                ("size", StatusWords.Size(waiting.Sum(entry => entry.Bytes))),
                ("since", _moments.Of(waiting.Min(entry => entry.Since))),
                ("next", hasLine ? NextTry() : "")),
            !hasLine ? Words.Of("page.no-line.hint", ("destination", destination)) : reason is null ? null : FindingTexts.Hint(reason),
            !hasLine ? Words.Of("page.no-line") : reason is null ? null : FindingTexts.Message(reason));
    }

    // A reason that comes from a receiver may quote a record; what is said of the line never does.
    private static bool IsAboutTheLine(Finding reason) => reason.Rule.StartsWith("SYNC-", StringComparison.Ordinal);

    private string NextTry()
    {
        var next = _health.LastNight is { Ended: null, NextTry: { } soon } && soon > _health.Now ? soon
            : _health.Night is { } night && night.From > _health.Now ? night.From
            : (DateTimeOffset?)null;
        return next is { } time ? Words.Of("outbox.next", ("time", _moments.Of(time))) : "";
    }

    private DeliverySum? DeliveredTo(string destination) =>
        _health.Status.Sums.FirstOrDefault(sum => sum.Destination == destination && sum.State == DeliveryState.Delivered);

    private Sentence Unanswered(DestinationSettings? settings, DeliverySum delivered)
    {
        var isLong = _health.Now - delivered.Since > LongUnanswered;
        return new Sentence(
            isLong ? Tone.Look : Tone.Good,
            Words.OfCount("page.delivered", delivered.Count, ("destination", delivered.Destination), ("since", _moments.Of(delivered.Since))),
            settings?.Acknowledgement == Acknowledgement.Signed ? null : Words.Of("page.delivered.hint"));
    }
}

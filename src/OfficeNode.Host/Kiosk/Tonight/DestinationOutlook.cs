using System.Globalization;
using OfficeNode.Host.Journey;
using OfficeNode.Host.Kiosk.Today;
using OfficeNode.Host.Settings;
using OfficeNode.Host.Texts;
using OfficeNode.Storage.Tables;

namespace OfficeNode.Host.Kiosk.Tonight;

/// <summary>What there is to say of one destination tonight: one honest sentence first.</summary>
internal sealed record DestinationOutlook
{
    public required string Name { get; init; }

    public required DestinationSettings Settings { get; init; }

    /// <summary>Null where nothing can leave: it is not agreed.</summary>
    public Foresight? Foresight { get; init; }

    /// <summary>How many packages are in each state of delivery.</summary>
    public required IReadOnlyDictionary<DeliveryState, long> Packages { get; init; }

    /// <summary>Retractions that it has not confirmed.</summary>
    public required int OpenRetractions { get; init; }

    public bool IsAgreed => Settings.State == DestinationState.Agreed;

    /// <summary>Whether counting goes on.</summary>
    public bool IsCounting => Foresight is { IsWhole: false };

    public Tone Tone => !IsAgreed || Settings.Transport.Kind == TransportKind.None ? Tone.Look
        : Foresight is not null && Reasons.In(Foresight).Any(left => Reasons.WantsAction(left.Reason)) ? Tone.Look
        : Tone.Good;

    public string Sentence => Foresight is not { } foresight
        ? Words.Of("tonight.not-agreed", ("destination", Name), ("state", Words.Of("state." + Settings.State)))
        : foresight.IsWhole ? WouldLeave(foresight) : Words.Of("tonight.so-far", ("looked", Number(foresight.LookedAt)), ("all", Number(foresight.Dossiers)), ("sentence", WouldLeave(foresight)));

    /// <summary>What is missing before anything can leave, and what is to be known about the figures.</summary>
    public IEnumerable<string> Notes()
    {
        if (!IsAgreed)
        {
            yield return Words.Of("tonight.missing-agreement");
        }

        if (Settings.Transport.Kind == TransportKind.None)
        {
            yield return Words.Of("tonight.missing-line");
        }

        if (Foresight is { Deletes: > 0 } deletes)
        {
            yield return Words.Of("tonight.deletes", ("count", Number(deletes.Deletes)));
        }

        if (Foresight is { Estimated: > 0 } estimated)
        {
            yield return Words.Of("tonight.estimated", ("count", Number(estimated.Estimated)));
        }
    }

    public static string Number(long count) => count.ToString("N0", CultureInfo.CurrentCulture);

    private static string WouldLeave(Foresight foresight) => foresight.Records == 0
        ? Words.Of("tonight.nothing")
        : Words.Of(
            "tonight.would-leave",
            ("records", Words.OfCount("tonight.records", foresight.Records)),
            ("pages", Words.OfCount("tonight.pages", foresight.Pages)),
            ("size", StatusWords.Size(foresight.Bytes)),
            ("packages", Words.OfCount("tonight.packages", foresight.Packages)));
}

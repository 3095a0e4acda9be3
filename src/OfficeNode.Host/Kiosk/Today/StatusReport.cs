using OfficeNode.Core;
using OfficeNode.Host.Journey;
using OfficeNode.Host.Settings;
using OfficeNode.Host.Texts;
using OfficeNode.Storage.Tables;

namespace OfficeNode.Host.Kiosk.Today;

/// <summary>What the Today screen says, in words, ready to be laid out.</summary>
public sealed record StatusReport
{
    /// <summary>Packages shown, the newest first: what a supervisor looks over without scrolling.</summary>
    internal const int MostPackages = 12;

    public required Tone Tone { get; init; }

    public required string Verdict { get; init; }

    public required IReadOnlyList<Sentence> Sentences { get; init; }

    public IReadOnlyList<(string Right, string Count)> Records { get; init; } = [];

    public IReadOnlyList<DestinationLine> Destinations { get; init; } = [];

    public IReadOnlyList<PackageLine> Packages { get; init; } = [];

    /// <summary>How many older packages are not shown.</summary>
    public long MorePackages { get; init; }

    public string? Night { get; init; }

    public required string Made { get; init; }

    /// <summary>What is known of a node, in words.</summary>
    internal static StatusReport Of(Node node, NodeHealth health)
    {
        var moments = new Moments(node.Time.LocalTimeZone, health.Now);
        var sentences = new StatusSentences(health, node.Settings, moments).All();
        var packages = health.Status.Outbox.Reverse().Take(MostPackages).Select(entry => PackageLine.Of(entry, moments)).ToList();
        return new StatusReport
        {
            Tone = sentences.Max(sentence => sentence.Tone),
            Verdict = VerdictOn(sentences),
            Sentences = sentences,
            Records = [.. RecordLines(health.Status)],
            Destinations = [.. node.Settings.Destinations.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => DestinationLine.Of(pair.Key, pair.Value))],
            Packages = packages,
            MorePackages = health.Status.Sums.Sum(sum => sum.Count) - packages.Count,
            Night = NightWords(health, moments),
            Made = moments.Of(health.Now),
        };
    }

    private static string VerdictOn(IReadOnlyList<Sentence> sentences)
    {
        var acts = sentences.Count(sentence => sentence.Tone == Tone.Act);
        var looks = sentences.Count(sentence => sentence.Tone == Tone.Look);
        return acts switch
        {
            > 0 => Words.OfCount("page.verdict.act", acts),
            _ when looks > 0 => Words.OfCount("page.verdict.look", looks),
            _ => Words.Of("page.verdict.good"),
        };
    }

    private static IEnumerable<(string, string)> RecordLines(NodeStatus status) => Enum.GetValues<Right>()
        .Select(right => (Words.Of("right." + right), Number(status.Records.GetValueOrDefault(right))))
        .Append((Words.Of("page.pages"), Number(status.Pages)));

    /// <summary>When the next night is, or that there is none.</summary>
    internal static string NightWords(NodeHealth health, Moments moments) => health.Night is not { } night
        ? Words.Of("page.night.none")
        : Words.Of(night.From <= health.Now ? "page.night.now" : "page.night.next", ("from", moments.Of(night.From)), ("to", moments.Clock(night.To)));

    private static string Number(long count) => count.ToString("N0", System.Globalization.CultureInfo.CurrentCulture);
}

/// <summary>A destination as the page shows it: what is settled with it.</summary>
public sealed record DestinationLine(string Name, string State, string Line, string Answers)
{
    internal static DestinationLine Of(string name, DestinationSettings settings) => new(
        name,
        Words.Of("state." + settings.State),
        Words.Of("transport." + settings.Transport.Kind),
        Words.Of("acknowledgement." + settings.Acknowledgement));
}

/// <summary>A package as the page shows it. <see cref="State"/> says sent, delivered or accepted, never one for another (I7).</summary>
public sealed record PackageLine(string Name, string Destination, string Size, string State, string Since, string Proof)
{
    internal static PackageLine Of(OutboxEntry entry, Moments moments) => new(
        entry.Package.Value,
        entry.Destination,
        StatusWords.Size(entry.Bytes),
        Words.Of(entry is { State: DeliveryState.Accepted, Verified: true } ? "delivery.Verified" : "delivery." + entry.State),
        moments.Of(entry.Since),
        entry.Proof?.Kind ?? "");
}

using OfficeNode.Host.Kiosk.Today;
using OfficeNode.Host.Settings;
using OfficeNode.Host.Texts;

namespace OfficeNode.Host.Kiosk.Tonight;

/// <summary>When the night is, what it may use of the line, and how the last one went.</summary>
internal static class NightWords
{
    public static IEnumerable<string> Of(NodeHealth health, NodeSettings settings, Moments moments)
    {
        yield return health.Night is not { } night
            ? Words.Of("page.night.none")
            : Words.Of(night.From <= health.Now ? "page.night.now" : "page.night.next", ("from", moments.Of(night.From)), ("to", moments.Clock(night.To)));
        if (settings.Night.BytesPerSecond is { } rate)
        {
            yield return Words.Of("tonight.budget", ("size", StatusWords.Size(rate)));
        }

        if (health.LastNight is { Ended: { } ended } last)
        {
            yield return Words.Of(
                last.Late ? "page.night.late" : "page.night.last",
                ("day", moments.Of(last.Night)),
                ("ended", moments.Of(ended)),
                ("packages", DestinationOutlook.Number(last.Packages)),
                ("delivered", DestinationOutlook.Number(last.Delivered)),
                ("size", StatusWords.Size(last.BytesOnWire)),
                ("next", ""));
        }
    }
}

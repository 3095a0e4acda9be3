using OfficeNode.Core;
using OfficeNode.Host.Journey;
using OfficeNode.Host.Kiosk.Today;
using OfficeNode.Host.Kiosk.Tonight;
using OfficeNode.Host.Texts;
using OfficeNode.Storage.Tables;

namespace OfficeNode.Host.Kiosk.Outbox;

/// <summary>What becomes of an errand, in one sentence.</summary>
internal static class ErrandWords
{
    public static Tone ToneOf(Errand errand) => errand.Findings.Any(finding => finding.Severity == Severity.Error) ? Tone.Act
        : errand.Findings.Count > 0 ? Tone.Look
        : Tone.Good;

    public static string Of(Errand errand, Moments moments, PersonNames names)
    {
        var name = Words.Of("errand." + errand.Kind);
        return errand switch
        {
            { EndedAt: { } ended, Result: { } result } => Words.Of("errand.ended", ("errand", name), ("time", moments.Of(ended)), ("result", ResultOf(errand.Kind, result))),
            { EndedAt: { } ended } => Words.Of("errand.failed", ("errand", name), ("time", moments.Of(ended))),
            { BegunAt: { } begun } => Words.Of("errand.goes-on", ("errand", name), ("time", moments.Of(begun)), ("progress", ProgressOf(errand))),
            _ => Words.Of("errand.asked", ("errand", name), ("time", moments.Of(errand.AskedAt)), ("person", names.Of(errand.Person))),
        };
    }

    private static string ProgressOf(Errand errand) => errand switch
    {
        { Progress: 0 } => "",
        { Kind: ErrandKind.Send } => Words.Of("errand.progress.bytes", ("size", StatusWords.Size(errand.Progress))),
        _ => Words.Of("errand.progress.records", ("count", DestinationOutlook.Number(errand.Progress))),
    };

    private static string ResultOf(ErrandKind kind, ErrandResult result) => kind switch
    {
        ErrandKind.Build => Words.Of(
            "errand.built", ("packages", DestinationOutlook.Number(result.Packages)), ("records", DestinationOutlook.Number(result.Records)), ("left", DestinationOutlook.Number(result.LeftOut))),
        ErrandKind.Send => Words.Of(
            "errand.sent",
            ("delivered", DestinationOutlook.Number(result.Delivered)),
            ("accepted", DestinationOutlook.Number(result.Accepted)),
            ("refused", DestinationOutlook.Number(result.Refused)),
            ("waiting", DestinationOutlook.Number(result.Waiting)),
            ("size", StatusWords.Size(result.BytesOnWire))),
        _ => Words.Of("errand.reached"),
    };
}

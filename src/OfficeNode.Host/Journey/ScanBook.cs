using System.Text.Json;
using OfficeNode.Capture.Scanners;
using OfficeNode.Core;
using OfficeNode.Core.Batches;
using OfficeNode.Host.Settings;
using OfficeNode.Storage;

namespace OfficeNode.Host.Journey;

/// <summary>How somebody chose to scan: what the next one is offered.</summary>
public sealed record ScanChoice
{
    /// <summary>As <see cref="ScanRequest.Source"/>.</summary>
    public required string Source { get; init; }

    /// <summary>As <see cref="ScanOrder.Resolution"/>.</summary>
    public int Resolution { get; init; } = 300;

    public ScanColour Colour { get; init; } = ScanColour.Grey;

    public bool Duplex { get; init; }

    /// <summary>As <see cref="PaperSize.Parse"/> reads it; null for all that the scanner sees.</summary>
    public string? Paper { get; init; }

    public bool IsBackFile { get; init; }
}

/// <summary>Where the pages of a scan into a batch go when it ends.</summary>
public sealed record ScanAim
{
    /// <summary>The page before which they go; null for the end.</summary>
    public int? Before { get; init; }

    /// <summary>The pages whose places they take, in this order; what comes beyond them stays at the end.</summary>
    public IReadOnlyList<int> Replaced { get; init; } = [];

    /// <summary>The number that the first page of the scan gets.</summary>
    public required int From { get; init; }
}

/// <summary>What the last scan of a batch said besides its pages.</summary>
/// <param name="Findings">Errors, the first of them.</param>
/// <param name="Refused">Files that were put aside.</param>
public sealed record ScanWords(IReadOnlyList<Finding> Findings, int Refused);

/// <summary>What the register keeps of scans from the kiosk: the last choice, where the pages of a scan under way go, and what it said. A stop loses none of it.</summary>
internal static class ScanBook
{
    private const string ChoiceKey = "scan.choice";

    /// <summary>How somebody chose to scan last; null where nobody did, or another version of the program wrote it down.</summary>
    public static ScanChoice? Choice(RegisterSession session) => Read<ScanChoice>(session, ChoiceKey);

    public static void SetChoice(RegisterSession session, ScanChoice choice) => session.Node.Set(ChoiceKey, SettingsStore.Write(choice));

    public static ScanAim? Aim(RegisterSession session, BatchId batch) => Read<ScanAim>(session, AimKey(batch));

    /// <param name="aim">Null leaves pages where they came.</param>
    public static void SetAim(RegisterSession session, BatchId batch, ScanAim? aim) => Write(session, AimKey(batch), aim);

    public static ScanWords? Words(RegisterSession session, BatchId batch) => Read<ScanWords>(session, WordsKey(batch));

    public static void SetWords(RegisterSession session, BatchId batch, ScanWords? words) => Write(session, WordsKey(batch), words);

    private static string AimKey(BatchId batch) => $"scan.aim.{batch}";

    private static string WordsKey(BatchId batch) => $"scan.words.{batch}";

    private static T? Read<T>(RegisterSession session, string key)
        where T : class
    {
        try
        {
            return session.Node.Get(key) is { } json ? SettingsStore.Read<T>(json) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static void Write<T>(RegisterSession session, string key, T? value)
        where T : class
    {
        if (value is null)
        {
            session.Node.Remove(key);
        }
        else
        {
            session.Node.Set(key, SettingsStore.Write(value));
        }
    }
}

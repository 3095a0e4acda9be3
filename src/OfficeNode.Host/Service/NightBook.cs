using System.Globalization;
using System.Text.Json;
using OfficeNode.Host.Settings;
using OfficeNode.Storage;

namespace OfficeNode.Host.Service;

/// <summary>What the register keeps of nights: which one is dealt with, and how the last one went.</summary>
internal static class NightBook
{
    private const string DealtWithKey = "night.dealt-with";
    private const string ResultKey = "night.result";
    private const string DayFormat = "yyyy-MM-dd";

    /// <summary>The night last dealt with; null on a node whose service never ran.</summary>
    public static DateOnly? DealtWith(RegisterSession session) => session.Node.Get(DealtWithKey) is { } text
        ? DateOnly.ParseExact(text, DayFormat, CultureInfo.InvariantCulture)
        : null;

    public static void SetDealtWith(RegisterSession session, DateOnly night) =>
        session.Node.Set(DealtWithKey, night.ToString(DayFormat, CultureInfo.InvariantCulture));

    /// <summary>How the last night went; null when there was none, or another version of the program wrote it down.</summary>
    public static NightResult? Result(RegisterSession session)
    {
        try
        {
            return session.Node.Get(ResultKey) is { } json ? SettingsStore.Read<NightResult>(json) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static void SetResult(RegisterSession session, NightResult result) => session.Node.Set(ResultKey, SettingsStore.Write(result));
}

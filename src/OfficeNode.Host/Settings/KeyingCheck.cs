using OfficeNode.Core;
using OfficeNode.Core.Keying;
using OfficeNode.Standards.Readers;

namespace OfficeNode.Host.Settings;

/// <summary>What the settings of keying must fulfil.</summary>
internal static class KeyingCheck
{
    /// <exception cref="SettingsException">Names the file, the setting, what it is and what it may be.</exception>
    public static void Run(KeyingSettings keying, string file)
    {
        foreach (var form in keying.Dates)
        {
            SettingsCheck.Demand(FormReader.IsDateForm(form ?? ""), file, "keying.dates", form ?? "null", "a date form of d, dd, M, MM, MMM, MMMM and yyyy, as dd.MM.yyyy");
        }

        var known = Enum.GetValues<Right>().SelectMany(right => Form.Of(right).Fields).Select(field => field.Path).ToHashSet(StringComparer.Ordinal);
        foreach (var path in keying.DoubleKeying)
        {
            SettingsCheck.Demand(path is not null && known.Contains(path), file, "keying.doubleKeying", path ?? "null", "a field of a form, as applicationNumber or parties[applicant].name");
        }

        SettingsCheck.Demand(keying.SampleFrom is null or >= 2, file, "keying.sampleFrom", keying.SampleFrom ?? 0, "2 or more, or nothing for never");
        SettingsCheck.Demand(keying.SampleSize is >= 1 and <= KeyingSettings.LargestSample, file, "keying.sampleSize", keying.SampleSize, $"1 to {KeyingSettings.LargestSample}");
        SettingsCheck.Demand(
            keying.SampleAccepted >= 0 && keying.SampleAccepted < keying.SampleSize, file, "keying.sampleAccepted", keying.SampleAccepted, $"0 to {keying.SampleSize - 1}");
        SettingsCheck.Demand(keying.SpoiledShare is >= 0 and <= KeyingSettings.MostSpoiled, file, "keying.spoiledShare", keying.SpoiledShare, $"0 to {KeyingSettings.MostSpoiled}");
    }
}

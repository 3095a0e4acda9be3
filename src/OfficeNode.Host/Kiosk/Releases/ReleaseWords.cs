using System.Globalization;
using OfficeNode.Core.Keying;
using OfficeNode.Host.Journey;
using OfficeNode.Host.Texts;

namespace OfficeNode.Host.Kiosk.Releases;

/// <summary>What the screens of release say of entries, fields and shares.</summary>
internal static class ReleaseWords
{
    public static string LevelOf(TextLevel level) => Words.Of("release.level." + level);

    public static string LabelOf(ReleaseField field)
    {
        var name = Words.Of("entry.field." + field.Field.Name);
        return field.Item == 0 ? name : Words.Of("release.field.of", ("field", name), ("number", field.Item + 1));
    }

    /// <summary>A value as people read it: a code by its word.</summary>
    public static string TextOf(FormField field, string text) => field.Codes.Contains(text) ? Words.Of("entry.code." + text) : text;

    /// <summary>A share with its interval, in percent.</summary>
    public static string Of(AccuracyEstimate estimate) => estimate.Of == 0
        ? Words.Of("release.accuracy.none")
        : Words.Of("release.accuracy.share", ("share", Percent(estimate.Share)), ("low", Percent(estimate.Low)), ("high", Percent(estimate.High)), ("count", estimate.Of));

    public static string Percent(double share) => (share * 100).ToString("0.0", CultureInfo.CurrentCulture);
}

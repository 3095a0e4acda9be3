using System.Globalization;

namespace OfficeNode.Host.Kiosk.Closing;

/// <summary>Where the sheet of a closed day is.</summary>
internal static class DayAddress
{
    private const string Format = "yyyy-MM-dd";

    public static string Of(DateOnly day) => "/closing/" + day.ToString(Format, CultureInfo.InvariantCulture);

    /// <summary>The day of an address; null for anything else.</summary>
    public static DateOnly? Parse(string text) => DateOnly.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}

using System.Globalization;

namespace OfficeNode.Storage.Sqlite;

/// <summary>How times and days stand in columns, so that text order is time order; <see cref="Row"/> reads them back.</summary>
internal static class Columns
{
    public const string TimeFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";
    public const string DayFormat = "yyyy-MM-dd";

    public static string Text(DateTimeOffset time) => time.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture);

    public static string Text(DateOnly day) => day.ToString(DayFormat, CultureInfo.InvariantCulture);
}

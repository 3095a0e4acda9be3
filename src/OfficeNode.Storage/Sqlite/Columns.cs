using System.Globalization;
using Microsoft.Data.Sqlite;
using OfficeNode.Core;

namespace OfficeNode.Storage.Sqlite;

/// <summary>How values stand in columns: UTC times with milliseconds, days, digests.</summary>
internal static class Columns
{
    private const string TimeFormat = "yyyy-MM-ddTHH:mm:ss.fffZ";
    private const string DayFormat = "yyyy-MM-dd";

    public static string Text(DateTimeOffset time) => time.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture);

    public static string Text(DateOnly day) => day.ToString(DayFormat, CultureInfo.InvariantCulture);

    public static DateTimeOffset Time(this SqliteDataReader reader, int column) => DateTimeOffset.ParseExact(
        reader.GetString(column), TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

    public static DateOnly Day(this SqliteDataReader reader, int column) =>
        DateOnly.ParseExact(reader.GetString(column), DayFormat, CultureInfo.InvariantCulture);

    public static Digest Digest(this SqliteDataReader reader, int column) => Core.Digest.Parse(reader.GetString(column)).Value;

    public static string? TextOrNull(this SqliteDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    public static long? LongOrNull(this SqliteDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetInt64(column);

    public static DateTimeOffset? TimeOrNull(this SqliteDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.Time(column);

    public static DateOnly? DayOrNull(this SqliteDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.Day(column);

    public static Digest? DigestOrNull(this SqliteDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.Digest(column);
}

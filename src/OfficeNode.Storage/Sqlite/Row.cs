using System.Globalization;
using System.Text;
using OfficeNode.Core;

namespace OfficeNode.Storage.Sqlite;

/// <summary>The row that a query stands on; valid until it moves on. Columns count from 0.</summary>
internal readonly struct Row
{
    private readonly Statement _statement;

    public Row(Statement statement) => _statement = statement;

    public bool IsNull(int column) => _statement.IsNull(column);

    public long Long(int column) => _statement.Long(column);

    public int Int(int column) => checked((int)_statement.Long(column));

    public bool Bool(int column) => _statement.Long(column) != 0;

    public string Text(int column) => Encoding.UTF8.GetString(_statement.Bytes(column));

    public byte[] Bytes(int column) => _statement.Bytes(column).ToArray();

    public Digest Digest(int column) => Core.Digest.Parse(Text(column)).Value;

    public DateTimeOffset Time(int column) => DateTimeOffset.ParseExact(
        Text(column), Columns.TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

    public DateOnly Day(int column) => DateOnly.ParseExact(Text(column), Columns.DayFormat, CultureInfo.InvariantCulture);

    public string? TextOrNull(int column) => IsNull(column) ? null : Text(column);

    public long? LongOrNull(int column) => IsNull(column) ? null : Long(column);

    public Digest? DigestOrNull(int column) => IsNull(column) ? null : Digest(column);

    public DateTimeOffset? TimeOrNull(int column) => IsNull(column) ? null : Time(column);

    public DateOnly? DayOrNull(int column) => IsNull(column) ? null : Day(column);
}

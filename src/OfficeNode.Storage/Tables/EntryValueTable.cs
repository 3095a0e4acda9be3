using System.Globalization;
using OfficeNode.Core;
using OfficeNode.Core.Keying;
using OfficeNode.Storage.Sqlite;

namespace OfficeNode.Storage.Tables;

/// <summary>The values of entries, as read, kept or typed.</summary>
public sealed class EntryValueTable
{
    private readonly Database _database;

    internal EntryValueTable(Database database) => _database = database;

    /// <summary>The values of an entry, by field and item.</summary>
    public IReadOnlyList<EntryValue> Of(EntryId entry, KeyingPass pass) => _database.Query(
        """
        SELECT path, item, text, language, state, confidence, page, box, was, author, at FROM entry_value
        WHERE entry = ?1 AND pass = ?2 ORDER BY path, item
        """,
        Read, entry.Number, (int)pass);

    /// <summary>One value; null where nothing stands.</summary>
    public EntryValue? At(EntryId entry, KeyingPass pass, string path, int item) => _database.First(
        """
        SELECT path, item, text, language, state, confidence, page, box, was, author, at FROM entry_value
        WHERE entry = ?1 AND pass = ?2 AND path = ?3 AND item = ?4
        """,
        Read, entry.Number, (int)pass, path, item);

    /// <summary>Puts a value in its place.</summary>
    public void Put(EntryId entry, KeyingPass pass, EntryValue value) => _database.Execute(
        """
        INSERT INTO entry_value (entry, pass, path, item, text, language, state, confidence, page, box, was, author, at)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)
        ON CONFLICT (entry, pass, path, item) DO UPDATE SET text = excluded.text, language = excluded.language, state = excluded.state,
          confidence = excluded.confidence, page = excluded.page, box = excluded.box, was = excluded.was, author = excluded.author, at = excluded.at
        """,
        entry.Number, (int)pass, value.Path, value.Item, value.Text, value.Language?.Value, (int)value.State,
        value.Confidence is { } confidence ? (long)Math.Round(confidence * 100) : (long?)null, value.Page, value.Box is { } box ? Text(box) : null,
        value.Was, value.Author, Columns.Text(value.At));

    /// <summary>Says where values of an entry stand that were typed from a page: those of that page, and those of none.</summary>
    public void Place(EntryId entry, int page, PixelBox? box) => _database.Execute(
        "UPDATE entry_value SET page = ?2, box = ?3 WHERE entry = ?1 AND pass = 0 AND (page IS NULL OR page = ?2)",
        entry.Number, page, box is { } place ? Text(place) : null);

    /// <summary>Takes away what was read and nobody looked at.</summary>
    public void ClearRead(EntryId entry) => _database.Execute("DELETE FROM entry_value WHERE entry = ?1 AND pass = 0 AND state = 0", entry.Number);

    /// <summary>Takes away all values of a keying.</summary>
    public void Clear(EntryId entry, KeyingPass pass) => _database.Execute("DELETE FROM entry_value WHERE entry = ?1 AND pass = ?2", entry.Number, (int)pass);

    /// <summary>Takes away what the corrected record had and nobody changed, so that its newer state can take the place.</summary>
    public void ClearKept(EntryId entry) => _database.Execute("DELETE FROM entry_value WHERE entry = ?1 AND pass = 0 AND state = 1", entry.Number);

    internal static string Text(PixelBox box) => string.Create(CultureInfo.InvariantCulture, $"{box.X} {box.Y} {box.Width} {box.Height}");

    internal static PixelBox Box(string text)
    {
        var parts = text.Split(' ').Select(part => int.Parse(part, CultureInfo.InvariantCulture)).ToArray();
        return new PixelBox(parts[0], parts[1], parts[2], parts[3]);
    }

    private static EntryValue Read(Row row) => new()
    {
        Path = row.Text(0),
        Item = row.Int(1),
        Text = row.Text(2),
        Language = row.TextOrNull(3) is { } language ? LanguageCode.Parse(language).Value : null,
        State = (ValueState)row.Int(4),
        Confidence = row.LongOrNull(5) / 100.0,
        Page = (int?)row.LongOrNull(6),
        Box = row.TextOrNull(7) is { } box ? Box(box) : null,
        Was = row.TextOrNull(8),
        Author = row.TextOrNull(9),
        At = row.Time(10),
    };
}

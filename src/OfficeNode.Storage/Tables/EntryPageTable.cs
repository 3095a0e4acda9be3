using OfficeNode.Core;
using OfficeNode.Core.Batches;
using OfficeNode.Core.Keying;
using OfficeNode.Storage.Sqlite;

namespace OfficeNode.Storage.Tables;

/// <summary>A page of a batch on its way into an entry.</summary>
/// <param name="BatchNumber">Its number within the batch.</param>
/// <param name="Turns">As a person said; null leaves it to what was read.</param>
public sealed record NewEntryPage(int Number, int BatchNumber, DocumentCode? Document, int? Turns, bool IsBlank);

/// <summary>A page of an entry with what was read of it.</summary>
/// <param name="Text">The file of its page text; null before it was read.</param>
public sealed record EntryPageText(int Number, int BatchNumber, Digest? Text);

/// <summary>The pages of entries and the parts of them that become pages of their own.</summary>
public sealed class EntryPageTable
{
    private readonly Database _database;

    internal EntryPageTable(Database database) => _database = database;

    public void Add(EntryId entry, BatchId batch, NewEntryPage page) => _database.Execute(
        """
        INSERT INTO entry_page (entry, number, batch_page, document, turns, read_turns, blank)
        SELECT ?1, ?2, id, ?5, ?6, 0, ?7 FROM batch_page WHERE batch = ?3 AND number = ?4
        """,
        entry.Number, page.Number, batch.Number, page.BatchNumber, page.Document?.Value, page.Turns, page.IsBlank ? 1 : 0);

    /// <summary>The pages of an entry in their order; those of the dossier that it corrects are not among them.</summary>
    public IReadOnlyList<EntryPage> Of(EntryId entry) => _database.Query(
        """
        SELECT p.number, p.document, p.turns, p.read_turns, p.blank, p.filed, b.batch, b.number, b.frame, b.facts, m.digest, m.extension, m.length, m.crc32,
          coalesce(b.source, a.source), b.sheet, b.scanned_at
        FROM entry_page p JOIN batch_page b ON b.id = p.batch_page JOIN batch a ON a.id = b.batch JOIN master m ON m.digest = b.master WHERE p.entry = ?1 ORDER BY p.number
        """,
        row => new EntryPage
        {
            Number = row.Int(0),
            Document = row.TextOrNull(1) is { } code ? DocumentCode.Parse(code).Value : null,
            Turns = (int)(row.LongOrNull(2) ?? row.Long(3)),
            IsBlank = row.Bool(4),
            Filed = row.LongOrNull(5) is { } filed ? new PageId(filed) : null,
            Batch = new BatchId(row.Long(6)),
            BatchNumber = row.Int(7),
            Frame = row.Int(8),
            Facts = StoredJson.Read<ImageFacts>(row.Text(9)),
            Master = MasterTable.ReadMaster(row, 10),
            Origin = new PageOrigin { Source = row.Text(14), Batch = new BatchId(row.Long(6)).Value, Sheet = row.Int(15), Time = row.Time(16) },
        },
        entry.Number);

    /// <summary>The texts of an entry's pages, as far as they were read.</summary>
    public IReadOnlyList<EntryPageText> TextsOf(EntryId entry) => _database.Query(
        """
        SELECT p.number, b.number, r.text FROM entry_page p JOIN batch_page b ON b.id = p.batch_page LEFT JOIN reading r ON r.page = p.batch_page
        WHERE p.entry = ?1 ORDER BY p.number
        """,
        row => new EntryPageText(row.Int(0), row.Int(1), row.DigestOrNull(2)),
        entry.Number);

    /// <summary>Takes a page from an entry again, before it was filed.</summary>
    public void Remove(EntryId entry, int number) => _database.Execute("DELETE FROM entry_page WHERE entry = ?1 AND number = ?2 AND filed IS NULL", entry.Number, number);

    /// <summary>The turns that reading found.</summary>
    public void SetReadTurns(EntryId entry, int number, int turns) =>
        _database.Execute("UPDATE entry_page SET read_turns = ?3 WHERE entry = ?1 AND number = ?2", entry.Number, number, turns);

    /// <summary>Turns a page as a person says.</summary>
    public void SetTurns(EntryId entry, int number, int turns) =>
        _database.Execute("UPDATE entry_page SET turns = ?3 WHERE entry = ?1 AND number = ?2", entry.Number, number, turns);

    public void SetDocument(EntryId entry, int number, DocumentCode document) =>
        _database.Execute("UPDATE entry_page SET document = ?3 WHERE entry = ?1 AND number = ?2", entry.Number, number, document.Value);

    public void SetFiled(EntryId entry, int number, PageId page) =>
        _database.Execute("UPDATE entry_page SET filed = ?3 WHERE entry = ?1 AND number = ?2", entry.Number, number, page.Value);

    /// <summary>The parts of an entry's pages, in their order.</summary>
    public IReadOnlyList<EntryCrop> Crops(EntryId entry) => _database.Query(
        "SELECT number, page, box, document, design, proposed FROM entry_crop WHERE entry = ?1 ORDER BY number",
        row => new EntryCrop(row.Int(0), row.Int(1), EntryValueTable.Box(row.Text(2)), DocumentCode.Parse(row.Text(3)).Value, (int?)row.LongOrNull(4), row.Bool(5)),
        entry.Number);

    /// <summary>Adds a part, or puts it in the place of the one of its number.</summary>
    public void Put(EntryId entry, EntryCrop crop) => _database.Execute(
        """
        INSERT INTO entry_crop (entry, number, page, box, document, design, proposed) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
        ON CONFLICT (entry, number) DO UPDATE SET page = excluded.page, box = excluded.box, document = excluded.document,
          design = excluded.design, proposed = excluded.proposed
        """,
        entry.Number, crop.Number, crop.Page, EntryValueTable.Text(crop.Box), crop.Document.Value, crop.Design, crop.IsProposed ? 1 : 0);

    public void RemoveCrop(EntryId entry, int number) => _database.Execute("DELETE FROM entry_crop WHERE entry = ?1 AND number = ?2", entry.Number, number);

    /// <summary>Takes away what the machine proposes and nobody confirmed.</summary>
    public void RemoveProposed(EntryId entry) => _database.Execute("DELETE FROM entry_crop WHERE entry = ?1 AND proposed = 1", entry.Number);

    public void SetCropFiled(EntryId entry, int number, PageId page) =>
        _database.Execute("UPDATE entry_crop SET filed = ?3 WHERE entry = ?1 AND number = ?2", entry.Number, number, page.Value);
}

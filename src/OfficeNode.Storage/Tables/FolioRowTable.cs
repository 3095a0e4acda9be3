using OfficeNode.Core;
using OfficeNode.Core.Keying;
using OfficeNode.Core.Ledgers;
using OfficeNode.Storage.Sqlite;

namespace OfficeNode.Storage.Tables;

/// <summary>Rows of folios: where records stand in volumes.</summary>
public sealed class FolioRowTable
{
    private const string Rows = "SELECT r.row, r.entry, r.region, r.note FROM folio_row r";

    private readonly Database _database;
    private readonly TimeProvider _time;

    internal FolioRowTable(Database database, TimeProvider time)
    {
        _database = database;
        _time = time;
    }

    /// <summary>The rows of a folio from top to bottom, without those that were taken out.</summary>
    public IReadOnlyList<FolioRow> Of(VolumeId volume, int folio) => _database.Query(
        Rows + " WHERE r.volume = ?1 AND r.folio = ?2 AND r.taken_at IS NULL ORDER BY r.position, r.row", Read, volume.Number, folio);

    /// <summary>A row, also one that was taken out; null when the folio never had it.</summary>
    public FolioRow? At(VolumeId volume, int folio, int row) => _database.First(
        Rows + " WHERE r.volume = ?1 AND r.folio = ?2 AND r.row = ?3", Read, volume.Number, folio, row);

    /// <summary>The number of the next new row of a folio.</summary>
    /// <param name="below">Rows from this number on are not looked at.</param>
    public int NextRow(VolumeId volume, int folio, int below = int.MaxValue) => 1 + (int)_database.Count(
        "SELECT coalesce(max(row), 0) FROM folio_row WHERE volume = ?1 AND folio = ?2 AND row < ?3", volume.Number, folio, below);

    /// <summary>Adds a row at the foot of a folio.</summary>
    public void Append(VolumeId volume, int folio, int row, EntryId? entry) => _database.Execute(
        """
        INSERT INTO folio_row (volume, folio, row, position, entry, note)
        SELECT ?1, ?2, ?3, 1 + coalesce(max(position), 0), ?4, '' FROM folio_row WHERE volume = ?1 AND folio = ?2
        """,
        volume.Number, folio, row, entry?.Number);

    /// <summary>Adds an empty row before another.</summary>
    public void Insert(VolumeId volume, int folio, int row, int before)
    {
        var position = _database.Count("SELECT position FROM folio_row WHERE volume = ?1 AND folio = ?2 AND row = ?3", volume.Number, folio, before);
        _database.Execute("UPDATE folio_row SET position = position + 1 WHERE volume = ?1 AND folio = ?2 AND position >= ?3", volume.Number, folio, position);
        _database.Execute(
            "INSERT INTO folio_row (volume, folio, row, position, note) VALUES (?1, ?2, ?3, ?4, '')", volume.Number, folio, row, position);
    }

    public void SetEntry(VolumeId volume, int folio, int row, EntryId entry) => _database.Execute(
        "UPDATE folio_row SET entry = ?4 WHERE volume = ?1 AND folio = ?2 AND row = ?3", volume.Number, folio, row, entry.Number);

    /// <summary>Marks where a row stands; null takes the mark away.</summary>
    public void SetRegion(VolumeId volume, int folio, int row, PixelBox? region) => _database.Execute(
        "UPDATE folio_row SET region = ?4 WHERE volume = ?1 AND folio = ?2 AND row = ?3",
        volume.Number, folio, row, region is { } box ? EntryValueTable.Text(box) : null);

    public void SetNote(VolumeId volume, int folio, int row, string note) => _database.Execute(
        "UPDATE folio_row SET note = ?4 WHERE volume = ?1 AND folio = ?2 AND row = ?3", volume.Number, folio, row, note);

    /// <summary>Takes a row out. It is kept.</summary>
    public void Take(VolumeId volume, int folio, int row) => _database.Execute(
        "UPDATE folio_row SET taken_at = ?4 WHERE volume = ?1 AND folio = ?2 AND row = ?3", volume.Number, folio, row, Columns.Text(_time.GetUtcNow()));

    /// <summary>The row of a folio that was taken out last; null when none is out.</summary>
    public FolioRow? LastTaken(VolumeId volume, int folio) => _database.First(
        Rows + " WHERE r.volume = ?1 AND r.folio = ?2 AND r.taken_at IS NOT NULL ORDER BY r.taken_at DESC, r.row DESC", Read, volume.Number, folio);

    /// <summary>Takes a row up again where it was.</summary>
    public void Restore(VolumeId volume, int folio, int row) => _database.Execute(
        "UPDATE folio_row SET taken_at = NULL WHERE volume = ?1 AND folio = ?2 AND row = ?3", volume.Number, folio, row);

    /// <summary>The folios on which a record stands, in order.</summary>
    public IReadOnlyList<(int Folio, FolioRow Row)> PlacesOf(EntryId entry) => _database.Query(
        "SELECT r.row, r.entry, r.region, r.note, r.folio FROM folio_row r WHERE r.entry = ?1 AND r.taken_at IS NULL ORDER BY r.folio",
        row => (row.Int(4), Read(row)), entry.Number);

    /// <summary>The records of a dossier that came from volumes, whichever entries they were.</summary>
    public IReadOnlyList<EntryId> EntriesOf(DossierId dossier) => _database.Query(
        "SELECT DISTINCT e.id FROM entry_release x JOIN entry e ON e.id = x.entry WHERE x.dossier = ?1 AND e.volume IS NOT NULL ORDER BY e.id",
        row => new EntryId(row.Long(0)), dossier.Value);

    /// <summary>The texts of a field in the last rows before a folio, the nearest last: from them the first row of the folio counts on.</summary>
    public IReadOnlyList<string> Before(VolumeId volume, int folio, string path, int most) => _database.Query(
        """
        SELECT text FROM (
          SELECT v.text AS text, r.folio AS folio, r.position AS position, r.row AS row
          FROM folio_row r JOIN entry_value v ON v.entry = r.entry AND v.pass = 0 AND v.path = ?3 AND v.item = 0
          WHERE r.volume = ?1 AND r.folio < ?2 AND r.taken_at IS NULL AND v.text <> '' ORDER BY r.folio DESC, r.position DESC, r.row DESC LIMIT ?4)
        ORDER BY folio, position, row
        """,
        row => row.Text(0), volume.Number, folio, path, most);

    private static FolioRow Read(Row row) => new()
    {
        Row = row.Int(0),
        Entry = row.LongOrNull(1) is { } entry ? new EntryId(entry) : null,
        Region = row.TextOrNull(2) is { } region ? EntryValueTable.Box(region) : null,
        Note = row.Text(3),
    };
}

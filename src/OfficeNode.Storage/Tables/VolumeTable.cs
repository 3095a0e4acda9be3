using OfficeNode.Core;
using OfficeNode.Core.Batches;
using OfficeNode.Core.Keying;
using OfficeNode.Core.Ledgers;
using OfficeNode.Storage.Sqlite;

namespace OfficeNode.Storage.Tables;

/// <summary>A folio to be entered into a volume.</summary>
/// <param name="BatchPage">The number within the batch of the page that shows it.</param>
/// <param name="Label">As a person said; null counts on from the one before.</param>
public sealed record NewFolio(int BatchPage, FolioHalf Half, int Turns, bool IsBlank, string? Label);

/// <summary>A volume in a list, with how far it is.</summary>
/// <param name="Folios">Those with writing.</param>
/// <param name="Done">Of them, those that are keyed.</param>
/// <param name="Blank">Folios on which nothing is written.</param>
/// <param name="Waiting">Its records that wait for release.</param>
/// <param name="Next">The first folio that is to be keyed; null when all are.</param>
public sealed record VolumeSummary(Volume Volume, long Folios, long Done, long Blank, long Waiting, int? Next);

/// <summary>Bound registers and boxes of cards, and their folios.</summary>
public sealed class VolumeTable
{
    private const string Volumes = "SELECT v.id, v.batch, v.name, v.right, v.kind, v.first, v.last, v.columns, v.author, v.at FROM volume v";

    private const string Folios = """
        SELECT f.volume, f.number, f.label, f.half, f.turns, f.blank, f.done_by, f.done_at, f.claim_by, f.claimed_at, f.seen_at,
          b.number, b.frame, b.facts, m.digest, m.extension, m.length, m.crc32
        FROM folio f JOIN batch_page b ON b.id = f.batch_page JOIN master m ON m.digest = b.master
        """;

    private readonly Database _database;
    private readonly TimeProvider _time;

    internal VolumeTable(Database database, TimeProvider time)
    {
        _database = database;
        _time = time;
    }

    private string Now => Columns.Text(_time.GetUtcNow());

    /// <summary>Makes a batch a volume; its id, time and author are the table's.</summary>
    public VolumeId Add(Volume volume, IReadOnlyList<NewFolio> folios)
    {
        var id = new VolumeId(_database.Insert(
            "INSERT INTO volume (batch, name, right, kind, first, last, columns, author, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
            volume.Batch.Number, volume.Name, (int)volume.Right, (int)volume.Kind, volume.From, volume.To, string.Join('\n', volume.Columns), volume.Author, Now));
        foreach (var (folio, place) in folios.Select((folio, place) => (folio, place)))
        {
            _database.Execute(
                "INSERT INTO folio (volume, number, batch_page, half, turns, blank, label) SELECT ?1, ?2, id, ?5, ?6, ?7, ?8 FROM batch_page WHERE batch = ?3 AND number = ?4",
                id.Number, place + 1, volume.Batch.Number, folio.BatchPage, (int)folio.Half, folio.Turns, folio.IsBlank ? 1 : 0, folio.Label);
        }

        return id;
    }

    public Volume? Get(VolumeId id) => _database.First(Volumes + " WHERE v.id = ?1", ReadVolume, id.Number);

    /// <summary>The volume that a batch became; null for other batches.</summary>
    public Volume? OfBatch(BatchId batch) => _database.First(Volumes + " WHERE v.batch = ?1", ReadVolume, batch.Number);

    /// <summary>All volumes, the newest first.</summary>
    public IReadOnlyList<VolumeSummary> All() => [.. _database.Query(Volumes + " ORDER BY v.id DESC", ReadVolume).Select(Summarise)];

    /// <summary>Folios with writing that are not keyed yet.</summary>
    public long CountOpen(VolumeId id) => _database.Count("SELECT count(*) FROM folio WHERE volume = ?1 AND blank = 0 AND done_at IS NULL", id.Number);

    public long CountFolios(VolumeId id) => _database.Count("SELECT count(*) FROM folio WHERE volume = ?1", id.Number);

    /// <summary>A folio; null when the volume has none of that number.</summary>
    public Folio? FolioAt(VolumeId id, int number) => _database.First(
        Folios + " WHERE f.volume = ?1 AND f.number = ?2", row => ReadFolio(row, LabelAt(id, number)), id.Number, number);

    /// <summary>The number of the first folio that is labelled so; null when none is.</summary>
    public int? Labelled(VolumeId id, string label)
    {
        var place = FolioLabels.Of(SaidLabels(id, int.MaxValue)).ToList().FindIndex(known => string.Equals(known, label, StringComparison.OrdinalIgnoreCase));
        return place < 0 ? null : place + 1;
    }

    /// <summary>The first folio behind another that is to be keyed and that nobody else holds; from the beginning again where there is none. Null when there is none at all.</summary>
    /// <param name="unseen">Claims last seen before this time do not hold.</param>
    public int? Next(VolumeId id, int after, string person, DateTimeOffset unseen) => _database.First(
        """
        SELECT number FROM folio WHERE volume = ?1 AND blank = 0 AND done_at IS NULL AND number <> ?2
          AND (claim_by IS NULL OR claim_by = ?3 COLLATE NOCASE OR seen_at <= ?4) ORDER BY number > ?2 DESC, number LIMIT 1
        """,
        row => (int?)row.Int(0), id.Number, after, person, Columns.Text(unseen));

    /// <summary>What is written on a folio, as a person says; null lets it count on again.</summary>
    public void SetLabel(VolumeId id, int number, string? label) =>
        _database.Execute("UPDATE folio SET label = ?3 WHERE volume = ?1 AND number = ?2", id.Number, number, label);

    /// <summary>Says that a folio is keyed, or, without a person, that it is to be keyed again.</summary>
    public void SetDone(VolumeId id, int number, string? person) => _database.Execute(
        "UPDATE folio SET done_by = ?3, done_at = ?4 WHERE volume = ?1 AND number = ?2", id.Number, number, person, person is null ? null : Now);

    /// <summary>Lets somebody hold a folio from now on.</summary>
    public void Hold(VolumeId id, int number, string person) => _database.Execute(
        "UPDATE folio SET claim_by = ?3, claimed_at = ?4, seen_at = ?4 WHERE volume = ?1 AND number = ?2", id.Number, number, person, Now);

    /// <summary>A sign of life of who holds a folio.</summary>
    public void See(VolumeId id, int number) => _database.Execute("UPDATE folio SET seen_at = ?3 WHERE volume = ?1 AND number = ?2", id.Number, number, Now);

    /// <summary>Nobody holds a folio any more.</summary>
    public void LetGo(VolumeId id, int number) => _database.Execute(
        "UPDATE folio SET claim_by = NULL, claimed_at = NULL, seen_at = NULL WHERE volume = ?1 AND number = ?2", id.Number, number);

    /// <summary>Somebody who holds a folio holds no other one of its volume.</summary>
    public void LetGoOthers(VolumeId id, int number, string person) => _database.Execute(
        "UPDATE folio SET claim_by = NULL, claimed_at = NULL, seen_at = NULL WHERE volume = ?1 AND number <> ?2 AND claim_by = ?3 COLLATE NOCASE", id.Number, number, person);

    /// <summary>Makes a volume a batch again, before anybody keyed anything of it.</summary>
    internal void Remove(BatchId batch)
    {
        const string Own = "SELECT id FROM volume WHERE batch = ?1";
        _database.Execute($"DELETE FROM folio_row WHERE volume IN ({Own})", batch.Number);
        _database.Execute($"DELETE FROM folio WHERE volume IN ({Own})", batch.Number);
        _database.Execute("UPDATE entry SET volume = NULL WHERE batch = ?1", batch.Number);
        _database.Execute("DELETE FROM volume WHERE batch = ?1", batch.Number);
    }

    internal static Volume ReadVolume(Row row) => ReadVolume(row, 0);

    internal static Volume ReadVolume(Row row, int column) => new()
    {
        Id = new VolumeId(row.Long(column)),
        Batch = new BatchId(row.Long(column + 1)),
        Name = row.Text(column + 2),
        Right = (Right)row.Int(column + 3),
        Kind = (VolumeKind)row.Int(column + 4),
        From = row.TextOrNull(column + 5),
        To = row.TextOrNull(column + 6),
        Columns = row.Text(column + 7).Split('\n'),
        Author = row.Text(column + 8),
        Made = row.Time(column + 9),
    };

    private VolumeSummary Summarise(Volume volume)
    {
        var id = volume.Id.Number;
        return new VolumeSummary(
            volume,
            _database.Count("SELECT count(*) FROM folio WHERE volume = ?1 AND blank = 0", id),
            _database.Count("SELECT count(*) FROM folio WHERE volume = ?1 AND blank = 0 AND done_at IS NOT NULL", id),
            _database.Count("SELECT count(*) FROM folio WHERE volume = ?1 AND blank = 1", id),
            _database.Count("SELECT count(*) FROM entry WHERE batch = ?1 AND state = 3", volume.Batch.Number),
            _database.First("SELECT number FROM folio WHERE volume = ?1 AND blank = 0 AND done_at IS NULL ORDER BY number LIMIT 1", row => (int?)row.Int(0), id));
    }

    private string LabelAt(VolumeId id, int number) => FolioLabels.Of(SaidLabels(id, number))[^1];

    private List<string?> SaidLabels(VolumeId id, int last) =>
        _database.Query("SELECT label FROM folio WHERE volume = ?1 AND number <= ?2 ORDER BY number", row => row.TextOrNull(0), id.Number, last);

    private static Folio ReadFolio(Row row, string label) => new()
    {
        Volume = new VolumeId(row.Long(0)),
        Number = row.Int(1),
        Label = label,
        IsLabelSaid = !row.IsNull(2),
        Half = (FolioHalf)row.Int(3),
        Turns = row.Int(4),
        IsBlank = row.Bool(5),
        DoneBy = row.TextOrNull(6),
        Done = row.TimeOrNull(7),
        Claim = row.TextOrNull(8) is { } person ? new Claim(person, row.Time(9), row.Time(10)) : null,
        BatchPage = row.Int(11),
        Frame = row.Int(12),
        Facts = StoredJson.Read<ImageFacts>(row.Text(13)),
        Master = MasterTable.ReadMaster(row, 14),
    };
}

using OfficeNode.Core;
using OfficeNode.Storage.Sqlite;

namespace OfficeNode.Storage.Tables;

/// <summary>A page to be entered: all but its key and place, which the table gives.</summary>
public sealed record NewPage
{
    public required DossierId Dossier { get; init; }

    public required DocumentCode Document { get; init; }

    public required Master Master { get; init; }

    public required int Frame { get; init; }

    public required ImageFacts Facts { get; init; }

    public required PageOrigin Origin { get; init; }

    public int? DesignNumber { get; init; }

    /// <summary>As <see cref="Page.Turns"/>.</summary>
    public int Turns { get; init; }
}

/// <summary>The pages of dossiers.</summary>
public sealed class PageTable
{
    private const string Columns = """
        SELECT p.id, p.dossier, p.document, p.sequence, p.frame, p.design_number, p.facts, p.origin,
               m.digest, m.extension, m.length, m.crc32, m.damaged_at IS NOT NULL, p.turns
        FROM page p JOIN master m ON m.digest = p.master
        """;

    private readonly Database _database;

    internal PageTable(Database database) => _database = database;

    /// <summary>The pages of a dossier in document and page order.</summary>
    public IReadOnlyList<Page> Of(DossierId dossier) =>
        _database.Query(Columns + " WHERE p.dossier = ?1 ORDER BY p.document, p.sequence", Read, dossier.Value);

    /// <summary>Pages that show a master.</summary>
    public IReadOnlyList<Page> Showing(Digest master) => _database.Query(Columns + " WHERE p.master = ?1 ORDER BY p.id", Read, master.Value);

    public long Count() => _database.Count("SELECT count FROM page_tally");

    /// <summary>Whether a document already has this frame of this master from this very source: adding the same file again adds nothing.</summary>
    /// <remarks>Equal bytes from another file, or from another sheet of a batch, are another sheet: ten white sheets are ten pages.</remarks>
    public bool Has(NewPage page) => _database.Count(
        """
        SELECT EXISTS (SELECT 1 FROM page WHERE dossier = ?1 AND document = ?2 AND master = ?3 AND frame = ?4 AND json_extract(origin, '$.source') = ?5
          AND json_extract(origin, '$.batch') IS ?6 AND json_extract(origin, '$.sheet') IS ?7)
        """,
        page.Dossier.Value, page.Document.Value, page.Master.Digest.Value, page.Frame, page.Origin.Source, page.Origin.Batch, page.Origin.Sheet) > 0;

    /// <summary>Enters a page at the end of its document.</summary>
    public PageId Append(NewPage page)
    {
        _database.Execute("UPDATE page_tally SET count = count + 1");
        var sequence = 1 + _database.Count("SELECT max(sequence) FROM page WHERE dossier = ?1 AND document = ?2", page.Dossier.Value, page.Document.Value);
        return new(_database.Insert(
            "INSERT INTO page (dossier, document, sequence, master, frame, design_number, facts, origin, turns) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
            page.Dossier.Value, page.Document.Value, sequence, page.Master.Digest.Value, page.Frame, page.DesignNumber,
            StoredJson.Write(page.Facts), StoredJson.Write(page.Origin), page.Turns));
    }

    private static Page Read(Row row) => new()
    {
        Id = new PageId(row.Long(0)),
        Dossier = new DossierId(row.Long(1)),
        Document = DocumentCode.Parse(row.Text(2)).Value,
        Sequence = row.Int(3),
        Frame = row.Int(4),
        DesignNumber = (int?)row.LongOrNull(5),
        Facts = StoredJson.Read<ImageFacts>(row.Text(6)),
        Origin = StoredJson.Read<PageOrigin>(row.Text(7)),
        Master = MasterTable.ReadMaster(row, 8),
        Damaged = row.Bool(12),
        Turns = row.Int(13),
    };
}

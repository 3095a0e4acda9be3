using OfficeNode.Core;
using OfficeNode.Core.Paper;
using OfficeNode.Storage.Sqlite;

namespace OfficeNode.Storage.Tables;

/// <summary>A dossier with the place of its paper file.</summary>
public sealed record PaperFile(DossierId Dossier, DossierName Name, PaperState State);

/// <summary>Where paper files lie and who has them: what happened, and what it comes to.</summary>
public sealed class PaperTable
{
    private const string Files = "SELECT d.id, d.right, d.number, d.year, p.place, p.holder, p.since FROM paper p JOIN dossier d ON d.id = p.dossier";

    private readonly Database _database;
    private readonly TimeProvider _time;

    internal PaperTable(Database database, TimeProvider time)
    {
        _database = database;
        _time = time;
    }

    /// <summary>Where a file is; null while nobody has said so.</summary>
    public PaperState? Of(DossierId dossier) => _database.First("SELECT place, holder, since FROM paper WHERE dossier = ?1", row => ReadState(row, 0), dossier.Value);

    /// <summary>What happened to a file, the oldest first.</summary>
    public IReadOnlyList<PaperMove> Moves(DossierId dossier) => _database.Query(
        "SELECT kind, what, author, at FROM paper_move WHERE dossier = ?1 ORDER BY id",
        row => new PaperMove((PaperMoveKind)row.Int(0), row.Text(1), row.Text(2), row.Time(3)),
        dossier.Value);

    /// <summary>Notes what happened to a file now.</summary>
    public void Note(DossierId dossier, PaperMoveKind kind, string what, string author)
    {
        var move = new PaperMove(kind, what, author, _time.GetUtcNow());
        var state = PaperState.After(Of(dossier), move);
        var at = Columns.Text(move.At);
        _database.Execute("INSERT INTO paper_move (dossier, kind, what, author, at) VALUES (?1, ?2, ?3, ?4, ?5)", dossier.Value, (int)kind, what, author, at);
        _database.Execute(
            """
            INSERT INTO paper (dossier, place, place_key, holder, holder_key, since) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
            ON CONFLICT (dossier) DO UPDATE SET place = excluded.place, place_key = excluded.place_key, holder = excluded.holder,
              holder_key = excluded.holder_key, since = excluded.since
            """,
            dossier.Value, state.Place, KeyOf(state.Place), state.Holder, KeyOf(state.Holder), at);
    }

    /// <summary>The files that somebody has, the longest away first.</summary>
    public IReadOnlyList<PaperFile> Out(int most) => _database.Query(Files + " WHERE p.holder IS NOT NULL ORDER BY p.since, d.id LIMIT ?1", Read, most);

    /// <summary>How many files somebody has.</summary>
    public long CountOut() => _database.Count("SELECT count(*) FROM paper WHERE holder IS NOT NULL");

    /// <summary>The files of a place, by its beginning in any spelling, and those of whoever is called so.</summary>
    public IReadOnlyList<PaperFile> Find(string text, int most)
    {
        const string BeyondAllLetters = "\U0010FFFF";
        var key = KeyOf(text);
        return key.Length == 0 ? [] : _database.Query(
            Files + """
             WHERE p.dossier IN (SELECT dossier FROM paper WHERE place_key >= ?1 AND place_key < ?2
              UNION SELECT dossier FROM paper WHERE holder IS NOT NULL AND substr(holder_key, 1, length(?1)) = ?1)
            ORDER BY p.place_key, d.year, d.number LIMIT ?3
            """,
            Read,
            key, key + BeyondAllLetters, most);
    }

    private static string KeyOf(string? text) => text is null ? "" : NameKey.Of(text);

    private static PaperFile Read(Row row)
    {
        var right = (Right)row.Int(1);
        return new PaperFile(new DossierId(row.Long(0)), new DossierName { Right = right, Number = row.Text(2), Year = row.Int(3) }, ReadState(row, 4));
    }

    private static PaperState ReadState(Row row, int column) => new(row.TextOrNull(column), row.TextOrNull(column + 1), row.Time(column + 2));
}

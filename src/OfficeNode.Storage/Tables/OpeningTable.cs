using OfficeNode.Core;
using OfficeNode.Storage.Sqlite;

namespace OfficeNode.Storage.Tables;

/// <summary>How far acts and holds have brought a dossier, before any destination is asked.</summary>
public enum OpeningState
{
    /// <summary>No act is recorded.</summary>
    None,

    /// <summary>Acts are recorded, and the day of each is still to come.</summary>
    Coming,

    /// <summary>Acts have taken effect, and none reaches the office's opening point for the right.</summary>
    Short,

    /// <summary>An act opens it.</summary>
    Open,

    /// <summary>A hold keeps it closed, whatever acts say.</summary>
    Held,
}

/// <summary>What the office's policy and the calendar say: the day, and from which kind of act on each right opens.</summary>
public sealed record OpeningPolicy(DateOnly Today, IReadOnlyDictionary<Right, OpeningPoint> OpensAt);

/// <summary>Dossiers by the state of their opening. It only sorts lists: what may leave is decided by <see cref="PublicationGate"/> alone.</summary>
public sealed class OpeningTable
{
    // ?1 the day; ?2 to ?5 the opening points of patents, utility models, marks and designs.
    private const string States = """
        SELECT d.id, d.right, d.number, d.year, d.revision,
          CASE
            WHEN EXISTS (SELECT 1 FROM hold h WHERE h.dossier = d.id AND h.lifted_at IS NULL AND h.since <= ?1 AND (h.until IS NULL OR h.until > ?1)) THEN 4
            WHEN EXISTS (
              SELECT 1 FROM act a WHERE a.dossier = d.id AND a.day <= ?1
                AND a.kind >= CASE d.right WHEN 0 THEN ?2 WHEN 1 THEN ?3 WHEN 2 THEN ?4 ELSE ?5 END) THEN 3
            WHEN EXISTS (SELECT 1 FROM act a WHERE a.dossier = d.id AND a.day <= ?1) THEN 2
            WHEN EXISTS (SELECT 1 FROM act a WHERE a.dossier = d.id) THEN 1
            ELSE 0
          END AS state
        FROM dossier d
        """;

    private readonly Database _database;

    internal OpeningTable(Database database) => _database = database;

    /// <summary>How many dossiers are in each state. Reads all of them: a second for a million.</summary>
    public IReadOnlyDictionary<OpeningState, long> Counts(OpeningPolicy policy) => _database.Query(
        "SELECT state, count(*) FROM (" + States + ") GROUP BY state",
        row => KeyValuePair.Create((OpeningState)row.Int(0), row.Long(1)),
        Values(policy)).ToDictionary();

    /// <summary>Dossiers in one state, after a given one in the order they were made.</summary>
    public IReadOnlyList<Dossier> In(OpeningState state, OpeningPolicy policy, DossierId after, int count) => _database.Query(
        "SELECT * FROM (" + States + " WHERE d.id > ?6) WHERE state = ?7 ORDER BY id LIMIT ?8",
        row => DossierTable.Read(row),
        [.. Values(policy), after.Value, (int)state, count]);

    public OpeningState Of(DossierId dossier, OpeningPolicy policy) => _database.First(
        "SELECT state FROM (" + States + " WHERE d.id = ?6)",
        row => (OpeningState?)row.Int(0),
        [.. Values(policy), dossier.Value]) ?? OpeningState.None;

    private static Value[] Values(OpeningPolicy policy) =>
    [
        Columns.Text(policy.Today), (int)policy.OpensAt[Right.Patent], (int)policy.OpensAt[Right.UtilityModel], (int)policy.OpensAt[Right.Trademark], (int)policy.OpensAt[Right.Design],
    ];
}

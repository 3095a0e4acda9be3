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
/// <remarks>
/// Most dossiers are in a state that no day changes: they are counted, and found by index, by how far their acts have opened them. The others, with holds
/// or days to come, are looked up one by one; <see cref="Settle"/> keeps them few.
/// </remarks>
public sealed class OpeningTable
{
    // ?1 the day. What is sure from that day on until somebody records something.
    private const string Sure = """
        CASE
          WHEN EXISTS (SELECT 1 FROM hold h WHERE h.dossier = dossier.id AND h.lifted_at IS NULL AND (h.until IS NULL OR h.until > ?1)) THEN -1
          WHEN EXISTS (SELECT 1 FROM act a WHERE a.dossier = dossier.id AND a.day > ?1) THEN -1
          ELSE coalesce((SELECT 1 + max(a.kind) FROM act a WHERE a.dossier = dossier.id), 0)
        END
        """;

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
    private readonly TimeProvider _time;
    private readonly DossierTally _tally;

    internal OpeningTable(Database database, TimeProvider time)
    {
        _database = database;
        _time = time;
        _tally = new DossierTally(database);
    }

    // The office's day, by the machine's time zone.
    private string Today => Columns.Text(DateOnly.FromDateTime(_time.GetLocalNow().DateTime));

    /// <summary>How many dossiers are in each state.</summary>
    public IReadOnlyDictionary<OpeningState, long> Counts(OpeningPolicy policy) => _tally.All()
        .Where(part => part.Opening >= 0)
        .Select(part => (State: StateOf(policy, part.Right, part.Opening), part.Count))
        .Concat(_database.Query(
            "SELECT state, count(*) FROM (" + States + " WHERE d.opening = -1) GROUP BY state",
            row => (State: (OpeningState)row.Int(0), Count: row.Long(1)),
            Values(policy)))
        .GroupBy(part => part.State)
        .ToDictionary(group => group.Key, group => group.Sum(part => part.Count));

    /// <summary>Dossiers in one state, after a given one in the order they were made.</summary>
    public IReadOnlyList<Dossier> In(OpeningState state, OpeningPolicy policy, DossierId after, int count) =>
    [
        .. Enum.GetValues<Right>()
            .SelectMany(right => SettledIn(state, policy, right, after, count).Concat(UnsettledIn(state, policy, right, after, count)))
            .OrderBy(dossier => dossier.Id.Value)
            .Take(count),
    ];

    public OpeningState Of(DossierId dossier, OpeningPolicy policy) => _database.First(
        "SELECT state FROM (" + States + " WHERE d.id = ?6)",
        row => (OpeningState?)row.Int(0),
        [.. Values(policy), dossier.Value]) ?? OpeningState.None;

    /// <summary>Notes what days that came since have made sure of some of the dossiers that are looked up one by one.</summary>
    /// <param name="after">The last dossier of the step before.</param>
    /// <returns>The last dossier of this step; null when there was none any more.</returns>
    public DossierId? Settle(Right right, DossierId after, int most)
    {
        var step = _database.Query(
            "SELECT id FROM dossier WHERE opening = -1 AND right = ?1 AND id > ?2 ORDER BY id LIMIT ?3", row => new DossierId(row.Long(0)), (int)right, after.Value, most);
        foreach (var dossier in step)
        {
            Note(dossier);
        }

        return step.Count == 0 ? null : step[^1];
    }

    /// <summary>Notes how far a dossier is open after an act, a hold or the end of one was recorded.</summary>
    internal void Note(DossierId dossier)
    {
        var (right, before, sure) = _database.First("SELECT right, opening, " + Sure + " FROM dossier WHERE id = ?2", row => ((Right)row.Int(0), row.Int(1), row.Int(2)), Today, dossier.Value);
        if (sure != before)
        {
            _database.Execute("UPDATE dossier SET opening = ?2 WHERE id = ?1", dossier.Value, sure);
            _tally.Move((right, before), (right, sure));
        }
    }

    private static OpeningState StateOf(OpeningPolicy policy, Right right, int opening) => opening switch
    {
        0 => OpeningState.None,
        _ when opening > (int)policy.OpensAt[right] => OpeningState.Open,
        _ => OpeningState.Short,
    };

    private IEnumerable<Dossier> SettledIn(OpeningState state, OpeningPolicy policy, Right right, DossierId after, int count) =>
        Enumerable.Range(0, 2 + (int)OpeningPoint.Registration)
            .Where(opening => StateOf(policy, right, opening) == state)
            .SelectMany(opening => _database.Query(
                "SELECT id, right, number, year, revision FROM dossier WHERE opening = ?1 AND right = ?2 AND id > ?3 ORDER BY id LIMIT ?4",
                DossierTable.Read,
                opening, (int)right, after.Value, count));

    private List<Dossier> UnsettledIn(OpeningState state, OpeningPolicy policy, Right right, DossierId after, int count) => _database.Query(
        "SELECT * FROM (" + States + " WHERE d.opening = -1 AND d.right = ?6 AND d.id > ?7) WHERE state = ?8 ORDER BY id LIMIT ?9",
        DossierTable.Read,
        [.. Values(policy), (int)right, after.Value, (int)state, count]);

    private static Value[] Values(OpeningPolicy policy) =>
    [
        Columns.Text(policy.Today), (int)policy.OpensAt[Right.Patent], (int)policy.OpensAt[Right.UtilityModel], (int)policy.OpensAt[Right.Trademark], (int)policy.OpensAt[Right.Design],
    ];
}

using OfficeNode.Core;
using OfficeNode.Storage.Sqlite;

namespace OfficeNode.Storage.Tables;

/// <summary>How many dossiers there are, by right and by how far acts have opened them: counted where they change, so that nobody waits while a million are counted.</summary>
/// <remarks>In code and not by triggers: SQLite sets a savepoint before a statement with a trigger, and at each savepoint FTS5 writes out what it gathered, which made an import half as quick again.</remarks>
internal sealed class DossierTally
{
    private readonly Database _database;

    public DossierTally(Database database) => _database = database;

    /// <summary>Dossiers by right and opening; what is not there has none.</summary>
    public IReadOnlyList<(Right Right, int Opening, long Count)> All() =>
        _database.Query("SELECT right, opening, count FROM dossier_tally WHERE count > 0", row => ((Right)row.Int(0), row.Int(1), row.Long(2)));

    /// <summary>A dossier is new.</summary>
    public void Add(Right right, int opening) => Change(right, opening, 1);

    /// <summary>A dossier is counted elsewhere from now on.</summary>
    public void Move((Right Right, int Opening) from, (Right Right, int Opening) to)
    {
        if (from != to)
        {
            Change(from.Right, from.Opening, -1);
            Change(to.Right, to.Opening, 1);
        }
    }

    private void Change(Right right, int opening, int by)
    {
        if (_database.Execute("UPDATE dossier_tally SET count = count + ?3 WHERE right = ?1 AND opening = ?2", (int)right, opening, by) == 0)
        {
            _database.Execute("INSERT INTO dossier_tally (right, opening, count) VALUES (?1, ?2, ?3)", (int)right, opening, by);
        }
    }
}

using OfficeNode.Core;
using OfficeNode.Storage.Sqlite;

namespace OfficeNode.Storage.Tables;

/// <summary>Twins: dossiers of one right that are named by the same number as printed, because old series repeat. Each has an ordinal at each destination.</summary>
/// <remarks>
/// Counted from 1 in the order in which twins first went to the destination, never over all there are: the name of a file must not tell of a
/// dossier that is closed (I13). Once given, an ordinal stays, so that a later file takes the place of the earlier.
/// </remarks>
public sealed class TwinTable
{
    private readonly Database _database;

    internal TwinTable(Database database) => _database = database;

    /// <summary>The ordinal of a dossier: 1 for one without twins; null when it has some and needs <see cref="Assign"/> first.</summary>
    public int? OrdinalOf(DossierId dossier, string destination) => _database.First(
        """
        SELECT coalesce(
          (SELECT t.ordinal FROM twin t
           WHERE t.destination = ?2 AND t.right = own.right AND t.kind = own.kind AND t.printed = own.printed AND t.dossier = own.dossier),
          CASE WHEN EXISTS (
            SELECT 1 FROM number other
            WHERE other.search_key = own.search_key AND other.printed = own.printed AND other.kind = own.kind AND other.right = own.right
              AND other.ordinal = 0 AND other.dossier <> own.dossier) THEN NULL ELSE 1 END)
        FROM number own WHERE own.dossier = ?1 AND own.ordinal = 0
        """,
        row => row.LongOrNull(0) is { } ordinal ? (int?)ordinal : null,
        dossier.Value, destination);

    /// <summary>Gives a dossier the next ordinal, after those of its twins that went to the destination while they were alone; the one it has, if it has one.</summary>
    public int Assign(DossierId dossier, string destination)
    {
        if (OrdinalOf(dossier, destination) is { } known)
        {
            return known;
        }

        var earlier = _database.Query(
            """
            SELECT DISTINCT other.dossier FROM number own JOIN number other
              ON other.search_key = own.search_key AND other.printed = own.printed AND other.kind = own.kind AND other.right = own.right AND other.ordinal = 0
            WHERE own.dossier = ?1 AND own.ordinal = 0
              AND NOT EXISTS (
                SELECT 1 FROM twin t
                WHERE t.destination = ?2 AND t.right = other.right AND t.kind = other.kind AND t.printed = other.printed AND t.dossier = other.dossier)
              AND EXISTS (SELECT 1 FROM package_content c JOIN package p ON p.id = c.package WHERE c.dossier = other.dossier AND p.destination = ?2)
            ORDER BY other.dossier
            """,
            row => row.Long(0),
            dossier.Value, destination);
        foreach (var twin in earlier.Contains(dossier.Value) ? earlier : [.. earlier, dossier.Value])
        {
            Append(twin, destination);
        }

        return OrdinalOf(dossier, destination) ?? throw new InvalidOperationException($"Dossier {dossier} is not in the register.");
    }

    private void Append(long dossier, string destination) => _database.Execute(
        """
        INSERT INTO twin (destination, right, kind, printed, ordinal, dossier)
        SELECT ?2, n.right, n.kind, n.printed, 1 + coalesce((
          SELECT max(t.ordinal) FROM twin t WHERE t.destination = ?2 AND t.right = n.right AND t.kind = n.kind AND t.printed = n.printed), 0), n.dossier
        FROM number n WHERE n.dossier = ?1 AND n.ordinal = 0
        """,
        dossier, destination);
}

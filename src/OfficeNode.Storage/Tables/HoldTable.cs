using OfficeNode.Core;
using OfficeNode.Storage.Sqlite;

namespace OfficeNode.Storage.Tables;

/// <summary>A hold with what became of it.</summary>
/// <param name="LiftedBy">Null while nobody has lifted it.</param>
public sealed record KeptHold(Hold Hold, DateTimeOffset? LiftedAt, string? LiftedBy);

/// <summary>Holds: reasons that keep dossiers closed.</summary>
public sealed class HoldTable
{
    private readonly Database _database;
    private readonly TimeProvider _time;
    private readonly OpeningTable _openings;

    internal HoldTable(Database database, TimeProvider time)
    {
        _database = database;
        _time = time;
        _openings = new OpeningTable(database, time);
    }

    /// <summary>The holds of a dossier that nobody has lifted.</summary>
    public IReadOnlyList<Hold> Of(DossierId dossier) => _database.Query(
        "SELECT reason, person, since, until FROM hold WHERE dossier = ?1 AND lifted_at IS NULL ORDER BY id",
        row => new Hold { Reason = row.Text(0), Person = row.Text(1), Since = row.Day(2), Until = row.DayOrNull(3) },
        dossier.Value);

    /// <summary>All holds that a dossier ever had, the oldest first.</summary>
    public IReadOnlyList<KeptHold> History(DossierId dossier) => _database.Query(
        "SELECT reason, person, since, until, lifted_at, lifted_by FROM hold WHERE dossier = ?1 ORDER BY id",
        row => new KeptHold(
            new Hold { Reason = row.Text(0), Person = row.Text(1), Since = row.Day(2), Until = row.DayOrNull(3) }, row.TimeOrNull(4), row.TextOrNull(5)),
        dossier.Value);

    public void Place(DossierId dossier, Hold hold)
    {
        _database.Execute(
            "INSERT INTO hold (dossier, reason, person, since, until) VALUES (?1, ?2, ?3, ?4, ?5)",
            dossier.Value, hold.Reason, hold.Person, Columns.Text(hold.Since), hold.Until is { } until ? Columns.Text(until) : null);
        _openings.Note(dossier);
    }

    /// <summary>Lifts all holds of a dossier; how many there were.</summary>
    public int Lift(DossierId dossier, string person)
    {
        var lifted = _database.Execute(
            "UPDATE hold SET lifted_at = ?2, lifted_by = ?3 WHERE dossier = ?1 AND lifted_at IS NULL",
            dossier.Value, Columns.Text(_time.GetUtcNow()), person);
        _openings.Note(dossier);
        return lifted;
    }
}

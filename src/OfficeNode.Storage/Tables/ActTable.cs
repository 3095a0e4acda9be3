using OfficeNode.Core;
using OfficeNode.Storage.Sqlite;

namespace OfficeNode.Storage.Tables;

/// <summary>Publication acts. They are never changed or taken away; a hold closes what should not have been opened.</summary>
public sealed class ActTable
{
    private readonly Database _database;
    private readonly TimeProvider _time;
    private readonly OpeningTable _openings;

    internal ActTable(Database database, TimeProvider time)
    {
        _database = database;
        _time = time;
        _openings = new OpeningTable(database, time);
    }

    public IReadOnlyList<PublicationAct> Of(DossierId dossier) => After(dossier, 0);

    /// <summary>The acts of a dossier that were recorded after a given one.</summary>
    public IReadOnlyList<PublicationAct> After(DossierId dossier, long act) => _database.Query(
        "SELECT kind, day, person, gazette, opens, destinations FROM act WHERE dossier = ?1 AND id > ?2 ORDER BY day, id",
        Read,
        dossier.Value, act);

    /// <summary>The acts of a dossier with the time at which each was recorded, in that order.</summary>
    public IReadOnlyList<(PublicationAct Act, DateTimeOffset RecordedAt)> History(DossierId dossier) => _database.Query(
        "SELECT kind, day, person, gazette, opens, destinations, recorded_at FROM act WHERE dossier = ?1 ORDER BY id",
        row => (Read(row), row.Time(6)),
        dossier.Value);

    /// <summary>Records an act; false when the very same act is there already and no retraction came after it.</summary>
    public bool Record(DossierId dossier, PublicationAct act)
    {
        // In one order, so that the same act named in another order is the same act.
        var opens = StoredJson.Write<IReadOnlyList<DocumentCode>>([.. act.Opens.Distinct().OrderBy(code => code.Value, StringComparer.Ordinal)]);
        var destinations = StoredJson.Write<IReadOnlyList<string>>([.. act.Destinations.Distinct().Order(StringComparer.Ordinal)]);
        var known = _database.Count(
            """
            SELECT count(*) FROM act WHERE dossier = ?1 AND kind = ?2 AND day = ?3 AND person = ?4 AND gazette = ?5 AND opens = ?6 AND destinations = ?7
              AND id > coalesce((SELECT max(last_act) FROM retraction WHERE dossier = ?1), 0)
            """,
            dossier.Value, (int)act.Kind, Columns.Text(act.Date), act.Person, act.Gazette, opens, destinations);
        if (known == 0)
        {
            _database.Execute(
                "INSERT INTO act (dossier, kind, day, person, gazette, opens, destinations, recorded_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
                dossier.Value, (int)act.Kind, Columns.Text(act.Date), act.Person, act.Gazette, opens, destinations, Columns.Text(_time.GetUtcNow()));
            _openings.Note(dossier);
        }

        return known == 0;
    }

    private static PublicationAct Read(Row row) => new()
    {
        Kind = (OpeningPoint)row.Int(0),
        Date = row.Day(1),
        Person = row.Text(2),
        Gazette = row.Text(3),
        Opens = StoredJson.Read<IReadOnlyList<DocumentCode>>(row.Text(4)),
        Destinations = StoredJson.Read<IReadOnlyList<string>>(row.Text(5)),
    };
}

using OfficeNode.Core;
using OfficeNode.Storage.Sqlite;

namespace OfficeNode.Storage.Tables;

/// <summary>Acts of screens that were done, and where their answers led.</summary>
public sealed class DoneRequestTable
{
    private readonly Database _database;
    private readonly TimeProvider _time;

    internal DoneRequestTable(Database database, TimeProvider time)
    {
        _database = database;
        _time = time;
    }

    /// <summary>Where the answer to an act led; null for one that was not done, or was forgotten.</summary>
    public string? Find(Digest name) => _database.First("SELECT location FROM done_request WHERE name = ?1", row => row.Text(0), name.Value);

    /// <summary>Notes that an act was done; the first answer stays.</summary>
    public void Add(Digest name, string location) => _database.Execute(
        "INSERT INTO done_request (name, location, at) VALUES (?1, ?2, ?3) ON CONFLICT (name) DO NOTHING", name.Value, location, Columns.Text(_time.GetUtcNow()));

    /// <summary>Forgets acts that were done before a time, the oldest first and no more than so many.</summary>
    public void Sweep(DateTimeOffset before, int most) => _database.Execute(
        "DELETE FROM done_request WHERE name IN (SELECT name FROM done_request WHERE at < ?1 ORDER BY at LIMIT ?2)", Columns.Text(before), most);
}

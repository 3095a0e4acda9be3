using OfficeNode.Storage.Sqlite;

namespace OfficeNode.Storage.Tables;

/// <summary>Who holds which lease: the names behind the lock files, for messages.</summary>
public sealed class LeaseTable
{
    private readonly Database _database;
    private readonly TimeProvider _time;

    internal LeaseTable(Database database, TimeProvider time)
    {
        _database = database;
        _time = time;
    }

    public string? HolderOf(string lease) => _database.First(
        "SELECT holder || ', since ' || since FROM lease WHERE name = ?1", row => row.Text(0), lease);

    internal void Set(string lease, string holder) => _database.Execute(
        "INSERT INTO lease (name, holder, since) VALUES (?1, ?2, ?3) ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, since = excluded.since",
        lease, holder, Columns.Text(_time.GetUtcNow()));

    internal void Clear(string lease) => _database.Execute("DELETE FROM lease WHERE name = ?1", lease);
}

using OfficeNode.Storage.Sqlite;

namespace OfficeNode.Storage.Tables;

/// <summary>Single facts about this node, by name.</summary>
public sealed class NodeTable
{
    private readonly Database _database;

    internal NodeTable(Database database) => _database = database;

    public string? Get(string key) => _database.First("SELECT value FROM node WHERE key = ?1", row => row.Text(0), key);

    public void Remove(string key) => _database.Execute("DELETE FROM node WHERE key = ?1", key);

    public void Set(string key, string value) =>
        _database.Execute("INSERT INTO node (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = excluded.value", key, value);
}

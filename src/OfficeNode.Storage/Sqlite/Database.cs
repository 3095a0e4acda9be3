using Microsoft.Data.Sqlite;

namespace OfficeNode.Storage.Sqlite;

/// <summary>One connection with its prepared statements. Not thread-safe: a session has it to itself.</summary>
/// <remarks>Statements are prepared once per connection: an import runs a dozen of them per row, and preparing costs more than running.</remarks>
internal sealed class Database : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, SqliteCommand> _commands = new(StringComparer.Ordinal);

    public Database(string file, bool readOnly)
    {
        SqliteLibrary.Prepare();
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = file,
            Mode = readOnly ? SqliteOpenMode.ReadWrite : SqliteOpenMode.ReadWriteCreate,
            Pooling = false,
            DefaultTimeout = 10,
        }.ToString());
        _connection.Open();

        // Autocheckpoint is off and memory mapping unused: checkpoints run under the write lock, clear of the WAL-reset fault before SQLite 3.51.3.
        Execute("PRAGMA journal_mode = WAL");
        Execute("PRAGMA synchronous = FULL");
        Execute("PRAGMA foreign_keys = ON");
        Execute("PRAGMA wal_autocheckpoint = 0");
        Execute("PRAGMA mmap_size = 0");
        Execute("PRAGMA temp_store = MEMORY");
        if (readOnly)
        {
            Execute("PRAGMA query_only = ON");
        }
    }

    /// <summary>Runs a statement and returns how many rows it changed. Parameters are <c>?1</c>, <c>?2</c> …</summary>
    public int Execute(string sql, params ReadOnlySpan<object?> values) => Bind(sql, values).ExecuteNonQuery();

    /// <summary>Runs an INSERT and returns the new row's id.</summary>
    public long Insert(string sql, params ReadOnlySpan<object?> values)
    {
        Execute(sql, values);
        return SQLitePCL.raw.sqlite3_last_insert_rowid(_connection.Handle);
    }

    /// <summary>Runs several statements that take no parameters.</summary>
    public void ExecuteScript(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>All rows of a query.</summary>
    public List<T> Query<T>(string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<object?> values)
    {
        using var reader = Bind(sql, values).ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    /// <summary>The first row of a query, or the default of <typeparamref name="T"/>.</summary>
    public T? First<T>(string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<object?> values)
    {
        using var reader = Bind(sql, values).ExecuteReader();
        return reader.Read() ? read(reader) : default;
    }

    /// <summary>The single number that a query gives; 0 for NULL.</summary>
    public long Count(string sql, params ReadOnlySpan<object?> values) =>
        First(sql, reader => reader.IsDBNull(0) ? 0 : reader.GetInt64(0), values);

    /// <summary>Whether no transaction is open.</summary>
    public bool IsAutoCommit => SQLitePCL.raw.sqlite3_get_autocommit(_connection.Handle) != 0;

    public void Dispose()
    {
        foreach (var command in _commands.Values)
        {
            command.Dispose();
        }

        _connection.Dispose();
    }

    private SqliteCommand Bind(string sql, ReadOnlySpan<object?> values)
    {
        if (!_commands.TryGetValue(sql, out var command))
        {
            command = _connection.CreateCommand();
#pragma warning disable CA2100 // Every statement is a constant of a table class; values go in as parameters.
            command.CommandText = sql;
#pragma warning restore CA2100
            for (var i = 0; i < values.Length; i++)
            {
                command.Parameters.Add(new SqliteParameter { ParameterName = $"?{i + 1}" });
            }

            _commands.Add(sql, command);
        }

        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }

        return command;
    }
}

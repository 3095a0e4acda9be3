using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace OfficeNode.Storage.Sqlite;

/// <summary>One connection with its prepared statements. Not thread-safe: a session has it to itself.</summary>
/// <remarks>Statements are prepared once per connection: an import runs a dozen of them per row, and preparing costs more than running.</remarks>
internal sealed class Database : IDisposable
{
    // Writers queue at the process lock, so that only a foreign program (sqlite3 at a prompt) can be in the way.
    private const int BusyMilliseconds = 10_000;

    // SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE (sqlite3.h), which SQLitePCL does not name.
    private const int NoCheckpointOnClose = 1006;

    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, Statement> _statements = new(StringComparer.Ordinal);

    /// <summary>Opens a register file; only a writer makes it when it is not there.</summary>
    /// <exception cref="SqliteException">It is no database, or may not be opened.</exception>
    public Database(string file, bool readOnly)
    {
        SqliteLibrary.Prepare();
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = file,
            Mode = readOnly ? SqliteOpenMode.ReadWrite : SqliteOpenMode.ReadWriteCreate,   // a reader of a WAL keeps its place in the -shm file
            Pooling = false,
        }.ToString());
        try
        {
            _connection.Open();
            Configure(readOnly);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Whether no transaction is open.</summary>
    public bool IsAutoCommit => raw.sqlite3_get_autocommit(Handle) != 0;

    /// <summary>How many rows statements have changed since this connection was opened, whether they were committed or not.</summary>
    public long Changes => raw.sqlite3_total_changes(Handle);

    private sqlite3 Handle => _connection.Handle ?? throw new ObjectDisposedException(nameof(Database));

    /// <summary>Runs a statement and returns how many rows it changed. Parameters are <c>?1</c>, <c>?2</c> …</summary>
    public int Execute(string sql, params ReadOnlySpan<Value> values)
    {
        var statement = Prepare(sql);
        statement.Open(values);
        try
        {
            while (statement.Step())
            {
                // A PRAGMA answers with a row.
            }

            return raw.sqlite3_changes(Handle);
        }
        finally
        {
            statement.Close();
        }
    }

    /// <summary>Runs an INSERT and returns the new row's id.</summary>
    public long Insert(string sql, params ReadOnlySpan<Value> values)
    {
        Execute(sql, values);
        return raw.sqlite3_last_insert_rowid(Handle);
    }

    /// <summary>Runs work in one write transaction: all of it or nothing.</summary>
    public T InTransaction<T>(Func<T> work)
    {
        Execute("BEGIN IMMEDIATE");
        try
        {
            var result = work();
            Execute("COMMIT");
            return result;
        }
        catch
        {
            // SQLite rolls back by itself on a full disk; a second ROLLBACK would only hide the first error.
            if (!IsAutoCommit)
            {
                Execute("ROLLBACK");
            }

            throw;
        }
    }

    /// <summary>Runs several statements that take no parameters.</summary>
    public void ExecuteScript(string sql) => SqliteException.ThrowExceptionForRC(raw.sqlite3_exec(Handle, sql), Handle);

    /// <summary>All rows of a query.</summary>
    public List<T> Query<T>(string sql, Func<Row, T> read, params ReadOnlySpan<Value> values)
    {
        var statement = Prepare(sql);
        statement.Open(values);
        try
        {
            var rows = new List<T>();
            while (statement.Step())
            {
                rows.Add(read(new Row(statement)));
            }

            return rows;
        }
        finally
        {
            statement.Close();
        }
    }

    /// <summary>The first row of a query, or the default of <typeparamref name="T"/>.</summary>
    public T? First<T>(string sql, Func<Row, T> read, params ReadOnlySpan<Value> values)
    {
        var statement = Prepare(sql);
        statement.Open(values);
        try
        {
            return statement.Step() ? read(new Row(statement)) : default;
        }
        finally
        {
            statement.Close();
        }
    }

    /// <summary>The single number that a query gives; 0 for NULL.</summary>
    public long Count(string sql, params ReadOnlySpan<Value> values) => First(sql, row => row.Long(0), values);

    /// <summary>Brings the write-ahead log into the file and empties it; false when a reader still needs it. Waits for nobody.</summary>
    public bool TryCheckpoint()
    {
        _ = raw.sqlite3_busy_timeout(Handle, 0);
        try
        {
            var answer = raw.sqlite3_wal_checkpoint_v2(Handle, "main", raw.SQLITE_CHECKPOINT_TRUNCATE, out _, out _);
            if (answer is not raw.SQLITE_BUSY)
            {
                SqliteException.ThrowExceptionForRC(answer, Handle);
            }

            return answer == raw.SQLITE_OK;
        }
        finally
        {
            _ = raw.sqlite3_busy_timeout(Handle, BusyMilliseconds);
        }
    }

    public void Dispose()
    {
        foreach (var statement in _statements.Values)
        {
            statement.Dispose();
        }

        _statements.Clear();
        _connection.Dispose();
    }

    // Autocheckpoint is off, closing does not checkpoint and nothing is mapped: checkpoints run under the write lock only, clear of
    // the WAL-reset fault before SQLite 3.51.3.
    private void Configure(bool readOnly)
    {
        _ = raw.sqlite3_busy_timeout(Handle, BusyMilliseconds);
        SqliteException.ThrowExceptionForRC(raw.sqlite3_db_config(Handle, NoCheckpointOnClose, 1, out _), Handle);
        ExecuteScript("""
            PRAGMA synchronous = FULL;
            PRAGMA foreign_keys = ON;
            PRAGMA wal_autocheckpoint = 0;
            PRAGMA mmap_size = 0;
            PRAGMA temp_store = MEMORY;
            PRAGMA trusted_schema = OFF;
            """);

        // 32 MB hold the inner pages of the indexes of some hundred thousand records, and what one batch changes; 8 MB what a page of the kiosk asks for.
        ExecuteScript(readOnly ? "PRAGMA cache_size = -8192; PRAGMA query_only = ON;" : "PRAGMA cache_size = -32768; PRAGMA journal_mode = WAL;");
    }

    private Statement Prepare(string sql)
    {
        if (!_statements.TryGetValue(sql, out var statement))
        {
            statement = new Statement(Handle, sql);
            _statements.Add(sql, statement);
        }

        return statement;
    }
}

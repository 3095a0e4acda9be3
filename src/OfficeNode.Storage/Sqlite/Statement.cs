using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace OfficeNode.Storage.Sqlite;

/// <summary>One prepared statement: bound, stepped through and reset for the next use. Not thread-safe.</summary>
internal sealed class Statement : IDisposable
{
    // A text up to so many characters is encoded on the stack; more would endanger it.
    private const int ShortText = 256;
    private readonly sqlite3 _connection;
    private readonly sqlite3_stmt _handle;
    private bool _isOpen;

    public Statement(sqlite3 connection, string sql)
    {
        _connection = connection;
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v3(connection, sql, raw.SQLITE_PREPARE_PERSISTENT, out _handle), connection);
    }

    /// <summary>Binds the values to <c>?1</c>, <c>?2</c> … and opens the statement; <see cref="Close"/> follows, unless this throws.</summary>
    public void Open(ReadOnlySpan<Value> values)
    {
        if (_isOpen)
        {
            throw new InvalidOperationException("The rows of this statement are still being read: " + raw.sqlite3_sql(_handle).utf8_to_string());
        }

        for (var i = 0; i < values.Length; i++)
        {
            SqliteException.ThrowExceptionForRC(Bind(i + 1, values[i]), _connection);
        }

        _isOpen = true;
    }

    /// <summary>Goes to the next row; false after the last.</summary>
    public bool Step()
    {
        var answer = raw.sqlite3_step(_handle);
        SqliteException.ThrowExceptionForRC(answer, _connection);
        return answer == raw.SQLITE_ROW;
    }

    public void Close()
    {
        // Its answer is that of the last step, which was thrown then.
        _ = raw.sqlite3_reset(_handle);
        _isOpen = false;
    }

    public bool IsNull(int column) => raw.sqlite3_column_type(_handle, column) == raw.SQLITE_NULL;

    public long Long(int column) => raw.sqlite3_column_int64(_handle, column);

    /// <summary>The bytes of a text (UTF-8) or blob, valid until the next step.</summary>
    public ReadOnlySpan<byte> Bytes(int column) => raw.sqlite3_column_blob(_handle, column);

    public void Dispose() => _handle.Dispose();

    private int Bind(int position, Value value) => value switch
    {
        { IsNumber: true } => raw.sqlite3_bind_int64(_handle, position, value.Number),
        { Content: string text } => BindText(position, text),
        { Content: byte[] { Length: 0 } } => raw.sqlite3_bind_zeroblob(_handle, position, 0),
        { Content: byte[] bytes } => raw.sqlite3_bind_blob(_handle, position, bytes),
        _ => raw.sqlite3_bind_null(_handle, position),
    };

    private int BindText(int position, string text)
    {
        if (text.Length is 0 or > ShortText)
        {
            // An empty span has no address, and SQLite reads a missing address as NULL.
            return text.Length == 0 ? raw.sqlite3_bind_text(_handle, position, "") : raw.sqlite3_bind_text(_handle, position, Encoding.UTF8.GetBytes(text));
        }

        Span<byte> bytes = stackalloc byte[Encoding.UTF8.GetMaxByteCount(ShortText)];
        return raw.sqlite3_bind_text(_handle, position, bytes[..Encoding.UTF8.GetBytes(text, bytes)]);
    }
}

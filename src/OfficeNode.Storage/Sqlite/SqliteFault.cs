using Microsoft.Data.Sqlite;
using OfficeNode.Core.Disk;

namespace OfficeNode.Storage.Sqlite;

/// <summary>Says in the words of the disk what SQLite complains about.</summary>
internal static class SqliteFault
{
    public static StorageException Describe(string file, SqliteException error)
    {
        var fault = (error.SqliteErrorCode & 0xFF) switch
        {
            SQLitePCL.raw.SQLITE_FULL => StorageFault.Full,
            SQLitePCL.raw.SQLITE_READONLY or SQLitePCL.raw.SQLITE_CANTOPEN or SQLitePCL.raw.SQLITE_PERM => StorageFault.Denied,
            SQLitePCL.raw.SQLITE_CORRUPT or SQLitePCL.raw.SQLITE_NOTADB => StorageFault.Damaged,
            SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED => StorageFault.Held,
            _ => StorageFault.Other,
        };
        return new StorageException(fault, file, $"{file}: {error.Message}", error);
    }
}

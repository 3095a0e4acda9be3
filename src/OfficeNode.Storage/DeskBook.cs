using Microsoft.Data.Sqlite;
using OfficeNode.Core.Disk;
using OfficeNode.Storage.Migrations;
using OfficeNode.Storage.Sqlite;
using OfficeNode.Storage.Tables;

namespace OfficeNode.Storage;

/// <summary>The receiving desk's own database: which packages came and what was answered. It knows nothing of any register.</summary>
/// <remarks>
/// To be used by one job at a time, under the lease <c>intake</c>; not thread-safe. Faults of the disk arrive as <see cref="StorageException"/>.
/// </remarks>
public sealed class DeskBook : IDisposable
{
    // Only another intake writes here, and the lease keeps that away: whoever is in the way is gone soon.
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(10);

    private readonly string _file;
    private readonly string _lockFile;
    private readonly TimeProvider _time;
    private readonly Database _database;
    private readonly ArrivalTable _arrivals;

    private DeskBook(NodeFolder folder, TimeProvider time)
    {
        _file = folder.DeskFile;
        _lockFile = Path.Combine(folder.Locks, "desk.lock");
        _time = time;
        _database = Guard(() => new Database(_file, readOnly: false));
        _arrivals = new ArrivalTable(_database);
    }

    /// <summary>Opens the desk's database of a data directory, makes it when it is new and brings it to this program's schema.</summary>
    /// <exception cref="StorageException">It is not writable, or of a newer program.</exception>
    public static DeskBook Open(NodeFolder folder, TimeProvider time)
    {
        var book = new DeskBook(folder, time);
        try
        {
            if (book.Guard(() => MigrationRunner.OfDesk.IsBehind(book._database, book._file)))
            {
                book.Write(_ => MigrationRunner.OfDesk.Run(book._database, book._file));
            }

            return book;
        }
        catch
        {
            book.Dispose();
            throw;
        }
    }

    public T Read<T>(Func<ArrivalTable, T> work) => Guard(() => work(_arrivals));

    /// <summary>Changes the database in one transaction.</summary>
    public void Write(Action<ArrivalTable> work) => Guard(() =>
    {
        using var held = ProcessLock.Take(_lockFile, Deadline, _time);
        _database.InTransaction(() =>
        {
            work(_arrivals);
            return 0;
        });

        // Few and small transactions: the log never waits for the next one.
        return _database.TryCheckpoint();
    });

    public void Dispose() => _database.Dispose();

    private T Guard<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SqliteException error)
        {
            throw SqliteFault.Describe(_file, error);
        }
    }
}

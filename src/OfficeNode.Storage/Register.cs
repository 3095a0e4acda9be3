using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using OfficeNode.Core.Disk;
using OfficeNode.Storage.Migrations;
using OfficeNode.Storage.Sqlite;

namespace OfficeNode.Storage;

/// <summary>Who did what to the register: one entry of the audit log.</summary>
/// <param name="Author">The person or part of the program that answers for it.</param>
/// <param name="Action">What was done, as a stable word: <c>import</c>, <c>publish</c> …</param>
/// <param name="Detail">On what; for people. No personal data.</param>
public sealed record Deed(string Author, string Action, string Detail);

/// <summary>The register of a node: its SQLite file, one writer at a time across all processes, any number of readers.</summary>
/// <remarks>
/// Thread-safe. A write transaction is BEGIN IMMEDIATE under an inter-process lock and should last at most <see cref="LongestWrite"/>; long
/// work goes in batches. Faults of the disk arrive as <see cref="StorageException"/>.
/// </remarks>
public sealed class Register : IDisposable
{
    /// <summary>How long one write transaction may take: a kiosk waits behind it, and 250 ms is what a person does not notice.</summary>
    public static readonly TimeSpan LongestWrite = TimeSpan.FromMilliseconds(250);

    // A writer that waits longer than this is behind something that is not a batch.
    private static readonly TimeSpan WriteDeadline = TimeSpan.FromSeconds(30);
    private const long CheckpointBytes = 16 << 20;

    private readonly string _file;
    private readonly TimeProvider _time;
    private readonly ProcessLock _processLock;
    private readonly Lock _writerGate = new();
    private readonly Database _writer;
    private readonly ConcurrentBag<Database> _readers = [];

    private Register(NodeFolder folder, TimeProvider time)
    {
        _file = folder.RegisterFile;
        _time = time;
        _processLock = new ProcessLock(Path.Combine(folder.Locks, "register.lock"), time);
        _writer = Guard(() => new Database(_file, readOnly: false));
    }

    /// <summary>Opens the register of a data directory, makes it when it is new and brings it to this program's schema.</summary>
    /// <exception cref="StorageException">The directory is not a node's, not writable, or of a newer program.</exception>
    public static Register Open(NodeFolder folder, TimeProvider time)
    {
        if (!Directory.Exists(folder.Locks))
        {
            throw new StorageException(StorageFault.Missing, folder.Root, $"{folder.Root} is not the data directory of a node.");
        }

        var register = new Register(folder, time);
        register.Locked(() => MigrationRunner.Run(register._writer, folder.RegisterFile));
        return register;
    }

    /// <summary>Reads under one consistent view.</summary>
    public T Read<T>(Func<RegisterSession, T> work) => Guard(() =>
    {
        var reader = _readers.TryTake(out var free) ? free : new Database(_file, readOnly: true);
        reader.Execute("BEGIN");
        try
        {
            return work(new RegisterSession(reader, _time));
        }
        finally
        {
            reader.Execute("ROLLBACK");
            _readers.Add(reader);
        }
    });

    /// <summary>Changes the register in one transaction with one entry in the audit log.</summary>
    public T Write<T>(Deed deed, Func<RegisterSession, T> work) => Locked(() =>
    {
        var session = new RegisterSession(_writer, _time);
        var result = work(session);
        session.Audit.Append(deed, session.Revisions.Written);
        return result;
    });

    /// <summary>Changes the register in one transaction with one entry in the audit log.</summary>
    public void Write(Deed deed, Action<RegisterSession> work) => Write(deed, session =>
    {
        work(session);
        return 0;
    });

    /// <summary>Changes working state that is no part of the register's truth (outbox, progress, leases): no audit entry.</summary>
    public T Note<T>(Func<RegisterSession, T> work) => Locked(() => work(new RegisterSession(_writer, _time)));

    /// <summary>Changes working state that is no part of the register's truth (outbox, progress, leases): no audit entry.</summary>
    public void Note(Action<RegisterSession> work) => Note(session =>
    {
        work(session);
        return 0;
    });

    /// <summary>Runs SQLite's own check of the file; the first complaint, or null when all is well.</summary>
    public string? CheckIntegrity() => Guard(() =>
    {
        using var database = new Database(_file, readOnly: true);
        var answer = database.First("PRAGMA quick_check(1)", reader => reader.GetString(0));
        return answer == "ok" ? null : answer;
    });

    public void Dispose()
    {
        while (_readers.TryTake(out var reader))
        {
            reader.Dispose();
        }

        _writer.Dispose();
    }

    private void Locked(Action work) => Locked(() =>
    {
        work();
        return 0;
    });

    private T Locked<T>(Func<T> work) => Guard(() =>
    {
        lock (_writerGate)
        {
            using var held = _processLock.Take(WriteDeadline);
            _writer.Execute("BEGIN IMMEDIATE");
            var committed = false;
            try
            {
                var result = work();
                _writer.Execute("COMMIT");
                committed = true;
                CheckpointWhenLarge_NeedsLock();
                return result;
            }
            finally
            {
                if (!committed)
                {
                    RollBack_NeedsLock();
                }
            }
        }
    });

    // SQLite rolls back by itself on a full disk; a second ROLLBACK would only hide the first error.
    private void RollBack_NeedsLock()
    {
        if (!_writer.IsAutoCommit)
        {
            _writer.Execute("ROLLBACK");
        }
    }

    private void CheckpointWhenLarge_NeedsLock()
    {
        var wal = new FileInfo(_file + "-wal");
        if (wal.Exists && wal.Length > CheckpointBytes)
        {
            _writer.Count("PRAGMA wal_checkpoint(RESTART)");
        }
    }

    private T Guard<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SqliteException error)
        {
            throw Describe(error);
        }
    }

    private StorageException Describe(SqliteException error)
    {
        var fault = error.SqliteErrorCode switch
        {
            SQLitePCL.raw.SQLITE_FULL => StorageFault.Full,
            SQLitePCL.raw.SQLITE_READONLY or SQLitePCL.raw.SQLITE_CANTOPEN or SQLitePCL.raw.SQLITE_PERM => StorageFault.Denied,
            SQLitePCL.raw.SQLITE_CORRUPT or SQLitePCL.raw.SQLITE_NOTADB => StorageFault.Damaged,
            SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED => StorageFault.Held,
            _ => StorageFault.Other,
        };
        return new StorageException(fault, _file, $"{_file}: {error.Message}", error);
    }
}

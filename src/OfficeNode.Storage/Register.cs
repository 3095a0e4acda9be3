using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using OfficeNode.Core;
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
    // The size SQLite's own autocheckpoint has (1000 pages, 4 MB), times four: fewer, larger checkpoints write a hot page once instead of four times.
    private const long CheckpointBytes = 16 << 20;

    private readonly string _file;
    private readonly string _lockFile;
    private readonly TimeProvider _time;
    private readonly Lock _writerGate = new();
    private readonly Database _writer;
    private readonly ConcurrentBag<Database> _readers = [];
    private long _checkpointAt = CheckpointBytes;
    private bool _hasWritten;
    private volatile bool _isDisposed;

    private Register(NodeFolder folder, TimeProvider time)
    {
        _file = folder.RegisterFile;
        _lockFile = Path.Combine(folder.Locks, "register.lock");
        _time = time;
        _writer = Guard(() => new Database(_file, readOnly: false));
    }

    /// <summary>The number of the schema that an open register has.</summary>
    public static int Schema => MigrationRunner.Newest;

    /// <summary>Opens the register of a data directory, makes it when it is new and brings it to this program's schema.</summary>
    /// <exception cref="StorageException">The directory is not a node's, not writable, or of a newer program.</exception>
    public static Register Open(NodeFolder folder, TimeProvider time)
    {
        if (!Directory.Exists(folder.Locks))
        {
            throw new StorageException(StorageFault.Missing, folder.Root, $"{folder.Root} is not the data directory of a node.");
        }

        var register = new Register(folder, time);
        try
        {
            register.Migrate();
            return register;
        }
        catch
        {
            register.Dispose();
            throw;
        }
    }

    /// <summary>Reads under one consistent view.</summary>
    public T Read<T>(Func<RegisterSession, T> work) => Guard(() =>
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        var reader = _readers.TryTake(out var free) ? free : new Database(_file, readOnly: true);
        try
        {
            reader.Execute("BEGIN");
            var result = work(new RegisterSession(reader, _time));
            reader.Execute("ROLLBACK");
            GiveBack(reader);
            return result;
        }
        catch
        {
            // Whatever state it is in, the next one opens another.
            reader.Dispose();
            throw;
        }
    });

    /// <summary>Changes the register in one transaction with one entry in the audit log.</summary>
    public T Write<T>(Deed deed, Func<RegisterSession, T> work) => Locked(session =>
    {
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

    /// <summary>Changes the register in one transaction with one entry in the audit log, unless the work finds something against it: then there is neither.</summary>
    /// <returns>What the work found; empty when it was done.</returns>
    /// <exception cref="InvalidOperationException">The work found something after it had changed something; the change is taken back.</exception>
    public IReadOnlyList<Finding> TryWrite(Deed deed, Func<RegisterSession, IReadOnlyList<Finding>> work) => TryWrite(session => (deed, work(session)));

    /// <summary>As the other, where only the work itself can say on what something was done; no deed says that nothing was, because it had been done before.</summary>
    /// <returns>What the work found; empty when it was done, or had been.</returns>
    /// <exception cref="InvalidOperationException">The work found something, or had nothing to do, after it had changed something; the change is taken back.</exception>
    public IReadOnlyList<Finding> TryWrite(Func<RegisterSession, (Deed? Deed, IReadOnlyList<Finding> Findings)> work) => Locked(session =>
    {
        var before = _writer.Changes;
        var (deed, findings) = work(session);
        if (findings.Count == 0 && deed is not null)
        {
            session.Audit.Append(deed, session.Revisions.Written);
        }
        else if (_writer.Changes != before)
        {
            throw new InvalidOperationException("What is refused changes nothing: look before writing.");
        }

        return findings;
    });

    /// <summary>Changes working state that is no part of the register's truth (outbox, progress, leases): no audit entry, so no revisions either.</summary>
    public T Note<T>(Func<RegisterSession, T> work) => Locked(session =>
    {
        var result = work(session);
        return session.Revisions.Written.Count == 0
            ? result
            : throw new InvalidOperationException("A revision is written with a deed, which the audit log keeps.");
    });

    /// <summary>Changes working state that is no part of the register's truth (outbox, progress, leases): no audit entry, so no revisions either.</summary>
    public void Note(Action<RegisterSession> work) => Note(session =>
    {
        work(session);
        return 0;
    });

    /// <summary>Runs SQLite's own check of the file; the first complaint, or null when all is well.</summary>
    public string? CheckIntegrity() => Guard(() =>
    {
        using var database = new Database(_file, readOnly: true);
        var answer = database.First("PRAGMA quick_check(1)", row => row.Text(0));
        return answer == "ok" ? null : answer;
    });

    /// <summary>Closes the file. What this process wrote is first brought out of the write-ahead log, unless somebody else is writing.</summary>
    public void Dispose()
    {
        if (_isDisposed)
        {
            return;
        }

        _isDisposed = true;
        while (_readers.TryTake(out var reader))
        {
            reader.Dispose();
        }

        lock (_writerGate)
        {
            TryLastCheckpoint_NeedsLock();
            _writer.Dispose();
        }
    }

    private void Migrate()
    {
        if (Guard(() => MigrationRunner.OfRegister.IsBehind(_writer, _file)))
        {
            Locked(_ => MigrationRunner.OfRegister.Run(_writer, _file));
        }
    }

    private void GiveBack(Database reader)
    {
        _readers.Add(reader);
        if (_isDisposed && _readers.TryTake(out var late))
        {
            late.Dispose();
        }
    }

    private T Locked<T>(Func<RegisterSession, T> work) => Guard(() =>
    {
        if (_writerGate.IsHeldByCurrentThread)
        {
            throw new InvalidOperationException("A write to the register cannot begin another one.");
        }

        lock (_writerGate)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            using var held = ProcessLock.Take(_lockFile, WriteDeadline, _time);
            var result = _writer.InTransaction(() => work(new RegisterSession(_writer, _time)));
            _hasWritten = true;
            CheckpointWhenLarge_NeedsLock();
            return result;
        }
    });

    private long WalBytes() => new FileInfo(_file + "-wal") is { Exists: true } wal ? wal.Length : 0;

    // The transaction is committed by now: that its bytes could not yet be moved is no failure of it.
    private void CheckpointWhenLarge_NeedsLock()
    {
        if (WalBytes() is var bytes && bytes > _checkpointAt)
        {
            // While a long reader is in the way, the log is looked at again only after it has grown by as much once more.
            _checkpointAt = TryCheckpoint_NeedsLock() ? CheckpointBytes : bytes + CheckpointBytes;
        }
    }

    private void TryLastCheckpoint_NeedsLock()
    {
        if (!_hasWritten)
        {
            return;
        }

        try
        {
            using var held = ProcessLock.TryTake(_lockFile);
            if (held is not null)
            {
                TryCheckpoint_NeedsLock();
            }
        }
        catch (StorageException)
        {
            // The data directory is gone or full: the log stays, and the next process that writes takes it over.
        }
    }

    private bool TryCheckpoint_NeedsLock()
    {
        try
        {
            return _writer.TryCheckpoint();
        }
        catch (SqliteException error) when (SqliteFault.Describe(_file, error).Fault is StorageFault.Full or StorageFault.Other)
        {
            return false;
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
            throw SqliteFault.Describe(_file, error);
        }
    }
}

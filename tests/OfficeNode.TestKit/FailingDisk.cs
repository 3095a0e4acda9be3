using OfficeNode.Core.Disk;

namespace OfficeNode.TestKit;

/// <summary>A disk that fails on purpose: at the n-th operation, or when a number of bytes has been written.</summary>
/// <remarks>
/// Counted are the calls of <see cref="IDisk"/> except <see cref="FreeBytes"/>, and every write to, or flush or shortening of, a file it made.
/// The write that fails leaves half of its bytes behind, as a real one may. Thread-safe.
/// </remarks>
public sealed class FailingDisk : IDisk
{
    private readonly IDisk _inner;
    private readonly Lock _lock = new();
    private readonly long _failAt;
    private readonly long _capacity;
    private readonly StorageFault _fault;
    private readonly bool _stopsForGood;
    private long _operations;
    private long _bytes;

    private FailingDisk(IDisk inner, long failAt, long capacity, StorageFault fault, bool stopsForGood)
    {
        _inner = inner;
        _failAt = failAt;
        _capacity = capacity;
        _fault = fault;
        _stopsForGood = stopsForGood;
    }

    /// <summary>How many operations were asked for so far: a run on <see cref="Counting"/> says how many points a fault loop has.</summary>
    public long Operations => Interlocked.Read(ref _operations);

    /// <summary>What was asked for when the first failure came, as <c>Move /from -> /to</c>; null before it.</summary>
    public string? FailedOperation { get; private set; }

    /// <summary>A disk that only counts.</summary>
    public static FailingDisk Counting(IDisk inner) => new(inner, long.MaxValue, long.MaxValue, StorageFault.Other, stopsForGood: false);

    /// <summary>The power goes at the n-th operation, counted from 1: it and all after it fail, clean-up included.</summary>
    public static FailingDisk StoppingAt(IDisk inner, long operation) => new(inner, operation, long.MaxValue, StorageFault.Other, stopsForGood: true);

    /// <summary>The n-th operation, counted from 1, fails once; those after it work.</summary>
    public static FailingDisk FailingOnceAt(IDisk inner, long operation, StorageFault fault = StorageFault.Other) =>
        new(inner, operation, long.MaxValue, fault, stopsForGood: false);

    /// <summary>The disk is full after so many bytes in all; deleting works and makes no room.</summary>
    public static FailingDisk FullAfter(IDisk inner, long bytes) => new(inner, long.MaxValue, bytes, StorageFault.Full, stopsForGood: false);

    public void CreateFolder(string path, FileAudience audience = FileAudience.Office)
    {
        Count($"CreateFolder {path}", path);
        _inner.CreateFolder(path, audience);
    }

    public Stream CreateFile(string path, FileAudience audience = FileAudience.Office)
    {
        Count($"CreateFile {path}", path);
        return new FailingFile(this, path, _inner.CreateFile(path, audience));
    }

    public void Sync(Stream file)
    {
        var failing = (FailingFile)file;
        Count($"Sync {failing.Path}", failing.Path);
        _inner.Sync(failing.Inner);
    }

    public void Move(string from, string to)
    {
        Count($"Move {from} -> {to}", to);
        _inner.Move(from, to);
    }

    public void Replace(string from, string to)
    {
        Count($"Replace {from} -> {to}", to);
        _inner.Replace(from, to);
    }

    public void SyncFolder(string folder)
    {
        Count($"SyncFolder {folder}", folder);
        _inner.SyncFolder(folder);
    }

    public void Delete(string path)
    {
        Count($"Delete {path}", path);
        _inner.Delete(path);
    }

    public long FreeBytes(string folder) => _capacity == long.MaxValue
        ? _inner.FreeBytes(folder)
        : Math.Max(0, _capacity - Interlocked.Read(ref _bytes));

    /// <summary>Counts an operation and throws when it is the one to fail.</summary>
    internal void Count(string operation, string path)
    {
        if (Admit(operation, 0, out _) is { } fault)
        {
            throw Failure(fault, operation, path);
        }
    }

    /// <summary>Counts a write; gives what of it still reaches the file, and the failure that follows, if any.</summary>
    internal (int Written, StorageException? Failure) CountWrite(string path, int length)
    {
        var operation = $"Write {length} bytes to {path}";
        var fault = Admit(operation, length, out var written);
        return (written, fault is { } kind ? Failure(kind, operation, path) : null);
    }

    private StorageFault? Admit(string operation, int length, out int written)
    {
        lock (_lock)
        {
            _operations++;
            var isHit = _operations == _failAt || (_stopsForGood && _operations > _failAt);
            var room = _capacity - _bytes;
            written = isHit ? (_operations == _failAt ? length / 2 : 0) : (int)Math.Min(length, room);
            _bytes += written;
            if (!isHit && written == length)
            {
                return null;
            }

            FailedOperation ??= operation;
            return isHit ? _fault : StorageFault.Full;
        }
    }

    private static StorageException Failure(StorageFault fault, string operation, string path) =>
        new(fault, path, $"{path}: the test's disk fails at '{operation}'.");
}

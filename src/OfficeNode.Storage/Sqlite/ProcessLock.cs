using System.Diagnostics.CodeAnalysis;
using OfficeNode.Core.Disk;

namespace OfficeNode.Storage.Sqlite;

/// <summary>A lock between processes on one machine: a file that only one may have open. The system lets go of it when its holder dies.</summary>
internal static class ProcessLock
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(20);

    /// <summary>Waits for the lock.</summary>
    /// <exception cref="StorageException"><see cref="StorageFault.Held"/> when it was not free within the time given (I12).</exception>
    public static IDisposable Take(string path, TimeSpan deadline, TimeProvider time)
    {
        var start = time.GetTimestamp();
        var pause = FirstPause;
        while (true)
        {
            if (TryTake(path) is { } held)
            {
                return held;
            }

            if (time.GetElapsedTime(start) >= deadline)
            {
                throw new StorageException(StorageFault.Held, path, $"{path} was held by another process for more than {deadline.TotalSeconds:0} s.");
            }

            using var waiting = new ManualResetEventSlim();
            waiting.Wait(pause);
            pause = TimeSpan.FromTicks(Math.Min(pause.Ticks * 2, LongestPause.Ticks));
        }
    }

    /// <summary>Takes the lock when it is free; null when somebody has it.</summary>
    [SuppressMessage("ApiDesign", "RS0030", Justification = "A lock file has no content to lose.")]
    public static IDisposable? TryTake(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1);
        }
        catch (IOException error) when (IsHeld(error))
        {
            return null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw PhysicalDisk.Describe(path, error);
        }
    }

    // EWOULDBLOCK on Linux; ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION on Windows.
    private static bool IsHeld(IOException error) => (error.HResult & 0xFFFF) is var code
        && (OperatingSystem.IsWindows() ? code is 0x20 or 0x21 : code == 11);
}

using OfficeNode.Core.Disk;

namespace OfficeNode.Host.Journey;

/// <summary>What was swept.</summary>
public readonly record struct SweptPreviews(int Files, long Bytes);

/// <summary>Keeps what previews take on the disk within a limit: the oldest go first, whatever they show, since all can be made again.</summary>
/// <remarks>
/// Reads the folders twice, which takes a second for some hundred thousand files, and remembers bytes by the minute and no names. Some tenth of the limit is made free, so that it is not
/// reached again at once.
/// </remarks>
internal sealed class PreviewSweep
{
    // What a stop left half written. A preview takes less than a minute.
    private static readonly TimeSpan Leftover = TimeSpan.FromDays(1);

    private readonly Node _node;

    public PreviewSweep(Node node) => _node = node;

    /// <param name="most">Bytes that may stay.</param>
    /// <param name="inUse">Full paths of files that stay in any case.</param>
    /// <exception cref="OperationCanceledException">The service stops; what was swept is swept.</exception>
    public SweptPreviews Run(long most, IReadOnlySet<string> inUse, CancellationToken cancellation)
    {
        var minutes = new SortedDictionary<long, long>();
        foreach (var file in Files(cancellation))
        {
            minutes[MinuteOf(file)] = minutes.GetValueOrDefault(MinuteOf(file)) + file.Length;
        }

        var excess = minutes.Values.Sum() - most;
        return excess > 0 ? Delete(excess + most / 10, minutes, inUse, cancellation) : default;
    }

    private SweptPreviews Delete(long wanted, SortedDictionary<long, long> minutes, IReadOnlySet<string> inUse, CancellationToken cancellation)
    {
        var (last, sum) = (long.MinValue, 0L);
        foreach (var (minute, bytes) in minutes.TakeWhile(_ => sum < wanted))
        {
            (last, sum) = (minute, sum + bytes);
        }

        var swept = default(SweptPreviews);
        foreach (var file in Files(cancellation).Where(file => MinuteOf(file) <= last && !inUse.Contains(file.FullName)))
        {
            if (swept.Bytes >= wanted)
            {
                break;
            }

            var length = file.Length;
            swept = TryDelete(file) ? new SweptPreviews(swept.Files + 1, swept.Bytes + length) : swept;
        }

        return swept;
    }

    /// <summary>All previews, old leftovers deleted on the way.</summary>
    private IEnumerable<FileInfo> Files(CancellationToken cancellation)
    {
        var folder = new DirectoryInfo(_node.Previews.Folder);
        if (!folder.Exists)
        {
            yield break;
        }

        var now = _node.Time.GetUtcNow();
        foreach (var file in folder.EnumerateFiles("*", SearchOption.AllDirectories))
        {
            cancellation.ThrowIfCancellationRequested();
            if (!file.Name.StartsWith(PreviewFiles.Unfinished, StringComparison.Ordinal))
            {
                yield return file;
            }
            else if (now - file.LastWriteTimeUtc > Leftover)
            {
                TryDelete(file);
            }
        }
    }

    // One that somebody reads just now stays on Windows, and goes the next time.
    private bool TryDelete(FileInfo file)
    {
        try
        {
            _node.Disk.Delete(file.FullName);
            return true;
        }
        catch (StorageException)
        {
            return false;
        }
    }

    private static long MinuteOf(FileInfo file) => file.LastWriteTimeUtc.Ticks / TimeSpan.TicksPerMinute;
}

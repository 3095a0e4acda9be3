using System.Globalization;
using System.Runtime.CompilerServices;
using OfficeNode.Core.Batches;
using OfficeNode.Core.Disk;

namespace OfficeNode.Capture.Scanners;

/// <summary>A folder into which scanners, cameras and telephones save files: each file is one side, whatever it holds.</summary>
/// <remarks>
/// <para>Files are taken when nothing in the folder has changed for a time and nobody has them open for writing, and then all of them in the order
/// of their names (<see cref="NaturalOrder"/>): a stack whose files arrive in any order is a batch in order. The scan ends when nothing more has come for that time.
/// A caller that does the waiting itself asks <see cref="Ready"/>; the scan then takes what that found, and ends.</para>
/// <para>The folder is looked at again and again; notices of the system are not relied upon: network shares send none, and full queues drop them.</para>
/// <para>Links, pipes, hidden files and those with the endings of unfinished ones are left. Subfolders are not entered. A settled file is moved to
/// <c>taken</c> or <c>refused</c> in the folder, under its name, made unique where that is taken. One that cannot be moved stays, is not given
/// again before it changes, and holds up no other.</para>
/// </remarks>
public sealed class FolderScanner : IScanner
{
    private readonly string _path;
    private readonly WatchedFolder _folder;
    private readonly RestWatch _watch;
    private readonly ScannerOptions _options;
    private readonly IDisk _disk;
    private readonly TimeProvider _time;

    // What the scan under way has yielded and is still there, as it stood then.
    private readonly Dictionary<string, FileState> _given = new(StringComparer.Ordinal);

    // Settled, and not to be moved.
    private readonly Dictionary<string, StuckFile> _stuck = new(StringComparer.Ordinal);

    // As the folder stood at the last look.
    private Dictionary<string, FileState> _files = [];

    // What Ready found last: the next scan takes it.
    private Stack? _announced;

    private HashSet<Trouble> _told = [];

    public FolderScanner(string path, ScannerOptions options, IDisk disk, TimeProvider time)
    {
        _path = Path.GetFullPath(path);
        _folder = new(_path);
        _watch = new(options.RestTime, options.Patience, time);
        _options = options;
        _disk = disk;
        _time = time;
    }

    /// <exception cref="ScannerException">
    /// Told once for each file, when the others have been yielded. <see cref="ScannerFault.Busy"/>: it is still being written after all patience, and comes with a later scan.
    /// <see cref="ScannerFault.Denied"/>, <see cref="ScannerFault.Other"/>: it cannot be moved out of the folder.
    /// <see cref="ScannerFault.NotSupported"/>: its name is no text.
    /// </exception>
    public async IAsyncEnumerable<ScannedSide> ScanAsync(ScanOrder order, [EnumeratorCancellation] CancellationToken cancellation)
    {
        _given.Clear();
        _watch.Begin();
        var sheet = order.FirstSheet;
        var announced = _announced;
        _announced = null;
        do
        {
            var stack = announced ?? await RestAsync(cancellation);
            foreach (var name in stack.Names)
            {
                cancellation.ThrowIfCancellationRequested();

                // Since the look, the caller has worked on those before: it may have changed or gone.
                if (_folder.StateOf(name) is { } state && state == stack.Files[name])
                {
                    _given[name] = state;
                    yield return new(sheet++, Side.Front, _folder.PathOf(name), name);
                }
            }
        }
        while (announced is null && HasNew());

        if (Complaint() is { } complaint)
        {
            throw complaint;
        }
    }

    /// <summary>Looks once, without waiting: what may be taken now, as one text that is the same for the same files; empty for nothing, or not yet.</summary>
    /// <remarks>To be asked again and again between scans: rest and patience are counted from look to look.</remarks>
    /// <exception cref="ScannerException">The folder is not there, or may not be read.</exception>
    public string Ready()
    {
        _given.Clear();
        _announced = Look() is { Names.Count: > 0 } stack ? stack : null;
        return _announced is null ? "" : string.Join('\n', _announced.Names.Select(name => Describe(name, _announced.Files[name])));
    }

    /// <summary>What keeps files in the folder from being taken or moved, as far as nobody was told yet; null for nothing new.</summary>
    public ScannerException? Complaint()
    {
        var troubles = Troubles().ToList();
        var news = troubles.Where(trouble => !_told.Contains(trouble)).ToList();
        _told = [.. troubles];
        return news.Count == 0 ? null : new(news[0].Fault, _path, string.Join(' ', news.GroupBy(trouble => trouble.Fault).Select(Describe)));
    }

    public IAsyncEnumerable<ScannedSide> LeftAsync(ScanOrder order, CancellationToken cancellation) => AsyncEnumerable.Empty<ScannedSide>();

    public int? NextSheet(ScanOrder order) => null;

    public void Take(ScannedSide side) => Settle(side, WatchedFolder.Taken);

    public void Refuse(ScannedSide side) => Settle(side, WatchedFolder.Refused);

    /// <summary>Tries once more to move what was settled and could not be moved: somebody may have given the right to.</summary>
    /// <exception cref="StorageException">As for <see cref="Take"/>.</exception>
    public void MoveStuck()
    {
        foreach (var (name, stuck) in _stuck.ToList())
        {
            _stuck.Remove(name);
            if (_folder.StateOf(name) == stuck.State)
            {
                Move(name, stuck.To);
            }
        }
    }

    private void Settle(ScannedSide side, string to)
    {
        var name = side.File ?? throw new ArgumentException("A side of a folder has a file name.", nameof(side));
        var isKnown = _given.Remove(name, out var given);

        // Overwritten since it was yielded: what is there now is another page, and has not been seen by anybody.
        if (!isKnown || _folder.StateOf(name) == given)
        {
            Move(name, to);
        }
    }

    private void Move(string name, string to)
    {
        try
        {
            AsideFolder.Move(_disk, _folder.PathOf(name), Path.Combine(_path, to));
        }
        catch (StorageException error) when (_folder.StateOf(name) is { } state)
        {
            // The page is entered, or refused and named: that its file stays is no reason to keep the others out (I11).
            _stuck[name] = new(state, to, error);
        }
    }

    private async Task<Stack> RestAsync(CancellationToken cancellation)
    {
        while (true)
        {
            if (Look() is { } stack)
            {
                return stack;
            }

            await Task.Delay(_options.LookTime, _time, cancellation);
        }
    }

    /// <summary>What is to be taken now; null while there is something to be waited for.</summary>
    private Stack? Look()
    {
        _files = _folder.Look();
        _watch.See(_files);
        if (!_watch.IsOver)
        {
            return null;
        }

        var waiting = _files.Where(file => IsNew(file.Key, file.Value)).Select(file => file.Key).ToList();
        var busy = waiting.Where(name => !_watch.Rests(name) || _folder.IsBeingWritten(name)).ToList();
        return _watch.EndsWithout(busy) ? new([.. waiting.Except(busy).Order(NaturalOrder.Instance)], _files) : null;
    }

    private bool IsNew(string name, FileState state) =>
        !state.IsOutOfReach
        && !(_given.TryGetValue(name, out var given) && given == state)
        && !(_stuck.TryGetValue(name, out var stuck) && stuck.State == state);

    /// <summary>Whether something waits to be taken that nobody waited for in vain already.</summary>
    private bool HasNew()
    {
        _files = _folder.Look();
        return _files.Any(file => IsNew(file.Key, file.Value) && !_watch.Restless.Contains(file.Key));
    }

    private IEnumerable<Trouble> Troubles()
    {
        foreach (var (name, stuck) in _stuck.Where(file => _folder.StateOf(file.Key) == file.Value.State))
        {
            yield return new(stuck.Error.Fault == StorageFault.Denied ? ScannerFault.Denied : ScannerFault.Other, name, "cannot be moved: " + stuck.Error.Message.TrimEnd('.'));
        }

        foreach (var name in _watch.Restless.Where(_files.ContainsKey))
        {
            yield return new(ScannerFault.Busy, name, "still being written");
        }

        foreach (var (name, _) in _files.Where(file => file.Value.IsOutOfReach))
        {
            yield return new(ScannerFault.NotSupported, name, "the name is not valid text (UTF-8)");
        }
    }

    private static string Describe(string name, FileState state) => string.Create(CultureInfo.InvariantCulture, $"{name}|{state.Length}|{state.Written.Ticks}");

    /// <summary>Says the first of files with the same trouble, and how many there are.</summary>
    private string Describe(IEnumerable<Trouble> troubles)
    {
        var sorted = troubles.OrderBy(trouble => trouble.Name, NaturalOrder.Instance).ToList();
        var more = sorted.Count == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" and {sorted.Count - 1} more");
        return $"{_folder.PathOf(sorted[0].Name)}{more}: {sorted[0].Words}.";
    }

    /// <param name="Names">Files to be taken together, in order.</param>
    /// <param name="Files">All files, as they stood then.</param>
    private sealed record Stack(IReadOnlyList<string> Names, Dictionary<string, FileState> Files);

    /// <param name="State">As it stood when it could not be moved.</param>
    /// <param name="To">The folder it was to go to.</param>
    private sealed record StuckFile(FileState State, string To, StorageException Error);

    /// <summary>Why one file lies where it is.</summary>
    private sealed record Trouble(ScannerFault Fault, string Name, string Words);
}

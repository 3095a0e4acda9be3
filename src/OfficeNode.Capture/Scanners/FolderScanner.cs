using System.Globalization;
using System.Runtime.CompilerServices;
using OfficeNode.Core.Batches;
using OfficeNode.Core.Disk;

namespace OfficeNode.Capture.Scanners;

/// <summary>A folder into which scanners, cameras and telephones save files: each file is one side, whatever it holds.</summary>
/// <remarks>
/// <para>Files are taken when nothing in the folder has changed for a time and nobody has them open for writing, and then all of them in the order
/// of their names (<see cref="NaturalOrder"/>): a stack whose files arrive in any order is a batch in order. The scan ends when nothing more has come for that time.</para>
/// <para>The folder is looked at again and again; notices of the system are not relied upon: network shares send none, and full queues drop them.</para>
/// <para>Links, pipes, hidden files and those with the endings of unfinished ones are left. Subfolders are not entered. A settled file is moved to
/// <c>taken</c> or <c>refused</c> in the folder, under its name, made unique where that is taken.</para>
/// </remarks>
public sealed class FolderScanner : IScanner
{
    private readonly string _path;
    private readonly WatchedFolder _folder;
    private readonly ScannerOptions _options;
    private readonly IDisk _disk;
    private readonly TimeProvider _time;

    // What was yielded and is still there, as it stood then.
    private readonly Dictionary<string, FileState> _given = new(StringComparer.Ordinal);

    public FolderScanner(string path, ScannerOptions options, IDisk disk, TimeProvider time)
    {
        _path = Path.GetFullPath(path);
        _folder = new(_path);
        _options = options;
        _disk = disk;
        _time = time;
    }

    /// <exception cref="ScannerException">
    /// <see cref="ScannerFault.Busy"/>: a file is still being written after all patience; the others were yielded, it comes with a later scan.
    /// <see cref="ScannerFault.NotSupported"/>: a file's name is no text.
    /// </exception>
    public async IAsyncEnumerable<ScannedSide> ScanAsync(ScanOrder order, [EnumeratorCancellation] CancellationToken cancellation)
    {
        _given.Clear();
        var sheet = order.FirstSheet;
        IReadOnlyList<string> restless;
        do
        {
            var rest = await RestAsync(cancellation);
            restless = rest.Restless;
            foreach (var name in rest.Names)
            {
                cancellation.ThrowIfCancellationRequested();

                // Since the look, the caller has worked on those before: it may have changed or gone.
                if (_folder.StateOf(name) is { } state && state == rest.Files[name])
                {
                    _given[name] = state;
                    yield return new(sheet++, Side.Front, _folder.PathOf(name), name);
                }
            }
        }
        while (HasNew(restless));

        Complain(restless);
    }

    /// <summary>What waits in the folder now, as one text: empty for nothing, the same while nothing changes.</summary>
    /// <exception cref="ScannerException">The folder is not there, or may not be read.</exception>
    public string Waiting() => string.Join('\n', _folder.Look().OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => string.Create(CultureInfo.InvariantCulture, $"{file.Key}|{file.Value.Length}|{file.Value.Written.Ticks}")));

    public int? NextSheet(ScanOrder order) => null;

    public void Take(ScannedSide side) => Settle(side, WatchedFolder.Taken);

    public void Refuse(ScannedSide side) => Settle(side, WatchedFolder.Refused);

    private void Settle(ScannedSide side, string to)
    {
        var name = side.File ?? throw new ArgumentException("A side of a folder has a file name.", nameof(side));
        var isKnown = _given.Remove(name, out var given);

        // Overwritten since it was yielded: what is there now is another page, and has not been seen by anybody.
        if (!isKnown || _folder.StateOf(name) == given)
        {
            AsideFolder.Move(_disk, side.Path, Path.Combine(_path, to));
        }
    }

    /// <summary>Waits until nothing changes any more, or patience ends.</summary>
    private async Task<Rest> RestAsync(CancellationToken cancellation)
    {
        var begun = _time.GetTimestamp();
        var watch = new RestWatch(_options.RestTime, _time);
        while (true)
        {
            var files = _folder.Look();
            watch.See(files);
            var open = watch.IsOver || IsImpatient(begun) ? files.Keys.Where(name => IsNew(name, files[name]) && IsBusy(watch, name, files[name])).ToList() : [];
            if (IsImpatient(begun) || (watch.IsOver && open.Count == 0))
            {
                var names = files.Where(file => IsNew(file.Key, file.Value) && !file.Value.IsOutOfReach).Select(file => file.Key).Except(open);
                return new([.. names.Order(NaturalOrder.Instance)], open, files);
            }

            await Task.Delay(_options.LookTime, _time, cancellation);
        }
    }

    private bool IsBusy(RestWatch watch, string name, FileState state) => !state.IsOutOfReach && (!watch.Rests(name) || _folder.IsBeingWritten(name));

    private bool IsImpatient(long begun) => _time.GetElapsedTime(begun) >= _options.Patience;

    private bool IsNew(string name, FileState state) => !_given.TryGetValue(name, out var given) || given != state;

    /// <summary>Whether something waits to be taken that nobody waited for in vain already.</summary>
    private bool HasNew(IReadOnlyList<string> restless) =>
        _folder.Look().Any(file => IsNew(file.Key, file.Value) && !file.Value.IsOutOfReach && !restless.Contains(file.Key));

    private void Complain(IReadOnlyList<string> restless)
    {
        if (restless.Count > 0)
        {
            throw new ScannerException(ScannerFault.Busy, _path, $"{_folder.PathOf(restless[0])}: still being written.");
        }

        var outOfReach = _folder.Look().Where(file => file.Value.IsOutOfReach).Select(file => file.Key).Order(NaturalOrder.Instance).FirstOrDefault();
        if (outOfReach is not null)
        {
            throw new ScannerException(ScannerFault.NotSupported, _path, $"{_folder.PathOf(outOfReach)}: the name is not valid text (UTF-8).");
        }
    }

    /// <param name="Names">Files to be taken now, in order.</param>
    /// <param name="Restless">Files that were waited for in vain.</param>
    private sealed record Rest(IReadOnlyList<string> Names, IReadOnlyList<string> Restless, Dictionary<string, FileState> Files);
}

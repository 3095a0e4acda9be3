namespace OfficeNode.Capture.Scanners;

/// <summary>Since when files have not changed, and for which of them nobody waits any more.</summary>
/// <remarks>A file that was waited for in vain is passed over until it rests: a log that is always written to would hold up every stack after it.</remarks>
internal sealed class RestWatch
{
    // So much counts as waiting between two looks at the most: whoever looks may have been busy elsewhere, and nobody waited.
    private static readonly TimeSpan LongestGap = TimeSpan.FromMinutes(1);

    private readonly TimeSpan _restTime;
    private readonly TimeSpan _patience;
    private readonly TimeProvider _time;
    private readonly Dictionary<string, (FileState State, long Since)> _seen = new(StringComparer.Ordinal);
    private HashSet<string> _restless = [];
    private long _lastGone;
    private long _lastLook;
    private TimeSpan _waited;

    public RestWatch(TimeSpan restTime, TimeSpan patience, TimeProvider time)
    {
        _restTime = restTime;
        _patience = patience > 2 * restTime ? patience : 2 * restTime;   // else a folder with a long rest would never come to it
        _time = time;
        _lastGone = _lastLook = time.GetTimestamp();
    }

    /// <summary>Files that were waited for in vain.</summary>
    public IReadOnlySet<string> Restless => _restless;

    /// <summary>Whether nothing has come, changed or gone for the time of rest, or waiting has lasted long enough.</summary>
    public bool IsOver => IsImpatient || (IsRest(_lastGone) && _seen.All(file => IsRest(file.Value.Since) || _restless.Contains(file.Key)));

    private bool IsImpatient => _waited >= _patience;

    /// <summary>Patience begins anew.</summary>
    public void Begin()
    {
        _lastLook = _time.GetTimestamp();
        _waited = TimeSpan.Zero;
    }

    /// <summary>Notes how the files stand now.</summary>
    public void See(Dictionary<string, FileState> files)
    {
        var now = _time.GetTimestamp();
        var gap = _time.GetElapsedTime(_lastLook, now);
        _waited += gap < LongestGap ? gap : LongestGap;
        _lastLook = now;
        foreach (var name in _seen.Keys.Where(name => !files.ContainsKey(name)).ToList())
        {
            _seen.Remove(name);
            _lastGone = _restless.Contains(name) ? _lastGone : now;
        }

        foreach (var (name, state) in files)
        {
            if (!_seen.TryGetValue(name, out var known) || known.State != state)
            {
                _seen[name] = (state, now);
            }
        }
    }

    /// <summary>Whether one file has not changed for the time of rest.</summary>
    public bool Rests(string name) => _seen.TryGetValue(name, out var known) && IsRest(known.Since);

    /// <summary>Whether waiting ends although these are still being written: there are none, they were waited for in vain before, or patience has ended now.</summary>
    public bool EndsWithout(IReadOnlyCollection<string> busy)
    {
        if (!IsImpatient && !_restless.IsSupersetOf(busy))
        {
            return false;
        }

        _restless = [.. busy];
        Begin();
        return true;
    }

    private bool IsRest(long since) => _time.GetElapsedTime(since) >= _restTime;
}

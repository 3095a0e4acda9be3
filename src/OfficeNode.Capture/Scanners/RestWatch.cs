namespace OfficeNode.Capture.Scanners;

/// <summary>Since when files have not changed.</summary>
internal sealed class RestWatch
{
    private readonly TimeSpan _restTime;
    private readonly TimeProvider _time;
    private readonly Dictionary<string, (FileState State, long Since)> _seen = new(StringComparer.Ordinal);
    private long _lastChange;

    public RestWatch(TimeSpan restTime, TimeProvider time)
    {
        _restTime = restTime;
        _time = time;
        _lastChange = time.GetTimestamp();
    }

    /// <summary>Whether nothing has come, changed or gone for the time of rest.</summary>
    public bool IsOver => _time.GetElapsedTime(_lastChange) >= _restTime;

    /// <summary>Notes how the files stand now.</summary>
    public void See(Dictionary<string, FileState> files)
    {
        var now = _time.GetTimestamp();
        var gone = _seen.Keys.Where(name => !files.ContainsKey(name)).ToList();
        gone.ForEach(name => _seen.Remove(name));
        var changed = gone.Count > 0;
        foreach (var (name, state) in files)
        {
            if (!_seen.TryGetValue(name, out var known) || known.State != state)
            {
                _seen[name] = (state, now);
                changed = true;
            }
        }

        _lastChange = changed ? now : _lastChange;
    }

    /// <summary>Whether one file has not changed for the time of rest.</summary>
    public bool Rests(string name) => _seen.TryGetValue(name, out var known) && _time.GetElapsedTime(known.Since) >= _restTime;
}

using System.Collections.Concurrent;
using System.Threading.Channels;
using OfficeNode.Host.Journey;
using OfficeNode.Host.Settings;

namespace OfficeNode.Host.Service;

/// <summary>What would leave for each destination, counted in the background and kept while nothing has changed. A restart only costs counting anew. Thread-safe.</summary>
internal sealed class ForesightBook
{
    private readonly ConcurrentDictionary<string, ForesightPage> _pages = new(StringComparer.Ordinal);
    private readonly Channel<ForesightPage> _wanted = Channel.CreateUnbounded<ForesightPage>(new UnboundedChannelOptions { SingleReader = true });

    /// <summary>Those to be counted, as they are asked for.</summary>
    public ChannelReader<ForesightPage> Wanted => _wanted.Reader;

    /// <summary>What would leave as the register and the settings are now: all of it when that is counted in time, else what is counted so far.</summary>
    /// <param name="patience">How long whoever asks waits for the whole.</param>
    public async Task<Foresight> LookAsync(Node node, string destination, DestinationSettings settings, TimeSpan patience, CancellationToken cancellation)
    {
        var page = PageOf(destination, settings, PackageForesight.MarkOf(node, destination, settings));
        await Task.WhenAny(page.Done, Task.Delay(patience, cancellation));
        cancellation.ThrowIfCancellationRequested();
        return page.SoFar;
    }

    /// <summary>Whether a page still says what is; an older one is counted no further.</summary>
    public bool IsCurrent(ForesightPage page) => _pages.TryGetValue(page.Destination, out var current) && ReferenceEquals(current, page);

    /// <summary>Forgets a page that could not be counted: the next look tries again.</summary>
    public void Forget(ForesightPage page) => _pages.TryRemove(KeyValuePair.Create(page.Destination, page));

    private ForesightPage PageOf(string destination, DestinationSettings settings, string mark)
    {
        while (true)
        {
            var known = _pages.GetValueOrDefault(destination);
            if (known?.Mark == mark)
            {
                return known;
            }

            var page = new ForesightPage(destination, settings, mark);
            var isFirst = known is null ? _pages.TryAdd(destination, page) : _pages.TryUpdate(destination, page, known);
            if (isFirst)
            {
                _wanted.Writer.TryWrite(page);
                return page;
            }
        }
    }
}

/// <summary>What would leave for one destination at one state of the register. Thread-safe.</summary>
internal sealed class ForesightPage
{
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile Foresight _soFar = new();

    public ForesightPage(string destination, DestinationSettings settings, string mark)
    {
        Destination = destination;
        Settings = settings;
        Mark = mark;
    }

    public string Destination { get; }

    public DestinationSettings Settings { get; }

    public string Mark { get; }

    public Foresight SoFar => _soFar;

    /// <summary>Ends once all is counted, or cannot be.</summary>
    public Task Done => _done.Task;

    public void Note(Foresight soFar) => _soFar = soFar;

    public void Close() => _done.TrySetResult();
}

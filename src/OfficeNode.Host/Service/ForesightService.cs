using OfficeNode.Host.Journey;

namespace OfficeNode.Host.Service;

/// <summary>Counts what would leave, one destination after the other, while somebody looks at it.</summary>
internal sealed class ForesightService : TurnService
{
    private readonly NodeSource _nodes;
    private readonly ForesightBook _book;

    public ForesightService(NodeSource nodes, ForesightBook book, ILogger<ForesightService> log)
        : base(nodes.Time, log)
    {
        _nodes = nodes;
        _book = book;
    }

    protected override async Task<TimeSpan> TurnAsync(CancellationToken cancellation)
    {
        var page = await _book.Wanted.ReadAsync(cancellation);
        if (_book.IsCurrent(page))
        {
            await CountAsync(page, cancellation);
        }

        page.Close();
        return TimeSpan.Zero;
    }

    private async Task CountAsync(ForesightPage page, CancellationToken cancellation)
    {
        using var outdated = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        try
        {
            using var node = _nodes.Open();
            page.Note(await new PackageForesight(node, page.Destination, page.Settings).CountAsync(
                soFar =>
                {
                    page.Note(soFar);
                    if (!_book.IsCurrent(page))
                    {
                        outdated.Cancel();
                    }
                },
                outdated.Token));
        }
        catch (OperationCanceledException) when (outdated.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            // Something has changed meanwhile: its new page comes next.
        }
        catch (Exception error) when (!cancellation.IsCancellationRequested)
        {
            // The edge of a worker: other destinations are counted all the same.
            Log.ForesightFailed(page.Destination, error);
            _book.Forget(page);
        }
    }
}

using System.Collections.Concurrent;
using OfficeNode.Core.Batches;
using OfficeNode.Host.Journey;
using OfficeNode.Storage;

namespace OfficeNode.Host.Kiosk.Batches;

/// <summary>On how many things of a batch a person should look, for the list: counted once for each state of a batch, because it takes its whole arrangement. Thread-safe.</summary>
internal sealed class BatchRemarks
{
    // More than any list shows. What is forgotten is counted again.
    private const int MostRemembered = 1_000;

    private readonly ConcurrentDictionary<BatchId, (int Pages, long LastEdit, int Findings)> _known = new();

    public int Of(Node node, RegisterSession session, BatchId batch)
    {
        var pulse = session.Batches.Pulse(batch);
        if (_known.TryGetValue(batch, out var known) && known.Pages == pulse.Pages && known.LastEdit == pulse.LastEdit)
        {
            return known.Findings + pulse.Failed + pulse.Damaged;
        }

        if (_known.Count >= MostRemembered)
        {
            _known.Clear();
        }

        var findings = DraftSplitter.Split(node.Settings.Office, session.Batches.Arrange(batch)).Findings.Count;
        _known[batch] = (pulse.Pages, pulse.LastEdit, findings);
        return findings + pulse.Failed + pulse.Damaged;
    }
}

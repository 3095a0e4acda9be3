using OfficeNode.Core;
using OfficeNode.Core.Batches;
using OfficeNode.Storage.Tables;

namespace OfficeNode.Host.Journey;

/// <summary>What was read on the pages of a batch. A text whose file is gone is asked for anew, once: it can always be made again.</summary>
public sealed class BatchTexts
{
    private readonly Node _node;
    private readonly BatchView _view;
    private readonly HashSet<int> _asked = [];

    public BatchTexts(Node node, BatchView view)
    {
        _node = node;
        _view = view;
    }

    /// <summary>Null for a page that was not read, or is to be read again.</summary>
    public PageText? Of(BatchPage page)
    {
        if (_view.Readings.GetValueOrDefault(page.Number) is not { Text: { } digest } reading)
        {
            return null;
        }

        var text = _node.Pages.ReadText(digest);
        if (text is null && reading.State == ReadingState.Read && _asked.Add(page.Number))
        {
            _node.Register.Note(session => session.Readings.Again(_view.Batch.Id, page.Number, ReadingTable.AtTheScreen));
        }

        return text;
    }
}

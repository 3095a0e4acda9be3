using System.Globalization;
using OfficeNode.Core.Ledgers;
using OfficeNode.Host.Journey;
using OfficeNode.Host.Kiosk.Keying;
using OfficeNode.Host.Texts;

namespace OfficeNode.Host.Kiosk.Ledgers;

/// <summary>Keeps what an open grid sends by itself, and answers in the words of the client's <c>autosave.ts</c>. A request that comes twice changes nothing the second time.</summary>
internal sealed class GridSave
{
    private readonly Node _node;
    private readonly LedgerJourney _journey;
    private readonly LedgerWords _words;

    public GridSave(Node node, LedgerJourney journey, LedgerWords words)
    {
        _node = node;
        _journey = journey;
        _words = words;
    }

    /// <summary>What an open grid tells to be compared: the rows that came from other folios.</summary>
    public static string JoinedOf(FolioView view) => string.Join(' ', view.Joined.Select(row => row.ToString(CultureInfo.InvariantCulture)));

    /// <summary>Null where there is no such folio.</summary>
    public KeyingAnswerJson? Run(VolumeId volume, int folio, IFormCollection form)
    {
        var answer = _journey.Save(volume, folio, GridPost.Changes(form));
        return _journey.View(volume, folio) is { } view ? Answer(view, answer, form["joined"].ToString()) : null;
    }

    /// <summary>What an open grid learns without having changed anything; null where there is no such folio.</summary>
    public KeyingAnswerJson? Look(VolumeId volume, int folio, string joined) =>
        _journey.Look(volume, folio) is { } view ? Answer(view, new FolioAnswer([], [], []), joined) : null;

    private KeyingAnswerJson Answer(FolioView view, FolioAnswer answer, string joined)
    {
        var cells = new GridRows(view, _node.Settings, answer.Wrong).Filled().SelectMany(row => row.All).ToDictionary(cell => cell.Name);
        return new KeyingAnswerJson(
            0,
            _words.WhyFixed(view),
            cells.ToDictionary(cell => cell.Key, cell => StateOf(cell.Value)),
            answer.Disputed.ToDictionary(change => new CellName(change.Row, change.Path).ToString(), change => ConflictOf(cells.GetValueOrDefault(new CellName(change.Row, change.Path).ToString()))),
            JoinedOf(view) != joined);
    }

    private static FieldStateJson StateOf(GridCell cell) => new(cell.State, cell.Text, "", cell.Understood, [.. cell.Findings.Select(FindingJson.Of)]);

    private static ConflictJson ConflictOf(GridCell? cell) =>
        new(cell?.Text ?? "", Words.Of("keying.conflict", ("person", Words.Of("keying.somebody")), ("value", cell?.Text)), Words.Of("keying.conflict.take"));
}

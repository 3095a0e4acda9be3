using System.Globalization;
using OfficeNode.Core;
using OfficeNode.Core.Keying;
using OfficeNode.Core.Ledgers;
using OfficeNode.Storage;
using OfficeNode.Storage.Tables;

namespace OfficeNode.Host.Journey;

/// <summary>Puts what a person typed into the grid of a folio, within a transaction that has looked who may. Each cell stands for itself.</summary>
internal sealed class FolioWriter
{
    private const int BoxParts = 4;

    private readonly string _author;
    private readonly EntryAccess _access;
    private readonly EntryWriter _entries;
    private readonly List<CellChange> _disputed = [];
    private readonly List<CellFinding> _wrong = [];

    public FolioWriter(Node node, string author, EntryAccess access)
    {
        _author = author;
        _access = access;
        _entries = new EntryWriter(node, author);
    }

    /// <summary>Puts cells in their places.</summary>
    /// <returns>Those that were not, and why.</returns>
    public FolioAnswer Put(RegisterSession session, Volume volume, Folio folio, IReadOnlyList<CellChange> changes)
    {
        foreach (var row in changes.GroupBy(change => change.Row))
        {
            PutRow(session, volume, folio, row.Key, [.. row]);
        }

        return new FolioAnswer([], _disputed, _wrong);
    }

    /// <summary>Ties a record to a folio on which it stands, and gives it the page that shows the folio, closed for ever (I13).</summary>
    public static void Place(RegisterSession session, Folio folio, int row, EntryId entry)
    {
        session.FolioRows.SetEntry(folio.Volume, folio.Number, row, entry);
        var pages = session.EntryPages.Of(entry);
        if (session.Volumes.Get(folio.Volume) is { } volume && !pages.Any(page => page.BatchNumber == folio.BatchPage))
        {
            session.EntryPages.Add(entry, volume.Batch, new NewEntryPage(pages.Count + 1, folio.BatchPage, DocumentCode.Ledger, folio.Turns, IsBlank: false));
        }
    }

    private void PutRow(RegisterSession session, Volume volume, Folio folio, int number, IReadOnlyList<CellChange> changes)
    {
        var row = session.FolioRows.At(volume.Id, folio.Number, number);
        var entry = row?.Entry is { } known ? session.Entries.Get(known) : null;
        if (AgainstRow(session, volume, folio, row, entry, number) is { } against)
        {
            _wrong.AddRange(changes.Select(change => new CellFinding(number, change.Path, against)));
            return;
        }

        var values = entry is null ? [] : session.EntryValues.Of(entry.Id, KeyingPass.First);
        var fields = Volume.ColumnsOf(volume.Right);
        var kept = changes.Where(change => IsFree(change, CellTextOf(row, fields, values, change.Path))).ToList();
        if (kept.Count == 0 || (row is null && kept.TrueForAll(change => change.Text.Length == 0)))
        {
            return;
        }

        if (row is null)
        {
            session.FolioRows.Append(volume.Id, folio.Number, number, null);
            row = new FolioRow { Row = number };
        }

        PutPlace(session, volume, folio, row, kept);
        PutValues(session, volume, folio, number, entry, [.. kept.SelectMany(change => ValuesOf(fields, values, change))]);
    }

    private Finding? AgainstRow(RegisterSession session, Volume volume, Folio folio, FolioRow? row, Entry? entry, int number)
    {
        if (entry is not null)
        {
            return _access.Against(session, entry) is { } against ? against
                : entry.State is EntryState.Keying or EntryState.SentBack ? null : new Finding(LedgerFindings.RowGone, Severity.Error) { Found = entry.Number ?? entry.Id.Value };
        }

        return row is null && (number is < 1 or >= LedgerJourney.FirstJoined || session.FolioRows.Of(volume.Id, folio.Number).Count >= LedgerLimits.MostRows)
            ? new Finding(LedgerFindings.RowsMany, Severity.Error) { Expected = LedgerLimits.MostRows.ToString(CultureInfo.InvariantCulture) }
            : null;
    }

    private static string? CellTextOf(FolioRow? row, IReadOnlyList<FormField> fields, IReadOnlyList<EntryValue> values, string path) => path switch
    {
        FolioCells.Note => row?.Note ?? "",
        FolioCells.Region => row?.Region is { } region ? TextOf(region) : "",
        _ => fields.FirstOrDefault(field => field.Path == path) is { } field ? FolioCells.TextOf(field, values) : null,
    };

    // Whether a cell may be put: it is one, it is another text than stands there, and nobody else changed it meanwhile.
    private bool IsFree(CellChange change, string? current)
    {
        if (current is null)
        {
            _wrong.Add(new CellFinding(change.Row, change.Path, new Finding(KeyingFindings.Field, Severity.Error) { Path = change.Path, Found = change.Path }));
            return false;
        }

        if (current != change.Was && current != change.Text)
        {
            _disputed.Add(change);
            return false;
        }

        return current != change.Text;
    }

    private void PutPlace(RegisterSession session, Volume volume, Folio folio, FolioRow row, List<CellChange> changes)
    {
        foreach (var change in changes.Where(change => change.Path is FolioCells.Note or FolioCells.Region))
        {
            if (change.Path == FolioCells.Note && change.Text.Length > LedgerLimits.LongestNote)
            {
                _wrong.Add(new CellFinding(row.Row, change.Path, new Finding(LedgerFindings.NoteLong, Severity.Error) { Expected = $"{LedgerLimits.LongestNote}" }));
            }
            else if (change.Path == FolioCells.Note)
            {
                session.FolioRows.SetNote(volume.Id, folio.Number, row.Row, change.Text);
            }
            else if (change.Text.Length == 0 || (Box(change.Text) is { } box && folio.Holds(box)))
            {
                PutRegion(session, volume, folio, row, Box(change.Text));
            }
            else
            {
                _wrong.Add(new CellFinding(row.Row, change.Path, new Finding(LedgerFindings.RegionOutside, Severity.Error) { Found = change.Text }));
            }
        }
    }

    private static void PutRegion(RegisterSession session, Volume volume, Folio folio, FolioRow row, PixelBox? box)
    {
        session.FolioRows.SetRegion(volume.Id, folio.Number, row.Row, box);
        if (row.Entry is { } entry)
        {
            session.EntryValues.Place(entry, PageOn(session, entry, folio), box);
        }
    }

    private void PutValues(RegisterSession session, Volume volume, Folio folio, int row, Entry? entry, IReadOnlyList<KeyedValue> values)
    {
        if (values.Count == 0 || (entry is null && values.All(value => value.Text.Length == 0)))
        {
            return;
        }

        entry ??= Make(session, volume, folio, row);
        var refused = _entries.Put(session, entry, values);
        _wrong.AddRange(refused.Select(finding => new CellFinding(row, finding.Path, finding)));
        var place = session.FolioRows.At(volume.Id, folio.Number, row);
        session.EntryValues.Place(entry.Id, PageOn(session, entry.Id, folio), place?.Region);
        if (folio.Done is not null)
        {
            session.Volumes.SetDone(volume.Id, folio.Number, null);
        }
    }

    private Entry Make(RegisterSession session, Volume volume, Folio folio, int row)
    {
        var id = session.Entries.Make(new NewEntry
        {
            Right = volume.Right,
            Author = _author,
            Batch = new BatchIdentity(volume.Batch, session.Entries.NextDraft(volume.Batch)),
            Volume = volume.Id,
        });
        Place(session, folio, row, id);
        return session.Entries.Get(id)!;   // made just now
    }

    private static int PageOn(RegisterSession session, EntryId entry, Folio folio) =>
        session.EntryPages.Of(entry).FirstOrDefault(page => page.BatchNumber == folio.BatchPage)?.Number ?? 1;

    private static IReadOnlyList<KeyedValue> ValuesOf(IReadOnlyList<FormField> fields, IReadOnlyList<EntryValue> values, CellChange change) =>
        fields.FirstOrDefault(field => field.Path == change.Path) is { } field ? FolioCells.ValuesOf(field, change.Text, values) : [];

    internal static string TextOf(PixelBox box) => string.Create(CultureInfo.InvariantCulture, $"{box.X},{box.Y},{box.Width},{box.Height}");

    private static PixelBox? Box(string text)
    {
        var parts = text.Split(',').Select(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1).ToList();
        return parts.Count == BoxParts && !parts.Contains(-1) ? new PixelBox(parts[0], parts[1], parts[2], parts[3]) : null;
    }
}

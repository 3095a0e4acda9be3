using System.Globalization;
using OfficeNode.Core;
using OfficeNode.Core.Batches;
using OfficeNode.Core.Keying;
using OfficeNode.Core.Ledgers;
using OfficeNode.Storage;
using OfficeNode.Storage.Tables;

namespace OfficeNode.Host.Journey;

/// <summary>Makes a batch a volume: its arranging ends, and each of its pages becomes a folio, or two.</summary>
internal sealed class VolumeDeclaration
{
    private readonly Node _node;
    private readonly string _author;

    public VolumeDeclaration(Node node, string author)
    {
        _node = node;
        _author = author;
    }

    public VolumeAnswer Run(NewVolume given)
    {
        VolumeId? id = null;
        var (last, folios) = Look(given);
        var refused = _node.Register.TryWrite(new Deed(_author, "volume declare", given.Batch.Value), session =>
        {
            var against = Against(session, given, last);
            if (against.Count == 0)
            {
                session.Batches.HandOver(given.Batch, drafts: 0);
                id = session.Volumes.Add(VolumeOf(given), folios);
            }

            return against;
        });
        return new VolumeAnswer(refused.Count == 0 ? id : null, refused);
    }

    private static IReadOnlyList<Finding> Against(RegisterSession session, NewVolume given, long last)
    {
        var batch = session.Batches.Get(given.Batch);
        var findings = new List<Finding?>
        {
            batch switch
            {
                null => Error(KeyingFindings.BatchUnknown, "batch", given.Batch.Value),
                { HandedOver: not null } => Error(KeyingFindings.BatchHandedOver, "batch", given.Batch.Value),
                { Ended: null } => Error(KeyingFindings.BatchUnfinished, "batch", given.Batch.Value),
                _ when session.Batches.LastEdit(given.Batch) != last => Error(KeyingFindings.Changed, "batch", given.Batch.Value),
                _ => PagesOf(session, given.Batch).Any() ? null : Error(KeyingFindings.BatchEmpty, "batch", given.Batch.Value),
            },
            given.Name.Trim().Length is 0 or > LedgerLimits.LongestName ? Error(LedgerFindings.NameForm, "name", given.Name) : null,
            TooLong(given.From, "from"),
            TooLong(given.To, "to"),
            TooLong(given.FirstLabel, "label"),
            AgainstColumns(given),
        };
        return [.. findings.OfType<Finding>()];
    }

    private static Finding? TooLong(string text, string path) => text.Trim().Length > LedgerLimits.LongestName ? Error(LedgerFindings.LabelForm, path, text) : null;

    private static Finding? AgainstColumns(NewVolume given)
    {
        var known = Volume.ColumnsOf(given.Right).Select(field => field.Path).ToHashSet(StringComparer.Ordinal);
        var isRight = given.Columns.Count is > 0 and <= LedgerLimits.MostColumns && given.Columns.Distinct(StringComparer.Ordinal).Count() == given.Columns.Count && given.Columns.All(known.Contains);
        return isRight ? null : Error(LedgerFindings.Columns, "columns", string.Join(' ', given.Columns));
    }

    private static Finding Error(string rule, string path, string found) => new(rule, Severity.Error)
    {
        Path = path,
        Found = found,
        Expected = (rule == LedgerFindings.Columns ? LedgerLimits.MostColumns : LedgerLimits.LongestName).ToString(CultureInfo.InvariantCulture),
    };

    private Volume VolumeOf(NewVolume given) => new()
    {
        Id = default,
        Batch = given.Batch,
        Name = given.Name.Trim(),
        Right = given.Right,
        Kind = given.Kind,
        From = given.From.Trim() is { Length: > 0 } from ? from : null,
        To = given.To.Trim() is { Length: > 0 } to ? to : null,
        Columns = given.Columns,
        Author = _author,
        Made = default,
    };

    // Separator sheets and targets are no part of a book.
    private static IEnumerable<ArrangedPage> PagesOf(RegisterSession session, BatchId batch) =>
        session.Batches.Arrange(batch).Pages.Where(page => page.Codes.Count == 0);

    // Texts of pages are files: they are read before the transaction.
    private (long LastEdit, IReadOnlyList<NewFolio> Folios) Look(NewVolume given)
    {
        var (last, pages, readings) = _node.Register.Read(session => session.Batches.Get(given.Batch) is null
            ? (0L, [], new Dictionary<int, PageReading>())
            : (session.Batches.LastEdit(given.Batch), PagesOf(session, given.Batch).ToList(), session.Readings.Of(given.Batch)));
        FolioHalf[] halves = given.Layout switch
        {
            FolioLayout.LeftFirst => [FolioHalf.Left, FolioHalf.Right],
            FolioLayout.RightFirst => [FolioHalf.Right, FolioHalf.Left],
            _ => [FolioHalf.Whole],
        };
        var folios = pages.Select(page => (Page: page, Turns: page.Turns ?? TurnsOf(readings.GetValueOrDefault(page.Page.Number))))
            .SelectMany(shown => halves.Select(half => new NewFolio(shown.Page.Page.Number, half, shown.Turns, shown.Page.IsBlank, null)))
            .ToList();
        if (folios.Count > 0 && given.FirstLabel.Trim() is { Length: > 0 } label)
        {
            folios[0] = folios[0] with { Label = label };
        }

        return (last, folios);
    }

    private int TurnsOf(PageReading? reading) => reading?.Text is { } text ? _node.Pages.ReadText(text)?.Turns ?? 0 : 0;
}

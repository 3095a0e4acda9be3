using System.Globalization;
using OfficeNode.Core;
using OfficeNode.Core.Keying;
using OfficeNode.Host.Journey;
using OfficeNode.Host.Kiosk.Keying;
using OfficeNode.Host.Settings;

namespace OfficeNode.Host.Kiosk.Ledgers;

/// <summary>The rows of a folio as its grid shows them: what stands in each cell, how it was understood, and what is found wrong with it.</summary>
public sealed class GridRows
{
    /// <summary>The number by which the viewer knows the picture of the folio.</summary>
    public const string Page = "1";

    // So many empty rows stand ready at the foot; the client adds more as they are filled.
    private const int Ready = 3;

    private readonly FolioView _view;
    private readonly NodeSettings _settings;
    private readonly ILookup<(int, string?), Finding> _wrong;

    /// <param name="wrong">What was found when somebody sent the grid, beside what its records say by themselves.</param>
    internal GridRows(FolioView view, NodeSettings settings, IReadOnlyList<CellFinding> wrong)
    {
        _view = view;
        _settings = settings;
        _wrong = wrong.ToLookup(found => (found.Row, found.Path), found => found.Finding);
    }

    /// <summary>The rows in which something stands, from top to bottom.</summary>
    public IEnumerable<GridRow> Filled() => _view.Rows.Select((row, place) => RowOf(row, place + 1));

    /// <summary>The empty rows at the foot.</summary>
    public IEnumerable<GridRow> Empty() => _view.MayEdit
        ? Enumerable.Range(0, Ready).Select(step => Empty(Text(_view.NextRow + step), Text(_view.Rows.Count + step + 1)))
        : [];

    /// <summary>What new rows are made of.</summary>
    public GridRow New() => Empty(CellName.NewRow, CellName.NewPlace);

    private GridRow Empty(string number, string place) => new(
        number, place, null,
        [.. _view.Columns.Select(field => new GridCell { Row = number, Path = field.Path, Field = field })],
        new GridCell { Row = number, Path = FolioCells.Note },
        new GridCell { Row = number, Path = FolioCells.Region });

    private GridRow RowOf(FolioRowView row, int place)
    {
        var number = Text(row.Row.Row);
        var isFixed = !_view.MayEdit || !row.MayEdit;
        var known = Known(row);
        return new GridRow(
            number, Text(place), row,
            [.. _view.Columns.Select((field, column) => CellOf(row, field, known, isFixed) with { Findings = FindingsOf(row, field.Path, column == 0) })],
            new GridCell { Row = number, Path = FolioCells.Note, Text = row.Row.Note, IsFixed = isFixed, Findings = FindingsOf(row, FolioCells.Note, false) },
            new GridCell { Row = number, Path = FolioCells.Region, Text = row.Row.Region is { } region ? $"{Page},{FolioWriter.TextOf(region)}" : "", IsFixed = isFixed, Findings = FindingsOf(row, FolioCells.Region, false) });
    }

    private static GridCell CellOf(FolioRowView row, FormField field, IReadOnlyDictionary<string, KeyedField> known, bool isFixed) => new()
    {
        Row = Text(row.Row.Row),
        Path = field.Path,
        Field = field,
        Text = FolioCells.TextOf(field, row.Values),
        State = row.Values.FirstOrDefault(value => value.Path == field.Path && value.Text.Length > 0) is { } value ? value.State.ToString().ToLowerInvariant() : "none",
        Understood = known.GetValueOrDefault(field.Path)?.Understood ?? "",
        IsFixed = isFixed,
    };

    // What is wrong with fields that have no column is said at the first cell: the row cannot go on without it.
    private IReadOnlyList<Finding> FindingsOf(FolioRowView row, string path, bool isFirst) =>
    [
        .. row.Findings.Where(found => found.Path == path && found.Finding.Rule != KeyingFindings.Unconfirmed).Select(found => found.Finding)
            .Concat(isFirst ? row.Findings.Where(found => found.Finding.Severity == Severity.Error && !_view.Columns.Any(field => field.Path == found.Path)).Select(found => found.Finding) : [])
            .Concat(_wrong[(row.Row.Row, path)])
            .Concat(isFirst ? _wrong.Where(group => group.Key.Item1 == row.Row.Row && !IsCell(group.Key.Item2)).SelectMany(group => group) : [])
            .DistinctBy(finding => (finding.Rule, finding.Path, finding.Found)),
    ];

    private bool IsCell(string? path) => path is FolioCells.Note or FolioCells.Region || _view.Columns.Any(field => field.Path == path);

    private Dictionary<string, KeyedField> Known(FolioRowView row) => row.Entry is not { } entry
        ? new Dictionary<string, KeyedField>()
        : new KeyedFields(ViewOf(row, entry), _settings, []).All().Where(field => field.Item == "0").ToDictionary(field => field.Field.Path);

    private EntryView ViewOf(FolioRowView row, Entry entry) => new()
    {
        Entry = entry,
        Pass = KeyingPass.First,
        Fields = [.. _view.Columns.Where(field => field.Kind == FieldKind.Date)],
        Values = row.Values,
        Pages = [],
        Crops = [],
        Findings = [],
    };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

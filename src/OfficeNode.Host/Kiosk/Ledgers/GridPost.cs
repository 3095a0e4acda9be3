using OfficeNode.Host.Journey;

namespace OfficeNode.Host.Kiosk.Ledgers;

/// <summary>What an open grid sends: the cells that changed, and what stood in them before.</summary>
internal static class GridPost
{
    private const string Value = "value:";
    private const string Was = "was:";

    /// <summary>What the grid sends by itself.</summary>
    public static IReadOnlyList<CellChange> Changes(IFormCollection form) =>
    [
        .. form.Keys.Where(key => key.StartsWith(Value, StringComparison.Ordinal)).Select(key => key[Value.Length..])
            .Select(name => CellName.Parse(name) is { } cell ? Change(cell, form[Value + name].ToString(), form[Was + name].ToString()) : null)
            .OfType<CellChange>(),
    ];

    /// <summary>A whole grid that is sent as done. Where a browser runs no scripts it brings everything that was typed; otherwise all of it was kept before.</summary>
    public static IReadOnlyList<CellChange> Whole(IFormCollection form, IEnumerable<GridRow> rows)
    {
        var known = rows.SelectMany(row => row.All).ToDictionary(cell => cell.Name);
        return
        [
            .. form.Keys.Where(known.ContainsKey).Select(name => (Cell: known[name], Text: form[name].ToString()))
                .Where(sent => !sent.Cell.IsFixed && Plain(sent.Text) != Plain(sent.Cell.Text))
                .Select(sent => CellName.Parse(sent.Cell.Name) is { } cell ? Change(cell, sent.Text, sent.Cell.Text) : null)
                .OfType<CellChange>(),
        ];
    }

    private static CellChange Change(CellName cell, string text, string was) => cell.Path == FolioCells.Region
        ? new CellChange(cell.Row, cell.Path, BoxOf(text), BoxOf(was))
        : new CellChange(cell.Row, cell.Path, Plain(text), Plain(was));

    // The viewer names the page before the box; a grid has one page.
    private static string BoxOf(string text) => text.StartsWith(GridRows.Page + ",", StringComparison.Ordinal) ? text[(GridRows.Page.Length + 1)..] : text;

    private static string Plain(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal);
}

using System.Globalization;

namespace OfficeNode.Host.Kiosk.Ledgers;

/// <summary>The name under which one cell of a grid is posted: <c>7/applicationNumber</c>.</summary>
/// <param name="Path">As <see cref="Journey.CellChange.Path"/>.</param>
internal readonly record struct CellName(int Row, string Path)
{
    /// <summary>Stands for the number of a row in what new rows are made of.</summary>
    public const string NewRow = "{row}";

    /// <summary>Stands for the place of a row in its name for people.</summary>
    public const string NewPlace = "{place}";

    private const char Mark = '/';

    /// <summary>Reads a name; null for anything else that a form posts.</summary>
    public static CellName? Parse(string name)
    {
        var mark = name.IndexOf(Mark, StringComparison.Ordinal);
        return mark > 0 && int.TryParse(name.AsSpan(0, mark), NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? new CellName(row, name[(mark + 1)..]) : null;
    }

    public static string Of(string row, string path) => $"{row}{Mark}{path}";

    /// <summary>The id of its input.</summary>
    public static string IdOf(string row, string path) => "cell-" + row + "-" + path.Replace("].", "-", StringComparison.Ordinal).Replace('[', '-').Replace('.', '-');

    public override string ToString() => Of(Row.ToString(CultureInfo.InvariantCulture), Path);
}

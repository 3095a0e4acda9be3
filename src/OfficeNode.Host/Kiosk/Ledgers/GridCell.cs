using OfficeNode.Core;
using OfficeNode.Core.Keying;
using OfficeNode.Host.Journey;

namespace OfficeNode.Host.Kiosk.Ledgers;

/// <summary>One cell of a folio's grid as the screen shows it.</summary>
public sealed record GridCell
{
    /// <summary>The number of its row, or what stands for it in new rows.</summary>
    public required string Row { get; init; }

    public required string Path { get; init; }

    /// <summary>Null for the note and the region.</summary>
    public FormField? Field { get; init; }

    public string Text { get; init; } = "";

    /// <summary>As the client knows it.</summary>
    public string State { get; init; } = "none";

    /// <summary>A day in words; empty where the text stands as it is.</summary>
    public string Understood { get; init; } = "";

    public IReadOnlyList<Finding> Findings { get; init; } = [];

    public bool IsFixed { get; init; }

    public string Name => CellName.Of(Row, Path);

    public string Id => CellName.IdOf(Row, Path);

    public string? Tone => Findings.Count == 0 ? null : Findings.Any(finding => finding.Severity == Severity.Error) ? "stop" : "look";
}

/// <summary>One row of a folio's grid.</summary>
/// <param name="Place">Counted from the top, from 1, or what stands for it in new rows.</param>
/// <param name="View">Null for a row in which nothing was keyed.</param>
public sealed record GridRow(string Number, string Place, FolioRowView? View, IReadOnlyList<GridCell> Cells, GridCell Note, GridCell Region)
{
    public IEnumerable<GridCell> All => [.. Cells, Note, Region];
}

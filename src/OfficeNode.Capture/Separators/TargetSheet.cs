using OfficeNode.Core;

namespace OfficeNode.Capture.Separators;

/// <summary>A sheet that is printed once and scanned first each day: it shows how the scanner does.</summary>
public sealed record TargetSheet
{
    public required TargetCode Code { get; init; }

    /// <summary>The large line at the top.</summary>
    public required string Title { get; init; }

    /// <summary>Lines below it, three at most: whose sheet it is.</summary>
    public IReadOnlyList<string> Lines { get; init; } = [];

    /// <summary>What the greys show, one short line.</summary>
    public string Greys { get; init; } = "";

    /// <summary>What the bars show, one short line.</summary>
    public string Bars { get; init; } = "";

    /// <summary>How to use the sheet, five short lines at most.</summary>
    public IReadOnlyList<string> Instructions { get; init; } = [];
}

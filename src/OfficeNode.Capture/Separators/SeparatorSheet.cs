using OfficeNode.Core;

namespace OfficeNode.Capture.Separators;

/// <summary>The paper that separator sheets are printed on.</summary>
public enum SheetSize
{
    A4,
    Letter,
}

/// <summary>A sheet of paper that parts a stack: what follows it belongs to the dossier and document that it names.</summary>
public sealed record SeparatorSheet
{
    /// <summary>What the machine reads; null for a sheet that only says "a new dossier begins", which a person then keys.</summary>
    public SeparatorCode? Code { get; init; }

    /// <summary>The large line at the top.</summary>
    public required string Title { get; init; }

    /// <summary>Lines for people: what each is called and what it is, the dossier first.</summary>
    public IReadOnlyList<SheetLine> Lines { get; init; } = [];

    /// <summary>What to do with the sheet, a few short lines at the bottom.</summary>
    public IReadOnlyList<string> Instructions { get; init; } = [];
}

/// <summary>One fact on a separator sheet: <c>Dossier</c>, <c>P-2026-123</c>.</summary>
public sealed record SheetLine(string Label, string Value);

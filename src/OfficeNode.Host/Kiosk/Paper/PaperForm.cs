using OfficeNode.Core.Paper;

namespace OfficeNode.Host.Kiosk.Paper;

/// <summary>What is given on the screen about paper files.</summary>
public sealed class PaperForm
{
    public PaperMoveKind Kind { get; set; }

    /// <summary>The place, or who has the files.</summary>
    public string? What { get; set; }

    /// <summary>One number in a line.</summary>
    public string? Numbers { get; set; }

    public IReadOnlyList<string> Lines => (Numbers ?? "").Split('\n');
}

using OfficeNode.Core;

namespace OfficeNode.Host.Journey;

/// <summary>A filing as somebody typed it at the counter.</summary>
public sealed record ReceptionEntry
{
    public string? Applicant { get; init; }

    /// <summary>Sheets by kind, as typed; empty where there are none.</summary>
    public IReadOnlyDictionary<DocumentCode, string> Sheets { get; init; } = new Dictionary<DocumentCode, string>();

    public string? FeeReceipt { get; init; }

    public string? Remark { get; init; }
}

using System.Globalization;

namespace OfficeNode.Core.Ledgers;

/// <summary>The node's own name of a volume.</summary>
public readonly record struct VolumeId(long Number)
{
    /// <summary>As it stands in the audit log.</summary>
    public string Value => string.Create(CultureInfo.InvariantCulture, $"V-{Number}");

    public override string ToString() => Value;
}

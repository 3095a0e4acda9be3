using System.Globalization;

namespace OfficeNode.Core;

/// <summary>The node's own key of a dossier; it never changes and never leaves the node.</summary>
public readonly record struct DossierId(long Value)
{
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>The node's own key of a page.</summary>
public readonly record struct PageId(long Value)
{
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>The node's own key of one revision of a record.</summary>
public readonly record struct RevisionId(long Value)
{
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}

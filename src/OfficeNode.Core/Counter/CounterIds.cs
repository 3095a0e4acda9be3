using System.Globalization;

namespace OfficeNode.Core.Counter;

/// <summary>The node's own key of a series.</summary>
public readonly record struct SeriesId(long Value)
{
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>The node's own key of a reception.</summary>
public readonly record struct ReceptionId(long Value)
{
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>The node's own key of a reserved block.</summary>
public readonly record struct BlockId(long Value)
{
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}

using System.Globalization;

namespace OfficeNode.Core.People;

/// <summary>The node's own key of a person; it never changes, and no other person gets it.</summary>
public readonly record struct PersonId(long Value)
{
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}

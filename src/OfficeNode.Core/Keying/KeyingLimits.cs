namespace OfficeNode.Core.Keying;

/// <summary>What one entry may hold.</summary>
public static class KeyingLimits
{
    /// <summary>Characters of one value: ten pages of text, far beyond any abstract or list of goods.</summary>
    public const int LongestText = 50_000;

    /// <summary>Items of a field that repeats: the 99 that a mapping file can tell apart.</summary>
    public const int MostItems = 99;

    /// <summary>Values in one save: a whole form.</summary>
    public const int MostValues = 1_000;

    /// <summary>Characters of a remark.</summary>
    public const int LongestRemark = 2_000;
}

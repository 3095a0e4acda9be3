namespace OfficeNode.Core.Ledgers;

/// <summary>What one volume may hold.</summary>
public static class LedgerLimits
{
    /// <summary>Columns of a grid: more do not stand side by side at any width.</summary>
    public const int MostColumns = 8;

    /// <summary>Rows of one folio: more than any ledger has lines.</summary>
    public const int MostRows = 200;

    /// <summary>Characters of a name, of a label, of what stands on the spine.</summary>
    public const int LongestName = 120;

    /// <summary>Characters of the marginal note of one row.</summary>
    public const int LongestNote = 2_000;
}

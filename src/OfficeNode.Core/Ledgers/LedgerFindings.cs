namespace OfficeNode.Core.Ledgers;

/// <summary>Ids of what is found while volumes are declared and keyed. Their words stand in LedgerFindings.resx.</summary>
public static class LedgerFindings
{
    /// <summary>There is no volume, folio or row of that name.</summary>
    public const string Unknown = "LEDGER-UNKNOWN";

    /// <summary>A name is missing or too long.</summary>
    public const string NameForm = "LEDGER-NAME-FORM";

    /// <summary>The columns are none, too many, twice the same or no fields of the form.</summary>
    public const string Columns = "LEDGER-COLUMNS";

    /// <summary>What stands on the spine, or the label of a folio, is too long.</summary>
    public const string LabelForm = "LEDGER-LABEL-FORM";

    /// <summary>Another person holds the folio.</summary>
    public const string Held = "LEDGER-HELD";

    /// <summary>The folio has as many rows as it may have.</summary>
    public const string RowsMany = "LEDGER-ROWS-MANY";

    /// <summary>A region lies outside of the page.</summary>
    public const string RegionOutside = "LEDGER-REGION-OUTSIDE";

    /// <summary>A marginal note is too long.</summary>
    public const string NoteLong = "LEDGER-NOTE-LONG";

    /// <summary>The record went on and is not changed in the grid any more.</summary>
    public const string RowGone = "LEDGER-ROW-GONE";

    /// <summary>There is no row to take up again.</summary>
    public const string NothingTaken = "LEDGER-NOTHING-TAKEN";

    /// <summary>A row without a record cannot go on on another folio.</summary>
    public const string RowEmpty = "LEDGER-ROW-EMPTY";

    /// <summary>The volume has no such folio, or the record is on it already.</summary>
    public const string FolioUnknown = "LEDGER-FOLIO-UNKNOWN";
}

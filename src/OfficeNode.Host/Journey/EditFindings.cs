namespace OfficeNode.Host.Journey;

/// <summary>Ids of what speaks against an edit of a batch. Found is the batch unless said otherwise.</summary>
public static class EditFindings
{
    /// <summary>Somebody else changed the batch since this person looked.</summary>
    public const string Changed = "BATCH-CHANGED";

    /// <summary>The edit cannot be done to these pages; expected says why, in English, for whoever sends requests by hand.</summary>
    public const string Refused = "BATCH-EDIT-REFUSED";

    /// <summary>As many backs as fronts are needed.</summary>
    public const string Interleave = "BATCH-INTERLEAVE-ODD";

    /// <summary>No edit stands that could be taken back.</summary>
    public const string NothingToUndo = "BATCH-NOTHING-TO-UNDO";

    /// <summary>A code of another office: found is its office, expected this one.</summary>
    public const string OtherOffice = "BATCH-CODE-OFFICE";

    /// <summary>What somebody typed names no dossier; found is what was typed.</summary>
    public const string DossierForm = "BATCH-DOSSIER-FORM";

    /// <summary>A dossier was named and no document of it, or the other way round.</summary>
    public const string CodeHalf = "BATCH-CODE-HALF";
}

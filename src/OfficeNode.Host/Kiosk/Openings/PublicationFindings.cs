namespace OfficeNode.Host.Kiosk.Openings;

/// <summary>Ids of what is wrong with an act or a hold as somebody gave it.</summary>
public static class PublicationFindings
{
    /// <summary>No dossier is chosen.</summary>
    public const string DossierMissing = "PUBLICATION-DOSSIER-MISSING";

    /// <summary>More dossiers than can be looked over at once.</summary>
    public const string TooMany = "PUBLICATION-TOO-MANY";

    /// <summary>The kind of act is missing or unknown.</summary>
    public const string KindMissing = "PUBLICATION-KIND-MISSING";

    /// <summary>The day is missing or no day.</summary>
    public const string DateForm = "PUBLICATION-DATE-FORM";

    /// <summary>Nobody says who answers for it.</summary>
    public const string PersonMissing = "PUBLICATION-PERSON-MISSING";

    /// <summary>The number of the gazette is missing.</summary>
    public const string GazetteMissing = "PUBLICATION-GAZETTE-MISSING";

    /// <summary>No document type is chosen.</summary>
    public const string OpensMissing = "PUBLICATION-OPENS-MISSING";

    /// <summary>A destination that the node does not know.</summary>
    public const string DestinationUnknown = "PUBLICATION-DESTINATION-UNKNOWN";

    /// <summary>A hold without a reason.</summary>
    public const string HoldReasonMissing = "HOLD-REASON-MISSING";

    /// <summary>A hold that would end before it begins.</summary>
    public const string HoldEndsBefore = "HOLD-ENDS-BEFORE";
}

namespace OfficeNode.Core;

/// <summary>The bibliographic data of one dossier, as one immutable state. A correction is a new revision (I3).</summary>
/// <remarks>
/// One type serves all four rights: what a right does not have stays empty. The order of the properties is the canonical order of
/// <see cref="Json.RecordJson"/>, and their names in camel case are the paths of mapping files and findings; both are a stored format,
/// so a change here is a new schema number.
/// </remarks>
public sealed record Record
{
    public required Right Right { get; init; }

    /// <summary>The office whose register this is.</summary>
    public required OfficeCode Office { get; init; }

    public Number? ApplicationNumber { get; init; }

    public PrintedDate? FilingDate { get; init; }

    /// <summary>For patents the number of the grant.</summary>
    public Number? RegistrationNumber { get; init; }

    public PrintedDate? RegistrationDate { get; init; }

    public PrintedDate? ExpiryDate { get; init; }

    public PrintedDate? TerminationDate { get; init; }

    public IReadOnlyList<Publication> Publications { get; init; } = [];

    public RecordStatus? Status { get; init; }

    /// <summary>The language of the filing.</summary>
    public LanguageCode? Language { get; init; }

    public Route? Route { get; init; }

    public IReadOnlyList<LocalText> Titles { get; init; } = [];

    public IReadOnlyList<Party> Parties { get; init; } = [];

    public IReadOnlyList<Priority> Priorities { get; init; } = [];

    public IReadOnlyList<IpcClass> Ipc { get; init; } = [];

    public Mark? Mark { get; init; }

    public IReadOnlyList<NiceClass> Nice { get; init; } = [];

    public IReadOnlyList<ViennaClass> Vienna { get; init; } = [];

    public IReadOnlyList<LocarnoClass> Locarno { get; init; } = [];

    public IReadOnlyList<DesignItem> Designs { get; init; } = [];

    public IReadOnlyList<LocalText> Abstracts { get; init; } = [];

    /// <summary>Plain text, paragraphs parted by a blank line.</summary>
    public IReadOnlyList<LocalText> Descriptions { get; init; } = [];

    /// <summary>Plain text, one claim per paragraph.</summary>
    public IReadOnlyList<LocalText> Claims { get; init; } = [];

    public IReadOnlyList<RecordEvent> Events { get; init; } = [];

    /// <summary>The number the dossier is known by: the application's, or the registration's where there is none.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public Number? IdentifyingNumber => ApplicationNumber ?? RegistrationNumber;
}

namespace OfficeNode.Core.Batches;

/// <summary>A dossier as separators cut it out of a batch, waiting for a person.</summary>
public sealed record DraftDossier
{
    /// <summary>Null for a dossier that no code names: it is keyed by hand.</summary>
    public DossierName? Name { get; init; }

    public required IReadOnlyList<DraftDocument> Documents { get; init; }
}

/// <summary>A document of a draft.</summary>
public sealed record DraftDocument
{
    /// <summary>Null where no code says what it is.</summary>
    public DocumentCode? Code { get; init; }

    /// <summary>All pages, blank ones among them, separators not.</summary>
    public required IReadOnlyList<ArrangedPage> Pages { get; init; }
}

/// <summary>What a batch parts into: each page stands in exactly one document, is a separator or belongs to a target sheet.</summary>
public sealed record BatchDrafts
{
    public required IReadOnlyList<DraftDossier> Dossiers { get; init; }

    /// <summary>Pages that are separator sheets, folded away.</summary>
    public required IReadOnlyList<ArrangedPage> Separators { get; init; }

    /// <summary>Pages of target sheets, their blank other sides among them, folded away.</summary>
    public required IReadOnlyList<ArrangedPage> Targets { get; init; }

    public required IReadOnlyList<Finding> Findings { get; init; }
}

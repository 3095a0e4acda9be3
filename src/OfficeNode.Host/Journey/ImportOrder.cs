using OfficeNode.Core;
using OfficeNode.Standards.Readers;

namespace OfficeNode.Host.Journey;

/// <summary>What a person asked an import to do.</summary>
public sealed record ImportOrder
{
    /// <summary>Files, or folders whose files are taken in name order.</summary>
    public required IReadOnlyList<string> Paths { get; init; }

    /// <summary>What the sources are; null lets each tell by its own bytes.</summary>
    public SourceFormat? Format { get; init; }

    /// <summary>The mapping for tables; formats that name their own fields need none.</summary>
    public Mapping? Mapping { get; init; }

    /// <summary>Digest of the mapping, empty without one: a source under another mapping is another import.</summary>
    public string MappingDigest { get; init; } = "";

    /// <summary>A publication act that the office declares for everything in these sources that carries none of its own (I13).</summary>
    public PublicationAct? CollectionAct { get; init; }

    public required string Author { get; init; }
}

/// <summary>What an import counted.</summary>
public sealed record ImportCounts
{
    public long Read { get; init; }

    public long New { get; init; }

    public long Changed { get; init; }

    public long Unchanged { get; init; }

    public long Rejected { get; init; }

    /// <summary>Values that the register has no place for, by path.</summary>
    public IReadOnlyDictionary<string, long> Unmapped { get; init; } = new Dictionary<string, long>();

    public ImportCounts Plus(ImportCounts other) => new()
    {
        Read = Read + other.Read,
        New = New + other.New,
        Changed = Changed + other.Changed,
        Unchanged = Unchanged + other.Unchanged,
        Rejected = Rejected + other.Rejected,
        Unmapped = Unmapped.Concat(other.Unmapped).GroupBy(pair => pair.Key).OrderBy(group => group.Key, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Sum(pair => pair.Value)),
    };
}

/// <summary>What an import leaves to say.</summary>
/// <param name="RejectFiles">Files with the refused entries, one per source that has some.</param>
public sealed record ImportResult(ImportCounts Counts, IReadOnlyList<string> RejectFiles, IReadOnlyList<Finding> Findings);

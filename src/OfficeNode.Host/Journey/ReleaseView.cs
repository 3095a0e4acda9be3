using OfficeNode.Core;
using OfficeNode.Core.Batches;
using OfficeNode.Core.Keying;
using OfficeNode.Storage.Tables;

namespace OfficeNode.Host.Journey;

/// <summary>A field of an entry as release shows it.</summary>
/// <param name="Text">What the register would have; where a value is spoiled on purpose, the spoiled one.</param>
/// <param name="Was">What the register has; null where it has nothing.</param>
public sealed record ReleaseField(FormField Field, int Item, string Text, LanguageCode? Language, string? Was, ValueState State, IReadOnlyList<Finding> Findings)
{
    /// <summary>The number of the page it stands on; null where nobody knows.</summary>
    public int? Page { get; init; }

    public PixelBox? Box { get; init; }

    /// <summary>Whether the release changes what the register has.</summary>
    public bool IsChange => Was is not null && Was != Text;
}

/// <summary>An entry as it waits for release.</summary>
public sealed record ReleaseView
{
    public required Entry Entry { get; init; }

    /// <summary>The fields that hold something, or held something in the register, in the order of the form.</summary>
    public required IReadOnlyList<ReleaseField> Fields { get; init; }

    public required IReadOnlyList<EntryPage> Pages { get; init; }

    public required IReadOnlyList<EntryCrop> Crops { get; init; }

    /// <summary>What concerns the entry as a whole.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>Why who asks cannot release it now, by itself; empty when they can.</summary>
    public required IReadOnlyList<Finding> Refused { get; init; }

    /// <summary>The dossier that is corrected or added to; null for a new one.</summary>
    public Dossier? Dossier { get; init; }

    /// <summary>The sample that is being checked with it; null where it waits by itself.</summary>
    public Sample? Sample { get; init; }
}

/// <summary>A line of the list of what waits for release.</summary>
/// <param name="Errors">What keeps it from being released.</param>
/// <param name="Warnings">What should be looked at.</param>
public sealed record WaitingEntry(Entry Entry, int Errors, int Warnings);

/// <summary>What became of a release.</summary>
/// <param name="Dossier">The dossier that has the new revision; null when it was refused.</param>
public sealed record ReleaseAnswer(Dossier? Dossier, IReadOnlyList<Finding> Refused)
{
    public bool IsDone => Refused.Count == 0;
}

/// <summary>A batch of which a sample may be drawn.</summary>
/// <param name="Waiting">How many of its entries wait for release.</param>
public sealed record SampleCandidate(BatchId Batch, long Waiting);

/// <summary>How accurate keying and checking are, as far as can be told.</summary>
/// <param name="Differences">Fields that two people keyed differently, of all that were keyed twice.</param>
/// <param name="Noticed">Values spoiled on purpose that were noticed, of all that were shown.</param>
/// <param name="SampledWrong">Entries of samples that were wrong, of all that were checked.</param>
public sealed record AccuracyReport(AccuracyEstimate Differences, AccuracyEstimate Noticed, AccuracyEstimate SampledWrong)
{
    /// <summary>How often one keying of a field is wrong: where two differ, at least one of them is, and that both err alike is rare.</summary>
    public double KeyingErrorShare => Differences.Share / 2;
}

using OfficeNode.Core;
using OfficeNode.Core.Keying;
using OfficeNode.Standards.Readers;

namespace OfficeNode.Host.Journey;

/// <summary>An entry as one person sees it now.</summary>
public sealed record EntryView
{
    public required Entry Entry { get; init; }

    /// <summary>Which keying this is for who asks.</summary>
    public required KeyingPass Pass { get; init; }

    /// <summary>What is to be keyed now, in the order of the paper: the whole form, the fields that are keyed twice, or those in which the two keyings differ.</summary>
    public required IReadOnlyList<FormField> Fields { get; init; }

    /// <summary>The values of this keying; in a second one none of the first, while settling the choices made so far.</summary>
    public required IReadOnlyList<EntryValue> Values { get; init; }

    /// <summary>While settling: what the two keyings say of <see cref="Fields"/>, without names. Empty otherwise.</summary>
    public IReadOnlyList<KeyingDifference> Differences { get; init; } = [];

    /// <summary>The pages handed over, then those that the dossier has already.</summary>
    public required IReadOnlyList<EntryPage> Pages { get; init; }

    public required IReadOnlyList<EntryCrop> Crops { get; init; }

    /// <summary>Where a row of a volume stands on its page, also for who keys it blind; null for all others, and where nobody marked it.</summary>
    public EntryRegion? Region { get; init; }

    /// <summary>What is odd or wrong; nothing in a second keying, which is blind.</summary>
    public required IReadOnlyList<FormFinding> Findings { get; init; }

    /// <summary>What destinations refused of the dossier that is corrected; among <see cref="Findings"/> too.</summary>
    public IReadOnlyList<FormFinding> Refusals { get; init; } = [];

    /// <summary>Another person who holds it now; null where nobody else does.</summary>
    public Claim? Holder { get; init; }

    /// <summary>Why who asks cannot change it now; null when they can.</summary>
    public Finding? Refusal { get; init; }

    public bool MayEdit => Refusal is null;
}

/// <summary>A part of a page of an entry.</summary>
/// <param name="Page">The number of the page within the entry.</param>
public sealed record EntryRegion(int Page, PixelBox Box);

/// <summary>A field in which two keyings differ.</summary>
/// <param name="One">One of the two texts; which keying it is from is not told.</param>
public sealed record KeyingDifference(string Path, int Item, string One, string Other);

/// <summary>One value that a person typed, emptied or confirmed.</summary>
/// <param name="Text">Empty to empty the field.</param>
/// <param name="IsConfirmed">Whether the person says that it is right as it stands.</param>
public sealed record KeyedValue(string Path, int Item, string Text, LanguageCode? Language, bool IsConfirmed);

/// <summary>What became of something that was done to an entry.</summary>
/// <param name="Version">The entry's version now; 0 where there is no such entry.</param>
/// <param name="Refused">Why nothing was done; empty when it was.</param>
/// <param name="Findings">What is odd or wrong in the entry now, by field.</param>
public sealed record KeyingAnswer(long Version, IReadOnlyList<Finding> Refused, IReadOnlyList<FormFinding> Findings)
{
    public bool IsDone => Refused.Count == 0;
}

/// <summary>An entry that was made or found, or why not.</summary>
public sealed record EntryAnswer(EntryId? Entry, IReadOnlyList<Finding> Refused);

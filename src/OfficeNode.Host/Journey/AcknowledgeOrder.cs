using OfficeNode.Core;

namespace OfficeNode.Host.Journey;

/// <summary>A letter or mail as a file.</summary>
/// <param name="Name">Without a folder.</param>
/// <param name="Open">Gives its bytes; the caller disposes the stream.</param>
public sealed record ReceivedLetter(string Name, Func<Stream> Open);

/// <summary>A destination's answer by letter or mail, as a person enters it.</summary>
public sealed record AcknowledgeOrder
{
    public required PackageName Package { get; init; }

    /// <summary>The day of the letter.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>Who answered, as the letter says.</summary>
    public required string Sender { get; init; }

    /// <summary>Who enters it and answers for it.</summary>
    public required string Person { get; init; }

    /// <summary>The whole package was refused.</summary>
    public bool Refused { get; init; }

    /// <summary>How many records the sender says it took; null when it does not say.</summary>
    public long? Count { get; init; }

    /// <summary>Records that were refused, each with the reason given.</summary>
    public IReadOnlyList<RefusedRecord> RefusedRecords { get; init; } = [];

    /// <summary>The letter or mail; null when there is no file of it.</summary>
    public ReceivedLetter? Letter { get; init; }
}

/// <summary>What became of an answer that was entered.</summary>
/// <param name="Attachment">Digest under which the letter is kept among the sources.</param>
public sealed record AcknowledgeResult(bool Accepted, long Confirmed, long Refused, Digest? Attachment, IReadOnlyList<Finding> Findings);

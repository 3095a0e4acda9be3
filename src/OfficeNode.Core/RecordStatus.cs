namespace OfficeNode.Core;

/// <summary>Where a right stands, in words of our own that every standard's list is mapped from.</summary>
public enum StatusCategory
{
    Unknown,
    Filed,
    FilingDateAccorded,
    Classified,
    Accepted,
    Published,
    Opposed,

    /// <summary>Granted or registered, and in force as far as the register says.</summary>
    Registered,
    Refused,
    Withdrawn,
    Appealed,
    Interrupted,
    Surrendered,
    Cancelled,
    Revoked,
    Invalidated,
    Lapsed,
    Expired,
}

/// <summary>The current status of a record.</summary>
public sealed record RecordStatus
{
    /// <summary>The office's own code or word.</summary>
    public required string Code { get; init; }

    /// <summary>What it means; <see cref="StatusCategory.Unknown"/> until the office's code table says.</summary>
    public StatusCategory Category { get; init; }

    public PrintedDate? Date { get; init; }
}

/// <summary>One event in the life of a record, as the register has it.</summary>
public sealed record RecordEvent
{
    /// <summary>The office's own code or word.</summary>
    public required string Code { get; init; }

    public PrintedDate? Date { get; init; }

    public string? Text { get; init; }
}

namespace OfficeNode.Core;

/// <summary>What somebody is in a dossier.</summary>
public enum PartyRole
{
    Applicant,
    Holder,
    Inventor,
    Designer,
    Representative,
    Correspondent,
}

/// <summary>Whether a party is a natural or a legal person, when the source says so.</summary>
public enum PartyKind
{
    Unknown,
    Person,
    Organization,
}

/// <summary>A person or organisation with its part in the dossier.</summary>
/// <remarks>
/// I14: an export takes from here by whitelist. <see cref="Phone"/>, <see cref="Email"/> and <see cref="IdentityNumber"/> never leave the node;
/// the street of a natural person only by setting.
/// </remarks>
public sealed record Party
{
    public required PartyRole Role { get; init; }

    public PartyKind Kind { get; init; }

    /// <summary>The name in one or more languages and scripts; the first is the official one and is never changed.</summary>
    public required IReadOnlyList<PartyName> Names { get; init; }

    public Address? Address { get; init; }

    public CountryCode? Nationality { get; init; }

    public CountryCode? Residence { get; init; }

    public string? Phone { get; init; }

    public string? Email { get; init; }

    public string? IdentityNumber { get; init; }
}

/// <summary>A party's name in one script.</summary>
public sealed record PartyName
{
    /// <summary>The whole name as printed.</summary>
    public required string Text { get; init; }

    /// <summary>Family name, when the source keeps it apart.</summary>
    public string? LastName { get; init; }

    public string? FirstName { get; init; }

    public LanguageCode? Language { get; init; }
}

/// <summary>A postal address, as lines or in parts, as the source has it.</summary>
public sealed record Address
{
    /// <summary>Street and house, and all that has no field of its own.</summary>
    public IReadOnlyList<string> Lines { get; init; } = [];

    public string? City { get; init; }

    public string? Region { get; init; }

    public string? PostalCode { get; init; }

    public CountryCode? Country { get; init; }
}

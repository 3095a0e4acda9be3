using OfficeNode.Core;

namespace OfficeNode.Standards.Writers;

/// <summary>What of a record a destination's profile lets out, beyond what acts open (I14).</summary>
/// <remarks>The defaults are the narrowest that the public databases still take.</remarks>
public sealed record ExportPolicy
{
    /// <summary>The roles whose names go out. A correspondent never does, listed or not. Default: all others.</summary>
    public IReadOnlyList<PartyRole> Roles { get; init; } =
        [PartyRole.Applicant, PartyRole.Holder, PartyRole.Inventor, PartyRole.Designer, PartyRole.Representative];

    /// <summary>Whether street and postal code of natural persons go out, and of parties whose kind the register does not say. Default no.</summary>
    public bool StreetsOfPersons { get; init; }

    /// <summary>The event codes that go out, as the office writes them. Default none: an office's own events may say more than it knows.</summary>
    public IReadOnlyList<string> EventCodes { get; init; } = [];
}

using OfficeNode.Core.Keying;

namespace OfficeNode.Host.Kiosk.Keying;

/// <summary>The address at which an entry is keyed.</summary>
internal static class EntryAddress
{
    public static string Of(EntryId entry) => "/keying/" + entry.Value;
}

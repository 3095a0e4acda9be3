using OfficeNode.Core.Keying;

namespace OfficeNode.Host.Kiosk.Keying;

/// <summary>The address at which an entry is keyed.</summary>
internal static class EntryAddress
{
    public static string Of(EntryId entry) => "/keying/" + entry.Value;

    /// <param name="field">Where somebody begins.</param>
    public static string Of(EntryId entry, FieldName field) => $"{Of(entry)}?field={Uri.EscapeDataString(field.ToString())}";
}

using OfficeNode.Core.Keying;

namespace OfficeNode.Host.Kiosk.Keying;

/// <summary>The address at which an entry is keyed.</summary>
internal static class EntryAddress
{
    public static string Of(EntryId entry) => "/keying/" + entry.Value;

    /// <summary>Where it is given up.</summary>
    public static string Drop(EntryId entry) => Of(entry) + "/drop";

    /// <summary>The list, at the row of an entry.</summary>
    public static string ListAt(EntryId entry) => "/keying?at=" + entry.Value;

    /// <param name="field">Where somebody begins.</param>
    public static string Of(EntryId entry, FieldName field) => $"{Of(entry)}?field={Uri.EscapeDataString(field.ToString())}";
}

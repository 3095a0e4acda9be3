using OfficeNode.Core.People;

namespace OfficeNode.Host.Kiosk.People;

/// <summary>The address of the screen of a person.</summary>
internal static class PersonAddress
{
    public static string Of(PersonName name) => "/people/" + Uri.EscapeDataString(name.Value);
}

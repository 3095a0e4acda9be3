using OfficeNode.TestKit;

namespace OfficeNode.Journeys.Kiosk;

/// <summary>The languages in which whole ways through screens are gone: one of each direction with <c>OFFICENODE_LONG=1</c>, one of them each day.</summary>
internal static class ScreenLanguages
{
    public static IEnumerable<string> Today => FaultPoints.Some("en", "ar");
}

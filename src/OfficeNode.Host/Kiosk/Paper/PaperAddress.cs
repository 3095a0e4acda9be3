using OfficeNode.Core;

namespace OfficeNode.Host.Kiosk.Paper;

/// <summary>Where it is said where paper files are.</summary>
internal static class PaperAddress
{
    /// <summary>The screen with one file: where it is now, and its number where something is to be said of it.</summary>
    public static string Of(DossierName name) => "/paper?file=" + Uri.EscapeDataString(name.ToString());
}

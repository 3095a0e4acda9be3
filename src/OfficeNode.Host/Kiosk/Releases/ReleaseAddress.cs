using System.Globalization;
using OfficeNode.Core.Keying;

namespace OfficeNode.Host.Kiosk.Releases;

/// <summary>The addresses at which entries are released.</summary>
internal static class ReleaseAddress
{
    public const string List = "/release";

    public static string Of(EntryId entry) => $"{List}/{entry.Value}";

    /// <summary>The list, saying that something was released.</summary>
    public static string Released(string dossier) => $"{List}?released={Uri.EscapeDataString(dossier)}";

    /// <summary>The list, saying how many entries a sample released.</summary>
    public static string Released(int count, int left) => string.Create(CultureInfo.InvariantCulture, $"{List}?count={count}&left={left}");
}

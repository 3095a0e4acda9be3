using System.Text.RegularExpressions;
using OfficeNode.Core;
using OfficeNode.Host.Texts;

namespace OfficeNode.Host.Kiosk.Register;

/// <summary>The places of records as people know them: findings name them by RecordJson paths, which commands show and screens do not.</summary>
internal static partial class RecordPlaces
{
    /// <summary>The finding with its place in the reader's words where it is about a part of a record, as it is elsewhere.</summary>
    public static Finding Named(Finding finding) => finding.Path is { } path && LabelOf(path) is { } label ? finding with { Path = label } : finding;

    // Of the nearest part that a label is known for: of the last name of a party, the party.
    private static string? LabelOf(string path)
    {
        for (var part = Items().Replace(path, ""); part.Length > 0; part = part[..Math.Max(part.LastIndexOf('.'), 0)])
        {
            if (Language.Current.Find("record." + part) is { } label)
            {
                return label;
            }
        }

        return null;
    }

    [GeneratedRegex(@"\[[0-9]+\]", RegexOptions.CultureInvariant)]
    private static partial Regex Items();
}

using System.Globalization;
using OfficeNode.Core.Ledgers;

namespace OfficeNode.Host.Kiosk.Ledgers;

/// <summary>The addresses at which volumes are keyed.</summary>
internal static class LedgerAddress
{
    public const string All = "/ledgers";

    /// <summary>Where a batch is declared a volume.</summary>
    public static string New(Core.Batches.BatchId batch) => $"{All}/new?batch={batch}";

    public static string Of(VolumeId volume, int folio) => string.Create(CultureInfo.InvariantCulture, $"{All}/{volume.Number}/{folio}");

    /// <summary>A row of a folio.</summary>
    public static string Of(VolumeId volume, int folio, int row) => string.Create(CultureInfo.InvariantCulture, $"{Of(volume, folio)}?row={row}");
}

using System.Globalization;
using OfficeNode.Core.Batches;

namespace OfficeNode.Host.Kiosk.Batches;

/// <summary>The addresses of the screens about batches.</summary>
internal static class BatchAddress
{
    public const string List = "/batches";

    public const string Scan = "/batches/new";

    /// <summary>What the list listens to.</summary>
    public const string ListEvents = "/batches/all/events";

    public static string Of(BatchId batch) => $"{List}/{batch}";

    /// <summary>The contact sheet with the cursor on a page.</summary>
    public static string At(BatchId batch, int page) => string.Create(CultureInfo.InvariantCulture, $"{List}/{batch}?at={page}");

    public static string Page(BatchId batch, int page) => string.Create(CultureInfo.InvariantCulture, $"{List}/{batch}/pages/{page}");

    public static string Split(BatchId batch) => $"{List}/{batch}/split";

    /// <summary>What speaks against handing a batch over.</summary>
    public static string HandOver(BatchId batch) => $"{List}/{batch}/hand-over";

    public static string Events(BatchId batch) => $"{List}/{batch}/events";
}

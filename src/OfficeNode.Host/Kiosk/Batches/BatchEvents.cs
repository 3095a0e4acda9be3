using System.Globalization;
using OfficeNode.Core.Batches;
using OfficeNode.Core.People;
using OfficeNode.Host.Kiosk.Live;
using OfficeNode.Host.Kiosk.Permissions;
using OfficeNode.Host.Service;
using OfficeNode.Storage;

namespace OfficeNode.Host.Kiosk.Batches;

/// <summary>What the screens about batches listen to, and how it stands.</summary>
internal static class BatchEvents
{
    /// <summary>The pages of a batch with what is to be seen of them.</summary>
    public const string Pages = "pages";

    /// <summary>What the feeder says.</summary>
    public const string Feeder = "feeder";

    /// <summary>The list of batches.</summary>
    public const string List = "batches";

    // In place of a batch's name.
    private const string All = "all";

    public static void Map(IEndpointRouteBuilder endpoints) => endpoints
        .MapGet(BatchAddress.List + "/{batch}/events", SendAsync)
        .WithMetadata(new RequirePermissionAttribute(Permission.Scan), new NoUseAttribute());

    public static string StateOfPages(RegisterSession session, BatchId batch)
    {
        // Reading ends a page every other second: the sheet is made anew when all are read, not at each.
        var pulse = session.Batches.Pulse(batch);
        return string.Create(CultureInfo.InvariantCulture, $"{pulse.Pages}.{pulse.LastEdit}.{(pulse.Unread == 0 ? 1 : 0)}.{pulse.Failed}.{pulse.Damaged}.{pulse.Ended}");
    }

    public static string StateOfFeeder(RegisterSession session, BatchId batch, BatchId? running)
    {
        var pulse = session.Batches.Pulse(batch);
        return string.Create(CultureInfo.InvariantCulture, $"{pulse.Pages}.{pulse.Unread}.{pulse.Ended}.{running?.Number}.{session.Leases.HolderOf("scan")}");
    }

    public static string StateOfList(RegisterSession session, BatchId? running) =>
        string.Create(CultureInfo.InvariantCulture, $"{session.Batches.PulseOfAll()}.{session.Readings.CountWaiting()}.{running?.Number}.{session.Leases.HolderOf("scan")}");

    private static async Task SendAsync(string batch, HttpContext context, LiveStreams streams, ScanService scans, OpenNode open)
    {
        if (batch == All)
        {
            await streams.SendAsync(context, session => [new(List, StateOfList(session, scans.Running))]);
        }
        else if (BatchId.Parse(batch) is { Success: true, Value: var id } && open.Node.Register.Read(session => session.Batches.Get(id)) is not null)
        {
            await streams.SendAsync(context, session =>
            [
                new(Pages, StateOfPages(session, id)),
                new(Feeder, StateOfFeeder(session, id, scans.Running)),
                new(List, StateOfList(session, scans.Running)),
            ]);
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }
}

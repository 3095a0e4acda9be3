using OfficeNode.Capture.Looks;
using OfficeNode.Core;
using OfficeNode.Core.Batches;

namespace OfficeNode.Host.Journey;

/// <summary>Says that a day's first batch has no target sheet, where the office wants one.</summary>
internal static class TargetReminder
{
    // More batches than that before this one on the same day leave the reminder out.
    private const int Newest = 200;

    /// <summary>Null when there is nothing to say.</summary>
    public static Finding? Of(Node node, BatchView view)
    {
        if (!node.Settings.DailyTarget || view.Target is not null)
        {
            return null;
        }

        var newest = node.Register.Read(session => session.Batches.Newest(Newest)).Select(summary => summary.Batch).ToList();
        var isFirst = newest.Exists(batch => batch.Id == view.Batch.Id) && !newest.Exists(batch => batch.Id.Number < view.Batch.Id.Number && batch.Source == view.Batch.Source && DayOf(node, batch) == DayOf(node, view.Batch));
        return isFirst ? new Finding(LookFindings.TargetMissing, Severity.Info) { File = view.Batch.Id.Value } : null;
    }

    private static DateOnly DayOf(Node node, Batch batch) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(batch.Started, node.Time.LocalTimeZone).DateTime);
}

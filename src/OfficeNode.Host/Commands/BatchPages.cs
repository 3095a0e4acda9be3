using System.Globalization;
using OfficeNode.Capture.Looks;
using OfficeNode.Core.Batches;
using OfficeNode.Host.Journey;
using OfficeNode.Host.Texts;
using OfficeNode.Storage.Tables;

namespace OfficeNode.Host.Commands;

/// <summary>The pages of a batch one by one, as <c>batch show</c> tells them.</summary>
internal static class BatchPages
{
    /// <summary>For scripts. A text is opened only when its page is written out, and one at a time.</summary>
    public static IEnumerable<object> Describe(BatchView view, BatchTexts texts, QualityThresholds thresholds) => view.Arrangement.Pages.Select(page => new
    {
        n = page.Page.Number,
        page.Page.Sheet,
        side = page.Page.Side,
        page.Page.File,
        master = page.Page.Master.Digest.Value,
        page.Page.Frame,
        page.Turns,
        blank = page.IsBlank,
        page.Page.Look?.Quality,
        remarks = Judge(view, page, thresholds),
        reading = view.Readings.GetValueOrDefault(page.Page.Number)?.State,
        readingFindings = view.Readings.GetValueOrDefault(page.Page.Number) is { Findings: { Count: > 0 } found } ? FindingJson.Of(found) : null,
        upright = texts.Of(page.Page) is { } text ? new { text.Turns, text.Width, text.Height, text.Skew } : null,
    });

    /// <summary>The pages that cannot be read, in the order of the batch.</summary>
    public static IReadOnlyList<PageReading> Failed(BatchView view) =>
    [
        .. view.Arrangement.Pages.Select(page => view.Readings.GetValueOrDefault(page.Page.Number)).OfType<PageReading>().Where(reading => reading.State == ReadingState.Failed),
    ];

    /// <summary>A line for each page that cannot be read, and what to do about them, each thing once.</summary>
    public static IEnumerable<string> FailedLines(BatchView view)
    {
        var failed = Failed(view);
        foreach (var reading in failed)
        {
            yield return Words.Of("batch.failed", ("page", reading.Number), ("reason", string.Join(' ', reading.Findings.Select(FindingTexts.Message))));
        }

        foreach (var hint in failed.SelectMany(reading => reading.Findings).Select(FindingTexts.Hint).OfType<string>().Distinct())
        {
            yield return $"    {hint}";
        }
    }

    /// <summary>What is to be remarked on a page by the thresholds of today; null for one that nobody looked at, and for a target sheet, which has thresholds of its own.</summary>
    private static IReadOnlyList<FindingJson>? Judge(BatchView view, ArrangedPage page, QualityThresholds thresholds)
    {
        if (page.IsTarget || page.Page.Look is not { } look)
        {
            return null;
        }

        var name = page.Page.File ?? string.Create(CultureInfo.InvariantCulture, $"{view.Batch.Id} {page.Page.Number}");
        return FindingJson.Of(QualityCheck.Judge(look, page.Page.Facts, thresholds).Select(finding => finding with { File = name }));
    }
}

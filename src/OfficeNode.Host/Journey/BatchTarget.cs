using OfficeNode.Capture.Looks;
using OfficeNode.Core;
using OfficeNode.Core.Batches;

namespace OfficeNode.Host.Journey;

/// <summary>What the target sheet of a batch says of the scanner.</summary>
/// <param name="Page">Its number in the batch.</param>
/// <param name="Grade">The numbers; null when the sheet could not be graded.</param>
/// <param name="Judged">The numbers held against the office's thresholds as they are now.</param>
public sealed record BatchTarget(int Page, TargetGrade? Grade, JudgedTarget Judged)
{
    /// <summary>The last target sheet of a batch counts: it is scanned again after the glass was cleaned. Null when there is none.</summary>
    internal static BatchTarget? Of(BatchDrafts drafts, QualityThresholds thresholds)
    {
        if (drafts.Targets.LastOrDefault(page => page.IsTarget)?.Page is not { Look: { } look } page)
        {
            return null;
        }

        var judged = TargetCheck.Judge(look, page.Facts, thresholds);
        var file = page.File ?? FormattableString.Invariant($"page {page.Number}");
        return new(page.Number, look.Target, judged with { Findings = [.. judged.Findings.Select(finding => finding with { File = file })] });
    }
}

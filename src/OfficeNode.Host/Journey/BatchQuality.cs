using OfficeNode.Capture.Looks;
using OfficeNode.Core.Batches;

namespace OfficeNode.Host.Journey;

/// <summary>On how many pages something is to be remarked on, and on which.</summary>
/// <param name="Numbers">Of the pages, rising.</param>
public sealed record QualityCount(string Rule, int Pages, IReadOnlyList<int> Numbers);

/// <summary>A line at one place on several pages.</summary>
/// <param name="At">Millimetres from the left side of the picture.</param>
public sealed record DirtOnGlass(Side Side, double At, int Pages);

/// <summary>How good the pictures of a batch are, all pages together: so that a person sees whether the scanner needs a cloth.</summary>
public sealed record BatchQuality
{
    // Two pages may have the same fold; the widest dust and a sheet's play in the feeder are within a millimetre.
    private const int LeastPages = 3;
    private const double SamePlace = 1;

    private const double Nearly = 0.95;

    /// <summary>Pages that were looked at; separators and target sheets are not among them.</summary>
    public required int Pages { get; init; }

    /// <summary>Pages by what is to be remarked on, the most frequent first; a page may count in several.</summary>
    public required IReadOnlyList<QualityCount> Remarks { get; init; }

    /// <summary>Degrees that 95 of 100 pages do not lean by, whichever way; null when no page tells.</summary>
    public double? Skew { get; init; }

    /// <summary>Grey of the darkest paper; null for a batch without pages.</summary>
    public double? DarkestPaper { get; init; }

    /// <summary>Places at which at least three pages of the same side have a line.</summary>
    public IReadOnlyList<DirtOnGlass> Glass { get; init; } = [];

    internal static BatchQuality Of(BatchDrafts drafts, QualityThresholds thresholds)
    {
        var pages = drafts.Dossiers.SelectMany(dossier => dossier.Documents).SelectMany(document => document.Pages).Select(page => page.Page).Where(page => page.Look is not null).ToList();
        var skews = pages.Select(page => page.Look?.Quality.Skew).OfType<double>().Select(Math.Abs).Order().ToList();
        return new BatchQuality
        {
            Pages = pages.Count,
            Remarks = [.. pages
                .SelectMany(page => QualityCheck.Judge(page.Look!, page.Facts, thresholds).Select(finding => (finding.Rule, page.Number)).Distinct())   // filtered above
                .GroupBy(remark => remark.Rule, remark => remark.Number)
                .Select(remarks => new QualityCount(remarks.Key, remarks.Count(), [.. remarks.Order()]))
                .OrderByDescending(count => count.Pages).ThenBy(count => count.Rule, StringComparer.Ordinal)],
            Skew = skews.Count == 0 ? null : skews[(int)Math.Ceiling(Nearly * skews.Count) - 1],
            DarkestPaper = pages.Min(page => page.Look?.Quality.Paper),
            Glass = [.. pages.GroupBy(page => page.Side).SelectMany(side => DirtOn(side.Key, [.. side]))],
        };
    }

    private static IEnumerable<DirtOnGlass> DirtOn(Side side, IReadOnlyList<BatchPage> pages)
    {
        var places = pages.SelectMany(page => page.Look!.Quality.StreaksAt.Select(at => (At: at, page.Number))).OrderBy(place => place.At).ToList();   // only pages that were looked at
        for (var first = 0; first < places.Count;)
        {
            var same = places.Skip(first).TakeWhile(place => place.At - places[first].At <= SamePlace).ToList();
            first += same.Count;
            if (same.DistinctBy(place => place.Number).Count() is var count and >= LeastPages)
            {
                yield return new(side, same[same.Count / 2].At, count);
            }
        }
    }
}

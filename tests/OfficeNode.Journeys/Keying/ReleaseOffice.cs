using OfficeNode.Capture;
using OfficeNode.Core;
using OfficeNode.Core.Keying;
using OfficeNode.Host.Journey;

namespace OfficeNode.Journeys.Keying;

/// <summary>What tests of release do first: entries that are keyed and wait.</summary>
internal static class ReleaseOffice
{
    /// <summary>What was read on a form that has no errors.</summary>
    public static PageText FormOf(string number) => KeyingOffice.Text(
        "REQUEST FOR GRANT OF A PATENT",
        $"(21) Application number: {number}",
        "(22) Filing date: 26.02.2025",
        "(30) Priority: US 63/138088, 14.02.2025",
        "(51) Classification: F24S 10/20",
        "(54) Title: Solar water heater with a siphon valve",
        "(71) Applicant: Lake Basin Tools Ltd",
        "Address: 14 Harbour Road, Mombasa 80100",
        "(72) Inventor or creator: Amina Wanjiru Otieno");

    /// <summary>Scans and hands over so many patents.</summary>
    public static async Task<IReadOnlyList<Entry>> HandOverAsync(Node node, int count, string author)
    {
        var papers = new List<Paper>();
        foreach (var serial in Enumerable.Range(101, count))
        {
            papers.AddRange([KeyingOffice.Sheet($"P/2025/{serial}"), new Paper(Text: FormOf($"P/2025/{serial}")), new Paper()]);
        }

        var batch = await KeyingOffice.ScanAsync(node, papers);
        var refused = new KeyingJourney(node, author).HandOver(batch);
        return refused.Count == 0 ? node.Register.Read(session => session.Entries.OfBatch(batch)) : throw new InvalidOperationException(refused[0].Rule);
    }

    /// <summary>Confirms everything that was read and says that the entry is done.</summary>
    public static void Key(Node node, EntryId entry, string author, params IReadOnlyList<KeyedValue> more)
    {
        var keying = new KeyingJourney(node, author);
        var view = keying.Open(entry) ?? throw new InvalidOperationException($"There is no entry {entry}.");
        var values = view.Values.Where(value => value.Text.Length > 0 && !more.Any(one => one.Path == value.Path && one.Item == value.Item))
            .Select(value => new KeyedValue(value.Path, value.Item, value.Text, value.Language, IsConfirmed: true))
            .Concat(more);
        var saved = keying.Save(entry, view.Entry.Version, [.. values]);
        var done = keying.Done(entry, saved.Version, null);
        if (!done.IsDone)
        {
            throw new InvalidOperationException(string.Join(", ", done.Refused.Concat(done.Findings.Select(found => found.Finding)).Select(finding => $"{finding.Rule} {finding.Path} {finding.Found}")));
        }
    }

    /// <summary>A journey of release whose pictures are cut by a worker of its own.</summary>
    public static ReleaseJourney By(Node node, string author, ImageWorkerPool pool) => new(node, author, new ImageConverter(pool));

    public static ImageWorkerPool Workers(TimeProvider time) => new(ThisProgram.ImageWorkers(), time);
}

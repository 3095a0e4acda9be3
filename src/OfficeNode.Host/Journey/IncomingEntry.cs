using OfficeNode.Core;
using OfficeNode.Standards.Readers;

namespace OfficeNode.Host.Journey;

/// <summary>A source entry on its way in, its pictures already durable: what is left is one transaction.</summary>
internal sealed record IncomingEntry(SourceItem Item, IReadOnlyList<IncomingPage> Pages, IReadOnlyList<Finding> Findings)
{
    public static async Task<IncomingEntry> PrepareAsync(SourceItem item, SourceImages images, CancellationToken cancellation)
    {
        if (item.Images.Count == 0 || item.Record is null)
        {
            return new IncomingEntry(item, [], item.Findings);
        }

        var findings = new List<Finding>(item.Findings);
        var pages = new List<IncomingPage>();
        foreach (var image in item.Images)
        {
            var taken = new List<Finding>();
            pages.AddRange(await images.TakeAsync(image, taken, cancellation));
            findings.AddRange(taken.Select(finding => finding with { Line = finding.Line ?? item.Line }));
        }

        return new IncomingEntry(item, pages, findings);
    }
}

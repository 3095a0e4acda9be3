using OfficeNode.Core;
using OfficeNode.Core.Batches;

namespace OfficeNode.Host.Journey;

/// <summary>Puts the pages of a scan where the person who asked for it wanted them: before a page, or in the places of others.</summary>
/// <remarks>
/// By edits like any person's, so that each can be undone. Where it goes wrong, because the page is no longer there or somebody changes the batch again and again, the pages stay at
/// the end of the batch, where they can be seen and moved.
/// </remarks>
internal sealed class ScanPlacing
{
    // Two people who edit meet once; a third time in a row is somebody who had better finish first.
    private const int Tries = 3;

    private readonly Node _node;
    private readonly BatchId _batch;
    private readonly string _author;

    public ScanPlacing(Node node, BatchId batch, string author)
    {
        _node = node;
        _batch = batch;
        _author = author;
    }

    /// <summary>Places what came since the scan began.</summary>
    /// <param name="goesOn">Something stopped the scan: what comes when it goes on has the same aim.</param>
    /// <returns>What kept pages at the end; empty when all are in their places.</returns>
    public IReadOnlyList<Finding> Place(bool goesOn)
    {
        if (_node.Register.Read(session => ScanBook.Aim(session, _batch)) is not { } aim)
        {
            return [];
        }

        var pages = _node.Register.Read(session => session.Batches.Arrange(_batch)).Pages.Where(page => page.Page.Number >= aim.From).OrderBy(page => page.Page.Number).ToList();
        var findings = aim.Before is { } before ? Insert(pages, before) : Replace(pages, aim.Replaced);
        var rest = aim with { From = aim.From + pages.Count, Replaced = [.. aim.Replaced.Skip(pages.Count)] };
        _node.Register.Note(session => ScanBook.SetAim(session, _batch, goesOn ? rest : null));
        return findings;
    }

    private IReadOnlyList<Finding> Insert(List<ArrangedPage> pages, int before) =>
        pages.Count == 0 ? [] : Do(new MovePages([.. pages.Select(page => page.Page.Number)], before));

    private IReadOnlyList<Finding> Replace(List<ArrangedPage> pages, IReadOnlyList<int> replaced)
    {
        // A scanner that gives backs whether they are wanted or not: blank ones take nobody's place while there are others.
        var written = pages.Where(page => !page.IsBlank).ToList();
        var taken = written.Count >= replaced.Count ? written : pages;
        return [.. replaced.Zip(taken, (old, page) => Do(new ReplacePage(old, page.Page.Number))).SelectMany(findings => findings)];
    }

    private IReadOnlyList<Finding> Do(BatchEdit edit)
    {
        var journey = new BatchJourney(_node);
        IReadOnlyList<Finding> findings = [];
        for (var tries = 0; tries < Tries; tries++)
        {
            findings = journey.TryEdit(_batch, _node.Register.Read(session => session.Batches.LastEdit(_batch)), edit, _author);
            if (!findings.Any(finding => finding.Rule == EditFindings.Changed))
            {
                break;
            }
        }

        return [.. findings.Select(_ => new Finding(ScanFindings.NotPlaced, Severity.Warning) { Found = _batch.Value }).Take(1)];
    }
}

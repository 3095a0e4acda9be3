using OfficeNode.Core;
using OfficeNode.Storage;
using OfficeNode.Storage.Tables;

namespace OfficeNode.Host.Journey;

/// <summary>What <c>pages add</c> counted.</summary>
/// <param name="Added">New pages.</param>
/// <param name="Known">Pages that this document already has from these files.</param>
/// <param name="Refused">Files that were not taken; the findings say why. They stay where they are.</param>
public sealed record PagesResult(int Added, int Known, int Refused, IReadOnlyList<Finding> Findings);

/// <summary>Adds page images to a document of a dossier: judged by header, proved readable, durable, then entered (I2).</summary>
public sealed class PagesJourney
{
    private readonly Node _node;
    private readonly PageChecker _checker;

    public PagesJourney(Node node, PageChecker checker)
    {
        _node = node;
        _checker = checker;
    }

    /// <summary>Adds files in the order given; a bad one never keeps its neighbours out (I11).</summary>
    public async Task<PagesResult> AddAsync(
        Dossier dossier, DocumentCode document, int? design, IReadOnlyList<string> files, string author, CancellationToken cancellation)
    {
        var result = new PagesResult(0, 0, 0, []);
        foreach (var file in files)
        {
            var one = await AddAsync(dossier, document, design, Path.GetFullPath(file), author, cancellation);
            result = new PagesResult(
                result.Added + one.Added, result.Known + one.Known, result.Refused + one.Refused,
                [.. result.Findings, .. one.Findings.Select(finding => finding with { Dossier = dossier.Name.ToString(), File = file })]);
        }

        return result;
    }

    private async Task<PagesResult> AddAsync(Dossier dossier, DocumentCode document, int? design, string path, string author, CancellationToken cancellation)
    {
        if (!File.Exists(path))
        {
            return new PagesResult(0, 0, 1, [new Finding(JourneyFindings.PageFileMissing, Severity.Error) { Found = path }]);
        }

        var (read, frames, findings) = await _checker.JudgeAsync(path, cancellation);
        if (read is not { } format)
        {
            return new PagesResult(0, 0, 1, findings);
        }

        await using var content = File.OpenRead(path);
        var master = await _node.Pages.AddMasterAsync(content, ImageExtension.Of(format), cancellation);
        var origin = new PageOrigin { Source = path, Time = _node.Time.GetUtcNow() };
        var pages = frames
            .Select((facts, frame) => new IncomingPage(document, design, master, frame, facts, origin).For(dossier.Id))
            .ToList();
        var added = Enter(dossier, master, pages, author);
        return new PagesResult(added, pages.Count - added, 0, findings);
    }

    private int Enter(Dossier dossier, Master master, IReadOnlyList<NewPage> pages, string author) =>
        _node.Register.Write(new Deed(author, "pages add", dossier.Name.ToString()), session =>
        {
            session.Masters.Enter(master);
            var fresh = pages.Where(page => !session.Pages.Has(page)).ToList();
            foreach (var page in fresh)
            {
                session.Pages.Append(page);
            }

            return fresh.Count;
        });
}

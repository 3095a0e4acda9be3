using System.Globalization;
using System.Text;
using OfficeNode.Capture;
using OfficeNode.Capture.Reading;
using OfficeNode.Core;
using OfficeNode.Core.Batches;
using OfficeNode.Core.Disk;
using OfficeNode.Standards.Writers;

namespace OfficeNode.Host.Journey;

/// <summary>What an export wrote.</summary>
public sealed record BatchExportResult(int Masters, int Texts, int Documents, IReadOnlyList<Finding> Findings);

/// <summary>Writes a batch into a folder for people and other programs: masters, text and ALTO of each page under its number, a searchable PDF of each document.</summary>
/// <remarks>Replaces nothing. A master with several frames is written once, under the numbers of its first and last page.</remarks>
public sealed class BatchExport
{
    private readonly Node _node;
    private readonly ImageWorkerPool _pool;
    private readonly List<Finding> _findings = [];

    public BatchExport(Node node, ImageWorkerPool pool)
    {
        _node = node;
        _pool = pool;
    }

    /// <exception cref="StorageException">The folder is not writable, full, or has files of these names already.</exception>
    public async Task<BatchExportResult> RunAsync(BatchView view, string folder, IProgress<long>? progress, CancellationToken cancellation)
    {
        _node.Disk.CreateFolder(folder);
        var masters = 0;
        foreach (var pages in view.Arrangement.Pages.Concat(view.Arrangement.Replaced.Select(page => new ArrangedPage { Page = page })).GroupBy(page => page.Page.Master.Digest))
        {
            masters += CopyMaster([.. pages.Select(page => page.Page)], folder);
        }

        var texts = 0L;
        foreach (var page in view.Arrangement.Pages)
        {
            texts += WriteText(view, page.Page, folder) ? 1 : 0;
            progress?.Report(texts);
        }

        var documents = 0;
        foreach (var (dossier, place) in view.Drafts.Dossiers.Select((dossier, place) => (dossier, place)))
        {
            foreach (var document in dossier.Documents.Where(document => document.Pages.Count > 0))
            {
                await WritePdfAsync(view, dossier, document, place, folder, cancellation);
                documents++;
            }
        }

        _node.Disk.SyncFolder(folder);
        return new BatchExportResult(masters, (int)texts, documents, _findings);
    }

    private static string NameOf(int number) => number.ToString("D3", CultureInfo.InvariantCulture);

    /// <summary>Several sheets of the same bytes are several pages: each gets its file, a file with several frames one for all of them.</summary>
    private int CopyMaster(IReadOnlyList<BatchPage> pages, string folder)
    {
        var written = 0;
        foreach (var sheet in pages.GroupBy(page => page.Sheet))
        {
            var (first, last) = (sheet.Min(page => page.Number), sheet.Max(page => page.Number));
            var master = sheet.First().Master;
            var name = (first == last ? NameOf(first) : $"{NameOf(first)}-{NameOf(last)}") + "." + master.Extension;
            using var from = File.OpenRead(_node.Pages.PathOf(master));
            Write(Path.Combine(folder, name), from.CopyTo);
            written++;
        }

        return written;
    }

    private bool WriteText(BatchView view, BatchPage page, string folder)
    {
        if (TextOf(view, page) is not { } text)
        {
            return false;
        }

        Write(Path.Combine(folder, NameOf(page.Number) + ".txt"), file => file.Write(Encoding.UTF8.GetBytes(PlainText.Of(text))));
        Write(Path.Combine(folder, NameOf(page.Number) + ".alto.xml"), file => AltoWriter.Write(text, NameOf(page.Number) + "." + page.Master.Extension, page.Number, file));
        return true;
    }

    private async Task WritePdfAsync(BatchView view, DraftDossier dossier, DraftDocument document, int place, string folder, CancellationToken cancellation)
    {
        var title = $"{dossier.Name?.ToString() ?? view.Batch.Id.Value} {document.Code?.Value}".Trim();
        var first = NameOf(document.Pages[0].Page.Number);
        var path = Path.Combine(folder, $"{first}-{NumberName.Escape(dossier.Name?.ToString() ?? $"draft-{place + 1}")}-{document.Code?.Value ?? "pages"}.pdf");
        var read = document.Pages.Select(page => TextOf(view, page.Page)).ToList();
        await using var file = _node.Disk.CreateFile(path);
        using var pdf = new SearchablePdf(file, title, read.FirstOrDefault(text => text is not null)?.Languages[0] ?? "eng", _pool);
        foreach (var (page, text) in document.Pages.Zip(read))
        {
            _findings.AddRange(await pdf.AddAsync(_node.Pages.PathOf(page.Page.Master), page.Page.Frame, text, cancellation));
        }

        await pdf.EndAsync(cancellation);
        _node.Disk.Sync(file);
    }

    private PageText? TextOf(BatchView view, BatchPage page) =>
        view.Readings.GetValueOrDefault(page.Number)?.Text is { } digest ? _node.Pages.ReadText(digest) : null;

    private void Write(string path, Action<Stream> write)
    {
        using var file = _node.Disk.CreateFile(path);
        write(file);
        _node.Disk.Sync(file);
    }
}

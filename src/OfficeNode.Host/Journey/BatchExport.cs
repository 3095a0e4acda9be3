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
public sealed record BatchExportResult(int Masters, int Texts, int Pictures, int Documents, IReadOnlyList<Finding> Findings);

/// <summary>Writes a batch into a folder for people and other programs: masters, text and ALTO of each page under its number, marks and views found on forms, a searchable PDF of each document.</summary>
/// <remarks>Replaces nothing. A master with several frames is written once, under the numbers of its first and last page.</remarks>
public sealed class BatchExport
{
    private readonly Node _node;
    private readonly BatchView _view;
    private readonly BatchTexts _texts;
    private readonly string _folder;
    private readonly ImageWorkerPool _pool;
    private readonly List<Finding> _findings = [];

    public BatchExport(Node node, BatchView view, string folder, ImageWorkerPool pool)
    {
        _node = node;
        _view = view;
        _texts = new BatchTexts(node, view);
        _folder = folder;
        _pool = pool;
    }

    /// <exception cref="StorageException">The folder is not writable, full, or has files of these names already.</exception>
    public async Task<BatchExportResult> RunAsync(IProgress<long>? progress, CancellationToken cancellation)
    {
        _node.Disk.CreateFolder(_folder);
        var masters = 0;
        foreach (var pages in _view.Arrangement.Pages.Concat(_view.Arrangement.Replaced.Select(page => new ArrangedPage { Page = page })).GroupBy(page => page.Page.Master.Digest))
        {
            masters += CopyMaster([.. pages.Select(page => page.Page)]);
        }

        var texts = 0L;
        foreach (var page in _view.Arrangement.Pages)
        {
            texts += WriteText(page.Page) ? 1 : 0;
            progress?.Report(texts);
        }

        var reader = new DraftReader(_node);
        var (documents, pictures) = (0, 0);
        foreach (var (dossier, place) in _view.Drafts.Dossiers.Select((dossier, place) => (dossier, place)))
        {
            pictures += await WritePicturesAsync(reader.Of(dossier, _texts).Pictures, cancellation);
            foreach (var document in dossier.Documents.Where(document => document.Pages.Count > 0))
            {
                await WritePdfAsync(dossier, document, place, cancellation);
                documents++;
            }
        }

        _node.Disk.SyncFolder(_folder);
        return new BatchExportResult(masters, (int)texts, pictures, documents, _findings);
    }

    private static string NameOf(int number) => number.ToString("D3", CultureInfo.InvariantCulture);

    /// <summary>Several sheets of the same bytes are several pages: each gets its file, a file with several frames one for all of them.</summary>
    private int CopyMaster(IReadOnlyList<BatchPage> pages)
    {
        var written = 0;
        foreach (var sheet in pages.GroupBy(page => page.Sheet))
        {
            var (first, last) = (sheet.Min(page => page.Number), sheet.Max(page => page.Number));
            var master = sheet.First().Master;
            var name = (first == last ? NameOf(first) : $"{NameOf(first)}-{NameOf(last)}") + "." + master.Extension;
            using var from = File.OpenRead(_node.Pages.PathOf(master));
            Write(Path.Combine(_folder, name), from.CopyTo);
            written++;
        }

        return written;
    }

    private bool WriteText(BatchPage page)
    {
        if (_texts.Of(page) is not { } text)
        {
            return false;
        }

        Write(Path.Combine(_folder, NameOf(page.Number) + ".txt"), file => file.Write(Encoding.UTF8.GetBytes(PlainText.Of(text))));
        Write(Path.Combine(_folder, NameOf(page.Number) + ".alto.xml"), file => AltoWriter.Write(text, NameOf(page.Number) + "." + page.Master.Extension, page.Number, file));
        return true;
    }

    /// <summary>The marks and views that were found, each as a picture: the surest of page 12 is <c>012-picture-1</c>.</summary>
    private async Task<int> WritePicturesAsync(IReadOnlyList<DraftPicture> pictures, CancellationToken cancellation)
    {
        var converter = new ImageConverter(_pool);
        var written = 0;
        foreach (var page in pictures.GroupBy(picture => picture.Page.Number))
        {
            foreach (var (found, place) in page.Select((found, place) => (found, place)))
            {
                var made = await converter.ToCropAsync(_node.Pages.PathOf(found.Page.Master), found.Page.Frame, found.Turns, found.Picture.Box, cancellation);
                var name = string.Create(CultureInfo.InvariantCulture, $"{NameOf(page.Key)}-picture-{place + 1}");
                _findings.AddRange(made.Findings.Select(finding => finding with { File = name }));
                if (made.Bytes is { } bytes)
                {
                    Write(Path.Combine(_folder, $"{name}.{made.Extension}"), file => file.Write(bytes.Span));
                    written++;
                }
            }
        }

        return written;
    }

    private async Task WritePdfAsync(DraftDossier dossier, DraftDocument document, int place, CancellationToken cancellation)
    {
        var title = $"{dossier.Name?.ToString() ?? _view.Batch.Id.Value} {document.Code?.Value}".Trim();
        var first = NameOf(document.Pages[0].Page.Number);
        var path = Path.Combine(_folder, $"{first}-{NumberName.Escape(dossier.Name?.ToString() ?? $"draft-{place + 1}")}-{document.Code?.Value ?? "pages"}.pdf");
        var read = document.Pages.Select(page => _texts.Of(page.Page)).ToList();
        await using var file = _node.Disk.CreateFile(path);
        using var pdf = new SearchablePdf(file, title, read.FirstOrDefault(text => text is not null)?.Languages[0] ?? "eng", _pool);
        foreach (var (page, text) in document.Pages.Zip(read))
        {
            _findings.AddRange(await pdf.AddAsync(_node.Pages.PathOf(page.Page.Master), page.Page.Frame, page.Turns, text, cancellation));
        }

        await pdf.EndAsync(cancellation);
        _node.Disk.Sync(file);
    }

    private void Write(string path, Action<Stream> write)
    {
        using var file = _node.Disk.CreateFile(path);
        write(file);
        _node.Disk.Sync(file);
    }
}

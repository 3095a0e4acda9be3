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
/// <remarks>
/// Replaces nothing, and no file has its name before it is whole. A master with several frames is written once, under the numbers of its first and last page.
/// Memory does not grow with the batch: of the texts of a document one is held at a time.
/// </remarks>
public sealed class BatchExport
{
    // The ending of a file under way, by which scan folders and people know it.
    private const string Unfinished = ".part";

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
            masters += await CopyMasterAsync([.. pages.Select(page => page.Page)], cancellation);
        }

        var texts = 0L;
        foreach (var page in _view.Arrangement.Pages)
        {
            texts += await WriteTextAsync(page.Page, cancellation) ? 1 : 0;
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
    private async Task<int> CopyMasterAsync(IReadOnlyList<BatchPage> pages, CancellationToken cancellation)
    {
        var written = 0;
        foreach (var sheet in pages.GroupBy(page => page.Sheet))
        {
            var (first, last) = (sheet.Min(page => page.Number), sheet.Max(page => page.Number));
            var master = sheet.First().Master;
            var name = (first == last ? NameOf(first) : $"{NameOf(first)}-{NameOf(last)}") + "." + master.Extension;
            await using var from = File.OpenRead(_node.Pages.PathOf(master));
            await WriteAsync(name, file => from.CopyToAsync(file, cancellation));
            written++;
        }

        return written;
    }

    private async Task<bool> WriteTextAsync(BatchPage page, CancellationToken cancellation)
    {
        if (_texts.Of(page) is not { } text)
        {
            return false;
        }

        var name = NameOf(page.Number);
        await WriteAsync($"{name}.txt", file => file.WriteAsync(Encoding.UTF8.GetBytes(PlainText.Of(text)), cancellation).AsTask());
        await WriteAsync($"{name}.alto.xml", file =>
        {
            AltoWriter.Write(text, $"{name}.{page.Master.Extension}", page.Number, file);
            return Task.CompletedTask;
        });
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
                    await WriteAsync($"{name}.{made.Extension}", file => file.WriteAsync(bytes, cancellation).AsTask());
                    written++;
                }
            }
        }

        return written;
    }

    private Task WritePdfAsync(DraftDossier dossier, DraftDocument document, int place, CancellationToken cancellation)
    {
        var title = $"{dossier.Name?.ToString() ?? _view.Batch.Id.Value} {document.Code?.Value}".Trim();
        var first = NameOf(document.Pages[0].Page.Number);
        return WriteAsync($"{first}-{NumberName.Escape(dossier.Name?.ToString() ?? $"draft-{place + 1}")}-{document.Code?.Value ?? "pages"}.pdf", async file =>
        {
            using var pdf = new SearchablePdf(file, title, LanguageOf(document), _pool);
            foreach (var page in document.Pages)
            {
                _findings.AddRange(await pdf.AddAsync(_node.Pages.PathOf(page.Page.Master), page.Page.Frame, page.Turns, _texts.Of(page.Page), cancellation));
            }

            await pdf.EndAsync(cancellation);
        });
    }

    /// <summary>The likeliest language of a document: that of the first page that was read.</summary>
    private string LanguageOf(DraftDocument document) =>
        document.Pages.Select(page => _texts.Of(page.Page)).FirstOrDefault(text => text is not null)?.Languages[0] ?? "eng";

    private async Task WriteAsync(string name, Func<Stream, Task> write)
    {
        var path = Path.Combine(_folder, name);
        var file = _node.Disk.CreateFile(path + Unfinished);
        try
        {
            await using (file)
            {
                await write(file);
                _node.Disk.Sync(file);
            }

            _node.Disk.Move(path + Unfinished, path);
        }
        catch
        {
            // Whoever looks into the folder takes what has a name for whole.
            _node.Disk.Delete(path + Unfinished);
            throw;
        }
    }
}

using System.Runtime.CompilerServices;
using OfficeNode.Packaging;
using OfficeNode.Standards.Writers;
using OfficeNode.Storage.Tables;

namespace OfficeNode.Host.Journey;

/// <summary>The members of one package: first all documents, then all images, so that a cut-off transfer has brought what matters most.</summary>
/// <remarks>
/// The first time the documents come from the selection and the content rows are written beside them, in batches (I6). A second time, after
/// damage or for a rebuild, everything comes from those rows alone.
/// </remarks>
internal sealed class PackageBuild
{
    private const int Batch = 200;

    private readonly Node _node;
    private readonly PackageRow _package;
    private readonly RecordExporter _exporter;
    private readonly PageImages _images;

    public PackageBuild(Node node, PackageRow package, RecordExporter exporter, PageImages images)
    {
        _node = node;
        _package = package;
        _exporter = exporter;
        _images = images;
    }

    /// <summary>How many records the package has.</summary>
    public int Records { get; private set; }

    /// <summary>Members from a selection, as many records as fit; the cursor then stands on the first that did not.</summary>
    public async IAsyncEnumerable<PackageMember> FirstAsync(SelectionCursor selection, long mostBytes, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var rows = new List<PackageContent>(Batch);
        var bytes = 0L;
        while (selection.Current is { } record && (Records == 0 || bytes + record.Bytes <= mostBytes))
        {
            bytes += record.Bytes;
            Records++;
            rows.Add(RowOf(record, Records));
            if (rows.Count == Batch)
            {
                Keep(rows);
            }

            foreach (var (path, content) in record.Written.Documents)
            {
                yield return new PackageMember(path, MemberKind.Record, content, record.Export.Dossier);
            }

            await selection.MoveNextAsync();
        }

        Keep(rows);
        await foreach (var image in ImagesAsync(cancellation))
        {
            yield return image;
        }
    }

    /// <summary>Members from the content rows alone.</summary>
    public async IAsyncEnumerable<PackageMember> AgainAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        Records = 0;
        foreach (var content in Contents())
        {
            Records++;
            var export = await ExportOfAsync(content, cancellation);
            foreach (var (path, document) in (await _exporter.WriteAsync(export, cancellation)).Documents)
            {
                yield return new PackageMember(path, MemberKind.Record, document, export.Dossier);
            }
        }

        await foreach (var image in ImagesAsync(cancellation))
        {
            yield return image;
        }
    }

    private static PackageContent RowOf(SelectedRecord record, int ordinal) => new()
    {
        Ordinal = ordinal,
        Dossier = record.Dossier,
        Revision = record.Revision,
        Operation = (int)record.Export.Operation,
        Twin = record.Export.Twin,
        Content = record.Content,
        Opened = record.Export.Opened,
        Pages = [.. record.Export.Images.Zip(record.Written.Images, (image, path) => image.Row(path))],
    };

    private void Keep(List<PackageContent> rows)
    {
        _node.Register.Note(session =>
        {
            foreach (var row in rows)
            {
                session.Packages.AddContent(_package.Id, row);
            }
        });
        rows.Clear();
    }

    private async IAsyncEnumerable<PackageMember> ImagesAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var content in Contents())
        {
            var name = _node.Register.Read(session => session.Dossiers.Get(content.Dossier).Name);
            foreach (var page in content.Pages)
            {
                var image = await ImageOfAsync(page, cancellation);
                yield return new PackageMember(page.Path, MemberKind.Image, ContentOf(image), name);
            }
        }
    }

    private StoredContent ContentOf(PackagedImage image) => image.Derivative is { } derivative
        ? new StoredContent(() => File.OpenRead(_node.Pages.PathOf(derivative)), derivative.Length, derivative.Crc32, derivative.Digest)
        : new StoredContent(() => File.OpenRead(_node.Pages.PathOf(image.Master)), image.Master.Length, image.Master.Crc32, image.Master.Digest);

    private async Task<RecordToExport> ExportOfAsync(PackageContent content, CancellationToken cancellation)
    {
        var (dossier, revision) = _node.Register.Read(session => (session.Dossiers.Get(content.Dossier), session.Revisions.Get(content.Revision)));
        var images = new List<PackagedImage>();
        foreach (var page in content.Pages)
        {
            images.Add(await ImageOfAsync(page, cancellation));
        }

        return new RecordToExport
        {
            Dossier = dossier.Name,
            Record = revision.Record,
            Opened = content.Opened,
            Images = images,
            Operation = (Operation)content.Operation,
            Twin = content.Twin,
        };
    }

    private async Task<PackagedImage> ImageOfAsync(PackagedPage page, CancellationToken cancellation)
    {
        return await _images.MakeAsync(page, cancellation) ?? throw new PackageException(
            PackageFault.DamagedMember, page.Path, $"{page.Path}: the image cannot be made again from its master {page.Master}.");
    }

    private IEnumerable<PackageContent> Contents()
    {
        var last = 0;
        while (true)
        {
            var rows = _node.Register.Read(session => session.Packages.ContentAfter(_package.Id, last, Batch));
            foreach (var row in rows)
            {
                yield return row;
            }

            if (rows.Count < Batch)
            {
                yield break;
            }

            last = rows[^1].Ordinal;
        }
    }
}

/// <summary>A place in the stream of selected records, so that the record that did not fit one package opens the next.</summary>
internal sealed class SelectionCursor : IAsyncDisposable
{
    private readonly IAsyncEnumerator<SelectedRecord> _records;

    public SelectionCursor(IAsyncEnumerable<SelectedRecord> records, CancellationToken cancellation) =>
        _records = records.GetAsyncEnumerator(cancellation);

    /// <summary>The record to be taken next; null when there are no more.</summary>
    public SelectedRecord? Current { get; private set; }

    public async ValueTask MoveNextAsync() => Current = await _records.MoveNextAsync() ? _records.Current : null;

    public ValueTask DisposeAsync() => _records.DisposeAsync();
}

using System.IO.Compression;
using System.Text;
using System.Text.Json;
using OfficeNode.Core;
using OfficeNode.Core.Json;
using OfficeNode.Host.Journey;
using OfficeNode.Host.Settings;
using OfficeNode.Standards.Rules;
using OfficeNode.Standards.Writers;
using OfficeNode.Storage.Tables;

namespace OfficeNode.Host.Kiosk.Tonight;

/// <summary>One record exactly as it would leave for one destination, or why it would not. Past gate (I13), whitelist (I14) and rules (I4); changes nothing.</summary>
internal sealed record RecordPreview
{
    public required Dossier Dossier { get; init; }

    public required GateDecision Gate { get; init; }

    public required IReadOnlyList<(PublicationAct Act, DateTimeOffset RecordedAt)> Acts { get; init; }

    public required IReadOnlyList<KeptHold> Holds { get; init; }

    /// <summary>The newest retraction from the destination; null when there was none.</summary>
    public Retraction? Retraction { get; init; }

    /// <summary>Fields with their values, past the whitelist; none where the gate is closed.</summary>
    public IReadOnlyList<(string Field, IReadOnlyList<string> Values)> Fields { get; init; } = [];

    /// <summary>Pages past the gate.</summary>
    public IReadOnlyList<Page> Pages { get; init; } = [];

    /// <summary>How many pages of each document type stay inside.</summary>
    public IReadOnlyList<(DocumentCode Document, int Pages)> Closed { get; init; } = [];

    /// <summary>The documents as they would be written.</summary>
    public IReadOnlyList<(string Path, string Text)> Documents { get; init; } = [];

    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>The record of a dossier for a destination; null where there is no such dossier, or the destination does not take its right.</summary>
    public static async Task<RecordPreview?> ReadAsync(Node node, string destination, DestinationSettings settings, DossierId id, CancellationToken cancellation)
    {
        var read = node.Register.Read(session =>
        {
            var dossier = session.Dossiers.After(new DossierId(id.Value - 1), 1).FirstOrDefault(found => found.Id == id);
            if (dossier is null || !settings.Rights.Contains(dossier.Right))
            {
                return null;
            }

            var view = DossierView.Read(session, node.Settings, destination, settings, dossier, node.Today);
            var preview = new RecordPreview
            {
                Dossier = dossier,
                Gate = view.Gate,
                Acts = session.Acts.History(id),
                Holds = session.Holds.History(id),
                Retraction = session.Retractions.Last(id, destination),
                Pages = view.Gate.IsOpen ? view.Pages : [],
                Closed = [.. session.Pages.Of(id).Where(page => !view.Gate.Opened.Contains(page.Document)).CountBy(page => page.Document).Select(count => (count.Key, count.Value))],
            };
            return new { Preview = preview, View = view, State = session.Exports.Of(id, destination), Twin = session.Twins.OrdinalOf(id, destination) ?? 1 };
        });
        return read is null ? null : !read.Preview.Gate.IsOpen ? read.Preview : await FillAsync(node, destination, settings, read.Preview, read.View, (read.State, read.Twin), cancellation);
    }

    private static async Task<RecordPreview> FillAsync(
        Node node, string destination, DestinationSettings settings, RecordPreview preview, DossierView view, (ExportState? State, int Twin) there, CancellationToken cancellation)
    {
        var schemas = InstalledStandards.Open(node.Folder);
        var exporter = new RecordExporter(PackageProfile.Of(node, destination, settings, schemas), schemas);
        var judged = new Validator(node.Rules).Validate(new Subject { Record = view.Revision.Record, Pages = view.Pages, Today = node.Today }, destination);
        var images = await Task.WhenAll(view.Pages.Select(page => new ForeseenImages(node).MakeAsync(page, cancellation)));
        var findings = judged.Concat(images.SelectMany(image => image.Findings)).ToList();
        var written = images.Any(image => image.Facts is null) ? null : await exporter.WriteAsync(ExportOf(view, images, there), cancellation);
        return preview with
        {
            Fields = FieldsOf(exporter.Reduce(view.Revision.Record, view.Gate.Opened)),
            Documents = written is null ? [] : [.. written.Documents.Select(document => (document.Path, TextOf(document.Content.Deflated)))],
            Findings = [.. findings, .. written?.Findings ?? []],
        };
    }

    private static RecordToExport ExportOf(DossierView view, FrameImage[] images, (ExportState? State, int Twin) there) => new()
    {
        Dossier = view.Dossier.Name,
        Record = view.Revision.Record,
        Opened = view.Gate.Opened,
        Images = [.. view.Pages.Zip(images).Select(pair => PackageSelection.Describe(pair.First, pair.Second))],
        Operation = there.State?.ConfirmedContent is null ? Operation.Insert : Operation.Update,
        Twin = there.Twin,
    };

    private static string TextOf(ReadOnlyMemory<byte> deflated)
    {
        using var bytes = new MemoryStream(deflated.ToArray(), writable: false);
        using var inflated = new DeflateStream(bytes, CompressionMode.Decompress);
        using var reader = new StreamReader(inflated, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    /// <summary>The record's own parts in their order, each with one line for each of its entries.</summary>
    private static List<(string, IReadOnlyList<string>)> FieldsOf(Record reduced)
    {
        using var json = JsonDocument.Parse(RecordJson.Write(reduced));
        return
        [
            .. json.RootElement.GetProperty("record").EnumerateObject()
                .Select(part => (part.Name, (IReadOnlyList<string>)[.. LinesOf(part.Value)]))
                .Where(part => part.Item2.Count > 0),
        ];
    }

    private static IEnumerable<string> LinesOf(JsonElement value) => value.ValueKind == JsonValueKind.Array
        ? value.EnumerateArray().Select(LineOf)
        : [LineOf(value)];

    private static string LineOf(JsonElement value) => string.Join(", ", LeavesOf(value));

    private static IEnumerable<string> LeavesOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(part => LeavesOf(part.Value)),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(LeavesOf),
        JsonValueKind.Null => [],
        _ => [value.ToString()],
    };
}

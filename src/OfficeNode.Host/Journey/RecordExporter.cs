using System.Security.Cryptography;
using System.Text;
using OfficeNode.Core;
using OfficeNode.Core.Json;
using OfficeNode.Packaging;
using OfficeNode.Standards.Schemas;
using OfficeNode.Standards.Writers;

namespace OfficeNode.Host.Journey;

/// <summary>What is to leave of one dossier, before it is written: record past the whitelist, pages with the images they will be.</summary>
public sealed record RecordToExport
{
    public required DossierName Dossier { get; init; }

    /// <summary>The record as the register has it.</summary>
    public required Record Record { get; init; }

    public required IReadOnlyList<DocumentCode> Opened { get; init; }

    public required IReadOnlyList<PackagedImage> Images { get; init; }

    public required Operation Operation { get; init; }

    /// <summary>As <see cref="Export.Twin"/>.</summary>
    public required int Twin { get; init; }
}

/// <summary>A dossier's documents, written, validated and compressed.</summary>
/// <param name="Documents">Paths inside the package with their content, in order.</param>
/// <param name="Images">Paths inside the package of the images, in the order of the pages.</param>
/// <param name="Findings">An error among them: the documents are not to be packaged.</param>
public sealed record WrittenRecord(IReadOnlyList<(string Path, PreparedContent Content)> Documents, IReadOnlyList<string> Images, IReadOnlyList<Finding> Findings)
{
    /// <summary>Compressed bytes of the documents.</summary>
    public long DocumentBytes => Documents.Sum(document => (long)document.Content.Deflated.Length);
}

/// <summary>Writes records in a destination's standard, past the whitelist (I14), and validates what it wrote. Thread-safe.</summary>
public sealed class RecordExporter
{
    private readonly PackageProfile _profile;
    private readonly SchemaSet _schemas;
    private readonly WriterCatalogue _writers;
    private readonly ExportFilter _filter;

    public RecordExporter(PackageProfile profile, SchemaSet schemas)
    {
        _profile = profile;
        _schemas = schemas;
        _writers = new WriterCatalogue(new WriterSettings());
        _filter = new ExportFilter(new ExportPolicy { StreetsOfPersons = profile.StreetsOfPersons });
    }

    /// <summary>The writer for a right; refused when the destination's standard has none for it.</summary>
    public ParseResult<IRecordWriter> WriterFor(Right right) =>
        _writers.Find(right, _profile.Settings.Standard, _profile.Settings.StandardVersion);

    /// <summary>The record as it would leave with these document types opened (I14).</summary>
    public Record Reduce(Record record, IReadOnlyList<DocumentCode> opened) => Filter(record, opened);

    /// <summary>Digest of what would be exported: record past the whitelist, pages, opened types. Equal digests, nothing new for the receiver.</summary>
    public Digest ContentOf(Record record, IReadOnlyList<Page> pages, IReadOnlyList<DocumentCode> opened)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(RecordJson.Write(Filter(record, opened)));
        foreach (var page in pages)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"\n{page.Document} {page.Sequence} {page.Master.Digest} {page.Frame} {page.DesignNumber}{(page.Turns == 0 ? "" : $" turned {page.Turns}")}"));
        }

        hash.AppendData(Encoding.UTF8.GetBytes("\n" + string.Join(' ', opened)));
        return Digest.FromHash(hash.GetHashAndReset());
    }

    /// <summary>Writes and compresses the documents of one record, in memory: a record's XML is small beside its images.</summary>
    public async Task<WrittenRecord> WriteAsync(RecordToExport record, CancellationToken cancellation)
    {
        var writer = WriterFor(record.Record.Right).Value;
        var filtered = record.Operation == Operation.Delete ? Identity(record.Record) : Filter(record.Record, record.Opened);
        var places = record.Images.Select(image => new PagePlace(image.Document, image.Facts.Format, image.DesignNumber)).ToList();
        var names = writer.Name(filtered, record.Twin, places);
        var export = new Export
        {
            Record = filtered,
            Operation = record.Operation,
            Twin = record.Twin,
            Pages = [.. record.Images.Zip(names.Pages, (image, name) => new ExportPage(image.Document, image.Sequence, name, image.Facts, image.DesignNumber))],
        };
        var documents = new List<(string, PreparedContent)>();
        var findings = new List<Finding>();
        foreach (var file in names.Files)
        {
            using var xml = new MemoryStream();
            findings.AddRange(writer.Write(export, file, xml));
            findings.AddRange(Validate(file, xml));
            documents.Add((names.PathOf(file.Name), await PreparedContent.PrepareAsync(xml.GetBuffer().AsMemory(0, (int)xml.Length), cancellation)));
        }

        var dossier = record.Dossier.ToString();
        return new WrittenRecord(
            documents,
            [.. names.Pages.Select(names.PathOf)],
            [.. findings.Select(finding => finding with { Dossier = dossier })]);
    }

    /// <summary>Why the documents of these rights cannot be validated; null when their schemas are installed.</summary>
    public static string? MissingSchemas(PackageProfile profile, SchemaSet schemas)
    {
        var exporter = new RecordExporter(profile, schemas);
        var missing = profile.Settings.Rights
            .Select(exporter.WriterFor)
            .Where(writer => writer.Success)
            .SelectMany(writer => SchemasOf(writer.Value))
            .Distinct()
            .Where(schema => !schemas.Has(schema))
            .ToList();
        return missing.Count == 0 ? null : "official schemas not installed: " + string.Join(", ", missing);
    }

    // A writer names its schemas with the files of a record; any record of its rights will do.
    private static IEnumerable<string> SchemasOf(IRecordWriter writer) => writer.Rights
        .SelectMany(right => writer.Name(AnyRecord(right), 1, []).Files)
        .Select(file => file.Schema)
        .OfType<string>();

    private static Record AnyRecord(Right right) => new() { Right = right, Office = OfficeCode.Parse("XX").Value, ApplicationNumber = Number.Of("1") };

    private Record Filter(Record record, IReadOnlyList<DocumentCode> opened) => _filter.Reduce(record, opened);

    // What is taken back is named and nothing more: a delete that told it all again would be one more publication. A design document is not
    // valid without a name and the class of each design (ST.96 V6_0), so these go too.
    private Record Identity(Record record)
    {
        var reduced = Filter(record, []);
        var named = new Record { Right = reduced.Right, Office = reduced.Office, ApplicationNumber = reduced.ApplicationNumber, RegistrationNumber = reduced.RegistrationNumber };
        return record.Right != Right.Design ? named : named with
        {
            Parties = [.. reduced.Parties.Select(party => new Party { Role = party.Role, Kind = party.Kind, Names = party.Names })],
            Locarno = reduced.Locarno,
            Designs = [.. reduced.Designs.Select(design => new DesignItem { Number = design.Number, Locarno = design.Locarno })],
        };
    }

    private IReadOnlyList<Finding> Validate(RecordFile file, MemoryStream xml)
    {
        if (_profile.NotValidatedBecause is not null || file.Schema is not { } schema)
        {
            return [];
        }

        xml.Position = 0;
        return _schemas.Validate(schema, xml).Findings;
    }
}

using OfficeNode.Core;
using OfficeNode.Host.Journey;
using OfficeNode.Host.Settings;
using OfficeNode.Packaging;
using OfficeNode.Standards.Rules;
using OfficeNode.Standards.Schemas;
using OfficeNode.Standards.Writers;
using OfficeNode.Storage;

namespace OfficeNode.Benchmarks;

/// <summary>Where the time of a package goes: its steps one by one, over the same records, in processor time. They tell where to look; the bar is on the whole.</summary>
internal sealed class PackagePhases
{
    private const int Rounds = 3;

    private readonly DestinationSettings _settings = DestinationSettings.Defaults[PackageFromRegister.Destination];
    private readonly Node _node;
    private readonly SchemaSet _schemas;
    private readonly RecordExporter _exporter;
    private readonly ExportFilter _filter = new(new ExportPolicy());
    private readonly Validator _validator = new(RuleSet.Standard);
    private readonly List<Row> _rows = [];
    private List<Record> _records = [];
    private double _explained;

    private PackagePhases(Node node)
    {
        _node = node;
        _schemas = InstalledStandards.Open(node.Folder);
        var profile = new PackageProfile { Destination = PackageFromRegister.Destination, Settings = _settings, StreetsOfPersons = false, Codec = PackageProfile.ThisCodec };
        _exporter = new RecordExporter(profile, _schemas);
    }

    /// <summary>Measures the steps.</summary>
    /// <param name="whole">Processor time of the whole: what the steps do not explain is the package itself.</param>
    public static async Task<(IReadOnlyList<Row> Rows, double AverageBytes)> RunAsync(Node node, double whole, CancellationToken cancellationToken)
    {
        var phases = new PackagePhases(node);
        var averageBytes = await phases.MeasureAsync(cancellationToken);
        phases.Add("the rest: compiling the schema, ZIP, member list, rows of the package", whole - phases._explained);
        return (phases._rows, averageBytes);
    }

    private async Task<double> MeasureAsync(CancellationToken cancellationToken)
    {
        await StepAsync("rows of the register and their records", () => _records = _node.Register.Read(ReadAll));
        await StepAsync("whitelist and digest of the content", () => Each(_records, record => _exporter.ContentOf(record, [], [])));
        await StepAsync("rules", () => Each(_records, record => _validator.Validate(new Subject { Record = record, Pages = [], Today = _node.Today }, PackageFromRegister.Destination)));
        var writer = _exporter.WriterFor(Right.Trademark).Value;
        var documents = new List<MemoryStream>();
        await StepAsync("writing ST.96", () => documents = [.. _records.Select(record => Write(writer, record))]);
        var schema = writer.Name(_records[0], 1, []).Files[0].Schema ?? throw new InvalidOperationException("ST.96 has schemas.");
        await StepAsync("validation against the official schema", () => Each(documents, document => _schemas.Validate(schema, document)));
        await StepAsync("compression and digests", async () =>
        {
            foreach (var document in documents)
            {
                await PreparedContent.PrepareAsync(document.GetBuffer().AsMemory(0, (int)document.Length), cancellationToken);
            }
        });
        return documents.Average(document => document.Length);
    }

    private List<Record> ReadAll(RegisterSession session)
    {
        var records = new List<Record>();
        foreach (var dossier in session.Dossiers.After(new DossierId(0), int.MaxValue))
        {
            PublicationGate.Decide(
                session.Acts.Of(dossier.Id), session.Holds.Of(dossier.Id), _node.Settings.Publication[dossier.Right], PackageFromRegister.Destination, _settings.Documents, _node.Today);
            session.Pages.Of(dossier.Id);
            session.Exports.Of(dossier.Id, PackageFromRegister.Destination);
            session.Twins.OrdinalOf(dossier.Id, PackageFromRegister.Destination);
            records.Add(session.Revisions.Get(dossier.Revision).Record);
        }

        return records;
    }

    private MemoryStream Write(IRecordWriter writer, Record record)
    {
        var filtered = _filter.Reduce(record, []);
        var file = writer.Name(filtered, 1, []).Files[0];
        var xml = new MemoryStream();
        writer.Write(new Export { Record = filtered, Operation = Operation.Insert, Pages = [] }, file, xml);
        xml.Position = 0;
        return xml;
    }

    private static void Each<T>(IEnumerable<T> items, Action<T> work)
    {
        foreach (var item in items)
        {
            if (item is Stream stream)
            {
                stream.Position = 0;
            }

            work(item);
        }
    }

    private Task StepAsync(string step, Action work) => StepAsync(step, () =>
    {
        work();
        return Task.CompletedTask;
    });

    private async Task StepAsync(string step, Func<Task> work)
    {
        var costs = new List<Cost>();
        for (var round = 0; round <= Rounds; round++)
        {
            costs.Add(await Cost.OfAsync(work));
        }

        var processor = Benchmarks.Rounds.Median(costs.Skip(1)).Processor;
        _explained += processor;
        Add(step, processor);
    }

    private void Add(string step, double processor)
    {
        Progress.Say($"of which {step}: {processor:F2} s");
        _rows.Add(new Row("– " + step, "microseconds of processor per record", FormattableString.Invariant($"{processor * 1e6 / _records.Count:F0}")));
    }
}

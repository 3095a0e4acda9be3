using OfficeNode.Core.Disk;
using OfficeNode.Standards.Schemas;
using OfficeNode.Standards.Writers;
using OfficeNode.TestKit;

namespace OfficeNode.Benchmarks;

/// <summary>A thousand trademark documents in files, each against the official schema, compiling it included; beside one run of <c>xmllint --schema</c> over the same files.</summary>
internal static class XmlValidation
{
    public const string Name = "xml-validation";
    public const string ChildCommand = "validate-folder";
    private const int Documents = 1_000;
    private const int Rounds = 5;
    private const string Schema = "TrademarkApplication_V6_0.xsd";

    public static async Task<IReadOnlyList<Row>> RunAsync(CancellationToken cancellationToken)
    {
        var schemas = SharedMaterial.Require("standards/st96/V6_0/schema");
        using var folder = new TemporaryFolder();
        var bytes = Write(folder.Path);
        var theirs = () => Cost.OfShellAsync($"xmllint --noout --nonet --schema '{Path.Combine(schemas, Schema)}' *.xml 2> /dev/null", folder.Path, cancellationToken);
        var warm = await Benchmarks.Rounds.RunAsync(Rounds, Name, () => Cost.OfAsync(() => Task.Run(() => Validate(schemas, folder.Path))), theirs, cancellationToken);
        var cold = await Benchmarks.Rounds.RunAsync(
            Rounds, Name + " in a new process", () => Cost.OfShellAsync($"{ThisProgram.Command} {ChildCommand} '{schemas}' '{folder.Path}'", folder.Path, cancellationToken), theirs, cancellationToken);
        return
        [
            RowOf(FormattableString.Invariant($"XML validation: {Documents} documents, {bytes / 1e6:F1} MB, in the running service"), warm),
            RowOf("– the same in a process just started, runtime and all", cold) with { Bar = "", IsHeld = null },
        ];
    }

    /// <summary>Validates all XML files of a folder.</summary>
    /// <exception cref="InvalidOperationException">One is not valid: then the measure means nothing.</exception>
    public static void Validate(string schemas, string folder)
    {
        var set = new SchemaSet(name => Path.Combine(schemas, name) is var file && File.Exists(file) ? File.OpenRead(file) : null);
        foreach (var file in Directory.EnumerateFiles(folder, "*.xml"))
        {
            using var document = File.OpenRead(file);
            var answer = set.Validate(Schema, document);
            if (!answer.IsValid)
            {
                throw new InvalidOperationException($"{Path.GetFileName(file)}: {string.Join(' ', answer.Findings)}");
            }
        }
    }

    private static Row RowOf(string work, Rounds rounds) => new(
        work,
        "seconds on the clock (processor)",
        FormattableString.Invariant($"{rounds.Ours.Wall:F2} ({rounds.Ours.Processor:F2})"),
        FormattableString.Invariant($"`xmllint --schema`: {rounds.Theirs.Wall:F2} ({rounds.Theirs.Processor:F2})"),
        FormattableString.Invariant($"{rounds.WallRatio:F2} ({rounds.ProcessorRatio:F2})"),
        "< 1",
        rounds.WallRatio < 1);

    private static long Write(string folder)
    {
        var writer = new St96TrademarkWriter("V6_0");
        var filter = new ExportFilter(new ExportPolicy());
        var bytes = 0L;
        foreach (var record in Enumerable.Range(1, Documents).Select(n => filter.Reduce(LongMarks.Mark(n), [])))
        {
            var name = writer.Name(record, 1, []).Files[0];
            using var file = new PhysicalDisk().CreateFile(Path.Combine(folder, name.Name));
            writer.Write(new Export { Record = record, Operation = Operation.Insert, Pages = [] }, name, file);
            bytes += file.Length;
        }

        return bytes;
    }
}

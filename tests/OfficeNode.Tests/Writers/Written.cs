using System.Text;
using OfficeNode.Core;
using OfficeNode.Standards.Schemas;
using OfficeNode.Standards.Writers;
using OfficeNode.TestKit;

namespace OfficeNode.Tests.Writers;

/// <summary>Records written by a writer, and the official schemas to judge them by.</summary>
internal static class Written
{
    private static readonly Dictionary<string, SchemaSet> Sets = [];

    public static WriterCatalogue Catalogue { get; } = new(new WriterSettings());

    /// <summary>Every writer with every right it takes.</summary>
    public static IEnumerable<(IRecordWriter Writer, Right Right)> Pairs => Catalogue.All.SelectMany(writer => writer.Rights.Select(right => (writer, right)));

    public static IRecordWriter Writer(string standard, Right right) => Catalogue.All.First(writer => writer.Standard == standard && writer.Rights.Contains(right));

    /// <summary>An export of a record with its sample pages, named by the writer.</summary>
    public static Export Export(IRecordWriter writer, Record record, Operation operation = Operation.Insert) =>
        Export(writer, record, SampleRecords.PagesOf(record), operation);

    public static Export Export(IRecordWriter writer, Record record, IReadOnlyList<Page> pages, Operation operation = Operation.Insert)
    {
        var names = writer.Name(record, 1, [.. pages.Select(page => new PagePlace(page.Document, page.Facts.Format, page.DesignNumber))]);
        return new Export
        {
            Record = record,
            Operation = operation,
            Pages = [.. pages.Zip(names.Pages, (page, name) => new ExportPage(page.Document, page.Sequence, name, page.Facts, page.DesignNumber))],
        };
    }

    public static ExportNames Names(IRecordWriter writer, Export export) =>
        writer.Name(export.Record, export.Twin, [.. export.Pages.Select(page => new PagePlace(page.Document, page.Facts.Format, page.DesignNumber))]);

    /// <summary>Every file of an export with its text; findings of all files.</summary>
    public static (IReadOnlyList<(RecordFile File, byte[] Bytes)> Files, IReadOnlyList<Finding> Findings) Write(IRecordWriter writer, Export export)
    {
        var files = new List<(RecordFile, byte[])>();
        var findings = new List<Finding>();
        foreach (var file in Names(writer, export).Files)
        {
            using var stream = new MemoryStream();
            findings.AddRange(writer.Write(export, file, stream));
            files.Add((file, stream.ToArray()));
        }

        return (files, findings);
    }

    /// <summary>The main file as text.</summary>
    public static string Text(IRecordWriter writer, Export export) => Encoding.UTF8.GetString(Write(writer, export).Files[0].Bytes);

    /// <summary>The folder with the official schemas of a standard.</summary>
    public static string SchemaFolder(string standard) => SharedMaterial.Require(standard == "ST.96" ? "standards/st96/V6_0/schema" : "standards/st36/ep/dtd");

    /// <summary>Skips the test where the official schemas are not at hand; amid a property or several assertions a test cannot be skipped.</summary>
    public static void RequireSchemas(IRecordWriter writer) => _ = SchemaFolder(writer.Standard);

    public static SchemaSet Schemas(string standard)
    {
        var folder = SchemaFolder(standard);
        lock (Sets)
        {
            return Sets.TryGetValue(folder, out var set) ? set : Sets[folder] = new SchemaSet(Opener(folder));
        }
    }

    public static Func<string, Stream?> Opener(string folder) => name => File.Exists(Path.Combine(folder, name)) ? File.OpenRead(Path.Combine(folder, name)) : null;

    /// <summary>What the official schema says of a file; nothing for a file without schema.</summary>
    public static IReadOnlyList<Finding> Faults(IRecordWriter writer, RecordFile file, byte[] bytes)
    {
        if (file.Schema is null)
        {
            return [];
        }

        var validation = Schemas(writer.Standard).Validate(file.Schema, new MemoryStream(bytes));
        return validation.WasChecked ? validation.Findings : throw new InvalidOperationException("No schema: " + validation.Findings[0]);
    }

    /// <summary>What xmllint says of files that share a schema: one run, because it compiles a schema for seconds.</summary>
    public static ToolResult Xmllint(IRecordWriter writer, string? schemaFile, IReadOnlyList<byte[]> documents)
    {
        using var folder = new TemporaryFolder();
        var paths = new List<string>();
        foreach (var document in documents)
        {
            paths.Add(folder.PathOf($"document{paths.Count}.xml"));
            File.WriteAllBytes(paths[^1], document);
        }

        string[] judge = schemaFile is null
            ? []
            : [schemaFile.EndsWith(".dtd", StringComparison.Ordinal) ? "--dtdvalid" : "--schema", Path.Combine(SchemaFolder(writer.Standard), schemaFile)];
        return Tool.Run("xmllint", "libxml2-utils", ["--noout", "--nonet", .. judge, .. paths]);
    }

    public static string Said(IEnumerable<Finding> findings) => string.Join('\n', findings.Select(finding =>
        $"{finding.Severity} {finding.Rule} {finding.Path}:{finding.Line} {finding.Found} {finding.Arguments?.GetValueOrDefault("message")}"));
}

using System.Globalization;
using System.Text.Json;
using NUnit.Framework;
using OfficeNode.TestKit;

namespace OfficeNode.Journeys.Conformance;

/// <summary>A collection on its way through a node: imported, packaged by the program, unpacked by unzip.</summary>
/// <remarks>
/// The node has no official schemas installed: what a writer gets wrong is then not withheld by the program itself, and the judges see it.
/// </remarks>
internal sealed class CollectionRun
{
    private readonly Dictionary<string, long> _dossiers;
    private readonly ProgramRun[] _imports;

    private CollectionRun(OfficeCollection collection, ProgramRun[] imports, Dictionary<string, long> dossiers)
    {
        Collection = collection;
        _imports = imports;
        _dossiers = dossiers;
    }

    public OfficeCollection Collection { get; }

    public List<Exported> Exports { get; } = [];

    /// <summary>Files that were refused because they are not well-formed XML.</summary>
    public IEnumerable<string> Broken => _imports.SelectMany(run => run.Findings)
        .Where(finding => Text(finding, "rule") == "XML-NOT-WELL-FORMED")
        .Select(finding => Text(finding, "file"));

    /// <summary>Imports and packages; packages lie unpacked in folders of their own below <paramref name="folder"/>.</summary>
    public static async Task<CollectionRun> OfAsync(OfficeCollection collection, string folder)
    {
        string[] language = collection.Language is { } code ? ["--language", code] : [];
        string[] act = collection.Act is { } text ? ["--published-collection", text] : [];
        using var node = await TestNode.CreateAsync(collection.Office, collection.Name, language);
        var imports = new List<ProgramRun>();
        foreach (var import in collection.Imports(Directory.CreateDirectory(Path.Combine(folder, "sources")).FullName))
        {
            imports.Add(await node.RunAsync([.. import, .. act]));
        }

        foreach (var command in collection.More)
        {
            var done = await node.RunAsync(command);
            Assert.That(done.ExitCode, Is.LessThanOrEqualTo(1), done.Everything);
        }

        var run = new CollectionRun(collection, [.. imports], await DossiersAsync(node));
        foreach (var export in collection.Exports)
        {
            run.Exports.Add(await run.ExportAsync(node, export, Path.Combine(folder, run.Exports.Count.ToString(CultureInfo.InvariantCulture))));
        }

        return run;
    }

    /// <summary>The lines of the table.</summary>
    public IEnumerable<string> Rows() => Exports.Select(export => string.Join(" | ",
    [
        Collection.Name, Collection.Office, $"{export.Asked.Destination}, {export.Asked.Standard.Split(' ')[0]}",
        Sum("read"), Sum("new"), Sum("unchanged"), Sum("rejected"),
        Format(export.Dossiers), Format(export.Written), export.Withheld.Count == 0 ? "none" : string.Join("; ", Withheld(export)),
    ]));

    private static IEnumerable<string> Withheld(Exported export) => export.Withheld
        .GroupBy(withheld => string.Join(" + ", withheld.Rules))
        .OrderBy(group => group.Key, StringComparer.Ordinal)
        .Select(group => string.Create(CultureInfo.InvariantCulture, $"{group.Count()} by {group.Key}"));

    private string Sum(string count) => Format(_imports.Sum(run => run.Count(count)));

    private static string Format(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static async Task<Dictionary<string, long>> DossiersAsync(TestNode node)
    {
        var status = await node.DoAsync("status");
        return status.Json.GetProperty("records").EnumerateObject().ToDictionary(right => right.Name, right => right.Value.GetInt64());
    }

    private async Task<Exported> ExportAsync(TestNode node, OfficeCollection.Export asked, string folder)
    {
        await node.DoAsync("destination", "set", asked.Destination, "--standard", asked.Standard, "--state", "agreed", "--reference", "Letter 1", "--date", "2024-01-02", "--by", "A. Registrar");
        var run = await node.ProcessAsync("package", "--destination", asked.Destination, "--scope", "full");
        Assert.That(run.ExitCode, Is.LessThanOrEqualTo(1), run.Everything);
        var zips = run.Json.GetProperty("packages").EnumerateArray().ToList();
        var exported = new Exported(asked, folder)
        {
            Dossiers = asked.Rights.Sum(right => _dossiers.GetValueOrDefault(right)),
            Written = zips.Sum(package => package.GetProperty("records").GetInt64()),
            Withheld = [.. run.Json.GetProperty("skipped").EnumerateArray().Select(Withheld)],
        };
        exported.Unpack([.. zips.Select(package => Text(package, "path"))]);
        return exported;
    }

    private static Withheld Withheld(JsonElement skipped) => new(
        Text(skipped, "record"),
        [.. skipped.GetProperty("findings").EnumerateArray().Select(finding => Text(finding, "rule")).Distinct().Order(StringComparer.Ordinal)]);

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString() ?? "";
}

/// <summary>A dossier that was left out, and the rules that kept it.</summary>
internal sealed record Withheld(string Dossier, IReadOnlyList<string> Rules);

/// <summary>What one package run gave.</summary>
internal sealed record Exported(OfficeCollection.Export Asked, string Folder)
{
    /// <summary>Dossiers of the destination's rights in the node.</summary>
    public required long Dossiers { get; init; }

    public required long Written { get; init; }

    public required IReadOnlyList<Withheld> Withheld { get; init; }

    /// <summary>Copies of the packages; the node is gone by now.</summary>
    public IReadOnlyList<string> Zips => Directory.Exists(Folder) ? Directory.GetFiles(Folder, "*.zip") : [];

    /// <summary>The documents that have an official schema; the list of files of an ST.36 folder has none.</summary>
    public IReadOnlyList<string> Documents => [.. Members("*.xml").Where(file => Path.GetFileName(file) != "toc.xml")];

    public IReadOnlyList<string> Tiffs => Members("*.tif");

    public void Unpack(IReadOnlyList<string> zips)
    {
        foreach (var zip in zips)
        {
            Directory.CreateDirectory(Folder);
            File.Copy(zip, Path.Combine(Folder, Path.GetFileName(zip)));
            var run = Tool.Run("unzip", "unzip", "-q", zip, "-d", Path.Combine(Folder, "unpacked"));
            Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, "")), run.Output);
        }
    }

    private string[] Members(string pattern)
    {
        var unpacked = Path.Combine(Folder, "unpacked");
        return Directory.Exists(unpacked) ? Directory.GetFiles(unpacked, pattern, SearchOption.AllDirectories) : [];
    }
}

namespace OfficeNode.TestKit;

/// <summary>The project's own sample office and its faulty files, below <c>tests/corpus</c>; their READMEs say what each file holds.</summary>
public static class Corpus
{
    /// <summary>The code the sample office uses: listed in ST.3 as "unknown", so that no real office is meant.</summary>
    public const string OfficeCode = "XX";

    /// <summary>The folder of the sample office.</summary>
    public static string OfficeFolder { get; } = Repository.PathOf("tests/corpus/office");

    /// <summary>A file of the sample office: <c>Office("trademarks.csv")</c>.</summary>
    public static string Office(string relative) => Path.Combine(OfficeFolder, relative);

    /// <summary>A file with one fault on purpose: <c>Faulty("bomb.png")</c>.</summary>
    public static string Faulty(string relative) => Path.Combine(Repository.PathOf("tests/corpus/faulty"), relative);

    /// <summary>The rows of <c>pages.tsv</c>: which files are page images of which dossier.</summary>
    public static IReadOnlyList<SamplePages> Pages() =>
        [.. Rows("pages.tsv").Select(row => new SamplePages(row["dossier"], row["document"], int.Parse(row["pages"], null), row["expected"], row["form"], [.. row["files"].Split(' ').Select(Office)]))];

    /// <summary>The rows of <c>acts.tsv</c>: what is published, and what stays closed for which reason.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Acts() => Rows("acts.tsv");

    private static List<Dictionary<string, string>> Rows(string table)
    {
        var lines = File.ReadAllLines(Office(table));
        var headers = lines[0].Split('\t');
        return [.. lines.Skip(1).Select(line => headers.Zip(line.Split('\t')).ToDictionary(cell => cell.First, cell => cell.Second))];
    }
}

/// <summary>One call of <c>officenode pages add</c> on the sample office.</summary>
/// <param name="Pages">How many pages it adds; 0 where the file must be refused.</param>
/// <param name="Expected"><c>kept</c>, <c>kept-closed</c> (in the dossier, never published) or <c>refused</c>.</param>
/// <param name="Form">How it was scanned, as <c>tiff</c>, <c>multipage</c>, <c>grey</c>.</param>
public sealed record SamplePages(string Dossier, string Document, int Pages, string Expected, string Form, IReadOnlyList<string> Files);

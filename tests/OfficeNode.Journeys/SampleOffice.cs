using NUnit.Framework;
using OfficeNode.TestKit;

namespace OfficeNode.Journeys;

/// <summary>Brings the sample office into a node; what each step is to give stands in its README.</summary>
internal static class SampleOffice
{
    private static readonly Lazy<Task<TestNode>> Filled = new(MakeAsync);

    /// <summary>The tables, each with its mapping.</summary>
    public static IReadOnlyList<string> Tables { get; } = ["trademarks", "patents", "utility-models", "designs"];

    /// <summary>The command line that imports one table.</summary>
    public static IReadOnlyList<string> ImportOf(string table) => ["import", Corpus.Office(table + ".csv"), "--map", Corpus.Office(table + ".map.json")];

    /// <summary>The command line that imports the documents.</summary>
    public static IReadOnlyList<string> ImportOfDocuments { get; } =
        ["import", Corpus.Office("patent-301.xml"), Corpus.Office("patent-302.xml"), Corpus.Office("marks.xml")];

    /// <summary>The command line of one row of <c>acts.tsv</c>.</summary>
    public static IReadOnlyList<string> CommandOf(IReadOnlyDictionary<string, string> act) => act["act"] == "hold"
        ? ["hold", act["dossier"], "--reason", act["why"], "--by", act["by"]]
        :
        [
            "publish", act["dossier"], "--act", act["act"], "--date", act["date"], "--by", act["by"], "--gazette", act["gazette"],
            .. act["opens"] == "-" ? Array.Empty<string>() : ["--opens", act["opens"]],
            .. act["for"] == "-" ? Array.Empty<string>() : ["--for", act["for"]],
        ];

    /// <summary>A node with everything in: tables, documents, pages and acts. It is filled once and copied for each test: all have the same keys.</summary>
    public static async Task<TestNode> CreateAsync() => (await Filled.Value).Copy();

    /// <summary>Removes the node that the others were copied from.</summary>
    public static async Task RemoveAsync()
    {
        if (Filled.IsValueCreated)
        {
            (await Filled.Value).Dispose();
        }
    }

    private static async Task<TestNode> MakeAsync()
    {
        var node = await TestNode.CreateAsync();
        await FillAsync(node);
        return node;
    }

    private static async Task FillAsync(TestNode node)
    {
        foreach (var table in Tables)
        {
            await node.RunAsync(ImportOf(table));
        }

        await node.RunAsync(ImportOfDocuments);
        foreach (var pages in Corpus.Pages())
        {
            await node.RunAsync(["pages", "add", "--dossier", pages.Dossier, "--document", pages.Document, .. pages.Files]);
        }

        foreach (var act in Corpus.Acts())
        {
            var run = await node.RunAsync(CommandOf(act));
            Assert.That(run.ExitCode, Is.Zero, run.Everything);
        }
    }
}

/// <summary>Removes the sample office after the last test.</summary>
[SetUpFixture]
public sealed class SampleOfficeEnd
{
    [OneTimeTearDown]
    public Task RemoveAsync() => SampleOffice.RemoveAsync();
}

using System.Globalization;
using System.Text.Json;
using NUnit.Framework;
using OfficeNode.Core;
using OfficeNode.Core.Batches;
using OfficeNode.TestKit;

namespace OfficeNode.Journeys.Scanning;

/// <summary>A paper dossier goes from the feeder to a draft by two commands: <c>scan</c> and <c>read</c>. Each language and quality with <c>OFFICENODE_LONG=1</c>, one of them each day.</summary>
[Parallelizable(ParallelScope.Self)]   // a node of its own, and programs that leave a core free
public sealed class DossierJourneyTests
{
    // Misread letters are the reading machine's: the share that must stand in the draft, near enough for a glance to mend.
    private const double LeastWell = 0.75;
    private const double LeastBadly = 0.5;

    private static readonly string[] Languages = ["en", "fr", "es", "pt", "ru", "ar"];
    private static readonly string[] Kinds = ["trademark", "design", "patent"];

    public static IEnumerable<TestCaseData<string, string, string>> Dossiers() => FaultPoints.IsLong
        ? Languages.SelectMany((language, i) => new[] { new TestCaseData<string, string, string>(Kinds[i % 3], language, "office"), new(Kinds[(i + 1) % 3], language, "poor") })
        : [new("trademark", "fr", "office")];

    [TestCaseSource(nameof(Dossiers))]
    public async Task A_dossier_becomes_the_same_draft_from_the_scanner_and_from_the_folder(string kind, string language, string quality)
    {
        using var temporary = new TemporaryFolder();
        var truth = DossierTruth.Make(temporary.PathOf("dossier"), kind, language, quality, seed: 71);
        using var node = await TestNode.CreateAsync(truth.Office, "Paper office");
        var folder = Directory.CreateDirectory(node.PathOf("papers")).FullName;
        File.Copy(Path.Combine(Path.GetDirectoryName(truth.Pages[0])!, "batch.tif"), Path.Combine(folder, "batch.tif"));   // a page lies in its dossier's folder
        string[] readers = ["--languages", truth.Language is "rus" or "ara" ? truth.Language + ",eng" : truth.Language];

        await node.DoAsync("scan", "--rest", "0", "--source", $"folder:{folder}");
        await node.DoAsync("scan", "--source", "sane:pnm:0?" + string.Join('&', Pictures(truth, temporary).Select(picture => "filename=" + Uri.EscapeDataString(picture))));
        await node.DoAsync(["read", .. readers]);

        foreach (var batch in new[] { "B-1", "B-2" })
        {
            var shown = (await node.DoAsync("batch", "show", batch)).Json;
            var dossier = shown.GetProperty("dossiers").EnumerateArray().Single();
            Assert.That((dossier.GetProperty("dossier").GetString(), DocumentsOf(dossier)), Is.EqualTo((truth.Dossier, Describe(truth.Documents))), batch);
            CheckFields(truth, dossier, quality == "office" ? LeastWell : LeastBadly);
            Assert.That(kind == "patent" || dossier.GetProperty("pictures").GetArrayLength() > 0, Is.True, "a mark or a view is proposed");
        }
    }

    private static void CheckFields(DossierTruth truth, JsonElement dossier, double least)
    {
        var found = dossier.GetProperty("fields").EnumerateArray().Select(field => new ReadField
        {
            Field = field.GetProperty("field").GetString()!,
            Value = field.GetProperty("value").GetString()!,
            Confidence = field.GetProperty("confidence").GetDouble(),
            Page = field.GetProperty("page").GetInt32(),
            Box = new PixelBox(0, 0, 0, 0),
        }).ToList();
        var tally = new FieldTally();
        foreach (var field in truth.Form.Fields.GroupBy(field => field.Field))
        {
            tally.Count([.. field.Select(one => one.Value)], [.. found.Where(one => one.Field == field.Key)]);
        }

        TestContext.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{truth.Dossier} {truth.Language}: {tally.True} fields, {tally.Exact} letter by letter, {tally.Near} near enough"));
        Assert.That(tally.Recall, Is.GreaterThanOrEqualTo(least), dossier.GetProperty("fields").ToString());
    }

    /// <summary>The pages as SANE's <c>pnm</c> device scans them.</summary>
    private static IEnumerable<string> Pictures(DossierTruth truth, TemporaryFolder temporary) => truth.Pages.Select((page, place) =>
    {
        var picture = temporary.PathOf(FormattableString.Invariant($"{place + 1}.pgm"));
        var made = Tool.Run("convert", "imagemagick", page, "-colorspace", "Gray", "-depth", "8", picture);
        return made.ExitCode == 0 ? picture : throw new InvalidOperationException(made.Error);
    });

    private static string DocumentsOf(JsonElement dossier) => Describe(dossier.GetProperty("documents").EnumerateArray()
        .Select(document => (document.GetProperty("code").GetString() ?? "", (IReadOnlyList<int>)[.. document.GetProperty("pages").EnumerateArray().Select(page => page.GetInt32())])));

    private static string Describe(IEnumerable<(string Code, IReadOnlyList<int> Pages)> documents) => string.Join(", ", documents.Select(document => $"{document.Code} {string.Join(' ', document.Pages)}"));
}

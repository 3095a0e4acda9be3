using System.Globalization;
using NUnit.Framework;
using OfficeNode.Capture;
using OfficeNode.Capture.Fields;
using OfficeNode.Capture.Reading;
using OfficeNode.Core.Batches;
using OfficeNode.Core.Keying;
using OfficeNode.TestKit;

namespace OfficeNode.Benchmarks;

/// <summary>Keys that a person presses to key a dossier from its form, with the fields that were read and without them: counted over dossiers whose truth is known.</summary>
/// <remarks>
/// Counted are: one key for each letter of a value that is missing or misread (the focus selects the wrong one), Enter for each field up to the last one on the paper, F9 for each row that has to be added, and one for
/// "done". Seconds are an estimate: 0.28 s for a key and 1.35 s for a look at the page before each value (Card, Moran and Newell's keystroke-level model, as recalled).
/// </remarks>
internal static class KeystrokesBenchmark
{
    public const string Name = "keystrokes";

    private const int DossiersPerKind = 20;
    private const double SecondsOfKey = 0.28;
    private const double SecondsOfLook = 1.35;
    private const double Sure = 100;

    private static readonly string[] Kinds = ["patent", "trademark", "design"];

    public static async Task<IReadOnlyList<Row>> RunAsync(CancellationToken cancellationToken)
    {
        using var folder = new TemporaryFolder();
        try
        {
            var papers = await PapersAsync(folder, cancellationToken);
            var counts = await CountAsync(papers, cancellationToken);
            return [.. Kinds.Select(kind => RowOf("– " + kind, [.. counts.Where(count => count.Kind == kind)])).Prepend(RowOf($"keying a record from its form: {counts.Count} dossiers", counts))];
        }
        catch (IgnoreException missing)
        {
            return [Row.NotRun("keying a record", missing.Message)];
        }
    }

    // Dossiers made before by the same options, in a folder of each kind, or new ones.
    private static async Task<string> PapersAsync(TemporaryFolder folder, CancellationToken cancellationToken)
    {
        if (Environment.GetEnvironmentVariable("OFFICENODE_DOSSIERS") is { Length: > 0 } made)
        {
            return made;
        }

        foreach (var (kind, place) in Kinds.Select((kind, place) => (kind, place)))
        {
            await MakeAsync(folder, kind, seed: place + 1, cancellationToken);
        }

        return folder.Path;
    }

    private static async Task MakeAsync(TemporaryFolder folder, string kind, int seed, CancellationToken cancellationToken)
    {
        var logos = kind == "trademark" ? $"-L '{SharedMaterial.Require("samples/logos")}'" : "";
        var generator = SharedMaterial.Require("tools/make_dossiers.sh");
        await Cost.OfShellAsync($"bash '{generator}' -n {DossiersPerKind} -k {kind} -s {seed} -q mix -o '{folder.PathOf(kind)}' {logos}", folder.Path, cancellationToken);
    }

    private static async Task<IReadOnlyList<Count>> CountAsync(string folder, CancellationToken cancellationToken)
    {
        var images = new ImageWorkerOptions { FileName = "dotnet", Arguments = ["exec", Path.Combine(AppContext.BaseDirectory, "OfficeNode.TestWorker.dll")] };
        await using var pool = new ImageWorkerPool(ReadingWorkers.Of(images, OcrReading.Workers), TimeProvider.System);
        var engine = new TesseractEngine(pool);
        var finder = new FieldFinder(FieldRules.BuiltIn, new());
        var counts = new List<Count>();
        foreach (var kind in Kinds)
        {
            foreach (var file in Directory.EnumerateFiles(Path.Combine(folder, kind), "truth.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            {
                var truth = FormTruth.Read(file);
                string[] languages = truth.Language is "rus" or "ara" ? [truth.Language, "eng"] : [truth.Language];
                var text = (await engine.ReadAsync(truth.File, 0, new ReadOrder { Languages = languages }, cancellationToken)).Text
                    ?? throw new InvalidDataException($"{truth.File} was not read.");
                counts.Add(CountOf(kind, truth, finder.Find([new(1, text)], truth.Right)));
            }
        }

        return counts;
    }

    private static Count CountOf(string kind, FormTruth truth, IEnumerable<ReadField> found)
    {
        var form = Form.Of(truth.Right);
        var wanted = ValuesOf(form, truth.Fields.Select(field => new ReadField { Field = field.Field, Value = field.Value, Confidence = Sure, Page = 1, Box = default }));
        return new Count(kind, wanted.Count, KeysOf(form, wanted, ValuesOf(form, found)), KeysOf(form, wanted, []));
    }

    private static Dictionary<(string Path, int Item), string> ValuesOf(Form form, IEnumerable<ReadField> fields) =>
        Prefill.Of(form, fields, page => page, DateTimeOffset.UnixEpoch).ToDictionary(value => (value.Path, value.Item), value => value.Text);

    private static int KeysOf(Form form, Dictionary<(string Path, int Item), string> wanted, Dictionary<(string Path, int Item), string> there)
    {
        const int Done = 1;
        var typed = wanted.Where(value => there.GetValueOrDefault(value.Key) != value.Value).Sum(value => value.Value.Length);
        var rows = form.Fields.GroupBy(field => field.Group ?? field.Path).Select(group => (
            Fields: group.Count(),
            Wanted: RowsOf(wanted, group),
            Shown: Math.Max(1, RowsOf(there, group)))).ToList();
        var last = rows.FindLastIndex(group => group.Wanted > 0);
        var passed = rows.Take(last + 1).Sum(group => group.Fields * Math.Max(group.Wanted, group.Shown));
        var added = rows.Sum(group => Math.Max(0, group.Wanted - group.Shown));
        return typed + passed + added + Done;
    }

    private static int RowsOf(Dictionary<(string Path, int Item), string> values, IEnumerable<FormField> fields) =>
        fields.SelectMany(field => values.Keys.Where(key => key.Path == field.Path)).Select(key => key.Item + 1).DefaultIfEmpty().Max();

    private static Row RowOf(string work, IReadOnlyList<Count> counts)
    {
        var (with, without) = (counts.Average(count => count.With), counts.Average(count => count.Without));
        return new Row(
            work,
            "keys for a record, mean (seconds, estimated)",
            string.Create(CultureInfo.InvariantCulture, $"{with:F0} ({SecondsOf(counts, with):F0} s)"),
            string.Create(CultureInfo.InvariantCulture, $"nothing read: {without:F0} ({SecondsOf(counts, without):F0} s)"),
            string.Create(CultureInfo.InvariantCulture, $"{with / without:F2}"));
    }

    private static double SecondsOf(IReadOnlyList<Count> counts, double keys) => (keys * SecondsOfKey) + (counts.Average(count => count.Values) * SecondsOfLook);

    /// <summary>What one dossier takes.</summary>
    /// <param name="Values">On the paper.</param>
    private sealed record Count(string Kind, int Values, int With, int Without);
}

using System.Globalization;
using NUnit.Framework;
using OfficeNode.Capture;
using OfficeNode.Capture.Fields;
using OfficeNode.Capture.Reading;
using OfficeNode.TestKit;

namespace OfficeNode.Benchmarks;

/// <summary>Precision and recall of the fields found on forms, and how well pictures are cut out: on the generator's dossiers, and on two layouts whose wording the rules do not follow.</summary>
internal static class FieldsBenchmark
{
    public const string Name = "fields";

    private const int DossiersPerKind = 40;
    private const int OtherForms = 36;

    private static readonly string[] Layouts = ["table", "boxes"];

    /// <summary>Measures the forms in each folder (a <c>truth.json</c> beside each picture); without a folder makes 120 dossiers and 36 forms of each other layout first.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> folders, CancellationToken cancellationToken)
    {
        using var temporary = new TemporaryFolder();
        try
        {
            foreach (var folder in folders.Count > 0 ? folders : Make(temporary))
            {
                await MeasureAsync(folder, cancellationToken);
            }

            return 0;
        }
        catch (IgnoreException missing)
        {
            Console.Error.WriteLine(missing.Message);
            return 3;
        }
    }

    private static string[] Make(TemporaryFolder folder)
    {
        foreach (var (kind, seed) in new[] { "patent", "trademark", "design" }.Select((kind, seed) => (kind, seed)))
        {
            var logos = kind == "trademark" ? new[] { "-L", SharedMaterial.Require("samples/logos") } : [];
            Run("bash", [SharedMaterial.Require("tools/make_dossiers.sh"), "-n", $"{DossiersPerKind}", "-k", kind, "-s", $"{seed + 1}", "-q", "mix", "-o", folder.PathOf($"dossiers/{kind}"), .. logos]);
        }

        foreach (var layout in Layouts)
        {
            Run("python3", [Repository.PathOf("tests/corpus/make-forms.py"), folder.PathOf(layout), $"{OtherForms}", "1", layout]);
        }

        return [folder.PathOf("dossiers"), .. Layouts.Select(folder.PathOf)];
    }

    /// <summary>Runs a maker, which takes longer than a tool of a test may.</summary>
    private static void Run(string program, IReadOnlyList<string> arguments)
    {
        using var process = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
    }

    private static async Task MeasureAsync(string folder, CancellationToken cancellationToken)
    {
        var images = new ImageWorkerOptions { FileName = "dotnet", Arguments = ["exec", Path.Combine(AppContext.BaseDirectory, "OfficeNode.TestWorker.dll")] };
        await using var pool = new ImageWorkerPool(ReadingWorkers.Of(images, OcrReading.Workers), TimeProvider.System);
        var engine = new TesseractEngine(pool);
        var finder = new FieldFinder(FieldRules.BuiltIn, new());
        var scores = new FieldScores();
        var files = Directory.EnumerateFiles(folder, "truth.json", SearchOption.AllDirectories);
        var options = new ParallelOptions { MaxDegreeOfParallelism = OcrReading.Workers, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(files, options, async (file, cancellation) =>
        {
            var truth = FormTruth.Read(file);
            var text = (await engine.ReadAsync(truth.File, 0, new ReadOrder { Languages = LanguagesOf(truth) }, cancellation)).Text
                ?? throw new InvalidDataException($"{truth.File} was not read.");
            lock (scores)
            {
                scores.Count(truth, finder.Find([new(1, text)], truth.Right));
                scores.Count(truth, text.Pictures);
            }
        });

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\n## {Path.GetFileName(folder)}\n"));
        scores.Write(Console.Out);
    }

    /// <summary>Latin letters stand on forms in every script: as an office's own setting has it.</summary>
    private static IReadOnlyList<string> LanguagesOf(FormTruth truth) => truth.Language is "rus" or "ara" ? [truth.Language, "eng"] : [truth.Language];
}

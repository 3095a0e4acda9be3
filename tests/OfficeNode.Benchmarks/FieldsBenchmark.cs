using System.Globalization;
using NUnit.Framework;
using OfficeNode.Capture;
using OfficeNode.Capture.Fields;
using OfficeNode.Core;
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
        var options = new ImageWorkerOptions { FileName = "dotnet", Arguments = ["exec", Path.Combine(AppContext.BaseDirectory, "OfficeNode.TestWorker.dll")] };
        await using var pool = new ImageWorkerPool(options, TimeProvider.System);
        var finder = new FieldFinder(FieldRules.BuiltIn, new());
        var pictures = new PictureFinder(pool, new());
        var scores = new FieldScores();
        foreach (var file in Directory.EnumerateFiles(folder, "truth.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var truth = FormTruth.Read(file);
            var text = TextOf(truth);
            scores.Count(truth, finder.Find([new(1, text)], truth.Right));
            scores.Count(truth, (await pictures.FindAsync(truth.File, 0, text with { Turns = truth.Rotated / 90 }, cancellationToken)).Pictures);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\n## {Path.GetFileName(folder)}\n"));
        scores.Write(Console.Out);
    }

    /// <summary>The form as tesseract reads it, kept beside the picture; Latin letters stand on forms in every script.</summary>
    private static PageText TextOf(FormTruth truth)
    {
        var languages = truth.Language is "rus" or "ara" ? truth.Language + "+eng" : truth.Language;
        var kept = truth.File + ".tsv";
        if (!File.Exists(kept))
        {
            var upright = truth.File;
            if (truth.Rotated != 0)
            {
                upright = truth.File + ".upright.png";
                Tool.Run("convert", "imagemagick", truth.File, "-rotate", $"{truth.Rotated}", upright);
            }

            File.WriteAllText(kept, Tool.Run("tesseract", "tesseract-ocr", upright, "-", "-l", languages, "--psm", "3", "--dpi", "300", "tsv").Output);
        }

        return TesseractTsv.Read(File.ReadLines(kept), languages);
    }
}

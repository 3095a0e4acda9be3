using System.Text.Json;

namespace OfficeNode.TestKit;

/// <summary>What is known of a paper dossier that the generator made, from its <c>truth.json</c>.</summary>
/// <param name="Dossier">As the node names it: <c>T-2026-24284</c> with the number as the sheets' code has it.</param>
/// <param name="Documents">Code and pages of each, separators not among the pages.</param>
/// <param name="Pages">The files of all pages in order.</param>
public sealed record DossierTruth(string Office, string Language, string Dossier, IReadOnlyList<(string Code, IReadOnlyList<int> Pages)> Documents, IReadOnlyList<string> Pages, FormTruth Form)
{
    /// <summary>Makes one dossier by the generator of the shared material.</summary>
    /// <param name="kind"><c>patent</c>, <c>trademark</c> or <c>design</c>.</param>
    /// <param name="quality"><c>office</c> or <c>poor</c>.</param>
    public static DossierTruth Make(string folder, string kind, string language, string quality, int seed)
    {
        var logos = kind == "trademark" ? new[] { "-L", SharedMaterial.Require("samples/logos") } : [];
        var made = Tool.Run("bash", "bash", [SharedMaterial.Require("tools/make_dossiers.sh"), "-n", "1", "-k", kind, "-l", language, "-q", quality, "-s", FormattableString.Invariant($"{seed}"), "-o", folder, .. logos]);
        return made.ExitCode == 0 ? Read(Path.Combine(folder, "D0001")) : throw new InvalidOperationException(made.Error);
    }

    /// <summary>Reads the truth of a dossier that was made before.</summary>
    public static DossierTruth Read(string folder)
    {
        var path = Path.Combine(folder, "truth.json");
        using var truth = JsonDocument.Parse(File.ReadAllText(path));
        var root = truth.RootElement;
        var pages = root.GetProperty("pages").EnumerateArray().ToList();
        var parts = pages[0].GetProperty("barcode").GetProperty("payload").GetString()!.Split('-');   // the first page is a separator: OFN1-SN-T-2026-024284-TMA
        return new(
            root.GetProperty("office").GetString()!,
            root.GetProperty("tesseract_lang").GetString()!,
            string.Join('-', parts[2..5]).Replace('~', '-'),
            [.. root.GetProperty("documents").EnumerateArray().Select(DocumentOf)],
            [.. pages.Select(page => Path.Combine(folder, page.GetProperty("file").GetString()!))],
            FormTruth.Read(path));
    }

    private static (string Code, IReadOnlyList<int> Pages) DocumentOf(JsonElement document)
    {
        var (first, last) = (document.GetProperty("first_page").GetInt32(), document.GetProperty("last_page").GetInt32());
        return (document.GetProperty("code").GetString()!, [.. Enumerable.Range(first, last - first + 1)]);
    }
}

using System.CommandLine;
using System.Globalization;
using OfficeNode.Capture.Separators;
using OfficeNode.Core;
using OfficeNode.Core.Disk;
using OfficeNode.Host.Journey;
using OfficeNode.Host.Texts;

namespace OfficeNode.Host.Commands;

/// <summary><c>separators print</c>: makes the sheets that part a stack of paper, or the target sheet, as a PDF.</summary>
internal static class SeparatorsCommand
{
    private const int MostPages = 9999;   // four digits in the code

    public static Command Create(CommandEdge edge) => new("separators", Words.Of("separators.about")) { CreatePrint(edge) };

    private static Command CreatePrint(CommandEdge edge)
    {
        var dossiers = new Option<string[]>("--dossier") { Description = Words.Of("separators.dossier"), DefaultValueFactory = _ => [] };
        var documents = new Option<string[]>("--document") { Description = Words.Of("separators.document"), DefaultValueFactory = _ => [] };
        var pages = new Option<string?>("--pages") { Description = Words.Of("separators.pages") };
        var blank = new Option<int>("--blank") { Description = Words.Of("separators.blank") };
        var target = new Option<bool>("--target") { Description = Words.Of("separators.target") };
        var size = new Option<string>("--size") { Description = Words.Of("separators.size"), DefaultValueFactory = _ => "a4" };
        var to = new Option<string>("--to") { Description = Words.Of("separators.to"), Required = true };
        var command = new Command("print", Words.Of("separators.print.about")) { dossiers, documents, pages, blank, target, size, to };
        edge.Run(command, (node, parsed, screen, _) =>
        {
            var (file, paper) = (Path.GetFullPath(parsed.GetRequiredValue(to)), Values.Choice<SheetSize>("--size", parsed.GetRequiredValue(size)));
            if (parsed.GetValue(target))
            {
                var others = parsed.GetRequiredValue(dossiers).Length + parsed.GetRequiredValue(documents).Length + parsed.GetValue(blank) + (parsed.GetValue(pages) is null ? 0 : 1);
                return Task.FromResult(others == 0 ? TargetSheetOutput.Write(node, screen, file, paper) : throw new UsageException(Words.Of("separators.target.alone")));
            }

            var wanted = Documents(parsed.GetRequiredValue(documents), parsed.GetValue(pages));
            var codes = parsed.GetRequiredValue(dossiers).Select(Dossier).SelectMany(dossier => wanted.Select(document => CodeOf(node.Settings.Office, dossier, document))).ToList();
            var empty = Count("--blank", parsed.GetValue(blank), least: 0);
            if (codes.Count + empty == 0 || (codes.Count == 0 && wanted.Count > 0))
            {
                throw new UsageException(Words.Of("separators.nothing"));
            }

            List<SeparatorSheet> sheets = [.. codes.Select(code => DossierSeparators.SheetOf(code, node.Settings.Name)), .. Enumerable.Repeat(Blank(node.Settings.Name), empty)];
            WholeFile.Replace(node.Disk, file, stream => SeparatorPrinter.Write(stream, sheets, paper));
            screen.Result(ResultOf(file, codes, empty), [Words.Of("separators.done", ("count", sheets.Count), ("file", file))]);
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    private static object ResultOf(string file, List<SeparatorCode> codes, int empty) => new
    {
        file,
        sheets = codes.Select(code => new { dossier = code.Dossier.ToString(), document = code.Document.Value, code.Pages, code = code.ToString() }),
        blank = empty,
    };

    private static DossierName Dossier(string text)
    {
        var parsed = DossierName.Parse(text);
        return parsed is { Success: true, Value: { Right: not null, Year: not null } name } && SeparatorCode.Fits(name.Number)
            ? name
            : throw Values.Unreadable("--dossier", text, Words.Of("separators.number"));
    }

    /// <summary>Reads <c>APP</c> and <c>APP:4</c>; <c>--pages</c> belongs to the only one there is.</summary>
    private static List<(DocumentCode Code, int? Pages)> Documents(string[] texts, string? pages)
    {
        if (pages is not null && (texts.Length != 1 || texts[0].Contains(':', StringComparison.Ordinal)))
        {
            throw Values.Unreadable("--pages", pages, Words.Of("separators.document"));
        }

        return [.. texts.Select(text => text.Split(':', 2)).Select(parts =>
            (Values.Code<DocumentCode>("--document", parts[0].ToUpperInvariant()), Pages(parts.Length > 1 ? parts[1] : pages)))];
    }

    private static int? Pages(string? text) => text switch
    {
        null => null,
        _ when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) => Count("--pages", count, least: 1),
        _ => throw Values.Unreadable("--pages", text, Words.Of("separators.count")),
    };

    private static int Count(string option, int count, int least) => count >= least && count <= MostPages
        ? count
        : throw Values.Unreadable(option, count.ToString(CultureInfo.InvariantCulture), Words.Of("separators.count"));

    private static SeparatorCode CodeOf(OfficeCode office, DossierName dossier, (DocumentCode Code, int? Pages) document) => new()
    {
        Office = office,
        Right = dossier.Right!.Value,   // a full name has both
        Year = dossier.Year!.Value,
        Number = dossier.Number,
        Document = document.Code,
        Pages = document.Pages,
    };

    private static SeparatorSheet Blank(string office) => new()
    {
        Title = Words.Of("sheet.title.blank"),
        Lines = [new(Words.Of("sheet.office"), office)],
        Instructions = [Words.Of("sheet.instruction.blank"), Words.Of("sheet.instruction.key"), Words.Of("sheet.instruction.turn")],
    };
}

using Microsoft.Playwright;
using OfficeNode.TestKit;

namespace OfficeNode.Journeys.Kiosk.WholeWay;

/// <summary>Two filings of paper behind the separator sheets that the counter printed, twenty pages in all, as SANE's <c>pnm</c> device scans them.</summary>
internal sealed class StackOfPapers
{
    public const int Count = 20;

    /// <summary>The page that stands on its head: the last of the first filing.</summary>
    public const int Fallen = Count / 2;

    private readonly string _folder;
    private readonly string _language;

    /// <param name="folder">One of its own.</param>
    public StackOfPapers(string folder, string language)
    {
        _folder = Directory.CreateDirectory(folder).FullName;
        _language = language;
        Filings = WayFiling.Of(language);
    }

    public IReadOnlyList<WayFiling> Filings { get; }

    /// <summary>The source by which a command or the kiosk scans the stack.</summary>
    public string Source => "sane:pnm:0?" + string.Join('&', Enumerable.Range(1, Count).Select(page => "filename=" + Uri.EscapeDataString(FileOf(page))));

    /// <summary>Prints the papers and puts them into the feeder, each document behind its separator.</summary>
    /// <param name="printer">A window for the printing alone.</param>
    /// <param name="separators">For each filing the sheets that the counter printed.</param>
    public async Task LayAsync(IPage printer, IReadOnlyList<string> separators)
    {
        var file = Path.Combine(_folder, "papers.pdf");
        await printer.SetContentAsync(WayPrint.Of(_language, Filings));
        await printer.PdfAsync(new PagePdfOptions { Path = file, PreferCSSPageSize = true });
        var papers = new Queue<string>(SheetsOf(file));
        var place = 0;
        foreach (var printed in separators)
        {
            foreach (var ((_, sheets), separator) in WayFiling.Documents.Zip(SheetsOf(printed)))
            {
                File.Move(separator, FileOf(++place));
                for (var sheet = 0; sheet < sheets; sheet++)
                {
                    File.Move(papers.Dequeue(), FileOf(++place));
                }
            }
        }
    }

    /// <summary>The sheets of a PDF as a scanner sees them.</summary>
    private static IReadOnlyList<string> SheetsOf(string pdf)
    {
        var made = Tool.Run("pdftoppm", "poppler-utils", "-gray", "-r", "300", pdf, pdf);
        return made.ExitCode == 0 ? [.. Directory.GetFiles(Path.GetDirectoryName(pdf)!, Path.GetFileName(pdf) + "-*.pgm").Order(StringComparer.Ordinal)] : throw new InvalidOperationException(made.Error);   // in a folder
    }

    private string FileOf(int page) => Path.Combine(_folder, FormattableString.Invariant($"{page:D2}.pgm"));
}

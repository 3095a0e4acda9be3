using OfficeNode.Capture;
using OfficeNode.Capture.Looks;
using OfficeNode.Capture.Separators;
using OfficeNode.Core;
using OfficeNode.TestKit;
using OfficeNode.Tests.Capture;

namespace OfficeNode.Tests.Looks;

/// <summary>Real worker processes that look at pages of a test, and sheets to look at.</summary>
internal sealed class LookBench : IAsyncDisposable
{
    private readonly WorkerBench _workers;
    private int _files;

    public LookBench(Func<ImageWorkerOptions, ImageWorkerOptions>? change = null)
    {
        _workers = new(change: change);
        Looker = new(_workers.Pool);
    }

    public PageLooker Looker { get; }

    public async Task<PageLook> LookAsync(byte[] file)
    {
        var path = _workers.Put($"{Interlocked.Increment(ref _files)}.tif", file);
        var looked = await Looker.LookAsync(path, 0, CancellationToken.None);
        File.Delete(path);
        return looked.Look ?? throw new InvalidOperationException(string.Join(' ', looked.Findings));
    }

    public async Task<PageLook> LookAtFileAsync(string path) =>
        (await Looker.LookAsync(path, 0, CancellationToken.None)).Look ?? throw new InvalidOperationException(path);

    public Task<PageLook> LookAsync(PagePicture page) => LookAsync(page.ToGreyTiff());

    public string PathOf(string name) => _workers.PathOf(name);

    /// <summary>Sheets as the printer draws them.</summary>
    public IReadOnlyList<PagePicture> Print(int dpi, params IReadOnlyList<SeparatorSheet> sheets)
    {
        var path = PathOf($"{Interlocked.Increment(ref _files)}.pdf");
        using (var file = File.Create(path))
        {
            SeparatorPrinter.Write(file, sheets, SheetSize.A4);
        }

        return PagePicture.OfPdf(path, dpi);
    }

    /// <summary>The target sheet as the printer draws it.</summary>
    public PagePicture PrintTarget(int dpi, SheetSize size = SheetSize.A4) => PagePicture.OfPdf(TargetFile(size), dpi)[0];

    /// <summary>The target sheet as a PDF.</summary>
    public string TargetFile(SheetSize size)
    {
        var path = PathOf($"{Interlocked.Increment(ref _files)}.pdf");
        using var file = File.Create(path);
        TargetPrinter.Write(file, Target, size);
        return path;
    }

    public static TargetSheet Target { get; } = new()
    {
        Code = new() { Office = OfficeCode.Parse("KE").Value },
        Title = "TARGET SHEET",
        Lines = ["An office"],
        Greys = "Greys from black to white",
        Bars = "Bars, in pairs per millimetre",
        Instructions = ["Print this sheet once, at full size (100 %, not fitted to the page), on white paper.", "Scan it first every morning, either way up."],
    };

    public static SeparatorSheet Sheet(string code) => new()
    {
        Code = SeparatorCode.Parse(code).Value,
        Title = "SEPARATOR SHEET",
        Lines = [new("Dossier", SeparatorCode.Parse(code).Value.Dossier.ToString()), new("Document", "a document")],
    };

    public static SeparatorSheet BlankSheet { get; } = new() { Title = "NEW DOSSIER" };

    /// <summary>A code drawn by zint, laid on white paper.</summary>
    public PagePicture Zint(string kind, string text, int dpi = 300)
    {
        var file = PathOf($"{Interlocked.Increment(ref _files)}.png");
        string[] shape = kind switch
        {
            "QR" => ["-b", "58", "--secure=2", "--scale=7"],
            "CODE128" => ["-b", "20", "--scale=2.5", "--height=60", "--quietzones"],
            _ => ["-b", "8", "--scale=2.5", "--height=60", "--quietzones"],
        };
        Tool.Run("zint", "zint", [.. shape, "-d", text, "--notext", "-o", file]);
        var code = PagePicture.OfImage(file, dpi);
        return PagePicture.Blank(dpi).Lay(code, 16, 60);
    }

    public ValueTask DisposeAsync() => _workers.DisposeAsync();
}

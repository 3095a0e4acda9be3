using System.Globalization;
using NUnit.Framework;
using OfficeNode.Capture;
using OfficeNode.Capture.Reading;
using OfficeNode.Core;
using OfficeNode.TestKit;

namespace OfficeNode.Tests.Reading;

/// <summary>A pool of real worker processes that read, and a folder with printed pages.</summary>
internal sealed class ReadingBench : IAsyncDisposable
{
    /// <summary>Longer than all other times of the pool, so that a test can wait for its timer alone.</summary>
    public static readonly TimeSpan JobTime = TimeSpan.FromMinutes(7);

    private readonly TemporaryFolder _folder = new();

    public ReadingBench(TimeProvider? time = null)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "OfficeNode.TestWorker.dll");
        var images = new ImageWorkerOptions { FileName = "dotnet", Arguments = ["exec", program] };
        Pool = new(ReadingWorkers.Of(images, workers: 2) with { JobTime = JobTime }, time ?? TimeProvider.System);
        Engine = new(Pool);
    }

    public ImageWorkerPool Pool { get; }

    public TesseractEngine Engine { get; }

    public string PathOf(string name) => _folder.PathOf(name);

    /// <summary>Prints text on a page of 300 dpi, 120 mm wide, turned clockwise by some degrees.</summary>
    public string Print(string name, string text, double degrees = 0)
    {
        var (plain, path) = (PathOf(name + ".txt"), PathOf(name));
        File.WriteAllText(plain, text);
        var run = Tool.Run(
            "pango-view",
            "pango1.0-tools",
            "--no-display", "--dpi=300", "--font=DejaVu Serif, Noto Naskh Arabic 12", "--width=340", "--wrap=word", "--margin=60", $"--rotate={(-degrees).ToString(CultureInfo.InvariantCulture)}", $"--output={path}", plain);
        Assert.That(run.ExitCode, Is.Zero, run.Error);
        return path;
    }

    /// <summary>The same page as one bit, Group 4.</summary>
    public async Task<string> OneBitAsync(string path)
    {
        var made = await new ImageConverter(Pool).ToPatentTiffAsync(path, 0, CancellationToken.None);
        var tiff = Path.ChangeExtension(path, ".tif");
        await File.WriteAllBytesAsync(tiff, made.Bytes!.Value.ToArray());   // a PNG is never sent as it is
        return tiff;
    }

    public Task<ReadPage> ReadAsync(string path, params string[] languages) =>
        Engine.ReadAsync(path, 0, new ReadOrder { Languages = languages }, CancellationToken.None);

    /// <summary>Reads a page that must be readable.</summary>
    public async Task<PageText> TextAsync(string path, params string[] languages)
    {
        var page = await ReadAsync(path, languages);
        Assert.That(page.Text, Is.Not.Null, string.Join(' ', page.Findings));
        return page.Text!;   // just asserted
    }

    public async ValueTask DisposeAsync()
    {
        await Pool.DisposeAsync();
        _folder.Dispose();
    }
}

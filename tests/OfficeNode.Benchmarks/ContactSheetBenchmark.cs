using System.Globalization;
using OfficeNode.Capture;
using OfficeNode.Core;
using OfficeNode.Core.Batches;
using OfficeNode.Core.People;
using OfficeNode.Host.Journey;
using OfficeNode.Storage;
using OfficeNode.Storage.Tables;
using OfficeNode.TestKit;

namespace OfficeNode.Benchmarks;

/// <summary>The contact sheet of a batch of 1,000 pages in Chromium: how soon its first pages are seen, and how soon 200 of them stand where they were moved to.</summary>
internal static class ContactSheetBenchmark
{
    public const string Name = "contact-sheet";
    private const int Pages = 1_000;
    private const int Moved = 200;
    private const int EachDocument = 11;
    private const int Tries = 5;
    private const double Bar = 1;

    // Until the pictures that the window shows are there and keys are listened to, and the frame after it is drawn. Asked for the places of pictures, the browser would lay out
    // also the pages that nobody sees: those of their leaves it knows.
    private const string Seen = """
        new Promise(done => {
          const isSeen = leaf => { const place = leaf.getBoundingClientRect(); return place.top < innerHeight && place.bottom > 0; };
          const isThere = () => {
            const shown = [...document.querySelectorAll('[data-leaf]')].filter(isSeen);
            return shown.length > 0 && shown.every(leaf => leaf.querySelector('img')?.complete ?? true);
          };
          const look = () => document.readyState === 'complete' && isThere() ? requestAnimationFrame(() => setTimeout(() => done(performance.now()))) : requestAnimationFrame(look);
          look();
        })
        """;

    // By the keys that a clerk presses: chooses from the second page on, cuts, goes to the end, puts before it.
    private static readonly string Move = $$"""
        new Promise(done => {
          const press = (key, more) => document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key, code: key.length === 1 ? 'Key' + key.toUpperCase() : key, bubbles: true, cancelable: true, ...more }));
          document.querySelector('[data-leaf] a').focus();
          press('Home');
          press('ArrowRight');
          const first = document.activeElement.closest('[data-leaf]').id;
          for (let page = 1; page < {{Moved}}; page++) press('ArrowRight', { shiftKey: true });
          press('x', { ctrlKey: true });
          press('End');
          const began = performance.now();
          press('v', { ctrlKey: true });
          const look = () => {
            const leaves = [...document.querySelectorAll('[data-leaf]')];
            leaves[leaves.length - 1 - {{Moved}}]?.id === first ? requestAnimationFrame(() => setTimeout(() => done(performance.now() - began))) : requestAnimationFrame(look);
          };
          look();
        })
        """;

    public static async Task<IReadOnlyList<Row>> RunAsync(CancellationToken cancellationToken)
    {
        using var folder = new TemporaryFolder();
        var token = await FillAsync(folder.Path, cancellationToken);
        using var service = await ServedKiosk.StartAsync(folder.Path, cancellationToken);
        await using var page = await DevTools.OpenAsync(cancellationToken);
        await page.SignInAsync(service.Address, token, cancellationToken);
        return await MeasureAsync(page, service.Address, new BatchId(1), cancellationToken);
    }

    /// <summary>Opens a batch and moves pages of it, some times.</summary>
    public static async Task<IReadOnlyList<Row>> MeasureAsync(DevTools page, Uri address, BatchId batch, CancellationToken cancellationToken)
    {
        var (opened, moved) = (new List<double>(), new List<double>());
        for (var run = 0; run < Tries; run++)
        {
            await page.GoAsync(new Uri(address, $"/batches/{batch}"), cancellationToken);
            opened.Add(await page.EvaluateAsync(Seen, cancellationToken) / 1_000);
            moved.Add(await page.EvaluateAsync(Move, cancellationToken) / 1_000);
        }

        return [Line($"a contact sheet of {Pages} pages: from asking until what the window shows is drawn", opened), Line($"– moving {Moved} of its pages, until they stand there", moved)];
    }

    /// <summary>Adds a batch whose pages all are other pictures.</summary>
    public static async Task<BatchId> AddBatchAsync(Node node, CancellationToken cancellationToken)
    {
        var batch = node.Register.Write(new Deed("benchmark", "fill", Name), session => session.Batches.Begin("folder:papers", "benchmark"));
        for (var number = 1; number <= Pages; number++)
        {
            var picture = Thumbnail(number);
            var master = await node.Pages.AddMasterAsync(new MemoryStream(picture), "png", cancellationToken);
            node.Previews.Keep(new WantedPreview(master, 0, PreviewSize.Thumbnail), picture, "png");
            var page = PageOf(number, master);
            node.Register.Note(session =>
            {
                session.Masters.Enter(master);
                session.Batches.Append(batch, page);
            });
        }

        node.Register.Note(session => session.Batches.End(batch, null));
        return batch;
    }

    private static Row Line(string work, List<double> seconds) => new(
        work, $"seconds on the clock, median of {Tries} (longest)", $"{Number(Rounds.Median(seconds))} ({Number(seconds.Max())})", Bar: $"<= {Number(Bar)}", IsHeld: Rounds.Median(seconds) <= Bar);

    private static string Number(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>A node with one clerk and one batch; the token of the clerk's sign-in.</summary>
    private static async Task<string> FillAsync(string root, CancellationToken cancellationToken)
    {
        using var node = BenchmarkNode.Create(root);
        await AddBatchAsync(node, cancellationToken);
        return ServedKiosk.SignIn(node, "amina", Role.Administrator, Role.Clerk);
    }

    private static byte[] Thumbnail(int number)
    {
        var pixels = new byte[PreviewSize.Thumbnail.LongestSide() * PreviewSize.Thumbnail.LongestSide() * 3];
        new Random(number).NextBytes(pixels);
        return TinyPng.Write(PreviewSize.Thumbnail.LongestSide(), pixels);
    }

    // Every eleventh is a separator sheet; the others are pages as a scanner gives them, one in ten of them leaning.
    private static NewBatchPage PageOf(int number, Master master) => new()
    {
        Sheet = number,
        Side = Side.Front,
        Master = master,
        Frame = 0,
        Facts = new ImageFacts
        {
            Format = ImageFormat.Png,
            Width = 2_480,
            Height = 3_508,
            DpiX = 300,
            DpiY = 300,
            BitsPerSample = 8,
            SamplesPerPixel = 1,
            Compression = ImageCompression.Deflate,
            Photometric = Photometric.BlackIsZero,
        },
        Stamp = FormattableString.Invariant($"{number}"),
        Look = new PageLook
        {
            Codes = number % EachDocument == 1 ? [new FoundCode("QR", FormattableString.Invariant($"OFN1-XX-P-2026-{number}-APP"), new PixelBox(0, 0, 100, 100))] : [],
            IsBlank = false,
            Quality = new PageQuality { Ink = 0.05, Paper = 240, InkGrey = 40, Sharpness = 80, Skew = number % 10 == 0 ? 4.2 : 0.3 },
        },
    };
}

using OfficeNode.Core;
using OfficeNode.Core.Batches;
using OfficeNode.Core.Disk;
using OfficeNode.Core.Keying;
using OfficeNode.Host.Journey;
using OfficeNode.Host.Settings;
using OfficeNode.Journeys.Scanning;
using OfficeNode.Storage;
using OfficeNode.Storage.Tables;
using OfficeNode.TestKit;

namespace OfficeNode.Journeys.Keying;

/// <summary>A page of a batch that no scanner saw: a separator, or a page with what was read on it.</summary>
/// <param name="Separator">The code on a separator sheet; null for a page.</param>
internal sealed record Paper(string? Separator = null, PageText? Text = null, bool IsBlank = false);

/// <summary>A node where people key, with a clock that the test moves.</summary>
internal sealed class KeyingOffice : IDisposable
{
    private readonly TestNode _files;

    private KeyingOffice(TestNode files, Node node, ManualTime time)
    {
        _files = files;
        Node = node;
        Time = time;
    }

    public Node Node { get; }

    public TestNode Files => _files;

    public ManualTime Time { get; }

    public static async Task<KeyingOffice> CreateAsync(Func<KeyingSettings, KeyingSettings>? keying = null)
    {
        var files = await TestNode.CreateAsync();
        Change(files, keying ?? (settings => settings));
        var time = new ManualTime();
        return new KeyingOffice(files, Node.Open(files.Folder.Root, new PhysicalDisk(), time), time);
    }

    /// <summary>Changes how an office keys.</summary>
    public static void Change(TestNode files, Func<KeyingSettings, KeyingSettings> keying)
    {
        var store = new SettingsStore(files.Folder, new PhysicalDisk());
        var settings = store.Load();
        store.Save(settings with { Language = LanguageCode.Parse("en").Value, Keying = keying(settings.Keying) });
    }

    public KeyingJourney By(string name) => new(Node, name);

    /// <summary>What a separator before a document says.</summary>
    public static Paper Sheet(string number, string document = "APP", Right right = Right.Patent) => new(new SeparatorCode
    {
        Office = OfficeCode.Parse(Corpus.OfficeCode).Value,
        Right = right,
        Year = 2025,
        Number = number,
        Document = DocumentCode.Parse(document).Value,
    }.ToString());

    /// <summary>A batch of such pages that came to its end.</summary>
    public async Task<BatchId> ScanAsync(params IReadOnlyList<Paper> papers) => await ScanAsync(Node, papers);

    public static async Task<BatchId> ScanAsync(Node node, IReadOnlyList<Paper> papers)
    {
        var masters = new List<Master>();
        foreach (var number in Enumerable.Range(1, papers.Count))
        {
            using var picture = new MemoryStream(Papers.Picture(number));
            masters.Add(await node.Pages.AddMasterAsync(picture, "png", CancellationToken.None));
        }

        var batch = node.Register.Write(new Deed("clerk", "scan", "test"), session =>
        {
            var id = session.Batches.Begin("folder:/papers", "clerk");
            foreach (var (paper, place) in papers.Select((paper, place) => (paper, place)))
            {
                session.Masters.Enter(masters[place]);
                session.Batches.Append(id, PageOf(paper, place + 1, masters[place]));
            }

            session.Batches.End(id, null);
            return id;
        });
        foreach (var (paper, place) in papers.Select((paper, place) => (paper, place)).Where(pair => pair.paper.Text is not null))
        {
            await ReadAsync(node, batch, place + 1, paper.Text!);   // filtered above
        }

        return batch;
    }

    /// <summary>Has a page read.</summary>
    public Task ReadAsync(BatchId batch, int number, PageText text) => ReadAsync(Node, batch, number, text);

    /// <summary>Hands a batch over; its entries.</summary>
    public IReadOnlyList<Entry> HandOver(BatchId batch, string author = "nadia")
    {
        var refused = By(author).HandOver(batch);
        return refused.Count == 0 ? Node.Register.Read(session => session.Entries.OfBatch(batch)) : throw new InvalidOperationException(refused[0].Rule);
    }

    /// <summary>A page text of lines one below the other.</summary>
    public static PageText Text(params IReadOnlyList<string> lines) => new()
    {
        Width = 2480,
        Height = 3508,
        Languages = ["eng"],
        Engine = "by hand",
        Blocks = [.. lines.Select((line, place) => LineAt(line, 300 + (place * 95))).Select(line => new TextBlock(line.Box, [line]))],
    };

    public void Dispose()
    {
        Node.Dispose();
        _files.Dispose();
    }

    private static async Task ReadAsync(Node node, BatchId batch, int number, PageText text)
    {
        var digest = await node.Pages.AddTextAsync(text, CancellationToken.None);
        node.Register.Note(session =>
        {
            session.Readings.Again(batch, number, ReadingTable.Fresh);
            var waiting = session.Readings.Waiting(1000, []).Single(page => page.Batch == batch && page.Number == number);
            session.Readings.Done(waiting, digest, []);
        });
    }

    private static NewBatchPage PageOf(Paper paper, int number, Master master) => new()
    {
        Sheet = number,
        Side = Side.Front,
        Master = master,
        Frame = 0,
        Facts = SampleRecords.Scan,
        Stamp = $"{number}",
        Look = new PageLook
        {
            Codes = paper.Separator is { } code ? [new FoundCode("QR", code, new PixelBox(0, 0, 10, 10))] : [],
            IsBlank = paper.IsBlank,
            Quality = new PageQuality { Ink = 0.05, Paper = 250 },
        },
    };

    private static TextLine LineAt(string text, int y)
    {
        const int LetterWidth = 22;
        var x = 263;
        var words = new List<TextWord>();
        foreach (var word in text.Split(' '))
        {
            words.Add(new TextWord(word, new PixelBox(x, y, word.Length * LetterWidth, 42), 95));
            x += (word.Length * LetterWidth) + (LetterWidth / 2);
        }

        return new TextLine(words.Select(word => word.Box).Aggregate((all, box) => all.Union(box)), words);
    }
}

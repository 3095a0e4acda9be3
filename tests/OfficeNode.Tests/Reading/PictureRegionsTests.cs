using NUnit.Framework;
using OfficeNode.Capture.Workers;
using OfficeNode.Core;

namespace OfficeNode.Tests.Reading;

public sealed class PictureRegionsTests
{
    // A page of A4 at 75 dots to the inch, as large as pictures are looked for.
    private const int Width = 620;
    private const int Height = 877;

    private static readonly PixelBox Picture = new(200, 400, 180, 150);

    [Test]
    public void Picture_is_found_among_words_rules_and_specks() => Assert.That(Find(Form(), Words()), Is.EqualTo(new[] { Picture }));

    [Test]
    public void Parts_that_stand_close_are_one_picture()
    {
        var page = Form();
        Fill(page, new(390, 420, 60, 60), 40);

        Assert.That(Find(page, Words()), Is.EqualTo(new[] { new PixelBox(200, 400, 250, 150) }));
    }

    [Test]
    public void Views_that_stand_apart_are_several()
    {
        var page = Form();
        Fill(page, new(200, 650, 120, 120), 40);

        Assert.That(Find(page, Words()), Is.EquivalentTo(new[] { Picture, new PixelBox(200, 650, 120, 120) }));
    }

    [Test]
    public void Page_of_words_alone_has_no_picture()
    {
        var page = Form();
        Fill(page, Picture, 250);

        Assert.That(Find(page, Words()), Is.Empty);
    }

    [Test]
    public void Large_letters_that_the_machine_read_belong_to_the_picture()
    {
        var page = Form();
        var lettering = new PixelBox(390, 440, 120, 50);
        Fill(page, lettering, 40);
        var read = Words();
        var text = read with { Blocks = [.. read.Blocks, new(lettering, [new(lettering, [new("twelve", lettering, 96)])])] };

        Assert.That(Find(page, text), Is.EqualTo(new[] { Picture.Union(lettering) }));
    }

    private static IEnumerable<PixelBox> Find(byte[] page, PageText text) =>
        new PictureRegions(new(page, Width, Height), PagePictures.WordsOf(text)).Find().Select(picture => picture.Box);

    /// <summary>Words, the frame of a table around them, the shadow of the lid, a punch hole, specks and a picture.</summary>
    private static byte[] Form()
    {
        var page = new byte[Width * Height];
        page.AsSpan().Fill(250);
        foreach (var word in Words().Lines().SelectMany(line => line.Words))
        {
            Fill(page, word.Box, 30);
        }

        foreach (var rule in new PixelBox[] { new(40, 50, 540, 2), new(40, 300, 540, 2), new(40, 50, 2, 252), new(578, 50, 2, 252), new(0, 0, 5, Height), new(20, 370, 18, 18) })
        {
            Fill(page, rule, 30);
        }

        for (var speck = 0; speck < 200; speck++)
        {
            page[speck * 104_729 % page.Length] = 0;
        }

        Fill(page, Picture, 90);
        return page;
    }

    private static PageText Words()
    {
        var words = Enumerable.Range(0, 40).Select(word => new TextWord("word", new(60 + word % 5 * 90, 70 + word / 5 * 28, 70, 10), 90)).ToList();
        return new() { Width = Width, Height = Height, Languages = ["eng"], Engine = "by hand", Blocks = [new(new(60, 70, 430, 206), [new(new(60, 70, 430, 206), words)])] };
    }

    private static void Fill(byte[] page, PixelBox box, byte grey)
    {
        for (var y = box.Y; y < box.Bottom; y++)
        {
            page.AsSpan(y * Width + box.X, box.Width).Fill(grey);
        }
    }
}

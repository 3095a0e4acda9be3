using OfficeNode.Capture.Native;
using OfficeNode.Capture.Workers;
using OfficeNode.Core;

namespace OfficeNode.Capture.Reading;

/// <summary>Reads one page: finds which way is up and how it leans on a cleaned copy, and reads that.</summary>
/// <remarks>
/// No separate pass looks for the direction: lines tell whether the page lies on its side, and what was read tells whether it stands on its head.
/// Only where that is doubtful a few lines are read upside down, and the page anew if they make more sense.
/// </remarks>
internal sealed class PageReader
{
    // Print that stands upright reads with 80 and more, on its head with 20 to 60; poor scans lie between.
    private const double Doubtful = 70;
    private const double ClearlyBetter = 10;

    // So few letters may be the numbers on a drawing, which read as others upside down: those pages stay as they are.
    private const int LeastLetters = 12;

    // Lines read upside down, and the paper left around them.
    private const int TriedLines = 3;
    private const int Margin = 20;

    private readonly TesseractReader _tesseract;
    private readonly ReadOrder _order;

    public PageReader(TesseractReader tesseract, ReadOrder order)
    {
        _tesseract = tesseract;
        _order = order;
    }

    /// <summary>Reads a frame that is turned as its file says; null when a step on the picture failed.</summary>
    public PageText? Read(PixHandle frame, double dpi)
    {
        var factor = ReadingResolution.FactorOf(dpi);
        using var plain = PixSteps.Plain(frame);
        using var clean = plain is null ? null : PageCleanUp.Clean(plain, factor);
        if (clean is null)
        {
            return null;
        }

        if (PageCleanUp.IsBare(clean))
        {
            return TextOf([], frame, _order.Turns ?? 0, 0);
        }

        var (turns, lean) = Direction(clean);
        using var level = Level(clean, turns, lean.Correction);
        if (level is null)
        {
            return null;
        }

        var blocks = _tesseract.Read(level, (int)Math.Round(dpi * factor));
        return ReadsBetterUpsideDown(level, blocks, dpi * factor) is { } better
            ? Result(better, frame, (turns + 2) % 4, lean.Correction, factor)
            : Result(blocks, frame, turns, lean.Correction, factor);
    }

    private (int Turns, LineLean Lean) Direction(PixHandle clean)
    {
        if (_order.Turns is not { } turns)
        {
            var (sideways, lean) = LineLean.Find(clean);
            return (sideways ? 1 : 0, lean);
        }

        using var turned = PixSteps.Checked(Leptonica.Rotate(clean, turns));
        return (turns, turned is null ? default : LineLean.Of(turned));
    }

    private static PixHandle? Level(PixHandle clean, int turns, double degrees)
    {
        var turned = PixSteps.Checked(Leptonica.Rotate(clean, turns));
        if (turned is null || degrees == 0)
        {
            return turned;
        }

        using (turned)
        {
            return PixSteps.Checked(LeptonicaCleanUp.Turn(turned, (float)(degrees * Math.PI / 180), LeptonicaCleanUp.ByShear, LeptonicaCleanUp.BringInWhite, 0, 0));
        }
    }

    /// <summary>What the page says when stood on its head; null when it stands upright, or nobody can tell.</summary>
    private IReadOnlyList<TextBlock>? ReadsBetterUpsideDown(PixHandle level, IReadOnlyList<TextBlock> blocks, double dpi)
    {
        var sure = Sureness.Of(blocks);
        if (_order.Turns is not null || sure.Letters < LeastLetters || sure.Confidence >= Doubtful)
        {
            return null;
        }

        using var sample = Sample(level, blocks);
        using var turnedSample = sample is null ? null : PixSteps.Checked(Leptonica.Rotate(sample, 2));
        if (turnedSample is null || !IsBetter(Sureness.Of(_tesseract.Read(turnedSample, (int)dpi)), sure))
        {
            return null;
        }

        using var turned = PixSteps.Checked(Leptonica.Rotate(level, 2));
        var anew = turned is null ? [] : _tesseract.Read(turned, (int)dpi);
        return IsBetter(Sureness.Of(anew), sure) ? anew : null;
    }

    private static bool IsBetter(Sureness turned, Sureness before) => turned.Letters >= LeastLetters && turned.Confidence > before.Confidence + ClearlyBetter;

    /// <summary>The part of the page with its longest line and those next to it.</summary>
    private static PixHandle? Sample(PixHandle level, IReadOnlyList<TextBlock> blocks)
    {
        var lines = blocks.SelectMany(block => block.Lines).ToList();
        var longest = lines.IndexOf(lines.MaxBy(line => line.Words.Sum(word => word.Text.Length))!);   // there are letters, so there are lines
        var box = lines.Skip(Math.Max(0, longest - TriedLines / 2)).Take(TriedLines).Select(line => line.Box).Aggregate((all, next) => all.Union(next));
        var part = LeptonicaCleanUp.CreateBox(box.X - Margin, box.Y - Margin, box.Width + 2 * Margin, box.Height + 2 * Margin);
        try
        {
            return PixSteps.Checked(LeptonicaCleanUp.Cut(level, part, IntPtr.Zero));
        }
        finally
        {
            LeptonicaCleanUp.DestroyBox(ref part);
        }
    }

    private PageText Result(IReadOnlyList<TextBlock> blocks, PixHandle frame, int turns, double degrees, double factor)
    {
        var (width, height) = turns % 2 == 0 ? (frame.Width, frame.Height) : (frame.Height, frame.Width);
        return TextOf(new ReadFrame(width, height, factor, degrees).Back(blocks), frame, turns, -degrees);
    }

    private PageText TextOf(IReadOnlyList<TextBlock> blocks, PixHandle frame, int turns, double skew) => new()
    {
        Width = turns % 2 == 0 ? frame.Width : frame.Height,
        Height = turns % 2 == 0 ? frame.Height : frame.Width,
        Turns = turns,
        Skew = Math.Round(skew, 2),
        Languages = _order.Languages,
        Engine = "Tesseract " + Tesseract.Version(),
        Blocks = blocks,
    };

    /// <summary>How sure the reading machine is of how many letters.</summary>
    private readonly record struct Sureness(int Letters, double Confidence)
    {
        public static Sureness Of(IReadOnlyList<TextBlock> blocks)
        {
            var (letters, sum) = (0, 0.0);
            foreach (var word in blocks.SelectMany(block => block.Lines).SelectMany(line => line.Words))
            {
                letters += word.Text.Length;
                sum += word.Confidence * word.Text.Length;
            }

            return new(letters, letters == 0 ? 0 : sum / letters);
        }
    }
}

using NUnit.Framework;
using OfficeNode.Capture;
using OfficeNode.Capture.Looks;
using OfficeNode.Capture.Separators;
using OfficeNode.Core;

namespace OfficeNode.Tests.Looks;

public sealed class TargetSheetTests
{
    private LookBench _bench = null!;   // set before each test

    [SetUp]
    public void Open() => _bench = new();

    [TearDown]
    public async Task Close() => await _bench.DisposeAsync();

    [Test]
    public async Task Print()
    {
        foreach (var (name, page) in new[] { ("300", _bench.PrintTarget(300)), ("200", _bench.PrintTarget(200)), ("letter", _bench.PrintTarget(300, SheetSize.Letter)) })
        {
            foreach (var damage in new[] { new PageDamage { Seed = 1 }, new PageDamage { Seed = 1, Skew = 9.5, UpsideDown = true }, new PageDamage { Seed = 1, Threshold = 128 }, new PageDamage { Seed = 2, Grain = 11, Blur = true, Streak = true, Specks = 4, Skew = -5 } })
            {
                var look = await _bench.LookAsync(damage.Apply(page));
                TestContext.Out.WriteLine($"{name} {damage}: {string.Join(' ', look.Codes.Select(c => c.Symbology + c.Text))} streaks {look.Quality.Streaks} specks {look.Quality.Specks}\n   {look.Target} [{string.Join(' ', look.Target?.Streaks ?? [])}]");
                TestContext.Out.WriteLine("   " + string.Join('\n', TargetCheck.Judge(look, ImageHeaderReader.Read(new MemoryStream(damage.Apply(page)), null, new()).Frames[0], new()).Findings));
            }
        }
        File.Copy(_bench.TargetFile(SheetSize.A4), "/tmp/target.pdf", true);
    }
}

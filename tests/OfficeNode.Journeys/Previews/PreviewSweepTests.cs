using NUnit.Framework;
using OfficeNode.Host.Journey;

namespace OfficeNode.Journeys.Previews;

/// <summary>What previews take on the disk stays within a limit.</summary>
public sealed class PreviewSweepTests : OneNodeTests
{
    private static readonly HashSet<string> None = [];

    private Host.Journey.Node _node = null!;   // set before each test

    private DateTime Now => Node.Time.GetUtcNow().UtcDateTime;

    [SetUp]
    public void Open() => _node = Host.Journey.Node.Open(Node.Folder.Root, Node.Disk, Node.Time);

    [TearDown]
    public void Close() => _node.Dispose();

    [Test]
    public void The_oldest_go_until_a_tenth_of_the_limit_is_free()
    {
        var files = Enumerable.Range(0, 10).Select(age => Lay($"{age}.png", 100, Now.AddHours(-age))).ToList();

        var swept = new PreviewSweep(_node).Run(800, None, CancellationToken.None);

        Assert.That(swept, Is.EqualTo(new SweptPreviews(3, 300)));
        Assert.That(PreviewPapers.Files(Node), Is.EquivalentTo(files[..7]));
    }

    [Test]
    public void Nothing_goes_below_the_limit()
    {
        Lay("old.png", 100, Now.AddYears(-1));

        Assert.That(new PreviewSweep(_node).Run(100, None, CancellationToken.None), Is.EqualTo(default(SweptPreviews)));
    }

    [Test]
    public void What_was_handed_out_of_late_stays()
    {
        var looked = Lay("looked.png", 100, Now.AddYears(-1));
        Lay("other.png", 100, Now.AddMonths(-1));

        new PreviewSweep(_node).Run(100, new HashSet<string> { looked }, CancellationToken.None);

        Assert.That(PreviewPapers.Files(Node), Is.EqualTo(new[] { looked }));
    }

    [Test]
    public void What_a_stop_left_half_written_goes_after_a_day()
    {
        Lay(".half", 100, Now.AddDays(-2));
        var fresh = Lay(".fresh", 100, Now.AddHours(-1));

        new PreviewSweep(_node).Run(1_000, None, CancellationToken.None);

        Assert.That(PreviewPapers.Files(Node), Is.EqualTo(new[] { fresh }));
    }

    [Test]
    public void A_node_without_previews_has_nothing_to_sweep() =>
        Assert.That(new PreviewSweep(_node).Run(0, None, CancellationToken.None), Is.EqualTo(default(SweptPreviews)));

    private string Lay(string name, int length, DateTime at)
    {
        var path = Path.Combine(Directory.CreateDirectory(Path.Combine(Node.Folder.Previews, "ab")).FullName, name);
        File.WriteAllBytes(path, new byte[length]);
        File.SetLastWriteTimeUtc(path, at);
        return path;
    }
}

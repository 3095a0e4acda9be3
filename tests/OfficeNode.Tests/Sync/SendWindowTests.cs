using NUnit.Framework;
using OfficeNode.Sync.Sftp;

namespace OfficeNode.Tests.Sync;

public sealed class SendWindowTests
{
    [Test]
    public void Quick_answers_open_the_window_to_its_limit()
    {
        var window = new SendWindow(largest: 256 * 1024, largestChunk: 32 * 1024);

        Answer(window, TimeSpan.FromMilliseconds(10), times: 100);

        Assert.That(window.Chunk, Is.EqualTo(32 * 1024));
    }

    [Test]
    public void Slow_answers_make_the_chunks_small()
    {
        var window = new SendWindow(largest: 256 * 1024, largestChunk: 32 * 1024);

        Answer(window, TimeSpan.FromSeconds(3), times: 100);

        Assert.That(window.Chunk, Is.EqualTo(8 * 1024));
    }

    [Test]
    public void A_full_window_holds_the_next_chunk_back()
    {
        var window = new SendWindow(largest: 64 * 1024, largestChunk: 32 * 1024);

        for (var sent = 0; sent < 4; sent++)
        {
            window.Left(16 * 1024);
        }

        Assert.That(window.HasRoom, Is.False);
    }

    private static void Answer(SendWindow window, TimeSpan took, int times)
    {
        for (; times > 0; times--)
        {
            var chunk = window.Chunk;
            window.Left(chunk);
            window.Answered(chunk, took);
        }
    }
}

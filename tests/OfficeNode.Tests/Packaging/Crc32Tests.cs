using System.Runtime.Intrinsics.X86;
using System.Text;
using NUnit.Framework;
using OfficeNode.Core.Checksums;

namespace OfficeNode.Tests.Packaging;

public sealed class Crc32Tests
{
    [TestCase("", 0u)]
    [TestCase("123456789", 0xCBF43926u)]
    [TestCase("The quick brown fox jumps over the lazy dog", 0x414FA339u)]
    public void Known_values_come_out(string text, uint expected)
    {
        Assert.That(Crc32.Of(Encoding.ASCII.GetBytes(text)), Is.EqualTo(expected));
    }

    [Test]
    public void A_million_letters_a_have_their_known_value()
    {
        var letters = new byte[1_000_000];
        Array.Fill(letters, (byte)'a');

        Assert.That(Crc32.Of(letters), Is.EqualTo(0xDC25BFBCu));
    }

    [Test]
    public void Both_ways_agree_on_every_length_and_alignment()
    {
        Assume.That(Pclmulqdq.IsSupported, "this processor has no carry-less multiplication");
        var bytes = new byte[1200];
        new Random(1).NextBytes(bytes);

        var differing = Enumerable.Range(64, 700)
            .SelectMany(length => Enumerable.Range(0, 17).Select(start => bytes.AsMemory(start, length)))
            .Count(part => Crc32.AppendByFolding(7, part.Span) != Crc32.AppendByTables(7, part.Span));

        Assert.That(differing, Is.Zero);
    }

    [Test]
    public void Pieces_give_the_value_of_the_whole()
    {
        var bytes = new byte[5000];
        new Random(2).NextBytes(bytes);

        var pieced = 0u;
        for (var (start, size) = (0, 1); start < bytes.Length; (start, size) = (start + size, size * 2))
        {
            pieced = Crc32.Append(pieced, bytes.AsSpan(start, Math.Min(size, bytes.Length - start)));
        }

        Assert.That(pieced, Is.EqualTo(Crc32.Of(bytes)));
    }
}

using NUnit.Framework;
using OfficeNode.Capture.Scanners;

namespace OfficeNode.Tests.Scanners;

public sealed class PaperSizeTests
{
    [TestCase("a4", 210, 297)]
    [TestCase("A5", 148, 210)]
    [TestCase("letter", 215.9, 279.4)]
    [TestCase("Legal", 215.9, 355.6)]
    [TestCase("297x210", 297, 210)]
    [TestCase("215.9 X 330", 215.9, 330)]
    [TestCase("90×55", 90, 55)]
    public void Paper_is_named_or_measured(string text, double width, double height)
    {
        var size = PaperSize.Parse(text).Value;

        Assert.That((size.Width, size.Height), Is.EqualTo((width, height)));
    }

    [TestCase("")]
    [TestCase("a9")]
    [TestCase("210")]
    [TestCase("210x")]
    [TestCase("210x297x3")]
    [TestCase("-210x297")]
    [TestCase("1e2x297")]
    [TestCase("210,5x297")]
    [TestCase("NaNxNaN")]
    public void What_is_no_size_is_refused_with_what_was_expected(string text)
    {
        Assert.That(PaperSize.Parse(text).Expected, Does.Contain("210x297"));
    }

    [TestCase("0x0")]
    [TestCase("210x19.9")]
    [TestCase("2100x2970")]
    public void A_size_that_no_paper_has_is_refused_with_the_sizes_that_are_taken(string text)
    {
        Assert.That(PaperSize.Parse(text).Expected, Is.EqualTo("20 to 1600 millimetres a side"));
    }
}

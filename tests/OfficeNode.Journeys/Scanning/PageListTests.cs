using NUnit.Framework;
using OfficeNode.Host.Commands;

namespace OfficeNode.Journeys.Scanning;

public sealed class PageListTests
{
    [TestCase(new[] { 3 }, "page 3")]
    [TestCase(new[] { 3, 7, 8, 9 }, "pages 3, 7-9")]
    [TestCase(new[] { 6, 5, 4, 9 }, "pages 6-4, 9")]
    [TestCase(new[] { 1, 3, 5, 7, 9, 11, 13, 15, 17, 18 }, "pages 1, 3, 5, 7, 9, 11, 13, 15 and 2 more")]
    public void Pages_are_named_as_people_write_them(int[] pages, string expected) => Assert.That(PageList.Of(pages), Is.EqualTo(expected));
}

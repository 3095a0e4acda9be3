using OfficeNode.Core;
using OfficeNode.Core.Batches;
using OfficeNode.TestKit;

namespace OfficeNode.Tests.Batches;

/// <summary>Makes the pages of batches that no scanner saw.</summary>
internal static class Piles
{
    public static OfficeCode Office => SampleRecords.Office;

    /// <summary>Pages numbered from 1, all different.</summary>
    public static IReadOnlyList<BatchPage> Of(int count) => [.. Enumerable.Range(1, count).Select(number => Page(number))];

    /// <summary>Pages by what a machine sees of each: a separator's text, <c>patch</c>, <c>blank</c>, or anything else for an ordinary page.</summary>
    public static IReadOnlyList<BatchPage> Showing(params IReadOnlyList<string> pages) => [.. pages.Select((shows, place) => Page(place + 1, Look(shows)))];

    private static BatchPage Page(int number, PageLook? look = null) => new()
    {
        Number = number,
        Sheet = number,
        Side = Side.Front,
        Master = new Master { Digest = Digest.Of(BitConverter.GetBytes(number)), Extension = "tif", Length = 4, Crc32 = 0 },
        Frame = 0,
        Facts = SampleRecords.Scan,
        Time = DateTimeOffset.UnixEpoch,
        Look = look,
    };

    private static PageLook Look(string shows) => new()
    {
        Codes = shows switch
        {
            "patch" => [new FoundCode(FoundCode.PatchT, "", new PixelBox(0, 0, 10, 10))],
            _ when shows.StartsWith("OFN1", StringComparison.Ordinal) => [.. shows.Split('|').Select(text => new FoundCode("QR", text, new PixelBox(0, 0, 10, 10)))],
            _ => [],
        },
        IsBlank = shows == "blank",
        Quality = new PageQuality { Ink = 0.05, Paper = 250 },
    };
}

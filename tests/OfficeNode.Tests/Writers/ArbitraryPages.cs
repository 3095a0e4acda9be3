using OfficeNode.Core;
using OfficeNode.TestKit;

namespace OfficeNode.Tests.Writers;

/// <summary>Pages for records made by reflection.</summary>
internal static class ArbitraryPages
{
    /// <summary>One page of every document type of the right.</summary>
    public static IReadOnlyList<Page> One(Right right) => [.. TypesOf(right).Select(type => SampleRecords.Page(type, 1, right is Right.Trademark or Right.Design ? SampleRecords.Picture : SampleRecords.Scan, right == Right.Design ? 1 : null))];

    /// <summary>Any number of pages of any of the right's types, with and without resolution.</summary>
    public static IReadOnlyList<Page> Of(Record record, int seed)
    {
        var random = new Random(seed);
        var types = TypesOf(record.Right);
        return [.. Enumerable.Range(1, random.Next(6)).Select(i => SampleRecords.Page(types[random.Next(types.Count)], i, Facts(random), random.Next(2) == 0 ? null : random.Next(1, 5)))];
    }

    private static IReadOnlyList<DocumentCode> TypesOf(Right right) => right switch
    {
        Right.Trademark => [DocumentCode.MarkImage],
        Right.Design => [DocumentCode.DesignViews],
        _ => [DocumentCode.FrontPage, DocumentCode.Abstract, DocumentCode.Description, DocumentCode.Claims, DocumentCode.Drawings, DocumentCode.SearchReport, DocumentCode.Parse("APP").Value],
    };

    private static ImageFacts Facts(Random random) => (random.Next(2) == 0 ? SampleRecords.Scan : SampleRecords.Picture) with
    {
        Format = random.Next(12) == 0 ? ImageFormat.Pdf : random.Next(12) == 0 ? ImageFormat.Png : random.Next(2) == 0 ? ImageFormat.Tiff : ImageFormat.Jpeg,
        DpiX = random.Next(4) switch { 0 => null, 1 => double.NaN, 2 => 1e-9, _ => 300 },
        DpiY = random.Next(4) switch { 0 => null, 1 => -1, 2 => double.PositiveInfinity, _ => 300 },
    };
}

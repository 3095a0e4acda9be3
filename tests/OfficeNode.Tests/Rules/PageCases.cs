using OfficeNode.Core;
using OfficeNode.Standards.Rules;
using OfficeNode.TestKit;

namespace OfficeNode.Tests.Rules;

/// <summary>For each rule that judges pages a good and a bad set of them, and the place of the finding.</summary>
internal static class PageCases
{
    private static readonly Record Patent = SampleRecords.Patent();
    private static readonly Record Mark = SampleRecords.Trademark();
    private static readonly Record Design = SampleRecords.Design();

    private static readonly Record UtilityModelWithoutText = SampleRecords.UtilityModel() with { Abstracts = [] };

    private static readonly Record PublishedByPct = Patent with { Abstracts = [], Descriptions = [], Claims = [] };

    public static IEnumerable<RuleCase> All => [.. OfDossiers, .. OfScans, .. OfPictures, .. OfHagueLimits];

    private static IEnumerable<RuleCase> OfDossiers =>
    [
        Case("ACC-PATENT-CONTENT", Patent, [], UtilityModelWithoutText, [], "pages"),
        Case("ACC-PATENT-CONTENT", PublishedByPct, [], PublishedByPct with { Route = null }, [], "pages"),
        Case("ACC-MARK-IMAGE", Mark, [Picture(1)], Mark, [], "pages/MRK"),
        Case("ACC-DESIGN-VIEW", Design, [View(1, 1), View(2, 2)], Design, [View(1, 1), View(2, 1)], "designs[1]"),
        Case("ACC-DESIGN-VIEW", OneDesign, [View(1, null)], OneDesign, [], "designs[0]"),
        Case("VIEW-WITHOUT-DESIGN", OneDesign, [View(1, null)], Design, [View(1, null)], "pages/VIE/1"),
        Case("VIEW-WITHOUT-DESIGN", Design, [View(1, 2)], Design, [View(1, 3)], "pages/VIE/1"),
        Case("MARK-WORD-PICTURE", SampleRecords.WordMark(), [], SampleRecords.WordMark(), [Picture(1)], "mark.feature"),
        Case("MARK-COLOUR-CLAIM", Mark, [Picture(1), Grey(2)], Mark, [Grey(1)], "mark.colours"),
        Case("MARK-COLOUR-CLAIM", Mark, [], Mark, [Grey(1), Grey(2)], "mark.colours"),
    ];

    private static IEnumerable<RuleCase> OfScans =>
    [
        Case("PAGE-DAMAGED", Patent, [Scan(1)], Patent, [Scan(1), Scan(2) with { Damaged = true }], "pages/DES/2"),
        Case("PAGE-SEQUENCE", Patent, [Front, Scan(1), Scan(2)], Patent, [Front, Scan(1), Scan(3)], "pages/DES/3"),
        Case("PAGE-SEQUENCE", Patent, [Scan(1)], Patent, [Scan(2)], "pages/DES/2"),
        Case("PAGE-RESOLUTION", Patent, [Scan(1, 299.72)], Patent, [Scan(1, 200)], "pages/DES/1"),
        Case("PAGE-RESOLUTION", Patent, [Scan(1, null, ImageFormat.Pdf)], Patent, [Scan(1, null)], "pages/DES/1"),
        Case("PAGE-SIZE", Patent, [Scan(1, 300)], Patent, [Scan(1, 200)], "pages/DES/1"),
        Case("PAGE-COLOUR", Patent, [Scan(1)], Patent, [Coloured(Scan(1), 3)], "pages/DES/1"),
    ];

    private static IEnumerable<RuleCase> OfPictures =>
    [
        Case("PICTURE-FORMAT", Mark, [As(Picture(1), ImageFormat.Png)], Mark, [As(Picture(1), ImageFormat.Tiff)], "pages/MRK/1"),
        Case("PICTURE-COLOUR-MODE", Mark, [As(Coloured(Picture(1), 4), ImageFormat.Png)], Mark, [Coloured(Picture(1), 4)], "pages/MRK/1"),
    ];

    private static IEnumerable<RuleCase> OfHagueLimits =>
    [
        Case("HAGUE-PIXELS", Design, [Sized(View(1, 1), 400, 3780)], Design, [Sized(View(1, 1), 399, 900)], "pages/VIE/1"),
        Case("HAGUE-PIXELS", Design, [View(1, 1)], Design, [Sized(View(1, 1), 900, 3781)], "pages/VIE/1"),
        Case("HAGUE-FILE-SIZE", Design, [Long(View(1, 1), 10_000_000)], Design, [Long(View(1, 1), 10_000_001)], "pages/VIE/1"),
        Case("HAGUE-TOTAL-SIZE", Design, [.. Views(10)], Design, [.. Views(11)], "designs"),
        Case("HAGUE-ONE-FORMAT", Design, [View(1, 1), View(2, 1)], Design, [View(1, 1), As(View(2, 1), ImageFormat.Png)], "pages/VIE/2"),
    ];

    private static Record OneDesign => Design with { Designs = [Design.Designs[0]] };

    private static Page Front => SampleRecords.Page(DocumentCode.FrontPage, 1, SampleRecords.Scan);

    private static RuleCase Case(string rule, Record good, Page[] goodPages, Record bad, Page[] badPages, string path) =>
        new(rule, Subject(good, goodPages), Subject(bad, badPages), path);

    private static Subject Subject(Record record, Page[] pages) => new() { Record = record, Pages = pages, Today = SampleRecords.Today };

    private static Page Scan(int sequence) => SampleRecords.Page(DocumentCode.Description, sequence, SampleRecords.Scan);

    private static Page Scan(int sequence, double? dpi, ImageFormat format = ImageFormat.Tiff) =>
        SampleRecords.Page(DocumentCode.Description, sequence, SampleRecords.Scan with { DpiX = dpi, DpiY = dpi, Format = format });

    private static Page Picture(int sequence) => SampleRecords.Page(DocumentCode.MarkImage, sequence, SampleRecords.Picture);

    private static Page Grey(int sequence) => Coloured(Picture(sequence), 1);

    private static Page View(int sequence, int? design) => SampleRecords.Page(DocumentCode.DesignViews, sequence, SampleRecords.Picture, design);

    private static IEnumerable<Page> Views(int count) => Enumerable.Range(1, count).Select(i => Long(View(i, 1), 10_000_000));

    private static Page Coloured(Page page, int samples) => page with { Facts = page.Facts with { BitsPerSample = 8, SamplesPerPixel = samples } };

    private static Page As(Page page, ImageFormat format) => page with { Facts = page.Facts with { Format = format } };

    private static Page Sized(Page page, int width, int height) => page with { Facts = page.Facts with { Width = width, Height = height } };

    private static Page Long(Page page, long bytes) => page with { Master = page.Master with { Length = bytes } };
}

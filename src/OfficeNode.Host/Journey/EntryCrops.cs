using System.Globalization;
using OfficeNode.Capture;
using OfficeNode.Core;
using OfficeNode.Core.Keying;

namespace OfficeNode.Host.Journey;

/// <summary>A part cut out of a page: a master of its own, durable already.</summary>
internal sealed record CutPicture(EntryCrop Crop, Master Master, ImageFacts Facts, PageOrigin Origin);

/// <summary>The parts of an entry's pages that release files.</summary>
/// <param name="Findings">Why not all of them could be cut; empty when they were.</param>
internal sealed record CutPictures(IReadOnlyList<CutPicture> Pictures, IReadOnlyList<Finding> Findings)
{
    public static CutPictures None { get; } = new([], []);
}

/// <summary>Cuts marks and views out of pages, by the worker process. The page's own master stays as it is (I1).</summary>
internal sealed class EntryCrops
{
    private readonly Node _node;
    private readonly ImageConverter _converter;

    public EntryCrops(Node node, ImageConverter converter)
    {
        _node = node;
        _converter = converter;
    }

    /// <summary>Cuts what a person confirmed. Their files are durable before any row names them (I2).</summary>
    public async Task<CutPictures> MakeAsync(EntryId id, CancellationToken cancellation)
    {
        var (pages, crops) = _node.Register.Read(session => (session.EntryPages.Of(id), session.EntryPages.Crops(id)));
        var pictures = new List<CutPicture>();
        foreach (var crop in crops.Where(crop => !crop.IsProposed))
        {
            if (pages.FirstOrDefault(page => page.Number == crop.Page) is not { } page)
            {
                continue;
            }

            var made = await _converter.ToCropAsync(_node.Pages.PathOf(page.Master), page.Frame, page.Turns, crop.Box, cancellation);
            if (made is not { Bytes: { } bytes, Facts: { } facts, Extension: { } extension })
            {
                return new CutPictures([], made.Findings.Count > 0 ? made.Findings : [new Finding(KeyingFindings.CropOutside, Severity.Error) { Found = Text(crop.Page) }]);
            }

            using var content = new MemoryStream(bytes.ToArray(), writable: false);
            var master = await _node.Pages.AddMasterAsync(content, extension, cancellation);
            pictures.Add(new CutPicture(crop, master, facts, OriginOf(page, crop)));
        }

        return new CutPictures(pictures, []);
    }

    // Where it was cut is part of where it came from.
    private static PageOrigin OriginOf(EntryPage page, EntryCrop crop) => page.Origin with
    {
        Source = string.Create(CultureInfo.InvariantCulture, $"{page.Batch} page {page.BatchNumber}: {crop.Box.X} {crop.Box.Y} {crop.Box.Width} {crop.Box.Height}"),
    };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

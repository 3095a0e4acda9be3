using OfficeNode.Core;

namespace OfficeNode.Host.Journey;

/// <summary>Foresees the images of pages and makes none: what is made already is known, the rest is estimated by its master. Not thread-safe.</summary>
internal sealed class ForeseenImages : IPageImages
{
    private readonly Node _node;

    public ForeseenImages(Node node) => _node = node;

    /// <summary>How many images were estimated: they are made, and may be refused, only when a package is built.</summary>
    public long Estimated { get; private set; }

    public Task<FrameImage> MakeAsync(Page page, CancellationToken cancellation)
    {
        if (page.Damaged)
        {
            return Task.FromResult(new FrameImage(null, null, [new Finding(JourneyFindings.MasterDamaged, Severity.Error) { Expected = page.Master.Digest.Value }]));
        }

        var profile = PageImages.ProfileOf(page.Document);
        if (_node.Register.Read(session => session.Masters.Derivative(page.Master.Digest, page.Frame, profile)) is { } known)
        {
            return Task.FromResult(new FrameImage(known, known.Facts, []));
        }

        if (!GoesAsItIs(page.Facts, profile))
        {
            Estimated++;
        }

        return Task.FromResult(new FrameImage(null, FactsIn(page.Facts, profile), []));
    }

    // What the converter looks for first; whether the file also keeps every other word of the profile only it can say.
    private static bool GoesAsItIs(ImageFacts facts, string profile) => profile == PageImages.Picture
        ? facts.Format is ImageFormat.Jpeg or ImageFormat.Png
        : facts is { Format: ImageFormat.Tiff, Compression: ImageCompression.Group4, IsBilevel: true, Frames: 1, Strips: 1 };

    // Files are named by the format that they will have.
    private static ImageFacts FactsIn(ImageFacts facts, string profile) => profile == PageImages.Picture
        ? facts with { Format = facts.Format is ImageFormat.Jpeg ? ImageFormat.Jpeg : ImageFormat.Png }
        : facts with { Format = ImageFormat.Tiff, Compression = ImageCompression.Group4, BitsPerSample = 1, SamplesPerPixel = 1, Frames = 1, Strips = 1 };
}

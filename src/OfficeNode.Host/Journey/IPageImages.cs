using OfficeNode.Core;

namespace OfficeNode.Host.Journey;

/// <summary>The images that pages become in a package: made for one that is built, foreseen for a look at what would leave.</summary>
public interface IPageImages
{
    /// <summary>The image of one page; errors among its findings where there can be none.</summary>
    Task<FrameImage> MakeAsync(Page page, CancellationToken cancellation);
}

namespace OfficeNode.Host.Journey;

/// <summary>Ids of why a page cannot be shown though nothing is wrong with it.</summary>
public static class PreviewFindings
{
    /// <summary>The disk does not give the page or take its preview.</summary>
    public const string Disk = "PREVIEW-DISK";

    /// <summary>This machine can work on no image.</summary>
    public const string Machine = "PREVIEW-MACHINE";
}

namespace OfficeNode.Host.Kiosk.Register;

/// <summary>What the form of a new extract posts.</summary>
internal sealed class ExtractForm
{
    /// <summary>The key of the revision that was on the screen.</summary>
    public long Revision { get; set; }
}

namespace OfficeNode.Host.Kiosk.People;

/// <summary>What somebody gave to change their own secret; null where nothing was given.</summary>
internal sealed class OwnSecretForm
{
    public string? Old { get; set; }

    public string? Secret { get; set; }
}

namespace OfficeNode.Host.Kiosk.SignIns;

/// <summary>What somebody gave at the sign-in screen; null where nothing was given.</summary>
internal sealed class SignInForm
{
    public string? Name { get; set; }

    public string? Secret { get; set; }
}

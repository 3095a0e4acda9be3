namespace OfficeNode.Host.Kiosk.SignIns;

/// <summary>The address of the sign-in screen with the way back in it: places of this node alone.</summary>
internal static class SignInAddress
{
    public const string Screen = "/sign-in";

    public const string Start = "/";

    /// <summary>The screen that leads back to what a request asked for. What was posted is not asked for again.</summary>
    public static string For(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && request.Path != Start && !request.Headers.ContainsKey("HX-Request")
            ? $"{Screen}?to={Uri.EscapeDataString(request.Path + request.QueryString)}"
            : Screen;

    /// <summary>Where to go after a sign-in: what was asked for, when it is a place of this node.</summary>
    /// <remarks>A link from elsewhere could name any address; <c>//host</c> and <c>/\host</c> lead away too.</remarks>
    public static string Back(string? to) =>
        to is ['/', ..] and not ['/', '/' or '\\', ..] && !to.Any(char.IsControl) ? to : Start;
}

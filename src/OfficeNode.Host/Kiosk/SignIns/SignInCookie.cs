namespace OfficeNode.Host.Kiosk.SignIns;

/// <summary>The cookie by which a browser is known as signed in. It holds a random token and nothing else; the register says whose it is and until when.</summary>
internal static class SignInCookie
{
    private const string Name = "officenode";

    public static string? Read(HttpRequest request) => request.Cookies.TryGetValue(Name, out var token) && token.Length > 0 ? token : null;

    /// <remarks>Without an expiry of its own: it ends with the browser, and the sign-in with the register's row.</remarks>
    public static void Give(HttpContext context, string token) => context.Response.Cookies.Append(Name, token, Options(context));

    public static void Take(HttpContext context) => context.Response.Cookies.Delete(Name, Options(context));

    private static CookieOptions Options(HttpContext context) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = context.Request.IsHttps,
        Path = "/",
        IsEssential = true,
    };
}

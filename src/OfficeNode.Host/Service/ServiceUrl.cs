using System.Net;

namespace OfficeNode.Host.Service;

/// <summary>An address to listen at: a host and a port; port 0 lets the system choose. Beyond this machine by <c>https://</c> alone: names and secrets never travel open.</summary>
internal sealed record ServiceUrl
{
    private ServiceUrl(string text, bool isLoopback, bool isSecure)
    {
        Text = text;
        IsLoopback = isLoopback;
        IsSecure = isSecure;
    }

    public string Text { get; }

    /// <summary>Whether only this machine can reach it.</summary>
    public bool IsLoopback { get; }

    /// <summary>Whether it is encrypted (TLS).</summary>
    public bool IsSecure { get; }

    /// <summary>The default: this machine alone.</summary>
    public static ServiceUrl Loopback(int port) => new($"http://127.0.0.1:{port}", isLoopback: true, isSecure: false);

    /// <summary>Reads an address.</summary>
    public static Core.ParseResult<ServiceUrl> Parse(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || !IsOfWeb(uri) || uri.PathAndQuery != "/" || uri.UserInfo.Length > 0)
        {
            return Core.ParseResult<ServiceUrl>.Refuse("an address as http://127.0.0.1:8460 or https://0.0.0.0:8461");
        }

        var isLoopback = uri.Host == "localhost" || (IPAddress.TryParse(uri.Host, out var address) && IPAddress.IsLoopback(address));
        var isSecure = uri.Scheme == Uri.UriSchemeHttps;
        return isLoopback || isSecure
            ? Core.ParseResult<ServiceUrl>.Read(new ServiceUrl(text, isLoopback, isSecure))
            : Core.ParseResult<ServiceUrl>.Refuse("https:// for an address that other machines can reach");
    }

    private static bool IsOfWeb(Uri uri) => uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps;
}

using System.Net;

namespace OfficeNode.Host.Service;

/// <summary>An address to listen at: <c>http://</c>, a host and a port; port 0 lets the system choose.</summary>
internal sealed record ServiceUrl
{
    private ServiceUrl(string text, bool isLoopback)
    {
        Text = text;
        IsLoopback = isLoopback;
    }

    public string Text { get; }

    /// <summary>Whether only this machine can reach it.</summary>
    public bool IsLoopback { get; }

    /// <summary>The default: this machine alone.</summary>
    public static ServiceUrl Loopback(int port) => new($"http://127.0.0.1:{port}", isLoopback: true);

    /// <summary>Reads an address; encryption is the business of a proxy in front, if an office opens the page to its network at all.</summary>
    public static Core.ParseResult<ServiceUrl> Parse(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttp || uri.PathAndQuery != "/" || uri.UserInfo.Length > 0)
        {
            return Core.ParseResult<ServiceUrl>.Refuse("an address as http://127.0.0.1:8460");
        }

        var isLoopback = uri.Host == "localhost" || (IPAddress.TryParse(uri.Host, out var address) && IPAddress.IsLoopback(address));
        return Core.ParseResult<ServiceUrl>.Read(new ServiceUrl(text, isLoopback));
    }
}

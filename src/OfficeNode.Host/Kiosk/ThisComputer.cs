using System.Net;

namespace OfficeNode.Host.Kiosk;

/// <summary>Tells who sits at the node's own computer from whoever reaches it over a network.</summary>
internal static class ThisComputer
{
    /// <summary>The names under which a computer knows itself, as a browser writes them.</summary>
    public static readonly IReadOnlyList<string> Names = ["localhost", "127.0.0.1", "[::1]"];

    /// <summary>Whether a browser of this computer asks, and for this computer.</summary>
    /// <remarks>Both: a page elsewhere on the web can have its own name resolved to this computer and make a browser here ask under that name.</remarks>
    public static bool Asks(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } from && IPAddress.IsLoopback(from) && Names.Contains(context.Request.Host.Host, StringComparer.OrdinalIgnoreCase);
}

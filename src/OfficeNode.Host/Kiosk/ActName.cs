using System.Security.Cryptography;

namespace OfficeNode.Host.Kiosk;

/// <summary>The random name of an act that must not be done twice: the client's own, or the one that the form was given out with.</summary>
internal static class ActName
{
    private const int Size = 16;

    public static string New(RandomNumberGenerator random)
    {
        var bytes = new byte[Size];
        random.GetBytes(bytes);
        return Convert.ToHexStringLower(bytes);
    }

    /// <summary>The name that the client gave; null where a browser without script asks.</summary>
    public static string? Of(HttpRequest request) => request.Headers[DoneRequests.Header] is [{ Length: > 0 } name] ? name : null;
}

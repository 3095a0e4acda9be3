using System.Collections.Frozen;
using System.Reflection;

namespace OfficeNode.Host.Kiosk;

/// <summary>
/// The client's files inside the program: script, style sheet, fonts. Each is served under a name that carries the digest of its content, so that
/// browsers keep it for good and a newer program brings newer names. Safe for concurrent use.
/// </summary>
internal static class KioskAssets
{
    private const string ResourcePrefix = "OfficeNode.Host.Kiosk.Assets.";
    private const string Folder = "/assets/";

    /// <summary>The longest time that a browser is told: a year.</summary>
    private const string ForGood = "public, max-age=31536000, immutable";

    private static readonly FrozenDictionary<string, string> ContentTypes = new Dictionary<string, string>
    {
        [".js"] = "text/javascript; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".woff2"] = "font/woff2",
        [".svg"] = "image/svg+xml",
    }.ToFrozenDictionary();

    /// <summary>Served names, as <c>kiosk-AWAZR3HV.js</c>.</summary>
    private static readonly FrozenSet<string> Files = Assembly.GetExecutingAssembly().GetManifestResourceNames()
        .Where(name => name.StartsWith(ResourcePrefix, StringComparison.Ordinal))
        .Select(name => name[ResourcePrefix.Length..])
        .ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Addresses = Files.ToFrozenDictionary(WithoutDigest, file => Folder + file, StringComparer.Ordinal);

    /// <summary>The address of a file by the name it has among the sources: <c>kiosk.js</c>, <c>kiosk.css</c>.</summary>
    /// <exception cref="ArgumentException">The client has no such file.</exception>
    public static string Of(string name) => Addresses.TryGetValue(name, out var address)
        ? address
        : throw new ArgumentException($"The kiosk's client has no file {name}.", nameof(name));

    /// <summary>Serves the files to anybody: they say nothing of the office, and the screen for signing in needs them.</summary>
    public static IEndpointConventionBuilder Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapMethods(Folder + "{file}", [HttpMethods.Get, HttpMethods.Head], (string file, HttpContext context) => SendAsync(file, context));

    private static async Task SendAsync(string file, HttpContext context)
    {
        var response = context.Response;
        if (!Files.Contains(file))
        {
            response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        await using var content = Assembly.GetExecutingAssembly().GetManifestResourceStream(ResourcePrefix + file)!;   // Files lists what is there
        response.ContentType = ContentTypes[Path.GetExtension(file)];
        response.ContentLength = content.Length;
        response.Headers.CacheControl = ForGood;
        if (HttpMethods.IsGet(context.Request.Method))
        {
            await content.CopyToAsync(response.Body, context.RequestAborted);
        }
    }

    private static string WithoutDigest(string file) => file[..file.LastIndexOf('-')] + Path.GetExtension(file);
}

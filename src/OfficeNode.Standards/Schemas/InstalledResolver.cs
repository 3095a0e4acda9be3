using System.Net;
using System.Xml;

namespace OfficeNode.Standards.Schemas;

/// <summary>Resolves every reference of a schema or DTD inside the installed folder, whatever address it names; nothing else is ever opened.</summary>
internal sealed class InstalledResolver : XmlResolver
{
    private const string Scheme = "installed";

    private readonly Func<string, Stream?> _open;

    public InstalledResolver(Func<string, Stream?> open) => _open = open;

    public override ICredentials Credentials
    {
        set => throw new NotSupportedException("An installed folder asks for no credentials.");
    }

    /// <summary>The address of a file in the installed folder.</summary>
    public static Uri AddressOf(string name) => new($"{Scheme}:///{Uri.EscapeDataString(name)}");

    public override Uri ResolveUri(Uri? baseUri, string? relativeUri)
    {
        var reference = new Uri(relativeUri ?? "", UriKind.RelativeOrAbsolute);
        if (reference.IsAbsoluteUri && reference.Scheme != Scheme)
        {
            // Schemas name their parts by the publisher's address: the installed copy lies flat under its own name.
            return AddressOf(reference.Segments.Length == 0 ? "" : Uri.UnescapeDataString(reference.Segments[^1]));
        }

        return baseUri is { IsAbsoluteUri: true, Scheme: Scheme } ? new Uri(baseUri, reference) : new Uri(AddressOf(""), reference);
    }

    public override object GetEntity(Uri absoluteUri, string? role, Type? ofObjectToReturn)
    {
        var name = Uri.UnescapeDataString(absoluteUri.AbsolutePath.TrimStart('/'));
        return Open(name) ?? throw new XmlException($"The installed folder has no '{name}'.");
    }

    /// <summary>Opens a file of the installed folder; null when it has none of that name.</summary>
    /// <remarks>Uri has taken out relative steps; what still looks like one, or like another root, is not a name in the folder.</remarks>
    public Stream? Open(string name) => name.Length == 0 || name.Contains("..", StringComparison.Ordinal) || name.AsSpan().ContainsAny(['\\', ':', '\0'])
        ? null
        : _open(name);
}

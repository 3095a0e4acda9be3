using System.Text;
using System.Xml;

namespace OfficeNode.Standards.Readers;

/// <summary>Stands in for every external DTD: declares the standard's character entities and nothing else, and opens nothing.</summary>
/// <remarks>Documents name DTDs that this node must not fetch; what they use of them are signs such as <c>&amp;Dgr;</c>.</remarks>
internal sealed class StandardEntities : XmlResolver
{
    private static readonly Uri Name = new("urn:officenode:standard-entities");
    private static readonly Lazy<byte[]> Declarations = new(Declare);

    public override Uri ResolveUri(Uri? baseUri, string? relativeUri) => Name;

    public override object GetEntity(Uri absoluteUri, string? role, Type? ofObjectToReturn) => new MemoryStream(Declarations.Value, writable: false);

    public override Task<object> GetEntityAsync(Uri absoluteUri, string? role, Type? ofObjectToReturn) =>
        Task.FromResult(GetEntity(absoluteUri, role, ofObjectToReturn));

    private static byte[] Declare()
    {
        using var list = new StreamReader(ReaderLists.Open("entities.txt"));
        var declarations = new StringBuilder();
        while (list.ReadLine() is { } line)
        {
            if (line.StartsWith('#'))
            {
                continue;
            }

            var words = line.Split(' ');
            declarations.Append("<!ENTITY ").Append(words[0]).Append(" \"");
            foreach (var codePoint in words.AsSpan(1))
            {
                declarations.Append("&#x").Append(codePoint).Append(';');
            }

            declarations.Append("\">\n");
        }

        return Encoding.UTF8.GetBytes(declarations.ToString());
    }
}

using System.Text;
using System.Xml;

namespace OfficeNode.Standards.Readers;

/// <summary>The plain text of an abstract, a description or claims, read as it streams by: paragraphs parted by a blank line.</summary>
/// <remarks>Formulas and pictures within the text have no plain form; they are told to the caller by name.</remarks>
internal sealed class St36Text
{
    private static readonly string[] Paragraphs = ["p", "heading", "claim", "li", "dt", "dd", "row", "table"];
    private static readonly string[] Lines = ["claim-text", "br"];
    private static readonly string[] Skipped = ["maths", "chemistry", "img", "figure"];

    private readonly StringBuilder _text = new();
    private readonly int _most;
    private string _gap = "";

    private St36Text(int most) => _most = most;

    /// <summary>Reads the element that the source stands on. <paramref name="onPicture"/> gets the name and file of what is no text.</summary>
    /// <returns>The text; null at a fault, when there is none, or when it is longer than the limit.</returns>
    public static async ValueTask<string?> ReadAsync(XmlSource source, ReaderLimits limits, Action<string, string?> onPicture, CancellationToken cancellationToken)
    {
        var text = new St36Text(limits.MaxEntryCharacters);
        var depth = source.Node.Depth;
        if (source.Node.IsEmptyElement)
        {
            return null;
        }

        while (await source.MoveAsync(cancellationToken) && source.Node.Depth > depth)
        {
            if (source.IsElement && Skipped.Contains(source.Node.LocalName))
            {
                await text.SkipAsync(source, onPicture, cancellationToken);
            }
            else if (source.IsElement && source.Node.LocalName == "doc-page")
            {
                onPicture("doc-page", source.Node.GetAttribute("file"));
            }
            else
            {
                text.Take(source.Node);
            }
        }

        if (text._text.Length >= text._most)
        {
            onPicture("text", null);
        }

        return source.Fault is null && text._text.Length > 0 && text._text.Length < text._most ? text._text.ToString() : null;
    }

    private async ValueTask SkipAsync(XmlSource source, Action<string, string?> onPicture, CancellationToken cancellationToken)
    {
        var name = source.Node.LocalName;
        var depth = source.Node.Depth;
        Gap(" ");
        onPicture(name, source.Node.GetAttribute("file"));
        while (!source.Node.IsEmptyElement && await source.MoveAsync(cancellationToken) && source.Node.Depth > depth)
        {
            if (source.IsElement && source.Node.LocalName == "img")
            {
                onPicture("img", source.Node.GetAttribute("file"));
            }
        }
    }

    private void Take(XmlReader node)
    {
        switch (node.NodeType)
        {
            case XmlNodeType.Element or XmlNodeType.EndElement when Paragraphs.Contains(node.LocalName):
                Gap("\n\n");
                break;
            case XmlNodeType.Element when Lines.Contains(node.LocalName):
                Gap("\n");
                break;
            case XmlNodeType.Element when node.LocalName == "entry":
                Gap("\t");
                break;
            case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                Append(node.Value);
                break;
        }
    }

    private void Append(string value)
    {
        foreach (var sign in value)
        {
            if (char.IsWhiteSpace(sign))
            {
                Gap(" ");
            }
            else if (_text.Length < _most)
            {
                _text.Append(_text.Length > 0 ? _gap : "").Append(sign);
                _gap = "";
            }
        }
    }

    // The widest gap wins: a blank at a paragraph's end does not join it to the next.
    private void Gap(string gap)
    {
        if (Width(gap) > Width(_gap))
        {
            _gap = gap;
        }

        static int Width(string gap) => gap switch { "" => 0, " " => 1, "\t" => 2, "\n" => 3, _ => 4 };
    }
}

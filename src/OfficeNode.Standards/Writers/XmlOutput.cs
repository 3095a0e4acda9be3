using System.Buffers;
using System.Text;
using System.Xml;

namespace OfficeNode.Standards.Writers;

/// <summary>How every writer writes XML: UTF-8 without byte order mark, LF, indented, and whatever text it is given.</summary>
internal static class XmlOutput
{
    private const char Replacement = '\uFFFD';

    /// <summary>The UTF-16 units that XML 1.0 cannot hold, or only in pairs.</summary>
    private static readonly SearchValues<char> Suspicious = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Where(c => c is not ('\t' or '\n' or '\r')).Select(c => (char)c),
         .. Enumerable.Range(0xD800, 0x800).Select(c => (char)c), '\uFFFE', '\uFFFF']);

    private static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        Indent = true,
        IndentChars = " ",
        NewLineChars = "\n",
        NewLineHandling = NewLineHandling.Replace,
        CheckCharacters = false,   // Clean has done it, and replaces where the platform would throw
        CloseOutput = false,
    };

    /// <summary>Opens a document on a stream, which stays open when the writer is disposed.</summary>
    public static XmlWriter Open(Stream destination) => XmlWriter.Create(destination, Settings);

    /// <summary>The text with U+FFFD in place of what XML 1.0 cannot hold: control characters, broken surrogates, U+FFFE and U+FFFF.</summary>
    public static string Clean(string text)
    {
        var first = text.AsSpan().IndexOfAny(Suspicious);
        return first < 0 ? text : Replace(text, first);
    }

    /// <summary>A text as an xs:token has it: no blanks at its ends, one between words. A validator need not do this for content that is blanks only.</summary>
    public static string? Collapse(string? text) =>
        text is null ? null : string.Join(' ', text.Split([' ', '\t', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries));

    private static string Replace(string text, int first)
    {
        var clean = new StringBuilder(text, 0, first, text.Length);
        for (var i = first; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                clean.Append(text[i]).Append(text[++i]);
            }
            else
            {
                clean.Append(Suspicious.Contains(text[i]) ? Replacement : text[i]);
            }
        }

        return clean.ToString();
    }
}

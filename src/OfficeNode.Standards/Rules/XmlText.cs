using System.Xml;

namespace OfficeNode.Standards.Rules;

/// <summary>Which characters a text may hold so that XML can carry it.</summary>
/// <remarks>XML 1.0, production 2 (Char). C1 control characters are allowed there, but no text of a register has them on purpose.</remarks>
internal static class XmlText
{
    private const char FirstOfC1 = '\u007F';
    private const char LastOfC1 = '\u009F';

    public static bool IsClean(string text) => FirstUnclean(text) < 0;

    /// <summary>The position of the first control character, lone surrogate or non-character; -1 when there is none.</summary>
    public static int FirstUnclean(string text)
    {
        // Most texts are Latin or another script below the surrogates: one vectorised pass says so.
        var at = text.AsSpan().IndexOfAnyExceptInRange(' ', '~');
        for (; at >= 0 && at < text.Length; at++)
        {
            var c = text[at];
            if (at + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[at + 1], c))
            {
                at++;
            }
            else if (!XmlConvert.IsXmlChar(c) || c is >= FirstOfC1 and <= LastOfC1)
            {
                return at;
            }
        }

        return -1;
    }
}

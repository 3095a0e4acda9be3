using System.Text;
using OfficeNode.Core;

namespace OfficeNode.Capture.Reading;

/// <summary>Page text as plain text: a line for each line, an empty line between blocks, letters in the order in which they are read.</summary>
public static class PlainText
{
    /// <summary>Lines end with a line feed; empty for a page without words.</summary>
    public static string Of(PageText page)
    {
        var text = new StringBuilder();
        foreach (var block in page.Blocks)
        {
            if (text.Length > 0)
            {
                text.Append('\n');
            }

            foreach (var line in block.Lines)
            {
                text.Append(line.Text()).Append('\n');
            }
        }

        return text.ToString();
    }
}

using System.Text;
using System.Text.Json;

namespace OfficeNode.Capture.Fields;

/// <summary>A name or text of a JSON file whose bytes or escapes are no characters.</summary>
/// <param name="Line">Counted from 1.</param>
/// <param name="Text">What stands there, with a replacement character for what cannot be shown.</param>
internal readonly record struct UnreadableString(long Line, string Text);

/// <summary>Looks through the names and texts of a JSON file before they are asked for: the parser takes any bytes between quotes, and throws when they become a string.</summary>
internal static class JsonStrings
{
    /// <summary>Every string that is not UTF-8 (an editor saved it as Latin-1), or has an escape for one half of a surrogate pair.</summary>
    /// <param name="json">Without a byte order mark, and known to be JSON.</param>
    public static IReadOnlyList<UnreadableString> Unreadable(ReadOnlySpan<byte> json)
    {
        var found = new List<UnreadableString>();
        var (line, counted) = (1L, 0);
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.PropertyName or JsonTokenType.String && !IsReadable(ref reader))
            {
                var start = (int)reader.TokenStartIndex;
                line += json[counted..start].Count((byte)'\n');
                counted = start;
                found.Add(new(line, Encoding.UTF8.GetString(reader.ValueSpan)));
            }
        }

        return found;
    }

    private static bool IsReadable(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString() is not null;
        }
        catch (InvalidOperationException)
        {
            return false;   // the only sign that the reader gives of it
        }
    }
}

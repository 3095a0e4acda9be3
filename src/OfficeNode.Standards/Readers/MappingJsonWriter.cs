using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace OfficeNode.Standards.Readers;

/// <summary>Writes mapping files for people to go on with: indented, and nothing that is a default.</summary>
internal static class MappingJsonWriter
{
    public static byte[] Write(Mapping mapping)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" }))
        {
            json.WriteStartObject();
            WriteRight(json, mapping.Right);
            WriteOptional(json, "encoding", mapping.Encoding);
            WriteOptional(json, "delimiter", mapping.Delimiter?.ToString());
            WriteOptional(json, "language", mapping.Language?.Value);
            WriteWords(json, "empty", mapping.Empty);
            WriteTable(json, "constants", mapping.Constants);
            WriteColumns(json, mapping.Columns);
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteRight(Utf8JsonWriter json, RightChoice right)
    {
        if (right.Fixed is { } one)
        {
            json.WriteString("right", MappingPath.JsonName(one.ToString()));
            return;
        }

        json.WriteStartObject("right");
        WriteOptional(json, "column", right.Column);
        WriteTable(json, "codes", right.Codes);
        json.WriteEndObject();
    }

    private static void WriteColumns(Utf8JsonWriter json, IReadOnlyList<MappedColumn> columns)
    {
        json.WriteStartObject("columns");
        foreach (var header in columns.GroupBy(column => column.Header))
        {
            var several = header.Skip(1).Any();
            json.WritePropertyName(header.Key);
            if (several)
            {
                json.WriteStartArray();
            }

            foreach (var column in header)
            {
                WriteColumn(json, column);
            }

            if (several)
            {
                json.WriteEndArray();
            }
        }

        json.WriteEndObject();
    }

    private static void WriteColumn(Utf8JsonWriter json, MappedColumn column)
    {
        if (column == new MappedColumn { Header = column.Header, Path = column.Path, Dates = column.Dates, Codes = column.Codes } && column.Dates.Count + column.Codes.Count == 0)
        {
            json.WriteStringValue(column.Path);
            return;
        }

        json.WriteStartObject();
        json.WriteString("path", column.Path);
        WriteWords(json, "date", column.Dates);
        WriteOptional(json, "calendar", column.Calendar == DateCalendar.Gregorian ? null : MappingPath.JsonName(column.Calendar.ToString()));
        WriteTable(json, "codes", column.Codes);
        WriteOptional(json, "split", column.Split);
        WriteOptional(json, "language", column.Language?.Value);
        WriteOptional(json, "document", column.Document?.Value);
        WriteOptional(json, "year", column.Year);
        if (column.Design is { } design)
        {
            json.WriteNumber("design", design);
        }

        json.WriteEndObject();
    }

    private static void WriteOptional(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    private static void WriteWords(Utf8JsonWriter json, string name, IReadOnlyList<string> words)
    {
        if (words.Count == 1)
        {
            json.WriteString(name, words[0]);
        }
        else if (words.Count > 1)
        {
            json.WriteStartArray(name);
            foreach (var word in words)
            {
                json.WriteStringValue(word);
            }

            json.WriteEndArray();
        }
    }

    private static void WriteTable(Utf8JsonWriter json, string name, IReadOnlyDictionary<string, string> table)
    {
        if (table.Count == 0)
        {
            return;
        }

        json.WriteStartObject(name);
        foreach (var (key, value) in table)
        {
            json.WriteString(key, value);
        }

        json.WriteEndObject();
    }
}

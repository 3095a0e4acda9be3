using System.Text.Json;
using OfficeNode.Core;

namespace OfficeNode.Standards.Readers;

/// <summary>Reads mapping files. What is wrong is found all at once, not one mistake per run.</summary>
internal sealed class MappingJson(string? file)
{
    private const string Expectation = "a mapping as docs/mapping.md describes";

    private readonly EntryFindings _findings = new(file, ReaderLimits.Default.MaxColumns);

    public MappingReading Read(ReadOnlySpan<byte> json)
    {
        if (json.Length > ReaderLimits.Default.MaxMappingBytes)
        {
            _findings.Add(ReaderFindings.MapJson, Severity.Error, found: $"{json.Length} bytes", expected: $"at most {ReaderLimits.Default.MaxMappingBytes} bytes");
            return new(null, _findings.Take());
        }

        var reader = new Utf8JsonReader(json, new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        try
        {
            using var document = JsonDocument.ParseValue(ref reader);
            var mapping = document.RootElement.ValueKind == JsonValueKind.Object ? ReadRoot(document.RootElement) : Wrong("", document.RootElement, Expectation);
            return new(_findings.HasError ? null : mapping, _findings.Take());
        }
        catch (JsonException broken)
        {
            _findings.Add(new Finding(ReaderFindings.MapJson, Severity.Error)
            {
                Line = broken.LineNumber + 1,
                Path = broken.Path,
                Found = broken.Message,
                Expected = "JSON",
            });
            return new(null, _findings.Take());
        }
    }

    private Mapping ReadRoot(JsonElement root)
    {
        CheckKeys("", root, "right", "encoding", "delimiter", "language", "empty", "constants", "columns");
        var language = Language("language", root);
        var mapping = new Mapping
        {
            Right = ReadRight(root),
            Encoding = Encoding(root),
            Delimiter = Delimiter(root),
            Language = language,
            Empty = Words("empty", root, "empty"),
            Constants = Table("constants", root, "constants"),
            Columns = ReadColumns(root),
        };
        new MappingCheck(mapping, _findings).Run();
        return mapping;
    }

    private RightChoice ReadRight(JsonElement root)
    {
        if (!root.TryGetProperty("right", out var right))
        {
            _findings.Add(ReaderFindings.MapIncomplete, Severity.Error, "right", expected: "patent, utilityModel, trademark, design or a column");
            return new();
        }

        if (right.ValueKind != JsonValueKind.Object)
        {
            return new() { Fixed = AsRight("right", Text("right", right)) };
        }

        CheckKeys("right", right, "column", "codes");
        var codes = Table("right.codes", right, "codes");
        foreach (var (code, name) in codes)
        {
            AsRight("right.codes." + code, name);
        }

        return new() { Column = Optional("right", right, "column"), Codes = codes };
    }

    private Right? AsRight(string path, string? name)
    {
        if (name is { Length: > 0 } && !char.IsAsciiDigit(name[0]) && Enum.TryParse<Right>(name, ignoreCase: true, out var right))
        {
            return right;
        }

        _findings.Add(ReaderFindings.MapValue, Severity.Error, path, name, "patent, utilityModel, trademark or design");
        return null;
    }

    private List<MappedColumn> ReadColumns(JsonElement root)
    {
        var columns = new List<MappedColumn>();
        if (!root.TryGetProperty("columns", out var table) || table.ValueKind != JsonValueKind.Object)
        {
            _findings.Add(ReaderFindings.MapIncomplete, Severity.Error, "columns", expected: "an object of header and place");
            return columns;
        }

        foreach (var header in table.EnumerateObject())
        {
            if (header.Value.ValueKind == JsonValueKind.Array)
            {
                columns.AddRange(header.Value.EnumerateArray().Select(place => ReadColumn(header.Name, place)).OfType<MappedColumn>());
            }
            else if (ReadColumn(header.Name, header.Value) is { } column)
            {
                columns.Add(column);
            }
        }

        return columns;
    }

    private MappedColumn? ReadColumn(string header, JsonElement place)
    {
        if (place.ValueKind == JsonValueKind.String)
        {
            return new() { Header = header, Path = Text(header, place) ?? "" };
        }

        if (place.ValueKind != JsonValueKind.Object)
        {
            Wrong(header, place, "a path, or an object with a path");
            return null;
        }

        CheckKeys(header, place, "path", "date", "calendar", "codes", "split", "language", "design", "document", "year");
        return new()
        {
            Header = header,
            Path = Optional(header, place, "path") ?? "",
            Dates = Words(header, place, "date"),
            Calendar = Member<DateCalendar>(header, place, "calendar") ?? DateCalendar.Gregorian,
            Codes = Table(header, place, "codes"),
            Split = Optional(header, place, "split"),
            Language = Language(header, place),
            Design = place.TryGetProperty("design", out var design) ? Design(header, design) : null,
            Document = Value<DocumentCode>(header, place, "document"),
            Year = Optional(header, place, "year"),
        };
    }

    private int? Design(string header, JsonElement design)
    {
        if (design.ValueKind == JsonValueKind.Number && design.TryGetInt32(out var number) && number >= 1)
        {
            return number;
        }

        Wrong(header + ".design", design, "the number of a design, from 1");
        return null;
    }

    private string? Encoding(JsonElement root)
    {
        var name = Optional("", root, "encoding");
        if (name is not null && TextEncoding.Named(name) is null)
        {
            _findings.Add(ReaderFindings.MapValue, Severity.Error, "encoding", name, "a registered name as utf-8, windows-1252, windows-1256 or utf-16");
        }

        return name;
    }

    private char? Delimiter(JsonElement root)
    {
        var text = Optional("", root, "delimiter");
        if (text is null or { Length: 1 } && (text is null || (char.IsAscii(text[0]) && text[0] is not ('"' or '\r' or '\n'))))
        {
            return text?[0];
        }

        _findings.Add(ReaderFindings.MapValue, Severity.Error, "delimiter", text, "one ASCII sign as ; , | or \\t");
        return null;
    }

    private LanguageCode? Language(string path, JsonElement holder) => Value<LanguageCode>(path, holder, "language");

    private T? Value<T>(string path, JsonElement holder, string key)
        where T : struct, ITextValue<T>
    {
        if (Optional(path, holder, key) is not { } text)
        {
            return null;
        }

        var parsed = T.Parse(text);
        if (parsed.Success)
        {
            return parsed.Value;
        }

        _findings.Add(ReaderFindings.MapValue, Severity.Error, path, text, parsed.Expected);
        return null;
    }

    private T? Member<T>(string path, JsonElement holder, string key)
        where T : struct, Enum
    {
        if (Optional(path, holder, key) is not { } text)
        {
            return null;
        }

        if (text.Length > 0 && !char.IsAsciiDigit(text[0]) && Enum.TryParse<T>(text, ignoreCase: true, out var member))
        {
            return member;
        }

        _findings.Add(ReaderFindings.MapValue, Severity.Error, path, text, string.Join(", ", Enum.GetNames<T>().Select(MappingPath.JsonName)));
        return null;
    }

    private string? Optional(string path, JsonElement holder, string key) =>
        holder.TryGetProperty(key, out var value) ? Text(path.Length == 0 ? key : $"{path}.{key}", value) : null;

    private string? Text(string path, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.String)
        {
            return value.GetString();
        }

        Wrong(path, value, "a text");
        return null;
    }

    private List<string> Words(string path, JsonElement holder, string key)
    {
        if (!holder.TryGetProperty(key, out var value))
        {
            return [];
        }

        var texts = value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Select(word => Text(path, word)) : [Text(path, value)];
        return [.. texts.OfType<string>()];
    }

    private Dictionary<string, string> Table(string path, JsonElement holder, string key)
    {
        var table = new Dictionary<string, string>();
        if (!holder.TryGetProperty(key, out var value))
        {
            return table;
        }

        if (value.ValueKind != JsonValueKind.Object)
        {
            Wrong(path, value, "an object of code and meaning");
            return table;
        }

        foreach (var entry in value.EnumerateObject())
        {
            if (!table.TryAdd(entry.Name, Text(path, entry.Value) ?? "") || table.Keys.Count(known => known.Equals(entry.Name, StringComparison.OrdinalIgnoreCase)) > 1)
            {
                _findings.Add(ReaderFindings.MapValue, Severity.Error, path, entry.Name, "each code once, whatever its case");
            }
        }

        return table;
    }

    private void CheckKeys(string path, JsonElement holder, params ReadOnlySpan<string> known)
    {
        var seen = new HashSet<string>();
        foreach (var entry in holder.EnumerateObject())
        {
            if (!known.Contains(entry.Name) || !seen.Add(entry.Name))
            {
                _findings.Add(ReaderFindings.MapKey, Severity.Error, path, entry.Name, string.Join(", ", known.ToArray()));
            }
        }
    }

    private Mapping? Wrong(string path, JsonElement found, string expected)
    {
        _findings.Add(ReaderFindings.MapValue, Severity.Error, path, found.GetRawText(), expected);
        return null;
    }
}

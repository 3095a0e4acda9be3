using System.Text.Json;
using OfficeNode.Core;

namespace OfficeNode.Capture.Fields;

/// <summary>What came of a rule file: the rules, or every mistake it has.</summary>
/// <param name="Rules">Null when an error is among the findings.</param>
public sealed record FieldRulesReading(FieldRules? Rules, IReadOnlyList<Finding> Findings);

/// <summary>Reads files of field rules; docs/fields.md has the grammar.</summary>
public sealed class FieldRuleFile
{
    private static readonly string[] RootKeys = ["language", "rights", "rules"];
    private static readonly string[] RuleKeys = ["field", "rights", "inid", "labels", "patterns", "lines", "several", "cut", "alone", "rest", "of"];

    // Editors of Windows set it before UTF-8.
    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

    private readonly string? _file;
    private readonly FieldLimits _limits = new();
    private readonly List<Finding> _findings = [];

    private FieldRuleFile(string? file) => _file = file;

    /// <summary>Reads a file; a wrong one is refused as a whole, with every mistake it has.</summary>
    /// <param name="file">Its name for findings.</param>
    public static FieldRulesReading Read(ReadOnlyMemory<byte> json, string? file)
    {
        var reading = new FieldRuleFile(file);
        var rules = reading.Read(json);
        return new(reading._findings.Count == 0 ? new(rules) : null, reading._findings);
    }

    private List<FieldRule> Read(ReadOnlyMemory<byte> json)
    {
        if (json.Length > _limits.MostFileBytes)
        {
            Add(FieldFindings.Json, "", $"{json.Length} bytes", $"at most {_limits.MostFileBytes} bytes");
            return [];
        }

        try
        {
            var text = json.Span.StartsWith(ByteOrderMark) ? json[ByteOrderMark.Length..] : json;
            using var document = JsonDocument.Parse(text, new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            var unreadable = JsonStrings.Unreadable(text.Span);
            _findings.AddRange(unreadable.Select(one => new Finding(FieldFindings.Encoding, Severity.Error) { File = _file, Line = one.Line, Found = one.Text, Expected = "UTF-8" }));
            return unreadable.Count == 0 ? ReadRoot(document.RootElement) : [];
        }
        catch (JsonException broken)
        {
            _findings.Add(new(FieldFindings.Json, Severity.Error) { File = _file, Line = broken.LineNumber + 1, Path = broken.Path, Found = broken.Message, Expected = "JSON" });
            return [];
        }
    }

    private List<FieldRule> ReadRoot(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("rules", out var rules) || rules.ValueKind != JsonValueKind.Array || rules.GetArrayLength() > _limits.MostRules)
        {
            Add(FieldFindings.Value, "rules", root.ValueKind.ToString(), $"an object with a list \"rules\" of at most {_limits.MostRules}");
            return [];
        }

        CheckKeys("", root, RootKeys);
        var language = Text(root, "language", "language");
        var rights = Rights(root, "rights");
        var read = new List<FieldRule>();
        foreach (var (place, rule) in rules.EnumerateArray().Index())
        {
            if (ReadRule(rule, $"rules[{place + 1}]") is { } one)
            {
                read.Add(one with { Language = language, Rights = one.Rights.Count > 0 ? one.Rights : rights });
            }
        }

        return read;
    }

    private FieldRule? ReadRule(JsonElement rule, string path)
    {
        if (rule.ValueKind != JsonValueKind.Object)
        {
            Add(FieldFindings.Value, path, rule.ValueKind.ToString(), "an object");
            return null;
        }

        CheckKeys(path + ".", rule, RuleKeys);
        return new()
        {
            Field = Field(rule, "field", path) ?? FieldName.Other,
            Rights = Rights(rule, path + ".rights"),
            Inid = Codes(rule, path),
            Labels = Texts(rule, "labels", path),
            Patterns = Patterns(rule, path),
            Lines = Number(rule, "lines", path),
            IsSeveral = Flag(rule, "several", path),
            IsCut = Flag(rule, "cut", path),
            IsAlone = Flag(rule, "alone", path),
            Rest = rule.TryGetProperty("rest", out _) ? Field(rule, "rest", path) : null,
            Of = rule.TryGetProperty("of", out _) ? Field(rule, "of", path) : null,
        };
    }

    private void CheckKeys(string path, JsonElement element, string[] keys)
    {
        foreach (var unknown in element.EnumerateObject().Select(property => property.Name).Except(keys))
        {
            Add(FieldFindings.UnknownKey, path + unknown, unknown, "one of " + string.Join(' ', keys));
        }
    }

    private string? Field(JsonElement rule, string key, string path)
    {
        var found = Text(rule, key, $"{path}.{key}");
        if (found is null || !FieldName.IsKnown(found))
        {
            Add(FieldFindings.UnknownField, $"{path}.{key}", found ?? "nothing", "one of " + FieldName.All());
        }

        return found;
    }

    private string? Text(JsonElement element, string key, string path)
    {
        if (!element.TryGetProperty(key, out var value))
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text && text.Length <= _limits.LongestEntry)
        {
            return text;
        }

        Add(FieldFindings.Value, path, value.GetRawText(), $"a text of at most {_limits.LongestEntry} characters");
        return null;
    }

    private List<Right> Rights(JsonElement element, string path)
    {
        var read = new List<Right>();
        foreach (var letter in Text(element, "rights", path) ?? "")
        {
            if (RightLetter.Read(letter) is { } right)
            {
                read.Add(right);
            }
            else
            {
                Add(FieldFindings.Value, path, letter.ToString(), "letters of P, U, T, D");
            }
        }

        return read;
    }

    private List<string> Texts(JsonElement rule, string key, string path)
    {
        if (!rule.TryGetProperty(key, out var list))
        {
            return [];
        }

        if (list.ValueKind == JsonValueKind.Array && list.GetArrayLength() <= _limits.MostEntries
            && list.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String && item.GetString()!.Length is var length && length > 0 && length <= _limits.LongestEntry))
        {
            return [.. list.EnumerateArray().Select(item => item.GetString()!)];   // strings, as just seen
        }

        Add(FieldFindings.Value, $"{path}.{key}", list.GetRawText(), $"a list of at most {_limits.MostEntries} texts of at most {_limits.LongestEntry} characters");
        return [];
    }

    private List<string> Codes(JsonElement rule, string path)
    {
        var codes = Texts(rule, "inid", path);
        foreach (var wrong in codes.Where(code => code.Length is not (2 or 3) || !code.All(char.IsAsciiDigit)))
        {
            Add(FieldFindings.Value, path + ".inid", wrong, "a code of two or three digits, without brackets");
        }

        return codes;
    }

    private List<FieldPattern> Patterns(JsonElement rule, string path)
    {
        var read = new List<FieldPattern>();
        foreach (var (place, pattern) in Texts(rule, "patterns", path).Index())
        {
            if (Pattern(pattern, $"{path}.patterns[{place + 1}]") is { } shape)
            {
                read.Add(shape);
            }
        }

        return read;
    }

    private FieldPattern? Pattern(string pattern, string path)
    {
        try
        {
            var shape = new FieldPattern(pattern);
            if (!shape.FitsNothing)
            {
                return shape;
            }

            Add(FieldFindings.Pattern, path, pattern, "a pattern that no empty text fits");
        }
        catch (Exception error) when (error is ArgumentException or NotSupportedException)
        {
            Add(FieldFindings.Pattern, path, pattern, "a regular expression without look-around and references back");
        }

        return null;
    }

    private int Number(JsonElement rule, string key, string path)
    {
        if (!rule.TryGetProperty(key, out var value))
        {
            return 0;
        }

        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= 1 && number <= _limits.MostLines)
        {
            return number;
        }

        Add(FieldFindings.Value, $"{path}.{key}", value.GetRawText(), $"a number from 1 to {_limits.MostLines}");
        return 0;
    }

    private bool Flag(JsonElement rule, string key, string path)
    {
        if (!rule.TryGetProperty(key, out var value))
        {
            return false;
        }

        if (value.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
        {
            Add(FieldFindings.Value, $"{path}.{key}", value.GetRawText(), "true or false");
        }

        return value.ValueKind == JsonValueKind.True;
    }

    private void Add(string rule, string path, string found, string expected) =>
        _findings.Add(new(rule, Severity.Error) { File = _file, Path = path, Found = found, Expected = expected });
}

using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;
using OfficeNode.Core;

namespace OfficeNode.Host.Texts;

/// <summary>Reads the form of a language file: JSON with a head and texts. One file at a time.</summary>
internal sealed class LanguageFileReader
{
    public const string TextsProperty = "texts";
    public const string TextProperty = "text";
    public const string EnglishProperty = "english";

    private static readonly string[] HeadProperties = ["language", "name", "direction", "culture", "plural"];

    private readonly byte[] _bytes;
    private readonly LanguageLimits _limits;
    private readonly FileFindings _findings;
    private readonly Dictionary<string, string> _head = new(StringComparer.Ordinal);
    private readonly List<FileText> _texts = [];
    private long _line = 1;
    private int _lineFrom;
    private int _counted;

    private LanguageFileReader(byte[] bytes, string file, LanguageLimits limits)
    {
        _bytes = bytes.AsSpan().StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;
        _limits = limits;
        _findings = new FileFindings(file, limits);
    }

    /// <summary>Reads a file whose length is within the limits.</summary>
    public static LanguageFile Read(byte[] bytes, string file, LanguageLimits limits)
    {
        var reader = new LanguageFileReader(bytes, file, limits);
        var isReadable = reader.ReadWhole();
        return new LanguageFile { File = file, Head = reader._head, Texts = reader._texts, Findings = reader._findings.All, IsReadable = isReadable };
    }

    private bool ReadWhole()
    {
        if (!Utf8.IsValid(_bytes))
        {
            _findings.Add(LanguageFindings.FileUnreadable, Severity.Error, expected: "UTF-8");
            return false;
        }

        try
        {
            var json = new Utf8JsonReader(_bytes, new JsonReaderOptions { MaxDepth = _limits.Depth });
            return ReadRoot(ref json);
        }
        catch (JsonException error)
        {
            _findings.Add(LanguageFindings.FileUnreadable, Severity.Error, line: error.LineNumber + 1, expected: "JSON");
            return false;
        }
    }

    private bool ReadRoot(ref Utf8JsonReader json)
    {
        json.Read();
        if (json.TokenType != JsonTokenType.StartObject)
        {
            _findings.Add(LanguageFindings.FileUnreadable, Severity.Error, line: 1, expected: "{ ... }");
            return false;
        }

        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            ReadProperty(ref json);
        }

        // Anything behind the end is an error of JSON, found by reading on.
        return !json.Read();
    }

    private void ReadProperty(ref Utf8JsonReader json)
    {
        var (name, line) = (TextOf(ref json) ?? "", LineOf(json));
        json.Read();
        if (name == TextsProperty && json.TokenType == JsonTokenType.StartObject)
        {
            ReadTexts(ref json);
            return;
        }

        if (name == TextsProperty)
        {
            _findings.Add(LanguageFindings.PropertyUnknown, Severity.Error, name, line, expected: "{ \"key\": \"text\" }");
        }
        else if (!HeadProperties.Contains(name))
        {
            _findings.Add(LanguageFindings.PropertyUnknown, Severity.Warning, Cut(name), line, expected: string.Join(", ", HeadProperties.Append(TextsProperty)));
        }
        else
        {
            ReadHead(ref json, name, line);
        }

        json.Skip();
    }

    private void ReadHead(ref Utf8JsonReader json, string name, long line)
    {
        if (TextOf(ref json) is { Length: > 0 } value && value.Length <= _limits.Head && !value.Any(char.IsControl))
        {
            _head[name] = value;
            return;
        }

        _findings.Add(
            LanguageFindings.HeadUnusable, Severity.Error, name, line, expected: string.Create(CultureInfo.CurrentCulture, $"\"...\" (1 - {_limits.Head})"));
    }

    private void ReadTexts(ref Utf8JsonReader json)
    {
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var (key, line) = (TextOf(ref json) ?? "", LineOf(json));
            json.Read();
            if (_counted++ < _limits.Texts)
            {
                ReadText(ref json, key, line);
            }

            json.Skip();
        }

        if (_counted > _limits.Texts)
        {
            _findings.Add(LanguageFindings.TextsTooMany, Severity.Error, TextsProperty, null, Number(_counted), Number(_limits.Texts));
        }
    }

    private void ReadText(ref Utf8JsonReader json, string key, long line)
    {
        var (text, english) = json.TokenType == JsonTokenType.StartObject ? ReadPair(ref json) : (TextOf(ref json), null);
        if (text is null || key.Length == 0 || key.Length > _limits.Key)
        {
            _findings.Add(LanguageFindings.TextUnusable, Severity.Error, Cut(key), line, expected: "\"...\", { \"english\": \"...\", \"text\": \"...\" }");
            return;
        }

        _texts.Add(new FileText(key, text, english, line));
    }

    /// <summary>Reads the English text and the translation beside it, and stands at the end of them.</summary>
    private static (string? Text, string? English) ReadPair(ref Utf8JsonReader json)
    {
        string? text = null;
        string? english = null;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var name = TextOf(ref json);
            json.Read();
            var value = TextOf(ref json);
            (text, english) = name switch
            {
                TextProperty => (value, english),
                EnglishProperty => (text, value),
                _ => (text, english),
            };
            json.Skip();
        }

        return (text, english);
    }

    /// <summary>The string or name at which the reader stands; null when it is none, or half a character.</summary>
    private static string? TextOf(ref Utf8JsonReader json)
    {
        if (json.TokenType is not (JsonTokenType.String or JsonTokenType.PropertyName))
        {
            return null;
        }

        try
        {
            return json.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;   // An escaped half of a surrogate pair: JSON allows it, no text does.
        }
    }

    // Lines are counted on from the last place asked about: places come in their order.
    private long LineOf(Utf8JsonReader json)
    {
        var to = (int)json.TokenStartIndex;
        _line += _bytes.AsSpan(_lineFrom, to - _lineFrom).Count((byte)'\n');
        _lineFrom = to;
        return _line;
    }

    private static string Number(int number) => number.ToString("N0", CultureInfo.CurrentCulture);

    private string Cut(string name) => name.Length <= _limits.Key ? name : name[.._limits.Key];
}

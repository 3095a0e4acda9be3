using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using OfficeNode.Core;
using OfficeNode.Host.Texts;

namespace OfficeNode.Host.Commands;

/// <summary>What a command says: its result on standard output, everything on the way on standard error.</summary>
public sealed class Screen
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    private readonly TextWriter _output;
    private readonly TextWriter _messages;
    private readonly bool _json;
    private readonly bool _terminal;

    /// <param name="json">The result is one JSON object.</param>
    /// <param name="terminal">Messages go to a terminal, where a progress line may be rewritten.</param>
    public Screen(TextWriter output, TextWriter messages, bool json, bool terminal)
    {
        _output = output;
        _messages = messages;
        _json = json;
        _terminal = terminal;
    }

    /// <summary>Prints the result: one JSON object, or the lines for people.</summary>
    public void Result(object result, IEnumerable<string> lines)
    {
        if (_json)
        {
            _output.WriteLine(JsonSerializer.Serialize(result, Json));
            return;
        }

        foreach (var line in lines)
        {
            _output.WriteLine(line);
        }
    }

    public void Message(string text) => _messages.WriteLine(text);

    /// <summary>Asks for something that is typed behind it, in the same line.</summary>
    public void Ask(string question) => _messages.Write(question);

    /// <summary>Prints findings for people: place, message, hint. With <c>--json</c> they are part of the result instead.</summary>
    public void Findings(IEnumerable<Finding> findings)
    {
        if (!_json)
        {
            Print(_output, findings);
        }
    }

    /// <summary>Prints findings beside a refusal: the command then has no result that could hold them.</summary>
    public void Reasons(IEnumerable<Finding> findings) => Print(_messages, findings);

    /// <summary>A bar for work of known or unknown length.</summary>
    /// <param name="total">Items in all; null when that is not known.</param>
    public ProgressLine Progress(string what, long? total, TimeProvider time) => new(_messages, _terminal, what, total, time);

    private static void Print(TextWriter writer, IEnumerable<Finding> findings)
    {
        foreach (var finding in findings)
        {
            writer.WriteLine($"{Words.Of("severity." + finding.Severity)}: {FindingTexts.Place(finding)}: {FindingTexts.Message(finding)}");
            if (FindingTexts.Hint(finding) is { } hint)
            {
                writer.WriteLine($"    {hint}");
            }
        }
    }
}

/// <summary>A finding as scripts get it.</summary>
public sealed record FindingJson
{
    public required string Rule { get; init; }

    public required Severity Severity { get; init; }

    public string? Dossier { get; init; }

    public string? File { get; init; }

    public string? Path { get; init; }

    public long? Line { get; init; }

    public required string Message { get; init; }

    public string? Found { get; init; }

    public string? Expected { get; init; }

    public string? Hint { get; init; }

    public static FindingJson Of(Finding finding) => new()
    {
        Rule = finding.Rule,
        Severity = finding.Severity,
        Dossier = finding.Dossier,
        File = finding.File,
        Path = finding.Path,
        Line = finding.Line,
        Message = FindingTexts.Message(finding),
        Found = finding.Found,
        Expected = finding.Expected,
        Hint = FindingTexts.Hint(finding),
    };

    public static IReadOnlyList<FindingJson> Of(IEnumerable<Finding> findings) => [.. findings.Select(Of)];
}

using OfficeNode.Core;
using OfficeNode.Host.Journey;
using OfficeNode.Host.Texts;

namespace OfficeNode.Host.Kiosk.Keying;

/// <summary>What an open form is told when it saves or looks; the client's <c>autosave.ts</c> reads it.</summary>
/// <param name="Held">In words, why nothing of it can be changed now; null while it can.</param>
/// <param name="Fields">By their names.</param>
/// <param name="Conflicts">Fields that somebody else changed meanwhile; they were left as they are.</param>
/// <param name="Reload">Whether the page must be loaded anew: what it shows is numbered otherwise by now.</param>
internal sealed record KeyingAnswerJson(
    long Version,
    string? Held,
    IReadOnlyDictionary<string, FieldStateJson> Fields,
    IReadOnlyDictionary<string, ConflictJson> Conflicts,
    bool Reload);

/// <summary>One field, as <c>FieldState</c> of the client.</summary>
internal sealed record FieldStateJson(string State, string Value, string Note, string Understood, IReadOnlyList<FindingJson> Findings)
{
    public static FieldStateJson Of(KeyedField field) => new(field.State, field.Text, field.Note, field.Understood, [.. field.Findings.Select(FindingJson.Of)]);
}

/// <summary>One finding in words.</summary>
internal sealed record FindingJson(string Severity, string Word, string Text)
{
    public static FindingJson Of(Finding finding) => new(
        finding.Severity.ToString().ToLowerInvariant(),
        FindingWord(finding),
        string.Join(' ', new[] { FindingTexts.Message(finding), FindingTexts.Hint(finding) }.OfType<string>()));

    /// <summary>The word before a finding: colour alone says nothing.</summary>
    public static string FindingWord(Finding finding) => Words.Of(finding.Severity == Core.Severity.Error ? "form.error" : "keying.look");
}

/// <summary>What somebody else put where this person typed.</summary>
/// <param name="Text">The same in words, with who it was.</param>
/// <param name="Take">The word of the button that takes it.</param>
internal sealed record ConflictJson(string Value, string Text, string Take);
